//! `set` and `frozenset`, with CPython's table (`Objects/setobject.c`): a set of small integers is iterated in the
//! order that CPython shows, so the probing and the growth are CPython's.

use std::cell::{Cell, RefCell};

use super::dict::{Found, quick_eq};
use super::value::Value;

const MIN_SIZE: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

#[derive(Clone)]
struct SetEntry {
    hash: i64,
    /// `Unbound` if the entry is empty (hash 0) or was deleted (hash -1).
    key: Value,
}

const EMPTY: SetEntry = SetEntry { hash: 0, key: Value::Unbound };

impl SetEntry {
    fn is_empty(&self) -> bool {
        self.key.is_unbound() && self.hash == 0
    }
}

struct Table {
    entries: Vec<SetEntry>,
    /// Keys and deleted entries.
    fill: usize,
    used: usize,
    /// Where `pop` looks next.
    finger: usize,
}

pub struct Set {
    table: RefCell<Table>,
    pub frozen: bool,
    /// `frozenset`'s own hash, once it is known.
    pub hash: Cell<Option<i64>>,
    pub(super) track: super::collect::Track,
}

/// The places that a key with this hash may be at, in the order of the search.
fn probes(hash: i64, mask: usize) -> impl Iterator<Item = usize> {
    let mut perturb = hash as u64 as usize;
    let mut start = perturb & mask;
    let mut offset = 0;
    std::iter::from_fn(move || {
        let last = if start + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
        if offset > last {
            perturb >>= PERTURB_SHIFT;
            start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
            offset = 0;
        }
        let place = start + offset;
        offset += 1;
        Some(place)
    })
}

impl Table {
    fn new() -> Table {
        Table { entries: vec![EMPTY; MIN_SIZE], fill: 0, used: 0, finger: 0 }
    }

    fn mask(&self) -> usize {
        self.entries.len() - 1
    }

    fn resize(&mut self, min_used: usize) {
        let mut size = MIN_SIZE;
        while size <= min_used {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.entries, vec![EMPTY; size]);
        self.fill = self.used;
        for entry in old {
            if !entry.key.is_unbound() {
                self.insert_clean(entry);
            }
        }
    }

    /// Puts a key into a table that has neither it nor deleted entries.
    fn insert_clean(&mut self, entry: SetEntry) {
        let place = probes(entry.hash, self.mask())
            .find(|&i| self.entries[i].key.is_unbound())
            .expect("a table always has an empty entry");
        self.entries[place] = entry;
    }

    /// `set_merge`'s growth, before `count` keys of another set or dict are added.
    fn reserve(&mut self, count: usize) {
        if (self.fill + count) * 5 >= self.mask() * 3 {
            self.resize((self.used + count) * 2);
        }
    }
}

impl Set {
    pub fn new(frozen: bool) -> Set {
        Set { table: RefCell::new(Table::new()), frozen, hash: Cell::new(None), track: Default::default() }
    }

