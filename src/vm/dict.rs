//! `dict`: entries in insertion order, and an index by hash.
//!
//! Keys are compared natively where that is possible; where a key's `__eq__` is the program's, the look-up is done by
//! `Vm::dict_*` (in `protocol`), which takes the candidates from here and looks again if the dict changed meanwhile.

use std::cell::{Cell, Ref, RefCell};

use hashbrown::HashTable;

use super::collect::Track;
use super::value::{Gc, Value, View};

use super::object::Str;

pub struct Entry {
    pub hash: u64,
    /// `Unbound` in a deleted entry.
    pub key: Value,
    pub value: Value,
}

#[derive(Default)]
pub struct Table {
    pub entries: Vec<Entry>,
    /// Indices into `entries`; unused while there are few.
    index: HashTable<u32>,
    indexed: bool,
    live: usize,
}

pub struct Dict {
    table: RefCell<Table>,
    /// Changes when a key comes or goes, not when a value changes; never the same number twice in a thread. 0 until it
    /// is first asked for.
    version: Cell<u32>,
    /// `OrderedDict`, `defaultdict` and the like keep their own state elsewhere; `None` is a plain dict.
    pub default_factory: super::object::Slot,
    pub(super) track: Track,
}

/// With at most this many entries a linear search beats the index.
const SMALL: usize = 8;

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

/// A number that no class and no dict has had before.
pub fn next_version() -> u32 {
    NEXT_VERSION.with(|next| {
        let version = next.get();
        next.set(version.wrapping_add(1).max(1));
        version
    })
}

/// What a native look-up found.
pub enum Found {
    At(usize),
    No,
    /// These entries have the same hash, and only `__eq__` can tell.
    Ask(Vec<usize>),
}

impl Default for Dict {
    fn default() -> Dict {
        Dict::new()
    }
}

impl Dict {
    pub fn new() -> Dict {
        Dict {
            table: RefCell::default(),
            version: Cell::new(0),
            default_factory: super::object::Slot::default(),
            track: Track::default(),
        }
    }

    pub fn len(&self) -> usize {
        self.table.borrow().live
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes whenever an entry is added or removed.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        let version = self.version.get();
        if version != 0 { version } else { self.new_version() }
    }

    #[cold]
    fn new_version(&self) -> u32 {
        let version = next_version();
        self.version.set(version);
        version
    }

