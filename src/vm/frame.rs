//! Frames and the stacks they stand on.
//!
//! A fiber owns a value stack in segments that never move, and the records of its frames. A call takes its arguments
//! where they lie; a generator's piece of stack is copied in when it is resumed and out when it suspends. Pointers
//! into a stack are valid as long as the frame they belong to stands.

use std::cell::{Cell, RefCell};

use super::exception::Exc;
use super::native::{NativeFuture, Response};
use super::object::*;

/// Values in the first segment of a fiber's stack.
const SEGMENT: usize = 8 * 1024;

pub struct Segment {
    data: Box<[std::mem::MaybeUninit<Value>]>,
}

impl Segment {
    fn new(len: usize) -> Segment {
        Segment { data: Box::new_uninit_slice(len) }
    }

    pub fn start(&mut self) -> *mut Value {
        self.data.as_mut_ptr().cast()
    }

    pub fn end(&mut self) -> *mut Value {
        unsafe { self.start().add(self.data.len()) }
    }
}

/// What the frame below wants to be done with what a frame gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ret {
    /// The result goes on the stack.
    Push,
    /// The result is dropped (`__setattr__`, `__setitem__`, …).
    Discard,
    /// `__init__`: the result must be None; the instance is on the stack already.
    Init,
    /// The result becomes a bool, negated if asked (`__contains__`).
    Truth { negate: bool },
    /// A generator in a `for`: what it yields goes on the stack; its end pops it and jumps.
    ForIter { target: u32 },
    /// `__next__` of the program in a `for`: `StopIteration` pops the iterator and jumps.
    Next { target: u32 },
    /// A generator or coroutine under `Send`: what it yields, this frame yields; its result replaces it.
    Send,
    /// `send` or `__next__` of the program under `Send`: its result is yielded, `StopIteration` ends it.
    SendCall,
    /// `generator.send`, `next(generator)`: what it yields is the result, its return raises `StopIteration`.
    Resume,
    /// The frame below is native and gets the result.
    NativeValue,
    /// … the next item of a generator.
    NativeNext,
    /// … the next item by `__next__` of the program.
    NativeNextCall,
    /// … the outcome of one resumption.
    NativeResume,
    /// … awaits it: what is yielded goes further out.
    NativeAwait,
    /// … awaits it, an iterator of the program.
    NativeAwaitCall,
    /// `Vm::run` returns: the bottom of a fiber, or a bounded call out of native code.
    Entry,
}

/// A frame of the program's code.
pub struct CodeFrame {
    pub code: Gc<Code>,
    pub globals: Gc<Dict>,
    /// A class body's namespace.
    pub locals: Option<Value>,
    /// The next instruction, while another frame is on top.
    pub ip: u32,
    /// The index of the segment it stands on.
    pub segment: u32,
    /// Everything from here to `sp` is dropped with the frame.
    pub bottom: *mut Value,
    /// Its first slot.
    pub base: *mut Value,
    /// One above the topmost value, while another frame is on top.
    pub sp: *mut Value,
    /// Where the frame below has its top once this one is gone.
    pub ret_sp: *mut Value,
    pub ret: Ret,
    pub generator: Option<Gc<Generator>>,
    /// For a step of an async generator: the awaitable that drives it.
    pub op: Option<Gc<AsyncGenOp>>,
    /// The exception handled outside, while a generator has its own.
    pub outer_handled: Value,
    /// What the program sees of it, if it has looked. A generator's is in its `SavedFrame`.
    pub object: Option<Gc<FrameObject>>,
}

impl CodeFrame {
    /// What the program sees of the frame; made when it is first asked for.
    pub fn object(&mut self) -> Gc<FrameObject> {
        let new = |code: &Gc<Code>, globals: &Gc<Dict>, ip: u32| {
            let (ip, locals, track) = (Cell::new(ip), RefCell::default(), Default::default());
            Gc::new(FrameObject {
                code: code.clone(),
                globals: globals.clone(),
                ip,
                locals,
                back: Slot::new(Value::None),
                track,
            })
        };
        if let Some(generator) = &self.generator
            && let Body::Code(saved) = &mut *generator.body.borrow_mut()
        {
            return saved.object.get_or_insert_with(|| new(&self.code, &self.globals, self.ip)).clone();
        }
        self.object.get_or_insert_with(|| new(&self.code, &self.globals, self.ip)).clone()
    }

    pub fn has_object(&self, object: &Gc<FrameObject>) -> bool {
        if let Some(generator) = &self.generator
            && let Body::Code(saved) = &*generator.body.borrow()
        {
            return saved.object.as_ref().is_some_and(|own| own.is(object));
        }
        self.object.as_ref().is_some_and(|own| own.is(object))
    }

    /// Drops the frame's values: the stack from the top, then the variables in their order.
    ///
    /// # Safety
    /// `sp` is the frame's top, and nobody reads the values afterwards.
    #[inline(always)]
    pub unsafe fn drop_values(&self, sp: *mut Value) {
        unsafe {
            let slots = self.base.add(self.code.slot_count as usize);
            drop_values(slots, sp);
            let mut at = self.base;
            while at < slots {
                std::ptr::drop_in_place(at);
                at = at.add(1);
            }
            drop_values(self.bottom, self.base);
        }
    }
}