    pub fn len(&self) -> usize {
        self.table.borrow().used
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks for a key; `At` and `Ask` hold places for `key_at` and `remove_at`.
    pub fn find(&self, hash: i64, key: &Value) -> Found {
        let table = self.table.borrow();
        let mut ask = Vec::new();
        for place in probes(hash, table.mask()) {
            let entry = &table.entries[place];
            if entry.is_empty() {
                break;
            }
            if entry.hash == hash && !entry.key.is_unbound() {
                match quick_eq(&entry.key, key) {
                    Some(true) => return Found::At(place),
                    Some(false) => {}
                    None => ask.push(place),
                }
            }
        }
        if ask.is_empty() { Found::No } else { Found::Ask(ask) }
    }

    /// The key at a place, with its hash, if there is one.
    pub fn key_at(&self, place: usize) -> Option<(i64, Value)> {
        let table = self.table.borrow();
        let entry = table.entries.get(place)?;
        (!entry.key.is_unbound()).then(|| (entry.hash, entry.key.clone()))
    }

    /// The first key at or after a place, and its place: the order of iteration.
    pub fn next_from(&self, mut place: usize) -> Option<(usize, Value)> {
        let table = self.table.borrow();
        loop {
            let entry = table.entries.get(place)?;
            if !entry.key.is_unbound() {
                return Some((place, entry.key.clone()));
            }
            place += 1;
        }
    }

    /// Adds a key that is not there yet (`set_add_entry`).
    pub fn insert_new(&self, hash: i64, key: Value) {
        let mut table = self.table.borrow_mut();
        let mut deleted = None;
        let mut place = 0;
        for i in probes(hash, table.mask()) {
            if table.entries[i].is_empty() {
                place = i;
                break;
            }
            if table.entries[i].key.is_unbound() {
                // The last deleted entry on the way is used again.
                deleted = Some(i);
            }
        }
        table.entries[deleted.unwrap_or(place)] = SetEntry { hash, key };
        if deleted.is_some() {
            table.used += 1;
            return;
        }
        table.fill += 1;
        table.used += 1;
        if table.fill * 5 >= table.mask() * 3 {
            let used = table.used;
            table.resize(if used > 50000 { used * 2 } else { used * 4 });
        }
    }

    pub fn remove_at(&self, place: usize) -> Value {
        let mut table = self.table.borrow_mut();
        table.used -= 1;
        let entry = &mut table.entries[place];
        entry.hash = -1;
        entry.key.take()
    }

    /// Any key, by CPython's rule of which.
    pub fn pop(&self) -> Option<Value> {
        let place = {
            let table = self.table.borrow();
            if table.used == 0 {
                return None;
            }
            let mask = table.mask();
            let mut place = table.finger & mask;
            while table.entries[place].key.is_unbound() {
                place = if place >= mask { 0 } else { place + 1 };
            }
            place
        };
        self.table.borrow_mut().finger = place + 1;
        Some(self.remove_at(place))
    }

    pub fn clear(&self) {
        let old = self.table.replace(Table::new());
        drop(old);
    }

    /// Calls `visit` with every key, where it lies.
    pub(super) fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(table) = self.table.try_borrow() {
            table.entries.iter().for_each(|entry| visit(&entry.key));
        }
    }

    /// The keys in the order of iteration.
    pub fn keys(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(_, key)| key).collect()
    }

    /// The keys with their hashes, in the order of iteration.
    pub fn entries(&self) -> Vec<(i64, Value)> {
        let table = self.table.borrow();
        table.entries.iter().filter(|e| !e.key.is_unbound()).map(|e| (e.hash, e.key.clone())).collect()
    }

    /// Nothing was ever put into its table.
    pub fn is_untouched(&self) -> bool {
        self.table.borrow().fill == 0
    }

    /// Takes over the keys of a set that is given up (`set_swap_bodies`).
    pub fn take_keys_of(&self, other: &Set) {
        let table = other.table.replace(Table::new());
        drop(self.table.replace(table));
    }

    /// After many removals: makes a table without the deleted entries if they are more than a quarter.
    pub fn drop_deleted(&self) {
        let mut table = self.table.borrow_mut();
        if table.fill - table.used > table.mask() / 4 {
            let used = table.used;
            table.resize(if used > 50000 { used * 2 } else { used * 4 });
        }
    }

    /// Grows as CPython does before it adds `count` keys of another set or of a dict.
    pub fn reserve(&self, count: usize) {
        self.table.borrow_mut().reserve(count);
    }

    /// A set with the same keys (`set_copy`, by way of `set_merge`).
    pub fn copy(&self, frozen: bool) -> Set {
        let copy = Set::new(frozen);
        {
            let other = self.table.borrow();
            let mut table = copy.table.borrow_mut();
            table.reserve(other.used);
            if table.mask() == other.mask() && other.fill == other.used {
                table.entries = other.entries.clone();
            } else {
                for entry in &other.entries {
                    if !entry.key.is_unbound() {
                        table.insert_clean(entry.clone());
                    }
                }
            }
            table.fill = other.used;
            table.used = other.used;
        }
        copy
    }
}