    pub fn table(&self) -> Ref<'_, Table> {
        self.table.borrow()
    }

    /// The entry at `index` if it is live.
    pub fn entry(&self, index: usize) -> Option<(Value, Value)> {
        let table = self.table.borrow();
        let entry = table.entries.get(index)?;
        (!entry.key.is_unbound()).then(|| (entry.key.clone(), entry.value.clone()))
    }

    /// The value at `index`, if that entry's key is this very string.
    #[inline(always)]
    pub fn value_if_key(&self, index: u32, key: &Gc<Str>) -> Option<Value> {
        // Nothing can change the table while one value is copied.
        let table = unsafe { self.table.try_borrow_unguarded() }.ok()?;
        let entry = table.entries.get(index as usize)?;
        match &entry.key {
            Value::Obj(obj) if obj.address() == key.address() => Some(entry.value.clone()),
            _ => None,
        }
    }

    /// The value at `index`, which is live because the dict's version is what it was.
    #[inline(always)]
    pub fn value_at(&self, index: u32) -> Option<Value> {
        let table = unsafe { self.table.try_borrow_unguarded() }.ok()?;
        table.entries.get(index as usize).map(|entry| entry.value.clone())
    }

    /// Overwrites the value at `index`, if that entry's key is this very string.
    #[inline(always)]
    pub fn set_if_key(&self, index: u32, key: &Gc<Str>, value: Value) -> Result<(), Value> {
        let mut table = self.table.borrow_mut();
        match table.entries.get_mut(index as usize) {
            Some(entry) if matches!(&entry.key, Value::Obj(obj) if obj.address() == key.address()) => {
                let old = std::mem::replace(&mut entry.value, value);
                drop(table);
                drop(old);
                Ok(())
            }
            _ => Err(value),
        }
    }

    pub fn find(&self, hash: u64, key: &Value) -> Found {
        self.table.borrow().find(hash, key)
    }

    pub fn find_str(&self, key: &Gc<Str>) -> Option<usize> {
        self.table.borrow().find_text(key.hash(), key.as_str(), key.address())
    }

    pub fn get_str(&self, key: &Gc<Str>) -> Option<Value> {
        let table = self.table.borrow();
        let index = table.find_text(key.hash(), key.as_str(), key.address())?;
        Some(table.entries[index].value.clone())
    }

    pub fn get_text(&self, key: &str) -> Option<Value> {
        let table = self.table.borrow();
        let index = table.find_text(super::hash::bytes(key.as_bytes()).max(1), key, 0)?;
        Some(table.entries[index].value.clone())
    }

    pub fn set_str(&self, key: &Gc<Str>, value: Value) {
        match self.find_str(key) {
            Some(index) => drop(self.replace_at(index, value)),
            None => self.insert_new(key.hash(), key.value(), value),
        }
    }

    /// As `set_str`, with a new string as key if there is none.
    pub fn set_text(&self, key: &str, value: Value) {
        self.set_str(&Gc::new(Str::new(key)), value);
    }

    pub fn remove_str(&self, key: &Gc<Str>) -> Option<Value> {
        let index = self.find_str(key)?;
        Some(self.remove_at(index).1)
    }

    /// Gives the entry another value; the old one is returned.
    pub fn replace_at(&self, index: usize, value: Value) -> Value {
        std::mem::replace(&mut self.table.borrow_mut().entries[index].value, value)
    }

    /// Adds an entry whose key is not there yet.
    pub fn insert_new(&self, hash: u64, key: Value, value: Value) {
        self.version.set(0);
        self.table.borrow_mut().push(hash, key, value);
    }

    pub fn remove_at(&self, index: usize) -> (Value, Value) {
        self.version.set(0);
        self.table.borrow_mut().remove(index)
    }

    pub fn clear(&self) {
        self.version.set(0);
        drop(self.table.take());
    }

    /// Calls `visit` with every key and value, where they lie.
    pub(super) fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(table) = self.table.try_borrow() {
            for entry in &table.entries {
                visit(&entry.key);
                visit(&entry.value);
            }
        }
    }

    /// A copy of the entries, in order.
    pub fn items(&self) -> Vec<(Value, Value)> {
        self.table.borrow().live_entries().map(|e| (e.key.clone(), e.value.clone())).collect()
    }

    pub fn keys(&self) -> Vec<Value> {
        self.table.borrow().live_entries().map(|e| e.key.clone()).collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.table.borrow().live_entries().map(|e| e.value.clone()).collect()
    }

    /// A dict with the same entries.
    pub fn copy(&self) -> Dict {
        let copy = Dict::new();
        {
            let mut table = copy.table.borrow_mut();
            for e in self.table.borrow().live_entries() {
                table.push(e.hash, e.key.clone(), e.value.clone());
            }
        }
        copy
    }

    /// The first live entry at or after `index`, and its index.
    #[inline]
    pub fn next_from(&self, mut index: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        loop {
            let entry = table.entries.get(index)?;
            if !entry.key.is_unbound() {
                return Some((index, entry.key.clone(), entry.value.clone()));
            }
            index += 1;
        }
    }

    /// The last live entry before `index`, and its index.
    pub fn previous_from(&self, index: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        let index = index.min(table.entries.len());
        (0..index).rev().find_map(|i| {
            let entry = &table.entries[i];
            (!entry.key.is_unbound()).then(|| (i, entry.key.clone(), entry.value.clone()))
        })
    }

    /// Moves an entry to the end or to the beginning.
    pub fn move_entry(&self, index: usize, last: bool) {
        self.version.set(0);
        let mut table = self.table.borrow_mut();
        let hash = table.entries[index].hash;
        let (key, value) = table.remove_entry(index);
        if last {
            table.push(hash, key, value);
        } else {
            table.entries.insert(0, Entry { hash, key, value });
            table.live += 1;
            table.reindex();
        }
    }
}

