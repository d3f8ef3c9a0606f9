//! The allocator: what is small comes from lists of free blocks, one a size, so that an object costs a few instructions
//! to make and to free; what is large comes from the system's. It counts what is in use, for the ceiling.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::null_mut;

/// Sizes are rounded up to a multiple of this.
const GRAIN: usize = 16;
/// The largest size that has a list.
const SMALL: usize = 512;
/// So many bytes are taken from the system at a time for small blocks.
const CHUNK: usize = 64 << 10;

/// Memory of a thread is not given back to the system as long as the process lives.
pub struct Allocator;

struct Local {
    /// The first free block of each size; a free block starts with the address of the next.
    free: [Cell<*mut u8>; SMALL / GRAIN + 1],
    /// What no block has been made of yet.
    fresh: Cell<*mut u8>,
    fresh_len: Cell<usize>,
    /// In bytes. What one thread makes and another frees is counted in both, so it may be less than 0.
    in_use: Cell<isize>,
    ceiling: Cell<isize>,
    /// The ceiling, or more for a while after it has been hit.
    limit: Cell<isize>,
    /// Above this it is time to look for garbage.
    collect_at: Cell<isize>,
}

/// What a program may use in all, in bytes, the record of its run included.
const CEILING: isize = 1 << 30;
/// What a program that has got a `MemoryError` may use beside, to handle it.
const GRACE: isize = 64 << 20;
/// By so much, and half of what is in use, memory may grow before the collector of cycles looks at all of it.
const GROWTH: isize = 128 << 20;

thread_local! {
    static LOCAL: Local = const {
        Local {
            free: [const { Cell::new(null_mut()) }; SMALL / GRAIN + 1],
            fresh: Cell::new(null_mut()),
            fresh_len: Cell::new(0),
            in_use: Cell::new(0),
            ceiling: Cell::new(CEILING),
            limit: Cell::new(CEILING),
            collect_at: Cell::new(GROWTH),
        }
    };
}

/// Bytes that this thread has and has not given back.
pub fn in_use() -> usize {
    LOCAL.with(|local| local.in_use.get().max(0) as usize)
}

/// Sets what a program of this thread may use in all, in bytes.
pub fn set_ceiling(bytes: usize) {
    LOCAL.with(|local| {
        local.ceiling.set(bytes as isize);
        local.limit.set(bytes as isize);
    });
}

/// Whether it is time for a `MemoryError`.
pub fn is_exhausted() -> bool {
    LOCAL.with(|local| local.in_use.get() > local.limit.get())
}

/// Whether so much has been taken since the last full collection that it is time for another.
pub fn has_grown() -> bool {
    LOCAL.with(|local| local.in_use.get() > local.collect_at.get())
}

/// A full collection has been.
pub fn collected() {
    LOCAL.with(|local| local.collect_at.set(local.in_use.get() / 2 * 3 + GROWTH));
}

/// The program has got its `MemoryError`.
pub fn grant_more() {
    LOCAL.with(|local| local.limit.set(local.in_use.get() + GRACE));
}

/// Takes back what was granted, once it is not needed any more.
pub fn settle() {
    LOCAL.with(|local| {
        if local.in_use.get() <= local.ceiling.get() {
            local.limit.set(local.ceiling.get());
        }
    });
}

#[inline(always)]
fn is_small(layout: Layout) -> bool {
    layout.size() <= SMALL && layout.align() <= GRAIN
}

impl Local {
    #[inline(always)]
    fn count(&self, bytes: usize) {
        self.in_use.set(self.in_use.get().wrapping_add(bytes as isize));
    }

    /// Has the VM look, if a limit is passed.
    #[inline]
    fn check(&self) {
        if self.in_use.get() > self.limit.get().min(self.collect_at.get()) {
            super::value::set_has_dying();
        }
    }

    #[cold]
    #[inline(never)]
    fn make(&self, size: usize) -> *mut u8 {
        self.check();
        if self.fresh_len.get() < size {
            // What is left of the last chunk is less than one block, and is lost.
            let chunk = unsafe { System.alloc(Layout::from_size_align_unchecked(CHUNK, GRAIN)) };
            if chunk.is_null() {
                return chunk;
            }
            self.fresh.set(chunk);
            self.fresh_len.set(CHUNK);
        }
        let block = self.fresh.get();
        self.fresh.set(unsafe { block.add(size) });
        self.fresh_len.set(self.fresh_len.get() - size);
        block
    }
}

// A block of a list is as large as its size rounded up, and aligned to `GRAIN`; the others are the system's.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LOCAL.with(|local| {
            local.count(layout.size());
            if !is_small(layout) {
                local.check();
                return unsafe { System.alloc(layout) };
            }
            let class = layout.size().div_ceil(GRAIN);
            let list = &local.free[class];
            let block = list.get();
            if block.is_null() {
                return local.make(class * GRAIN);
            }
            list.set(unsafe { block.cast::<*mut u8>().read() });
            block
        })
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LOCAL.with(|local| {
            local.count(layout.size().wrapping_neg());
            if !is_small(layout) {
                return unsafe { System.dealloc(block, layout) };
            }
            let list = &local.free[layout.size().div_ceil(GRAIN)];
            unsafe { block.cast::<*mut u8>().write(list.get()) };
            list.set(block);
        });
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !is_small(layout) {
            LOCAL.with(|local| {
                local.count(layout.size());
                local.check();
            });
            return unsafe { System.alloc_zeroed(layout) };
        }
        unsafe {
            let block = self.alloc(layout);
            if !block.is_null() {
                block.write_bytes(0, layout.size());
            }
            block
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        unsafe {
            let new = Layout::from_size_align_unchecked(new_size, layout.align());
            match (is_small(layout), is_small(new)) {
                (false, false) => {
                    LOCAL.with(|local| {
                        local.count(new_size.wrapping_sub(layout.size()));
                        local.check();
                    });
                    System.realloc(block, layout, new_size)
                }
                (true, true) if layout.size().div_ceil(GRAIN) == new_size.div_ceil(GRAIN) => {
                    LOCAL.with(|local| local.count(new_size.wrapping_sub(layout.size())));
                    block
                }
                _ => {
                    let other = self.alloc(new);
                    if !other.is_null() {
                        std::ptr::copy_nonoverlapping(block, other, layout.size().min(new_size));
                        self.dealloc(block, layout);
                    }
                    other
                }
            }
        }
    }
}