/// A frame written in Rust.
pub struct NativeFrame {
    pub future: NativeFuture,
    /// The coroutine or generator it is the body of.
    pub generator: Option<Gc<Generator>>,
    pub ret: Ret,
    pub ret_sp: *mut Value,
    /// What the next poll is given.
    pub response: Option<Response>,
    /// What it awaits, so that the await stack can be shown.
    pub awaiting: Option<Value>,
    pub held: Held,
    pub outer_handled: Value,
    /// The top of the stack below: frames above it start here.
    pub sp: *mut Value,
    pub segment: u32,
}

pub enum Frame {
    Code(CodeFrame),
    Native(Box<NativeFrame>),
}

/// Why a thread of the program does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parked {
    No,
    /// Until this program time in ns, or until it is woken.
    Until(u64),
    /// Until it is woken.
    Forever,
}

/// The main program or a worker thread: a stack of frames that runs by itself.
pub struct Fiber {
    /// 0 is the main program.
    pub id: u32,
    pub frames: Vec<Frame>,
    pub segments: Vec<Segment>,
    /// The exception that the innermost generator, or the fiber itself, is handling; `None` if none.
    pub handled: Value,
    /// Frames of the program's code, against the recursion limit.
    pub depth: u32,
    pub parked: Parked,
    /// `unpark` came before `park`.
    pub wake_token: bool,
    /// Since when it is ready, in ns of program time, and as which of all that became so.
    pub ready: (u64, u64),
    /// The thread's name, for reports.
    pub name: String,
    /// What it is blocked on, and at which line of the program; empty in a pool's worker that has no work.
    pub blocked: Option<(String, u32)>,
    /// `sys.set_asyncgen_hooks`: `firstiter` and `finalizer`, or None.
    pub asyncgen_hooks: (Value, Value),
    /// The current `contextvars.Context`; `Unbound` until it is asked for.
    pub context: Value,
    /// How it ended, once `frames` is empty.
    pub result: Option<Result<Value, Exc>>,
}

impl Fiber {
    pub fn new(id: u32) -> Fiber {
        Fiber {
            id,
            frames: Vec::new(),
            segments: vec![Segment::new(if id == 0 { SEGMENT } else { SEGMENT / 8 })],
            handled: Value::None,
            depth: 0,
            parked: Parked::No,
            wake_token: false,
            ready: (0, 0),
            name: String::new(),
            blocked: None,
            asyncgen_hooks: (Value::None, Value::None),
            context: Value::Unbound,
            result: None,
        }
    }

    /// The innermost frame of Python code that is not a builtin's loop.
    pub fn innermost(&self) -> Option<&CodeFrame> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Code(frame) if frame.code.source.origin != Origin::Builtins => Some(frame),
            _ => None,
        })
    }

    /// Ends the topmost frame, whose values have gone: where it is dropped, it is not moved first.
    #[inline(always)]
    pub fn drop_top(&mut self) {
        if let Some(last) = self.frames.len().checked_sub(1) {
            unsafe {
                self.frames.set_len(last);
                std::ptr::drop_in_place(self.frames.as_mut_ptr().add(last));
            }
        }
    }

    /// The segment and the free place above the topmost frame; valid when every frame's `sp` is saved.
    pub fn top(&mut self) -> (u32, *mut Value) {
        match self.frames.last() {
            Some(Frame::Code(frame)) => (frame.segment, frame.sp),
            Some(Frame::Native(frame)) => (frame.segment, frame.sp),
            None => (0, self.segments[0].start()),
        }
    }

    /// A place for `len` values at `sp`, or at the start of another segment if they do not fit.
    #[inline(always)]
    pub fn reserve(&mut self, segment: u32, sp: *mut Value, len: usize) -> (u32, *mut Value) {
        let end = self.segments[segment as usize].end();
        if (end as usize) - (sp as usize) >= len * size_of::<Value>() {
            return (segment, sp);
        }
        self.next_segment(segment, len)
    }

    #[cold]
    #[inline(never)]
    fn next_segment(&mut self, segment: u32, len: usize) -> (u32, *mut Value) {
        let next = segment as usize + 1;
        // No frame stands on a later segment: it can be replaced by a larger one.
        self.segments.truncate(next + 1);
        if let Some(existing) = self.segments.get_mut(next)
            && existing.data.len() >= len
        {
            return (next as u32, existing.start());
        }
        self.segments.truncate(next);
        self.segments.push(Segment::new(len.max(SEGMENT * 4)));
        (next as u32, self.segments[next].start())
    }
}

/// Drops the values from `start` up to `end`.
///
/// # Safety
/// They are initialised, and nobody reads them afterwards.
#[inline(always)]
pub unsafe fn drop_values(start: *mut Value, end: *mut Value) {
    let mut at = end;
    while at > start {
        unsafe {
            at = at.sub(1);
            std::ptr::drop_in_place(at);
        }
    }
}