impl Table {
    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    pub fn live_entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|e| !e.key.is_unbound())
    }

    fn find(&self, hash: u64, key: &Value) -> Found {
        let mut ask = Vec::new();
        let mut matches = |i: usize, entry: &Entry| {
            entry.hash == hash
                && match quick_eq(&entry.key, key) {
                    Some(equal) => equal,
                    None => {
                        ask.push(i);
                        false
                    }
                }
        };
        let found = if self.indexed {
            self.index.find(spread(hash), |&i| matches(i as usize, &self.entries[i as usize])).map(|&i| i as usize)
        } else {
            self.entries.iter().enumerate().position(|(i, entry)| matches(i, entry))
        };
        match found {
            Some(index) => Found::At(index),
            None if ask.is_empty() => Found::No,
            None => Found::Ask(ask),
        }
    }

    #[inline]
    fn find_text(&self, hash: u64, text: &str, address: usize) -> Option<usize> {
        let matches = |entry: &Entry| {
            entry.hash == hash
                && match &entry.key {
                    Value::Obj(obj) if obj.address() == address => true,
                    key => key.as_str() == Some(text),
                }
        };
        if self.indexed {
            self.index.find(spread(hash), |&i| matches(&self.entries[i as usize])).map(|&i| i as usize)
        } else {
            self.entries.iter().position(matches)
        }
    }

    fn push(&mut self, hash: u64, key: Value, value: Value) {
        if self.entries.len() > SMALL
            && self.entries.len() == self.entries.capacity()
            && self.live < self.entries.len() / 2
        {
            self.compact();
        }
        let index = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if self.indexed {
            let entries = &self.entries;
            self.index.insert_unique(spread(hash), index as u32, |&i| spread(entries[i as usize].hash));
        } else if self.entries.len() > SMALL {
            self.reindex();
        }
    }

    fn remove(&mut self, index: usize) -> (Value, Value) {
        let removed = self.remove_entry(index);
        if self.live == 0 {
            self.entries.clear();
            self.index.clear();
        }
        while self.entries.last().is_some_and(|e| e.key.is_unbound()) {
            self.entries.pop();
        }
        removed
    }

    fn remove_entry(&mut self, index: usize) -> (Value, Value) {
        if self.indexed {
            let hash = self.entries[index].hash;
            if let Ok(found) = self.index.find_entry(spread(hash), |&i| i as usize == index) {
                found.remove();
            }
        }
        self.live -= 1;
        let entry = &mut self.entries[index];
        entry.hash = 0;
        (entry.key.take(), entry.value.take())
    }

    fn compact(&mut self) {
        self.entries.retain(|e| !e.key.is_unbound());
        self.reindex();
    }

    fn reindex(&mut self) {
        self.index.clear();
        self.indexed = true;
        for (i, entry) in self.entries.iter().enumerate() {
            if !entry.key.is_unbound() {
                let entries = &self.entries;
                self.index.insert_unique(spread(entry.hash), i as u32, |&i| spread(entries[i as usize].hash));
            }
        }
    }
}

/// Where a hash goes in the index: the low bits say where, and near hashes (small ints, neighbours in memory) stay near
/// each other, which the processor's cache likes; the others are the tag, and are well mixed.
#[inline(always)]
fn spread(hash: u64) -> u64 {
    const PLACE: u64 = (1 << 25) - 1;
    let place = hash ^ (hash >> 20) ^ (hash >> 41);
    let tag = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (place & PLACE) | ((tag ^ (tag >> 32)) & !PLACE)
}

/// `a == b` as a dict compares keys (identity first), where no code of the program is asked; `None` where it may be.
pub fn quick_eq(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    Some(match (a.view(), b.view()) {
        (View::Str(x), View::Str(y)) => x.as_str() == y.as_str(),
        (View::Int(x), View::Int(y)) => x == y,
        (View::Int(x), View::Bool(y)) | (View::Bool(y), View::Int(x)) => x == y as i64,
        (View::Float(x), View::Float(y)) => x == y,
        (View::Int(x), View::Float(y)) | (View::Float(y), View::Int(x)) => super::number::int_eq_float(x, y),
        (View::Bool(x), View::Float(y)) | (View::Float(y), View::Bool(x)) => (x as i64) as f64 == y,
        (View::Bool(x), View::Bool(y)) => x == y,
        (View::BigInt(x), View::BigInt(y)) => x.0 == y.0,
        (View::Bytes(x), View::Bytes(y)) => x.data == y.data,
        (View::Tuple(x), View::Tuple(y)) => {
            if x.items.len() != y.items.len() {
                return Some(false);
            }
            let mut unsure = false;
            for (p, q) in x.items.iter().zip(y.items.iter()) {
                match if matches!(p.view(), View::Tuple(_)) && !p.is(q) { None } else { quick_eq(p, q) } {
                    Some(true) => {}
                    Some(false) => return Some(false),
                    None => unsure = true,
                }
            }
            if unsure {
                return None;
            }
            true
        }
        (View::None | View::Ellipsis | View::NotImplemented | View::Unbound, other)
        | (other, View::None | View::Ellipsis | View::NotImplemented | View::Unbound) => {
            if matches!(other, View::Instance(_)) {
                return None;
            }
            false
        }
        (
            View::Str(_),
            View::Int(_) | View::Float(_) | View::Bool(_) | View::BigInt(_) | View::Tuple(_) | View::Bytes(_),
        )
        | (
            View::Int(_) | View::Float(_) | View::Bool(_) | View::BigInt(_) | View::Tuple(_) | View::Bytes(_),
            View::Str(_),
        ) => false,
        (View::Tuple(_), View::Int(_) | View::Float(_) | View::Bool(_) | View::BigInt(_))
        | (View::Int(_) | View::Float(_) | View::Bool(_) | View::BigInt(_), View::Tuple(_)) => false,
        (View::Function(_) | View::Native(_) | View::Code(_), View::Function(_) | View::Code(_))
        | (View::Function(_) | View::Code(_), View::Native(_)) => false,
        _ => return None,
    })
}
