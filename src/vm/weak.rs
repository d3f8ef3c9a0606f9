//! Weak references: who points at which object, by address.

use std::cell::RefCell;
use std::collections::HashMap;

use super::object::*;

thread_local! {
    static WEAK: RefCell<HashMap<usize, Vec<Gc<WeakRef>>>> = RefCell::default();
    /// References whose object died and that have a callback, oldest first.
    static CALLBACKS: RefCell<Vec<Gc<WeakRef>>> = const { RefCell::new(Vec::new()) };
}

/// A weak reference to the object. One without a callback is shared.
pub fn reference(target: &Value, callback: Value) -> Option<Gc<WeakRef>> {
    let Value::Obj(obj) = target else { return None };
    WEAK.with(|weak| {
        let mut weak = weak.borrow_mut();
        let list = weak.entry(obj.address()).or_default();
        if callback.is_none()
            && let Some(shared) = list.iter().find(|r| r.callback.get().is_none())
        {
            return Some(shared.clone());
        }
        let reference = Gc::new(WeakRef {
            target: std::cell::Cell::new(obj.address()),
            callback: Slot::new(callback),
            hash: std::cell::Cell::new(None),
        });
        list.push(reference.clone());
        obj.set_has_weak();
        Some(reference)
    })
}

/// The weak references to the object that the program still holds, oldest first.
pub fn references(target: &Value) -> Vec<Value> {
    let Value::Obj(obj) = target else { return Vec::new() };
    WEAK.with(|weak| {
        let weak = weak.borrow();
        let all = weak.get(&obj.address()).into_iter().flatten();
        all.filter(|reference| reference.ref_count() > 1).map(Gc::value).collect()
    })
}

/// The object at this address is being freed.
pub(super) fn forget(address: usize) {
    let Ok(Some(list)) = WEAK.try_with(|weak| weak.borrow_mut().remove(&address)) else { return };
    for reference in list {
        reference.target.set(0);
        if !reference.callback.get().is_none() && reference.ref_count() > 1 {
            CALLBACKS.with(|callbacks| callbacks.borrow_mut().push(reference));
            super::value::set_has_dying();
        }
    }
}

impl WeakRef {
    /// The object, while it lives.
    pub fn upgrade(&self) -> Option<Value> {
        let address = self.target.get();
        // `forget` zeroes the address before the object is freed.
        (address != 0).then(|| unsafe { super::value::Obj::from_address(address) }.into())
    }
}

/// The references whose callback is to be called.
pub fn take_callbacks() -> Vec<Gc<WeakRef>> {
    CALLBACKS.with(|callbacks| std::mem::take(&mut *callbacks.borrow_mut()))
}
