//! The dispatch loop.
//!
//! While a frame runs, its `ip` and `sp` are locals of `run`; they are saved in the frame before anything that can
//! look at it, push another frame or run code of the program. `Vm::run` itself is entered again only for bounded
//! calls out of native code.

pub mod attribute;

pub mod operators;

pub mod call;

pub mod unwind;

pub mod class;

pub mod import;

use super::builtins::{iterators, operators as builtin};
use super::exception::Exc;
use super::frame::{Fiber, Frame, Parked, Ret, drop_values};
use super::native::{self, Args, CallArgs, Request, Response, Resume, Resumed};
use super::object::*;
use super::op::{BinOp, CmpOp, Conversion, Intrinsic, Op};
use super::{Flow, PyResult, Vm, code::CodeSpec, code::Const};
use attribute::Method;
use std::cell::Cell;
use std::rc::Rc;
use unwind::{Outcome, Started, Step};

/// Why `run` came back.
pub enum Exit {
    /// The entry frame left.
    Done(Outcome),
    OutOfFuel,
    /// The fiber is parked.
    Parked,
}

/// How many bounded calls out of native code may be in one another.
const MAX_NESTING: u32 = 60;
/// How many instructions a bounded call may run past the slice: about a second of program time.
const OVERDRAFT: i64 = 40_000_000;

/// `Cache::tag` of attributes.
const INSTANCE_VALUE: u32 = 1;
const CLASS_FUNCTION: u32 = 2;
const MODULE_VALUE: u32 = 3;

/// How many instructions a fiber runs before another one has its turn: 5 ms of program time.
pub(super) const QUANTUM: i64 = 5_000_000 / super::INSTRUCTION_NS as i64;

/// What `advance` came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Advance {
    OutOfFuel,
    /// Nothing to do before this program time.
    WaitUntil(u64),
    /// Every thread waits for another.
    Deadlock,
    /// The main program has ended; `take_result` has how.
    Done,
}

impl Vm {
    /// Runs the program's threads for at most `fuel` instructions. Where the fuel ends has no effect on the program.
    pub fn advance(&mut self, fuel: u64) -> Advance {
        let mut left = i64::try_from(fuel).unwrap_or(i64::MAX);
        loop {
            if self.fiber.id == 0 && self.fiber.frames.is_empty() {
                return Advance::Done;
            }
            if !self.schedule() {
                let until =
                    self.all_parked().filter_map(|p| if let Parked::Until(t) = p { Some(t) } else { None }).min();
                return until.map_or(Advance::Deadlock, Advance::WaitUntil);
            }
            if left <= 0 {
                return Advance::OutOfFuel;
            }
            let slice = if self.fibers.is_empty() { left } else { left.min(self.quantum) };
            self.now();
            self.fuel = slice;
            self.fuel_mark = slice;
            super::memory::settle();
            let mut exit = self.run();
            let used = slice - self.fuel;
            left -= used;
            self.quantum -= used;
            if matches!(exit, Exit::OutOfFuel) && std::mem::take(&mut self.out_of_memory) {
                exit = self.raise_out_of_memory();
            }
            self.now();
            match exit {
                Exit::OutOfFuel | Exit::Parked => {}
                Exit::Done(outcome) => {
                    self.fiber.result = Some(match outcome {
                        Outcome::Return(value) | Outcome::Yield(value) => Ok(value),
                        Outcome::Raise(exc) => Err(exc),
                    });
                    if self.fiber.id == 0 {
                        return Advance::Done;
                    }
                    // A thread that has ended is gone. The main one is there as long as the program.
                    self.fiber.parked = Parked::Forever;
                    let ended = self.fiber.id;
                    if !self.schedule() {
                        self.switch_to(0);
                    }
                    self.fibers.remove(&ended);
                }
            }
        }
    }

    /// Stops the program for a `MemoryError`: it has run out of fuel, too.
    fn stop_for_memory(&mut self) {
        self.out_of_memory = true;
        let fuel = if self.nesting == 0 { 0 } else { -OVERDRAFT };
        // No time passes.
        self.fuel_mark -= self.fuel - fuel;
        self.fuel = fuel;
    }

    /// Raises `MemoryError` where the program stands.
    fn raise_out_of_memory(&mut self) -> Exit {
        super::memory::grant_more();
        let exc = self.memory_error();
        self.set_context(&exc, false);
        self.report_raised(&exc);
        let step = self.raise_step(exc);
        self.settle(step).unwrap_or(Exit::OutOfFuel)
    }

    fn all_parked(&self) -> impl Iterator<Item = Parked> {
        std::iter::once(self.fiber.parked).chain(self.fibers.values().map(|fiber| fiber.parked))
    }

    /// Makes the thread that is to run the current one: the one that runs now until it parks or its time is up, else
    /// the one that has been ready for longest. False if none is ready.
    fn schedule(&mut self) -> bool {
        if self.fiber.parked == Parked::No && (self.quantum > 0 || self.fibers.is_empty()) {
            return true;
        }
        let now = self.now();
        if self.fiber.parked == Parked::No {
            self.fiber.ready = (now, self.next_ready());
        }
        self.quantum = QUANTUM;
        let ready = |fiber: &Fiber| match fiber.parked {
            Parked::No => Some((fiber.ready, fiber.id)),
            Parked::Until(until) if until <= now => Some(((until, fiber.ready.1), fiber.id)),
            Parked::Until(_) | Parked::Forever => None,
        };
        let first = self.fibers.values().chain(std::iter::once(&self.fiber)).filter_map(ready).min();
        let Some((_, id)) = first else { return false };
        self.switch_to(id);
        self.fiber.parked = Parked::No;
        true
    }

    fn switch_to(&mut self, id: u32) {
        if let Some(fiber) = self.fibers.remove(&id) {
            let previous = std::mem::replace(&mut self.fiber, fiber);
            self.fibers.insert(previous.id, previous);
            self.host.switched(id);
        }
    }

    fn next_ready(&mut self) -> u64 {
        self.ready_count += 1;
        self.ready_count
    }

    /// The thread of that number, if it has not ended.
    pub fn fiber_of(&self, id: u32) -> Option<&Fiber> {
        if self.fiber.id == id { Some(&self.fiber) } else { self.fibers.get(&id) }
    }

    /// Wakes a thread that is parked, or the next time it parks. A thread may be woken for no reason of its own: whoever
    /// parks has to look again whether what it waits for is there.
    pub fn unpark(&mut self, id: u32) {
        let ready = (self.now(), self.next_ready());
        let fiber = if self.fiber.id == id { Some(&mut self.fiber) } else { self.fibers.get_mut(&id) };
        if let Some(fiber) = fiber {
            if fiber.parked == Parked::No {
                fiber.wake_token = true;
            } else {
                fiber.parked = Parked::No;
                fiber.ready = ready;
            }
        }
    }

    /// Makes a new thread that begins with the flow; it runs when it gets its turn.
    pub fn spawn(&mut self, flow: Flow, name: &str) -> PyResult<u32> {
        let id = self.next_fiber;
        self.next_fiber += 1;
        let mut new = Fiber::new(id);
        new.name = name.to_owned();
        new.ready = (self.now(), self.next_ready());
        let own = std::mem::replace(&mut self.fiber, new);
        let result = self.start_entry(flow);
        let new = std::mem::replace(&mut self.fiber, own);
        result?;
        self.fibers.insert(id, new);
        Ok(id)
    }

    /// Begins a flow at the bottom of the current fiber.
    pub fn start_entry(&mut self, flow: Flow) -> PyResult<()> {
        let future: native::NativeFuture = Box::pin(async move { super::Cx.flow(flow).await });
        let (_, sp) = self.fiber.top();
        self.push_future(future, Ret::Entry, sp)
    }

    /// Begins the program: the module's code as `__main__`.
    pub fn start_main(&mut self, spec: CodeSpec, source: Rc<Source>) -> PyResult<()> {
        self.program = Some(source.clone());
        for warning in &spec.warnings {
            let line = source.line(warning.line).unwrap_or_default().trim();
            let text = format!("{}:{}: SyntaxWarning: {}\n  {line}\n", source.filename, warning.line, warning.message);
            self.write(super::Stream::Stderr, &text);
        }
        let code = self.make_code(spec, &source);
        let module = self.new_module("__main__");
        let none = Value::None;
        self.set(&module, "__doc__", code.spec.docstring.as_deref().map_or(Value::None, Value::from));
        self.set(&module, "__package__", none.clone());
        self.set(&module, "__loader__", none.clone());
        self.set(&module, "__spec__", none);
        self.set(&module, "__file__", source.filename.as_str());
        let builtins = self.modules.get_text("builtins").unwrap_or(Value::None);
        self.set(&module, "__builtins__", builtins);
        self.set(&module, "__annotations__", Gc::new(Dict::new()));
        let slots = vec![Value::Unbound; code.slot_count as usize];
        let (_, sp) = self.fiber.top();
        self.push_code(code, module.dict.clone(), None, slots, Ret::Entry, sp)
    }

    /// How the main program ended, once `advance` said `Done`.
    pub fn take_result(&mut self) -> Option<PyResult> {
        self.fiber.result.take()
    }

    /// Makes code that can run.
    pub fn make_code(&mut self, mut spec: CodeSpec, source: &Rc<Source>) -> Gc<Code> {
        let consts = std::mem::take(&mut spec.consts).into_iter().map(|c| self.make_const(c, source)).collect();
        let names = spec.names.iter().map(|name| self.intern(name)).collect();
        let flags = spec.flags;
        let slot_count = (spec.varnames.len() + spec.cellvars.len() + spec.freevars.len()) as u32;
        let suspends = flags.generator || flags.coroutine || flags.async_generator;
        let simple = !flags.varargs && !flags.varkeywords && spec.keyword_only == 0 && !suspends;
        let caches = (0..spec.cache_count).map(|_| Cell::default()).collect();
        let cached_values = (0..spec.cache_count).map(|_| Slot::default()).collect();
        Gc::new(Code {
            ops: std::mem::take(&mut spec.ops).into_boxed_slice(),
            consts,
            names,
            caches,
            cached_values,
            source: source.clone(),
            slot_count,
            frame_size: slot_count + spec.stack_size + 4,
            simple,
            spec,
        })
    }

    fn make_const(&mut self, constant: Const, source: &Rc<Source>) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(b) => Value::Bool(b),
            Const::Int(i) => Value::Int(i),
            Const::BigInt(digits) => match digits.parse::<num_bigint::BigInt>() {
                Ok(big) => super::number::int_value(big),
                Err(_) => Value::Int(0),
            },
            Const::Float(f) => Value::Float(f),
            Const::Imaginary(im) => Gc::new(Complex { re: 0.0, im }).into(),
            Const::Str(text) => {
                if text.len() <= 32 {
                    self.intern(&text).into()
                } else {
                    Value::from(text)
                }
            }
            Const::Bytes(data) => Gc::new(Bytes { data: data.into_boxed_slice() }).into(),
            Const::Tuple(items) => {
                let items = items.into_iter().map(|item| self.make_const(item, source)).collect();
                self.tuple(items)
            }
            Const::FrozenSet(items) => {
                let set = Set::new(true);
                for item in items {
                    let value = self.make_const(item, source);
                    // Constants hash without asking the program.
                    let _ = self.set_add(&set, value);
                }
                Gc::new(set).into()
            }
            Const::Code(spec) => self.make_code(*spec, source).into(),
        }
    }

    /// Waits for a flow's result in a bounded run of its own.
    pub fn finish(&mut self, flow: Flow) -> PyResult {
        let flow = match flow {
            Flow::Value(value) => return Ok(value),
            flow => flow,
        };
        if self.nesting >= MAX_NESTING {
            return Err(self.recursion_error("maximum recursion depth exceeded while calling a Python object"));
        }
        self.nesting += 1;
        let (_, sp) = self.fiber.top();
        let mark = self.fiber.frames.len();
        let exit = match self.start(flow, Ret::Entry, sp) {
            Ok(Started::Value(value)) => Exit::Done(Outcome::Return(value)),
            Err(exc) => Exit::Done(Outcome::Raise(exc)),
            Ok(Started::Step(Step::Go)) => self.run(),
            Ok(Started::Step(Step::Exit(outcome))) => Exit::Done(outcome),
            Ok(Started::Step(Step::Raise(exc))) => match self.unwind(exc, true) {
                Step::Exit(outcome) => Exit::Done(outcome),
                _ => self.run(),
            },
        };
        self.nesting -= 1;
        match exit {
            Exit::Done(Outcome::Return(value) | Outcome::Yield(value)) => Ok(value),
            Exit::Done(Outcome::Raise(exc)) => Err(exc),
            Exit::OutOfFuel | Exit::Parked => {
                while self.fiber.frames.len() > mark {
                    self.pop_frame();
                }
                if std::mem::take(&mut self.out_of_memory) {
                    super::memory::grant_more();
                    return Err(self.memory_error());
                }
                Err(self
                    .runtime_error("this ran too long inside a call from builtin code (a comparison, a hash, a sort)"))
            }
        }
    }

    /// The line of the program that runs; 0 if none does.
    pub fn current_line(&self) -> u32 {
        self.fiber
            .frames
            .iter()
            .rev()
            .find_map(|frame| match frame {
                Frame::Code(frame) if frame.code.source.is_program() => {
                    Some(frame.code.position(frame.ip.saturating_sub(1)).line)
                }
                _ => None,
            })
            .unwrap_or(0)
    }

    /// Prints to one of the program's streams.
    pub fn write(&mut self, stream: super::Stream, text: &str) {
        if !text.is_empty() {
            let line = self.current_line();
            let now = self.now();
            self.host.output(now, self.fiber.id, stream, text, line);
        }
    }

    /// Runs the finalisers of what has died, and the callbacks of weak references.
    #[cold]
    #[inline(never)]
    pub fn finalize_dying(&mut self) {
        if super::memory::is_exhausted() && !self.out_of_memory {
            if self.collects && !self.finalizing {
                self.collect_cycles(true);
            }
            if super::memory::is_exhausted() {
                self.stop_for_memory();
            }
        }
        if self.finalizing {
            return;
        }
        if self.collects && super::collect::is_requested() {
            self.collect_cycles(super::memory::has_grown());
        }
        self.finalizing = true;
        while super::value::has_dying() {
            for obj in super::value::take_dying() {
                let value = Value::Obj(obj);
                self.finalize(&value);
            }
            for reference in super::weak::take_callbacks() {
                let callback = reference.callback.replace(Value::None);
                if let Err(exc) = self.call(&callback, [reference.value()]) {
                    self.write_unraisable(&exc, &callback);
                }
            }
        }
        self.finalizing = false;
    }

    /// Runs frames until the entry frame leaves, the fuel is used up or the fiber parks.
    pub(super) fn run(&mut self) -> Exit {
        'frame: loop {
            if super::value::has_dying() {
                self.finalize_dying();
            }
            let Some(Frame::Code(frame)) = self.fiber.frames.last_mut() else {
                match self.run_native() {
                    Ok(()) => continue 'frame,
                    Err(exit) => return exit,
                }
            };
            let code: *const Code = &*frame.code;
            let code: &Code = unsafe { &*code };
            let ops: *const Op = code.ops.as_ptr();
            let base: *mut Value = frame.base;
            let mut sp: *mut Value = frame.sp;
            let mut ip: usize = frame.ip as usize;
            debug_assert!(sp >= base);

            macro_rules! frame {
                () => {
                    match self.fiber.frames.last_mut() {
                        Some(Frame::Code(frame)) => frame,
                        // The frame that runs is on top.
                        _ => unsafe { std::hint::unreachable_unchecked() },
                    }
                };
            }
            macro_rules! save {
                () => {{
                    let frame = frame!();
                    frame.ip = ip as u32;
                    frame.sp = sp;
                }};
            }
            macro_rules! push {
                ($value:expr) => {{
                    let value: Value = $value;
                    unsafe {
                        sp.write(value);
                        sp = sp.add(1);
                    }
                }};
            }
            macro_rules! pop {
                () => {
                    unsafe {
                        sp = sp.sub(1);
                        Value::read(sp)
                    }
                };
            }
            macro_rules! drop_top {
                () => {
                    unsafe {
                        sp = sp.sub(1);
                        std::ptr::drop_in_place(sp);
                    }
                };
            }
            // Pushes what is in memory already.
            macro_rules! push_moved {
                ($value:expr) => {{
                    let value = std::mem::ManuallyDrop::new($value);
                    push!(unsafe { Value::read(&*value) })
                }};
            }
            // The `n`-th value from the top, 1 being the top.
            macro_rules! peek {
                ($n:expr) => {
                    unsafe { &mut *sp.sub($n) }
                };
            }
            macro_rules! local {
                ($index:expr) => {
                    unsafe { &mut *base.add($index as usize) }
                };
            }
            macro_rules! deref {
                ($index:expr) => {{
                    let slot = unsafe { &*base.add(code.spec.varnames.len() + $index as usize) };
                    match slot {
                        Value::Obj(obj) => unsafe { obj.downcast_unchecked::<CellObject>() },
                        _ => unreachable!("the slots after the locals hold cells"),
                    }
                }};
            }
            // Goes on after something that may have put a frame on top: its value, if it is known, is pushed.
            macro_rules! started {
                ($result:expr, $label:lifetime) => {
                    match $result {
                        Ok(Started::Value(value)) => push!(value),
                        Ok(Started::Step(Step::Go)) => continue 'frame,
                        Ok(Started::Step(step)) => match self.settle(step) {
                            Some(exit) => return exit,
                            None => continue 'frame,
                        },
                        Err(exc) => break $label exc,
                    }
                };
            }
            // Pops the operands (`$n`), then begins the flow; its result is pushed.
            macro_rules! flow {
                ($n:expr, $flow:expr, $label:lifetime) => {{
                    save!();
                    match $flow {
                        Ok(Flow::Value(value)) => {
                            unsafe { drop_values(sp.sub($n), sp) };
                            sp = unsafe { sp.sub($n) };
                            push_moved!(value);
                        }
                        Ok(flow) => {
                            unsafe { drop_values(sp.sub($n), sp) };
                            sp = unsafe { sp.sub($n) };
                            save!();
                            started!(self.start(flow, Ret::Push, sp), $label);
                        }
                        Err(exc) => break $label exc,
                    }
                }};
            }
            // As `flow`, and the result is of no interest.
            macro_rules! flow_discard {
                ($n:expr, $flow:expr, $label:lifetime) => {{
                    save!();
                    match $flow {
                        Ok(Flow::Value(_)) => {
                            unsafe { drop_values(sp.sub($n), sp) };
                            sp = unsafe { sp.sub($n) };
                        }
                        Ok(flow) => {
                            unsafe { drop_values(sp.sub($n), sp) };
                            sp = unsafe { sp.sub($n) };
                            save!();
                            match self.start(flow, Ret::Discard, sp) {
                                Ok(Started::Value(_)) => {}
                                Ok(Started::Step(Step::Go)) => continue 'frame,
                                Ok(Started::Step(step)) => match self.settle(step) {
                                    Some(exit) => return exit,
                                    None => continue 'frame,
                                },
                                Err(exc) => break $label exc,
                            }
                        }
                        Err(exc) => break $label exc,
                    }
                }};
            }
            macro_rules! step {
                ($step:expr) => {
                    match $step {
                        Step::Go => continue 'frame,
                        step => match self.settle(step) {
                            Some(exit) => return exit,
                            None => continue 'frame,
                        },
                    }
                };
            }
            macro_rules! check {
                ($result:expr, $label:lifetime) => {{
                    save!();
                    match $result {
                        Ok(value) => value,
                        Err(exc) => break $label exc,
                    }
                }};
            }
            // The truth of the top. Where the program has to be asked, its answer takes the top's place and the
            // instruction runs again.
            macro_rules! truth {
                ($label:lifetime) => {
                    match self.quick_truth(peek!(1)) {
                        Some(truth) => truth,
                        None => {
                            save!();
                            let flow = match self.truth_flow(peek!(1)) {
                                Ok(flow) => flow,
                                Err(exc) => break $label exc,
                            };
                            ip -= 1;
                            drop(pop!());
                            save!();
                            started!(self.start(flow, Ret::Push, sp), $label);
                            continue;
                        }
                    }
                };
            }

            let exc: Exc = 'raise: loop {
                self.fuel -= 1;
                if self.fuel < 0 {
                    if self.nesting == 0 {
                        save!();
                        // What native code has overdrawn stays charged; this instruction has not run.
                        self.fuel += 1;
                        return Exit::OutOfFuel;
                    }
                    if self.fuel < -OVERDRAFT {
                        save!();
                        return Exit::OutOfFuel;
                    }
                }
                let op = unsafe { *ops.add(ip) };
                ip += 1;
                match op {
                    Op::Nop => {}
                    Op::Pop => {
                        drop_top!();
                        if super::value::has_dying() {
                            save!();
                            self.finalize_dying();
                        }
                    }
                    Op::Copy(n) => push!(peek!(n as usize).clone()),
                    Op::Swap(n) => unsafe { std::ptr::swap(sp.sub(1), sp.sub(n as usize)) },
                    Op::PushUnbound => push!(Value::Unbound),

                    Op::LoadConst(index) => push!(unsafe { code.consts.get_unchecked(index as usize) }.clone()),
                    Op::LoadInt(value) => push!(Value::Int(value as i64)),
                    Op::LoadFast(index) => {
                        let value = local!(index).clone();
                        if value.is_unbound() {
                            save!();
                            break 'raise self.unbound_local(&code.spec.varnames[index as usize]);
                        }
                        push!(value);
                    }
                    Op::LoadFastLoadFast(a, b) => {
                        let (x, y) = (local!(a).clone(), local!(b).clone());
                        if x.is_unbound() || y.is_unbound() {
                            save!();
                            let index = if x.is_unbound() { a } else { b };
                            break 'raise self.unbound_local(&code.spec.varnames[index as usize]);
                        }
                        push!(x);
                        push!(y);
                    }
                    Op::StoreFast(index) => {
                        let old = std::mem::replace(local!(index), pop!());
                        if let Value::Obj(_) = old {
                            drop(old);
                            if super::value::has_dying() {
                                save!();
                                self.finalize_dying();
                            }
                        }
                    }
                    Op::DeleteFast(index) => {
                        if local!(index).take().is_unbound() {
                            save!();
                            break 'raise self.unbound_local(&code.spec.varnames[index as usize]);
                        }
                        if super::value::has_dying() {
                            save!();
                            self.finalize_dying();
                        }
                    }
                    Op::LoadFastAndClear(index) => push!(local!(index).take()),
                    Op::RestoreFast(index) => *local!(index) = pop!(),
                    Op::NewCell(index) => {
                        let slot = unsafe { &mut *base.add(code.spec.varnames.len() + index as usize) };
                        *slot = Gc::new(CellObject::new(Value::Unbound)).into();
                    }
                    Op::LoadCell(index) => push!(Gc::value(deref!(index))),
                    Op::LoadDeref(index) => {
                        let value = deref!(index).value.get();
                        if value.is_unbound() {
                            save!();
                            break 'raise self.unbound_deref(code, index as usize);
                        }
                        push!(value);
                    }
                    Op::StoreDeref(index) => {
                        let value = pop!();
                        deref!(index).value.set(value);
                    }
                    Op::DeleteDeref(index) => {
                        if deref!(index).value.replace(Value::Unbound).is_unbound() {
                            save!();
                            break 'raise self.unbound_deref(code, index as usize);
                        }
                    }
                    Op::LoadClassDeref { deref, name } => {
                        save!();
                        let found = check!(self.class_local(&code.names[name as usize]), 'raise);
                        match found.or_else(|| deref!(deref).value.bound()) {
                            Some(value) => push!(value),
                            None => break 'raise self.unbound_deref(code, deref as usize),
                        }
                    }
                    Op::LoadGlobal { cache, name } => {
                        let globals = &frame!().globals;
                        let cached = unsafe { code.caches.get_unchecked(cache as usize) }.get();
                        if cached.version == globals.version() {
                            if cached.tag == 0 {
                                if let Some(value) = globals.value_at(cached.index) {
                                    push!(value);
                                    continue;
                                }
                            } else if cached.tag == self.builtins.version()
                                && let Some(value) = self.builtins.value_at(cached.index)
                            {
                                push!(value);
                                continue;
                            }
                        }
                        let name = &code.names[name as usize];
                        let slot = &code.caches[cache as usize];
                        if let Some(index) = globals.find_str(name) {
                            slot.set(Cache { version: globals.version(), tag: 0, index: index as u32 });
                            push!(globals.value_at(index as u32).unwrap_or(Value::None));
                        } else if let Some(index) = self.builtins.find_str(name) {
                            slot.set(Cache {
                                version: globals.version(),
                                tag: self.builtins.version(),
                                index: index as u32,
                            });
                            push!(self.builtins.value_at(index as u32).unwrap_or(Value::None));
                        } else {
                            save!();
                            break 'raise self.name_error(name.as_str());
                        }
                    }
                    Op::StoreGlobal(name) => {
                        let value = pop!();
                        frame!().globals.set_str(&code.names[name as usize], value);
                        if super::value::has_dying() {
                            save!();
                            self.finalize_dying();
                        }
                    }
                    Op::DeleteGlobal(name) => {
                        let name = &code.names[name as usize];
                        if frame!().globals.remove_str(name).is_none() {
                            save!();
                            break 'raise self.name_error(name.as_str());
                        }
                        if super::value::has_dying() {
                            save!();
                            self.finalize_dying();
                        }
                    }
                    Op::LoadName(name) => {
                        let name = &code.names[name as usize];
                        let local = check!(self.class_local(name), 'raise);
                        let found = local.or_else(|| frame!().globals.get_str(name));
                        let found = found.or_else(|| {
                            let globals = frame!().globals.clone();
                            self.builtins_of(&globals).get_str(name)
                        });
                        match found {
                            Some(value) => push!(value),
                            None => break 'raise self.name_error(name.as_str()),
                        }
                    }
                    Op::StoreName(name) => {
                        let name = &code.names[name as usize];
                        let value = pop!();
                        save!();
                        match frame!().locals.clone() {
                            Some(locals) => match locals.downcast::<Dict>() {
                                Some(dict) => dict.set_str(name, value),
                                None => check!(self.set_item(&locals, &name.value(), value), 'raise),
                            },
                            None => frame!().globals.set_str(name, value),
                        }
                    }
                    Op::DeleteName(name) => {
                        let name = &code.names[name as usize];
                        let locals = frame!().locals.clone();
                        let removed = match locals.as_ref().and_then(|l| l.downcast::<Dict>()) {
                            Some(dict) => dict.remove_str(name).is_some(),
                            None => match &locals {
                                Some(locals) => {
                                    check!(self.del_item(locals, &name.value()), 'raise);
                                    true
                                }
                                None => frame!().globals.remove_str(name).is_some(),
                            },
                        };
                        if !removed {
                            save!();
                            break 'raise self.name_error(name.as_str());
                        }
                    }

                    Op::LoadAttr { cache, name } => {
                        let name = unsafe { code.names.get_unchecked(name as usize) };
                        if let Some(instance) = peek!(1).downcast::<Instance>() {
                            let cached = unsafe { code.caches.get_unchecked(cache as usize) }.get();
                            let class = instance.class.borrow();
                            if cached.tag == INSTANCE_VALUE
                                && cached.version == class.version.get()
                                && let Some(dict) = instance.dict.get()
                                && let Some(value) = dict.value_if_key(cached.index, name)
                            {
                                drop(class);
                                *peek!(1) = value;
                                continue;
                            }
                            drop(class);
                            let instance = instance.clone();
                            self.cache_attribute(&instance, name, &code.caches[cache as usize]);
                        } else if let Some(value) = self.module_value(code, peek!(1), cache, name) {
                            *peek!(1) = value;
                            continue;
                        }
                        flow!(1, self.attr_flow(peek!(1), name), 'raise);
                    }
                    Op::LoadMethod { cache, name } => {
                        let name = unsafe { code.names.get_unchecked(name as usize) };
                        let cached = unsafe { code.caches.get_unchecked(cache as usize) }.get();
                        if cached.tag == CLASS_FUNCTION {
                            let hit = match peek!(1).downcast::<Instance>() {
                                Some(instance) => {
                                    cached.version == instance.class.borrow().version.get()
                                        && instance.dict.get().is_none_or(|dict| dict.find_str(name).is_none())
                                }
                                None => cached.version == self.class_version(peek!(1)),
                            };
                            if hit {
                                let this = pop!();
                                push!(unsafe { code.cached_values.get_unchecked(cache as usize) }.get());
                                push!(this);
                                continue;
                            }
                        }
                        if let Some(value) = self.module_value(code, peek!(1), cache, name) {
                            *peek!(1) = value;
                            push!(Value::Unbound);
                            continue;
                        }
                        match check!(self.method_flow(peek!(1), name), 'raise) {
                            Method::Unbound(function) => {
                                let this = pop!();
                                code.caches[cache as usize].set(Cache {
                                    version: self.class_version(&this),
                                    tag: CLASS_FUNCTION,
                                    index: 0,
                                });
                                code.cached_values[cache as usize].set(function.clone());
                                push!(function);
                                push!(this);
                            }
                            Method::Bound(Flow::Value(attr)) => {
                                drop(pop!());
                                push!(attr);
                                push!(Value::Unbound);
                            }
                            Method::Bound(flow) => {
                                // The result takes the object's place; the `self` slot is pushed above it by a second
                                // run of the instruction's end, which a bounded call spares.
                                let attr = check!(self.finish(flow), 'raise);
                                drop(pop!());
                                push!(attr);
                                push!(Value::Unbound);
                            }
                        }
                    }
                    Op::StoreAttr { cache, name } => {
                        let name = unsafe { code.names.get_unchecked(name as usize) };
                        if let Some(instance) = peek!(1).downcast::<Instance>() {
                            let cached = unsafe { code.caches.get_unchecked(cache as usize) }.get();
                            let class = instance.class.borrow();
                            if cached.tag == INSTANCE_VALUE && cached.version == class.version.get() {
                                let dict = instance.dict();
                                let value = peek!(2).take();
                                if let Err(value) = dict.set_if_key(cached.index, name, value) {
                                    // Nothing on the class has a say, so the instance gets it.
                                    dict.set_str(name, value);
                                }
                                drop(class);
                                drop(pop!());
                                drop(pop!());
                                continue;
                            }
                            drop(class);
                            let instance = instance.clone();
                            self.cache_store(&instance, name, &code.caches[cache as usize]);
                        }
                        let value = peek!(2).clone();
                        flow_discard!(2, self.set_attr_flow(peek!(1), name, Some(value)), 'raise);
                    }
                    Op::DeleteAttr(name) => {
                        flow_discard!(1, self.set_attr_flow(peek!(1), &code.names[name as usize], None), 'raise);
                    }
                    Op::LoadItem => {
                        if let (Value::Obj(obj), Value::Int(index)) = (peek!(2), peek!(1))
                            && let Some(list) = obj.downcast::<List>()
                        {
                            let items = list.items.borrow();
                            let index = if *index < 0 { *index + items.len() as i64 } else { *index };
                            if let Some(value) = items.get(index as usize).filter(|_| index >= 0).cloned() {
                                drop(items);
                                sp = unsafe { sp.sub(1) };
                                *peek!(1) = value;
                                continue;
                            }
                        }
                        flow!(2, self.item_flow(peek!(2), peek!(1)), 'raise);
                    }
                    Op::StoreItem => {
                        if let (Value::Obj(obj), Value::Int(index)) = (peek!(2), peek!(1))
                            && let Some(list) = obj.downcast::<List>()
                        {
                            let mut items = list.items.borrow_mut();
                            let index = if *index < 0 { *index + items.len() as i64 } else { *index };
                            if index >= 0
                                && let Some(slot) = items.get_mut(index as usize)
                            {
                                let old = std::mem::replace(slot, peek!(3).take());
                                drop(items);
                                drop(old);
                                unsafe { drop_values(sp.sub(3), sp) };
                                sp = unsafe { sp.sub(3) };
                                continue;
                            }
                        }
                        let value = peek!(3).clone();
                        flow_discard!(3, self.set_item_flow(peek!(2), peek!(1), Some(value)), 'raise);
                    }
                    Op::DeleteItem => flow_discard!(2, self.set_item_flow(peek!(2), peek!(1), None), 'raise),

                    Op::Binary(operator) | Op::InPlace(operator) => {
                        let quick = match (peek!(2), peek!(1)) {
                            (Value::Int(a), Value::Int(b)) => quick_int(operator, *a, *b),
                            (Value::Float(a), Value::Float(b)) => quick_float(operator, *a, *b),
                            (Value::Float(a), Value::Int(b)) => quick_float(operator, *a, *b as f64),
                            (Value::Int(a), Value::Float(b)) => quick_float(operator, *a as f64, *b),
                            _ => None,
                        };
                        if let Some(value) = quick {
                            sp = unsafe { sp.sub(1) };
                            // Both operands are immediates.
                            unsafe { sp.sub(1).write(value) };
                            continue;
                        }
                        let in_place = matches!(op, Op::InPlace(_));
                        flow!(2, self.binary_flow(operator, peek!(2), peek!(1), in_place), 'raise);
                    }
                    Op::Compare(operator) => {
                        let quick = match (peek!(2), peek!(1)) {
                            (Value::Int(a), Value::Int(b)) => Some(operator.holds((*a).cmp(&*b))),
                            (Value::Float(a), Value::Float(b)) => Some(quick_compare(operator, *a, *b)),
                            _ => None,
                        };
                        if let Some(truth) = quick {
                            sp = unsafe { sp.sub(1) };
                            unsafe { sp.sub(1).write(Value::Bool(truth)) };
                            continue;
                        }
                        flow!(2, self.compare_flow(operator, peek!(2), peek!(1)), 'raise);
                    }
                    Op::Is { not } => {
                        let (b, a) = (pop!(), pop!());
                        push!(Value::Bool(a.is(&b) != not));
                    }
                    Op::Contains { not } => {
                        save!();
                        match self.contains_flow(peek!(1), peek!(2)) {
                            Ok(Flow::Value(Value::Bool(found))) => {
                                drop(pop!());
                                drop(pop!());
                                push!(Value::Bool(found != not));
                            }
                            Ok(flow) => {
                                drop(pop!());
                                drop(pop!());
                                save!();
                                match self.start(flow, Ret::Truth { negate: not }, sp) {
                                    Ok(Started::Value(value)) => {
                                        let truth = check!(self.truth(&value), 'raise);
                                        push!(Value::Bool(truth != not));
                                    }
                                    other => started!(other, 'raise),
                                }
                            }
                            Err(exc) => break 'raise exc,
                        }
                    }
                    Op::Negative => {
                        if let Value::Int(i) = peek!(1)
                            && let Some(negative) = i.checked_neg()
                        {
                            *peek!(1) = Value::Int(negative);
                            continue;
                        }
                        flow!(1, self.unary_flow(builtin::UnaryOp::Neg, peek!(1)), 'raise);
                    }
                    Op::Positive => flow!(1, self.unary_flow(builtin::UnaryOp::Pos, peek!(1)), 'raise),
                    Op::Invert => flow!(1, self.unary_flow(builtin::UnaryOp::Invert, peek!(1)), 'raise),
                    Op::Not => {
                        let truth = truth!('raise);
                        *peek!(1) = Value::Bool(!truth);
                    }

                    Op::BuildTuple(n) => {
                        let items = unsafe { take_values(&mut sp, n as usize) };
                        push!(self.tuple(items));
                    }
                    Op::BuildList(n) => {
                        let items = unsafe { take_values(&mut sp, n as usize) };
                        push!(Value::from(items));
                    }
                    Op::BuildSet(n) => {
                        let set = Set::new(false);
                        save!();
                        for i in (1..=n as usize).rev() {
                            check!(self.set_add(&set, peek!(i).clone()), 'raise);
                        }
                        unsafe { drop_values(sp.sub(n as usize), sp) };
                        sp = unsafe { sp.sub(n as usize) };
                        push!(Gc::new(set).into());
                    }
                    Op::BuildMap(n) => {
                        let dict = Dict::new();
                        let n = 2 * n as usize;
                        save!();
                        for i in (1..=n / 2).rev() {
                            let (key, value) = (peek!(2 * i).clone(), peek!(2 * i - 1).clone());
                            check!(self.dict_set(&dict, key, value), 'raise);
                        }
                        unsafe { drop_values(sp.sub(n), sp) };
                        sp = unsafe { sp.sub(n) };
                        push!(Gc::new(dict).into());
                    }
                    Op::BuildString(n) => {
                        let items = unsafe { take_values(&mut sp, n as usize) };
                        let mut text =
                            String::with_capacity(items.iter().map(|s| s.str().map_or(0, |s| s.as_str().len())).sum());
                        for item in &items {
                            text.push_str(item.as_str().unwrap_or_default());
                        }
                        push!(Value::from(text));
                    }
                    Op::BuildSlice(n) => {
                        let step = if n == 3 { pop!() } else { Value::None };
                        let stop = pop!();
                        let start = pop!();
                        push!(Gc::new(Slice { start, stop, step }).into());
                    }
                    Op::ListAppend(depth) => {
                        let value = pop!();
                        match peek!(depth as usize).downcast::<List>() {
                            Some(list) => {
                                let mut items = list.items.borrow_mut();
                                if items.len() == items.capacity()
                                    && items.len() >= self.memory_limit / size_of::<Value>()
                                {
                                    drop(items);
                                    save!();
                                    break 'raise self.memory_error();
                                }
                                items.push(value);
                            }
                            None => unreachable!("the compiler put a list there"),
                        }
                    }
                    Op::SetAdd(depth) => {
                        let value = pop!();
                        let set =
                            peek!(depth as usize).downcast::<Set>().expect("the compiler put a set there").clone();
                        check!(self.set_add(&set, value), 'raise);
                    }
                    Op::MapAdd(depth) => {
                        let value = pop!();
                        let key = pop!();
                        let dict =
                            peek!(depth as usize).downcast::<Dict>().expect("the compiler put a dict there").clone();
                        check!(self.dict_set(&dict, key, value), 'raise);
                    }
                    Op::ListExtend => flow_discard!(1, self.list_extend_flow(peek!(2), peek!(1), None), 'raise),
                    Op::ArgsExtend => {
                        let function = peek!(4).clone();
                        flow_discard!(1, self.list_extend_flow(peek!(2), peek!(1), Some(function)), 'raise);
                    }
                    Op::SetUpdate => flow_discard!(1, self.set_update_flow(peek!(2), peek!(1)), 'raise),
                    Op::DictUpdate => flow_discard!(1, self.dict_update_flow(peek!(2), peek!(1), None), 'raise),
                    Op::DictMerge => {
                        let function = peek!(5).clone();
                        flow_discard!(1, self.dict_update_flow(peek!(2), peek!(1), Some(function)), 'raise);
                    }
                    Op::ListToTuple => {
                        let list = pop!();
                        let items = list.downcast::<List>().expect("the compiler put a list there").items.take();
                        push!(self.tuple(items));
                    }
                    Op::UnpackSequence(n) => {
                        let n = n as usize;
                        let value = pop!();
                        let items: Option<&[Value]> = match value.view() {
                            View::Tuple(tuple) => Some(&tuple.items),
                            _ => None,
                        };
                        if let Some(items) = items
                            && items.len() == n
                        {
                            for item in items.iter().rev() {
                                push!(item.clone());
                            }
                            continue;
                        }
                        save!();
                        match self.unpack_flow(&value, n, None) {
                            Ok(Flow::Value(list)) => {
                                let list = list.downcast::<List>().expect("unpacking gives a list").clone();
                                for item in list.items.take().into_iter().rev() {
                                    push!(item);
                                }
                            }
                            Ok(flow) => {
                                // The list of exactly `n` items comes back here, and is unpacked by a second run.
                                ip -= 1;
                                save!();
                                started!(self.start(flow, Ret::Push, sp), 'raise);
                            }
                            Err(exc) => break 'raise exc,
                        }
                    }
                    Op::UnpackEx { before, after } => {
                        let value = pop!();
                        save!();
                        match self.unpack_flow(&value, before as usize, Some(after as usize)) {
                            Ok(Flow::Value(list)) => {
                                let list = list.downcast::<List>().expect("unpacking gives a list").clone();
                                let mut items = list.items.take();
                                let tail = items.split_off(items.len() - after as usize);
                                let middle = items.split_off(before as usize);
                                for item in tail.into_iter().rev() {
                                    push!(item);
                                }
                                push!(Value::from(middle));
                                for item in items.into_iter().rev() {
                                    push!(item);
                                }
                            }
                            Ok(flow) => {
                                ip -= 1;
                                save!();
                                started!(self.start(flow, Ret::Push, sp), 'raise);
                            }
                            Err(exc) => break 'raise exc,
                        }
                    }
                    Op::Format { conversion, has_spec } => {
                        if !has_spec
                            && conversion != Conversion::Repr
                            && conversion != Conversion::Ascii
                            && peek!(1).str().is_some()
                        {
                            continue;
                        }
                        let operands = 1 + has_spec as usize;
                        let flow = {
                            save!();
                            let spec =
                                if has_spec { peek!(1).as_str().unwrap_or_default().to_owned() } else { String::new() };
                            self.format_field(peek!(operands), conversion, spec)
                        };
                        flow!(operands, flow, 'raise);
                    }

                    Op::Jump(target) => {
                        ip = target as usize;
                        // A loop may do nothing else that looks for the end of the memory.
                        if super::value::has_dying() {
                            save!();
                            self.finalize_dying();
                        }
                    }
                    Op::PopJumpIfFalse(target) => {
                        let truth = truth!('raise);
                        drop_top!();
                        if !truth {
                            ip = target as usize;
                        }
                    }
                    Op::PopJumpIfTrue(target) => {
                        let truth = truth!('raise);
                        drop_top!();
                        if truth {
                            ip = target as usize;
                        }
                    }
                    Op::PopJumpIfNone(target) => {
                        if pop!().is_none() {
                            ip = target as usize;
                        }
                    }
                    Op::PopJumpIfNotNone(target) => {
                        if !pop!().is_none() {
                            ip = target as usize;
                        }
                    }
                    Op::JumpIfFalseOrPop(target) => {
                        // The value itself is the result, so it stays while its truth is found.
                        let truth = match self.quick_truth(peek!(1)) {
                            Some(truth) => truth,
                            None => check!(self.truth(peek!(1)), 'raise),
                        };
                        if truth {
                            drop(pop!());
                        } else {
                            ip = target as usize;
                        }
                    }
                    Op::JumpIfTrueOrPop(target) => {
                        let truth = match self.quick_truth(peek!(1)) {
                            Some(truth) => truth,
                            None => check!(self.truth(peek!(1)), 'raise),
                        };
                        if truth {
                            ip = target as usize;
                        } else {
                            drop(pop!());
                        }
                    }
                    Op::GetIter => {
                        if matches!(peek!(1).view(), View::Iter(_)) {
                            continue;
                        }
                        flow!(1, self.iter_flow(peek!(1)), 'raise);
                    }
                    Op::ForIter(target) => match peek!(1).view() {
                        View::Iter(iter) => {
                            if let IterState::Range { next, step, left } = &mut *iter.state.borrow_mut()
                                && *left > 0
                            {
                                let value = *next;
                                *next = next.wrapping_add(*step);
                                *left -= 1;
                                push!(Value::Int(value));
                                continue;
                            }
                            let iter = iter.clone();
                            match check!(iterators::next(self, &iter), 'raise) {
                                Some(value) => push_moved!(value),
                                None => {
                                    drop(pop!());
                                    ip = target as usize;
                                }
                            }
                        }
                        View::Generator(generator) => {
                            save!();
                            let generator: *const Gc<Generator> = generator;
                            // The iterator stays on the stack.
                            if self.resume_in_for(unsafe { &*generator }, target, sp) {
                                continue 'frame;
                            }
                            let generator = unsafe { &*generator }.clone();
                            match self.resume(&generator, Resume::Send(Value::None), Ret::ForIter { target }, sp, None)
                            {
                                Ok(step) => step!(step),
                                Err(exc) => break 'raise exc,
                            }
                        }
                        _ => {
                            save!();
                            let started =
                                self.next_flow(peek!(1)).and_then(|flow| self.start(flow, Ret::Next { target }, sp));
                            match started {
                                Err(exc) if exc.is(&self.types.stop_iteration) => {
                                    drop(pop!());
                                    ip = target as usize;
                                }
                                other => started!(other, 'raise),
                            }
                        }
                    },

                    Op::Call(argc) => {
                        let argc = argc as usize;
                        let callable = unsafe { &*sp.sub(argc + 2) };
                        match callable.view() {
                            View::Function(function) => {
                                let this = unsafe { sp.sub(argc + 1) };
                                let first = if unsafe { &*this }.is_unbound() { unsafe { this.add(1) } } else { this };
                                if function.code.simple {
                                    let function: *const Gc<Function> = function;
                                    let bottom = unsafe { sp.sub(argc + 2) };
                                    save!();
                                    // The callable lies below the arguments.
                                    match self.enter(unsafe { &*function }, first, bottom, sp, Ret::Push) {
                                        Ok(true) => continue 'frame,
                                        Ok(false) => {}
                                        Err(exc) => break 'raise exc,
                                    }
                                }
                            }
                            View::BoundMethod(method) if unsafe { &*sp.sub(argc + 1) }.is_unbound() => {
                                // As if the method had been loaded for this call.
                                let method = method.clone();
                                unsafe {
                                    *sp.sub(argc + 1) = method.this.clone();
                                    *sp.sub(argc + 2) = method.func.clone();
                                }
                                ip -= 1;
                                continue;
                            }
                            View::Native(native) => {
                                let this = unsafe { &mut *sp.sub(argc + 1) };
                                let func = native.func;
                                let start = if native.this.is_unbound() {
                                    unsafe { sp.sub(argc) }
                                } else {
                                    *this = native.this.clone();
                                    unsafe { sp.sub(argc + 1) }
                                };
                                let args = unsafe { std::slice::from_raw_parts(start, sp.offset_from(start) as usize) };
                                if super::value::has_dying() {
                                    save!();
                                    self.finalize_dying();
                                }
                                flow!(argc + 2, self.call_native(func, Args { values: args, names: None }), 'raise);
                                continue;
                            }
                            View::NativeMethod(native) => {
                                let bound = !unsafe { &*sp.sub(argc + 1) }.is_unbound();
                                let func = native.func;
                                let start = if bound { unsafe { sp.sub(argc + 1) } } else { unsafe { sp.sub(argc) } };
                                let args = unsafe { std::slice::from_raw_parts(start, sp.offset_from(start) as usize) };
                                if super::value::has_dying() {
                                    save!();
                                    self.finalize_dying();
                                }
                                if !bound {
                                    check!(self.check_receiver(native, args), 'raise);
                                }
                                flow!(argc + 2, self.call_native(func, Args { values: args, names: None }), 'raise);
                                continue;
                            }
                            View::Class(class) => {
                                let class = class.clone();
                                let kind = self.hooks(&class).call;
                                let this = unsafe { sp.sub(argc + 1) };
                                if !unsafe { &*this }.is_unbound() {
                                    // A class that was looked up as a method: an odd case.
                                } else if kind == ClassCall::NativeNew {
                                    if let Some(new) = self.lookup(&class, &self.names.new)
                                        && let View::NativeMethod(new) = new.view()
                                    {
                                        unsafe { *this = class.value() };
                                        let args = unsafe { std::slice::from_raw_parts(this, argc + 1) };
                                        let args = Args { values: args, names: None };
                                        flow!(argc + 2, self.call_native(new.func, args), 'raise);
                                        continue;
                                    }
                                } else if kind == ClassCall::Init {
                                    if let Some(init) = self.lookup(&class, &self.names.init)
                                        && let View::Function(init) = init.view()
                                    {
                                        // The instance is the result, and `self` of `__init__`.
                                        let instance: Value = Instance::new(class, Payload::None).into();
                                        unsafe {
                                            *this.sub(1) = instance.clone();
                                            *this = instance;
                                        }
                                        save!();
                                        if init.code.simple {
                                            match self.enter(init, this, this, sp, Ret::Init) {
                                                Ok(true) => continue 'frame,
                                                Ok(false) => {}
                                                Err(exc) => break 'raise exc,
                                            }
                                        }
                                        let args = unsafe { take_values(&mut sp, argc + 1) };
                                        save!();
                                        match self.start_function(init, CallArgs::from(args), Ret::Init, sp) {
                                            Ok(Started::Value(value)) => {
                                                let text = format!(
                                                    "__init__() should return None, not '{}'",
                                                    self.class_name(&value)
                                                );
                                                break 'raise self.type_error(text);
                                            }
                                            other => started!(other, 'raise),
                                        }
                                        continue;
                                    }
                                } else if argc == 1 && class.is(&self.types.type_) {
                                    let class = self.class_of(peek!(1));
                                    unsafe { drop_values(sp.sub(3), sp) };
                                    sp = unsafe { sp.sub(3) };
                                    push!(class.value());
                                    continue;
                                }
                            }
                            _ => {}
                        }
                        save!();
                        let mut args = unsafe { take_values(&mut sp, argc) };
                        let this = pop!();
                        if !this.is_unbound() {
                            args.insert(0, this);
                        }
                        let callable = pop!();
                        save!();
                        started!(self.start_call(callable, CallArgs::from(args), Ret::Push, sp), 'raise);
                    }
                    Op::CallKw { argc, names } => {
                        save!();
                        let names =
                            code.consts[names as usize].downcast::<Tuple>().expect("keywords are a tuple").clone();
                        let mut values = unsafe { take_values(&mut sp, argc as usize) };
                        let this = pop!();
                        if !this.is_unbound() {
                            values.insert(0, this);
                        }
                        let callable = pop!();
                        save!();
                        started!(self.start_call(callable, CallArgs { values, names: Some(names) }, Ret::Push, sp), 'raise);
                    }
                    Op::CallEx { has_kwargs } => {
                        save!();
                        let kwargs = if has_kwargs { pop!() } else { Value::Unbound };
                        let args = pop!();
                        drop(pop!());
                        let callable = pop!();
                        save!();
                        let mut values = match args.view() {
                            View::Tuple(tuple) => tuple.items.to_vec(),
                            _ => check!(self.collect(&args), 'raise),
                        };
                        let mut names = None;
                        if let View::Dict(dict) = kwargs.view()
                            && !dict.is_empty()
                        {
                            let keys = dict.keys();
                            if keys.iter().any(|key| key.as_str().is_none()) {
                                break 'raise self.type_error("keywords must be strings");
                            }
                            let keys: Vec<Value> = keys.iter().map(|key| key.base().clone()).collect();
                            values.extend(dict.values());
                            names = Some(Gc::new(Tuple::from(keys)));
                        }
                        started!(self.start_call(callable, CallArgs { values, names }, Ret::Push, sp), 'raise);
                    }
                    Op::MakeFunction(flags) => {
                        let made = pop!();
                        let made = made.downcast::<Code>().expect("the compiler put code there").clone();
                        let closure = if flags & 8 != 0 { pop!() } else { Value::Unbound };
                        let annotations = if flags & 4 != 0 { pop!() } else { Value::Unbound };
                        let kwdefaults = if flags & 2 != 0 { pop!() } else { Value::Unbound };
                        let defaults = if flags & 1 != 0 { pop!() } else { Value::Unbound };
                        let globals = frame!().globals.clone();
                        push!(self.make_function(made, globals, closure, annotations, kwdefaults, defaults));
                    }
                    Op::LoadBuildClass => {
                        push!(self.native("builtins", "__build_class__", native::NativeFn::Flow(class::build_class)));
                    }
                    Op::Return => {
                        let value = pop!();
                        let frame = frame!();
                        frame.sp = sp;
                        let is_init = frame.ret == Ret::Init && value.is_none();
                        if (frame.ret == Ret::Push || is_init) && frame.generator.is_none() && frame.object.is_none() {
                            let ret_sp = frame.ret_sp;
                            unsafe { frame.drop_values(sp) };
                            self.fiber.drop_top();
                            self.fiber.depth -= 1;
                            let top = if is_init {
                                ret_sp
                            } else {
                                unsafe {
                                    ret_sp.write(value);
                                    ret_sp.add(1)
                                }
                            };
                            match self.fiber.frames.last_mut() {
                                Some(Frame::Code(caller)) => caller.sp = top,
                                _ => unreachable!("a result is pushed for code"),
                            }
                            continue 'frame;
                        }
                        frame.ip = ip as u32;
                        step!(self.return_top(value));
                    }

                    Op::Yield => {
                        let frame = frame!();
                        if matches!(frame.ret, Ret::ForIter { .. }) && frame.op.is_none() {
                            frame.ip = ip as u32;
                            self.yield_in_for(sp);
                            continue 'frame;
                        }
                        let value = pop!();
                        save!();
                        step!(self.yield_top(value));
                    }
                    Op::GetAwaitable { context } => {
                        if let View::Generator(generator) = peek!(1).view()
                            && generator.kind == GeneratorKind::Coroutine
                        {
                            if generator.awaiting().is_some() {
                                save!();
                                break 'raise self.runtime_error("coroutine is being awaited already");
                            }
                            continue;
                        }
                        flow!(1, self.awaitable_flow(peek!(1), context), 'raise);
                    }
                    Op::GetYieldFromIter => match peek!(1).view() {
                        View::Generator(generator) if generator.kind == GeneratorKind::Coroutine => {
                            if !code.spec.flags.coroutine && !code.spec.flags.async_generator {
                                save!();
                                break 'raise self
                                    .type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
                            }
                        }
                        View::Generator(_) | View::Iter(_) => {}
                        _ => flow!(1, self.iter_flow(peek!(1)), 'raise),
                    },
                    Op::Send => {
                        let value = pop!();
                        save!();
                        let iterator = peek!(1).clone();
                        step!(self.send_into(&iterator, value, Ret::Send, Ret::SendCall, sp));
                    }
                    Op::GetAIter => flow!(1, self.aiter_flow(peek!(1)), 'raise),
                    Op::GetANext => flow!(0, self.anext_flow(peek!(1)), 'raise),
                    Op::EndAsyncFor => {
                        let value = pop!();
                        let exc = Exc::from_value(&value).expect("a handler gets an exception");
                        if exc.is(&self.types.stop_async_iteration) {
                            drop(pop!());
                        } else {
                            save!();
                            step!(self.unwind(exc, false));
                        }
                    }

                    Op::PushExcInfo => {
                        let exc = pop!();
                        push!(std::mem::replace(&mut self.fiber.handled, exc.clone()));
                        push!(exc);
                    }
                    Op::PopExcept => self.fiber.handled = pop!(),
                    Op::CheckExcMatch => {
                        let classes = pop!();
                        save!();
                        let exc = Exc::from_value(peek!(1)).expect("a handler gets an exception");
                        let matches = check!(self.exception_matches(&exc, &classes), 'raise);
                        if matches {
                            let line = code.position(ip as u32 - 1).line;
                            let now = self.now();
                            self.host.caught(now, self.fiber.id, &exc, if code.source.is_program() { line } else { 0 });
                        }
                        push!(Value::Bool(matches));
                    }
                    Op::CheckEgMatch => {
                        save!();
                        let (rest, matched) = check!(self.split_group(peek!(2), peek!(1)), 'raise);
                        drop(pop!());
                        drop(pop!());
                        push!(rest);
                        if !matched.is_none() {
                            // The clause handles only its part.
                            self.fiber.handled = matched.clone();
                        }
                        push!(matched);
                    }
                    Op::Raise(count) => {
                        let cause = if count == 2 { pop!() } else { Value::Unbound };
                        let what = if count >= 1 { pop!() } else { Value::Unbound };
                        save!();
                        if count == 0 {
                            match self.handled() {
                                Some(exc) => step!(self.unwind(exc, false)),
                                None => break 'raise self.runtime_error("No active exception to reraise"),
                            }
                        }
                        let exc = check!(self.make_raised(what, cause), 'raise);
                        self.set_context(&exc, true);
                        self.report_raised(&exc);
                        step!(self.unwind(exc, true));
                    }
                    Op::Reraise => {
                        let value = pop!();
                        save!();
                        let exc = Exc::from_value(&value).expect("only exceptions are raised again");
                        drop(value);
                        step!(self.unwind(exc, false));
                    }
                    Op::LoadAssertionError => push!(self.types.assertion_error.value()),

                    Op::BeforeWith { is_async } => {
                        save!();
                        let (exit, enter) = check!(self.with_methods(peek!(1), is_async), 'raise);
                        drop(pop!());
                        for [function, this] in [exit, enter] {
                            push!(function);
                            push!(this);
                        }
                    }
                    Op::AsyncContext { entered } => {
                        if code.source.is_program() {
                            save!();
                            let line = code.position(ip as u32 - 1).line;
                            let manager = if entered { self.class_name(peek!(2)) } else { String::new() };
                            let now = self.now();
                            self.host.async_context(now, self.fiber.id, manager, line);
                        }
                    }
                    Op::WithExceptStart => {
                        save!();
                        let exc = Exc::from_value(peek!(1)).expect("a handler gets an exception");
                        let (exit, this) = (peek!(4).clone(), peek!(3).clone());
                        let mut args = Vec::with_capacity(4);
                        if !this.is_unbound() {
                            args.push(this);
                        }
                        args.push(exc.class().into());
                        args.push(exc.value());
                        args.push(exc.state().traceback.get());
                        started!(self.start_call(exit, CallArgs::from(args), Ret::Push, sp), 'raise);
                    }

                    Op::GetLen => {
                        let len = check!(self.len(peek!(1)), 'raise);
                        push!(Value::from(len));
                    }
                    Op::MatchSequence => {
                        let matches = self.is_sequence(peek!(1));
                        push!(Value::Bool(matches));
                    }
                    Op::MatchMapping => {
                        let matches = self.is_mapping(peek!(1));
                        push!(Value::Bool(matches));
                    }
                    Op::MatchKeys => {
                        let values = check!(self.match_keys(peek!(2), peek!(1)), 'raise);
                        push!(values);
                    }
                    Op::MatchClass(count) => {
                        let result = check!(self.match_class(peek!(3), peek!(2), count as usize, peek!(1)), 'raise);
                        unsafe { drop_values(sp.sub(3), sp) };
                        sp = unsafe { sp.sub(3) };
                        push!(result);
                    }

                    Op::ImportName(name) => {
                        let globals = frame!().globals.clone();
                        flow!(2, self.import_flow(&code.names[name as usize], peek!(2), peek!(1), &globals), 'raise);
                    }
                    Op::ImportFrom(name) => {
                        let attr = check!(self.import_from(peek!(1), &code.names[name as usize]), 'raise);
                        push!(attr);
                    }

                    Op::Intrinsic(intrinsic) => {
                        save!();
                        match intrinsic {
                            Intrinsic::ImportStar => {
                                let globals = frame!().globals.clone();
                                let module = pop!();
                                check!(self.import_star(&module, &globals), 'raise);
                            }
                            Intrinsic::PrepReraiseStar => {
                                let raised = pop!();
                                let original = pop!();
                                push!(check!(self.prep_reraise_star(&original, &raised), 'raise));
                            }
                            Intrinsic::StopIterationError => {
                                let value = pop!();
                                push!(self.stop_iteration_error(value, code));
                            }
                            Intrinsic::SetupAnnotations => {
                                let dict = match frame!().locals.clone() {
                                    Some(locals) => locals.downcast::<Dict>().cloned(),
                                    None => Some(frame!().globals.clone()),
                                };
                                if let Some(dict) = dict
                                    && dict.find_str(&self.names.annotations).is_none()
                                {
                                    dict.set_str(&self.names.annotations, Gc::new(Dict::new()).into());
                                }
                            }
                            Intrinsic::LoadLocals => {
                                let locals = frame!().locals.clone();
                                push!(locals.unwrap_or_else(|| frame!().globals.value()));
                            }
                            Intrinsic::SetTypeParams => {
                                let params = pop!();
                                if let View::Function(function) = peek!(1).view() {
                                    function.type_params.set(params);
                                }
                            }
                            Intrinsic::TypeVar
                            | Intrinsic::TypeVarTuple
                            | Intrinsic::ParamSpec
                            | Intrinsic::TypeAlias
                            | Intrinsic::SubscriptGeneric => {
                                let operand = pop!();
                                save!();
                                push!(check!(self.typing_intrinsic(intrinsic, operand), 'raise));
                            }
                        }
                    }
                }
            };
            // Raised by an instruction of this frame; `save!` has been done.
            self.set_context(&exc, false);
            self.report_raised(&exc);
            let step = self.unwind(exc, true);
            if let Some(exit) = self.settle(step) {
                return exit;
            }
        }
    }

    /// Raises what a step wants raised; `Some` if `run` has to return.
    fn settle(&mut self, mut step: Step) -> Option<Exit> {
        loop {
            match step {
                Step::Go => return None,
                Step::Exit(outcome) => return Some(Exit::Done(outcome)),
                Step::Raise(exc) => {
                    self.set_context(&exc, false);
                    step = self.unwind(exc, true);
                }
            }
        }
    }

    fn report_raised(&mut self, exc: &Exc) {
        let line = self.current_line();
        let now = self.now();
        self.host.raised(now, self.fiber.id, exc, line);
    }

    /// Lets the native frame on top go on, and does what it asks for.
    fn run_native(&mut self) -> Result<(), Exit> {
        let Some(Frame::Native(mut frame)) = self.fiber.frames.pop() else { unreachable!("a native frame is on top") };
        self.fuel -= 1;
        if self.fuel < -OVERDRAFT || (self.fuel < 0 && self.nesting == 0) {
            self.fiber.frames.push(Frame::Native(frame));
            self.fuel += 1;
            return Err(Exit::OutOfFuel);
        }
        let response = frame.response.take();
        let sp = frame.sp;
        let request = match native::poll(self, &mut frame.future, response) {
            Ok(result) => {
                self.fiber.frames.push(Frame::Native(frame));
                let (ret, ret_sp, _) = self.pop_frame();
                let outcome = match result {
                    Ok(value) => Outcome::Return(value),
                    Err(exc) => Outcome::Raise(exc),
                };
                let step = self.deliver(ret, ret_sp, outcome);
                return self.settle(step).map_or(Ok(()), Err);
            }
            Err(request) => request,
        };
        frame.held = native::take_held();
        self.fiber.frames.push(Frame::Native(frame));
        let step = match request {
            Request::Call { callable, args } => self.start_native(Flow::Call { callable, args }, sp),
            Request::Flow(flow) => self.start_native(flow, sp),
            Request::Resume { generator, with } => match self.resume(&generator, with, Ret::NativeResume, sp, None) {
                Ok(step) => step,
                Err(exc) => {
                    self.respond(Response::Resumed(Resumed::Raised(exc)));
                    Step::Go
                }
            },
            Request::Await(awaitable) => match self.awaitable_flow(&awaitable, 0).and_then(|flow| self.finish(flow)) {
                Ok(iterator) => {
                    if let Some(Frame::Native(frame)) = self.fiber.frames.last_mut() {
                        frame.awaiting = Some(iterator.clone());
                    }
                    self.send_into(&iterator, Value::None, Ret::NativeAwait, Ret::NativeAwaitCall, sp)
                }
                Err(exc) => {
                    self.respond(Response::Value(Err(exc)));
                    Step::Go
                }
            },
            Request::Yield(value) => {
                let (ret, ret_sp, _) = self.suspend_top();
                self.deliver(ret, ret_sp, Outcome::Yield(value))
            }
            Request::Raise(exc) => {
                let (ret, ret_sp, _) = self.suspend_top();
                self.deliver(ret, ret_sp, Outcome::Raise(exc))
            }
            Request::Next(iterator) => {
                let result = match iterator.view() {
                    View::Generator(generator) if generator.kind == GeneratorKind::Generator => {
                        self.resume(generator, Resume::Send(Value::None), Ret::NativeNext, sp, None)
                    }
                    _ => match self.next_flow(&iterator).and_then(|flow| self.start(flow, Ret::NativeNextCall, sp)) {
                        Ok(Started::Step(step)) => Ok(step),
                        Ok(Started::Value(value)) => {
                            self.respond(Response::Next(Ok(Some(value))));
                            Ok(Step::Go)
                        }
                        Err(exc) => Err(exc),
                    },
                };
                match result {
                    Ok(step) => step,
                    Err(exc) => {
                        let response = if exc.is(&self.types.stop_iteration) { Ok(None) } else { Err(exc) };
                        self.respond(Response::Next(response));
                        Step::Go
                    }
                }
            }
            Request::Park { until } => {
                self.respond(Response::Value(Ok(Value::None)));
                if self.nesting > 0 {
                    match until {
                        Some(until) => self.advance_clock(until),
                        None => {
                            let exc = self.runtime_error("cannot wait inside a call from builtin code");
                            self.respond(Response::Value(Err(exc)));
                        }
                    }
                    return Ok(());
                }
                if std::mem::take(&mut self.fiber.wake_token) {
                    return Ok(());
                }
                self.fiber.parked = until.map_or(Parked::Forever, Parked::Until);
                self.fiber.ready.1 = self.next_ready();
                return Err(Exit::Parked);
            }
        };
        self.settle(step).map_or(Ok(()), Err)
    }

    fn start_native(&mut self, flow: Flow, sp: *mut Value) -> Step {
        match self.start(flow, Ret::NativeValue, sp) {
            Ok(Started::Value(value)) => {
                self.respond(Response::Value(Ok(value)));
                Step::Go
            }
            Ok(Started::Step(step)) => step,
            Err(exc) => {
                self.respond(Response::Value(Err(exc)));
                Step::Go
            }
        }
    }

    fn respond(&mut self, response: Response) {
        if let Some(Frame::Native(frame)) = self.fiber.frames.last_mut() {
            frame.response = Some(response);
        }
    }

    /// The version of a value's class.
    #[inline]
    fn class_version(&self, value: &Value) -> u32 {
        self.class_of(value).version.get()
    }

    /// Remembers where in its dict an instance has an attribute that nothing on the class goes before.
    fn cache_attribute(&self, instance: &Gc<Instance>, name: &Gc<Str>, cache: &Cell<Cache>) {
        let Some(index) = instance.dict.get().and_then(|dict| dict.find_str(name)) else { return };
        let class = instance.class();
        if self.hooks(&class).getattribute {
            return;
        }
        let shadowed = self.lookup(&class, name).is_some_and(|attr| self.is_data_descriptor(&attr));
        if !shadowed {
            cache.set(Cache { version: class.version.get(), tag: INSTANCE_VALUE, index: index as u32 });
        }
    }

    /// As `cache_attribute`, for an attribute that is about to be set.
    fn cache_store(&self, instance: &Gc<Instance>, name: &Gc<Str>, cache: &Cell<Cache>) {
        let class = instance.class();
        if self.hooks(&class).setattr || class.no_dict.get() || !name.interned.get() {
            return;
        }
        let on_class = self.lookup(&class, name);
        if on_class.is_none_or(|attr| is_plain(&attr)) {
            let dict = instance.dict();
            let index = dict.find_str(name).unwrap_or(dict.len());
            cache.set(Cache { version: class.version.get(), tag: INSTANCE_VALUE, index: index as u32 });
        }
    }

    /// The attribute of a module that is in its dict, and not what every module has.
    #[inline]
    fn module_value(&self, code: &Code, obj: &Value, cache: u16, name: &Gc<Str>) -> Option<Value> {
        let dict = &obj.downcast::<Module>()?.dict;
        let cache = &code.caches[cache as usize];
        let cached = cache.get();
        if cached.tag == MODULE_VALUE && cached.version == dict.version() {
            return dict.value_at(cached.index);
        }
        if self.lookup(&self.types.module, name).is_some() {
            return None;
        }
        let index = dict.find_str(name)? as u32;
        cache.set(Cache { version: dict.version(), tag: MODULE_VALUE, index });
        dict.value_at(index)
    }

    fn unbound_local(&mut self, name: &str) -> Exc {
        let class = self.types.unbound_local_error.clone();
        let text = format!("cannot access local variable '{name}' where it is not associated with a value");
        self.error(&class, text)
    }

    fn unbound_deref(&mut self, code: &Code, index: usize) -> Exc {
        match code.spec.cellvars.get(index) {
            Some(var) => self.unbound_local(&var.name),
            None => {
                let name = &code.spec.freevars[index - code.spec.cellvars.len()];
                let class = self.types.name_error.clone();
                let text = format!(
                    "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                );
                self.error(&class, text).with("name", Value::from(name.as_str()))
            }
        }
    }

    /// A name in the class body's namespace.
    /// What code with these globals finds as builtins: `exec(text, {"__builtins__": {}})` hides them.
    fn builtins_of(&self, globals: &Dict) -> Gc<Dict> {
        match globals.get_str(&self.names.builtins).as_ref().map(Value::view) {
            Some(View::Dict(dict)) => dict.clone(),
            _ => self.builtins.clone(),
        }
    }

    fn class_local(&mut self, name: &Gc<Str>) -> PyResult<Option<Value>> {
        let Some(Frame::Code(frame)) = self.fiber.frames.last() else { return Ok(None) };
        let Some(locals) = frame.locals.clone() else { return Ok(None) };
        if let Some(dict) = locals.downcast::<Dict>() {
            return Ok(dict.get_str(name));
        }
        match self.get_item(&locals, &name.value()) {
            Ok(value) => Ok(Some(value)),
            Err(exc) if exc.is(&self.types.key_error) => Ok(None),
            Err(exc) => Err(exc),
        }
    }

    pub fn make_function(
        &mut self,
        code: Gc<Code>,
        globals: Gc<Dict>,
        closure: Value,
        annotations: Value,
        kwdefaults: Value,
        defaults: Value,
    ) -> Value {
        let closure = match closure.view() {
            View::Tuple(cells) => {
                cells.items.iter().map(|c| c.downcast::<CellObject>().expect("a closure is of cells").clone()).collect()
            }
            _ => Box::default(),
        };
        let module = globals.get_str(&self.names.name).unwrap_or(Value::None);
        Gc::new(Function {
            name: Slot::new(Value::from(code.spec.name.as_str())),
            qualname: Slot::new(Value::from(code.spec.qualname.as_str())),
            doc: Slot::new(code.spec.docstring.as_deref().map_or(Value::None, Value::from)),
            code,
            globals,
            closure,
            defaults: Slot::new(defaults),
            kwdefaults: Slot::new(kwdefaults),
            annotations: Slot::new(annotations),
            module: Slot::new(module),
            type_params: Slot::default(),
            dict: Default::default(),
        })
        .into()
    }

    /// `-x`, `+x`, `~x`.
    pub fn unary_flow(&mut self, op: builtin::UnaryOp, value: &Value) -> PyResult<Flow> {
        let (name, symbol) = match op {
            builtin::UnaryOp::Neg => (self.names.neg.clone(), "-"),
            builtin::UnaryOp::Pos => (self.names.pos.clone(), "+"),
            builtin::UnaryOp::Invert => (self.names.invert.clone(), "~"),
        };
        if matches!(value.view(), View::Instance(_) | View::Class(_)) {
            if let Some(method) = self.special(value, &name) {
                return self.special_flow(method, value, &[]);
            }
        } else if let Some(result) = builtin::unary(self, op, value)? {
            return Ok(result.into());
        }
        let text = format!("bad operand type for unary {symbol}: '{}'", self.class_name(value));
        Err(self.type_error(text))
    }

    /// A field of an f-string.
    fn format_field(&mut self, value: &Value, conversion: Conversion, spec: String) -> PyResult<Flow> {
        let converted = match conversion {
            Conversion::None => return self.format_flow(value, &spec),
            Conversion::Str => self.str_flow(value)?,
            Conversion::Repr => self.repr_flow(value)?,
            Conversion::Ascii => Flow::Value(Value::from(self.ascii(value)?)),
        };
        match converted {
            flow if spec.is_empty() => Ok(flow),
            Flow::Value(value) => self.format_flow(&value, &spec),
            flow => Flow::future(async move {
                let value = super::Cx.flow(flow).await?;
                let flow = super::Cx.vm(|vm| vm.format_flow(&value, &spec))?;
                super::Cx.flow(flow).await
            }),
        }
    }

    /// Adds the items of any iterable to a list, for a display, or for the arguments of `function`.
    fn list_extend_flow(&mut self, list: &Value, iterable: &Value, function: Option<Value>) -> PyResult<Flow> {
        let list = list.downcast::<List>().expect("the compiler put a list there").clone();
        if let Some(items) = self.collect_native(iterable) {
            list.items.borrow_mut().extend(items?);
            return Ok(Value::None.into());
        }
        let iterator = match self.iter_flow(iterable) {
            Ok(iterator) => iterator,
            Err(exc) if exc.is(&self.types.type_error) && self.special(iterable, &self.names.iter).is_none() => {
                let what = match &function {
                    Some(function) => format!("{} argument", self.function_text(function)),
                    None => "Value".to_string(),
                };
                let text = format!("{what} after * must be an iterable, not {}", self.class_name(iterable));
                return Err(self.type_error(text));
            }
            Err(exc) => return Err(exc),
        };
        Flow::future(async move {
            let iterator = super::Cx.flow(iterator).await?;
            let items = super::Cx.rest(iterator).await?;
            list.items.borrow_mut().extend(items);
            Ok(Value::None)
        })
    }

    fn set_update_flow(&mut self, set: &Value, iterable: &Value) -> PyResult<Flow> {
        let set = set.downcast::<Set>().expect("the compiler put a set there").clone();
        super::builtins::set::update_flow(self, &set, iterable)
    }

    /// `{**mapping}`, or `f(**mapping)` if `function` is given.
    fn dict_update_flow(&mut self, dict: &Value, mapping: &Value, function: Option<Value>) -> PyResult<Flow> {
        let dict = dict.downcast::<Dict>().expect("the compiler put a dict there").clone();
        let entries = match mapping.base().view() {
            View::Dict(other) => other.items(),
            _ => {
                let Some(keys) = self.get_attr_opt(mapping, "keys")? else {
                    let text = match &function {
                        Some(function) => {
                            let name = self.function_text(function);
                            format!("{name} argument after ** must be a mapping, not {}", self.class_name(mapping))
                        }
                        None => format!("'{}' object is not a mapping", self.class_name(mapping)),
                    };
                    return Err(self.type_error(text));
                };
                let keys = self.call(&keys, [])?;
                let mut entries = Vec::new();
                for key in self.collect(&keys)? {
                    let value = self.get_item(mapping, &key)?;
                    entries.push((key, value));
                }
                entries
            }
        };
        for (key, value) in entries {
            if let Some(function) = &function {
                if key.as_str().is_none() {
                    return Err(self.type_error("keywords must be strings"));
                }
                if self.dict_get(&dict, &key)?.is_some() {
                    let name = self.function_text(function);
                    let text = format!(
                        "{name} got multiple values for keyword argument '{}'",
                        key.as_str().unwrap_or_default()
                    );
                    return Err(self.type_error(text));
                }
            }
            self.dict_set(&dict, key, value)?;
        }
        Ok(Value::None.into())
    }

    /// `__main__.f()`, as call errors name a function.
    fn function_text(&mut self, function: &Value) -> String {
        match function.view() {
            View::Function(f) => {
                let (module, name) = (f.module.get(), f.qualname.get());
                format!("{}.{}()", module.as_str().unwrap_or("?"), name.as_str().unwrap_or("?"))
            }
            View::BoundMethod(method) => self.function_text(&method.func.clone()),
            View::Class(class) => {
                let name = class.qualname.get();
                format!("{}()", name.as_str().unwrap_or("?"))
            }
            View::Native(native) => format!("{}()", native.name),
            _ => format!("{} object", self.class_name(function)),
        }
    }

    /// The items that are unpacked, as a list: exactly `before`, or at least `before + after`.
    fn unpack_flow(&mut self, value: &Value, before: usize, after: Option<usize>) -> PyResult<Flow> {
        if let Some(items) = match value.view() {
            View::Iter(_) => None,
            _ => self.collect_native(value),
        } {
            let items = items?;
            self.check_unpacked(items.len(), before, after)?;
            return Ok(Value::from(items).into());
        }
        let iterator = match self.iter_flow(value) {
            Ok(iterator) => iterator,
            Err(exc) if exc.is(&self.types.type_error) && self.special(value, &self.names.iter).is_none() => {
                let text = format!("cannot unpack non-iterable {} object", self.class_name(value));
                return Err(self.type_error(text));
            }
            Err(exc) => return Err(exc),
        };
        Flow::future(async move {
            let iterator = super::Cx.flow(iterator).await?;
            let mut items = Vec::new();
            while let Some(item) = super::Cx.next(&iterator).await? {
                items.push(item);
                // One too many is enough to know.
                if after.is_none() && items.len() > before {
                    break;
                }
            }
            super::Cx.vm(|vm| vm.check_unpacked(items.len(), before, after))?;
            Ok(Value::from(items))
        })
    }

    fn check_unpacked(&mut self, got: usize, before: usize, after: Option<usize>) -> PyResult<()> {
        let text = match after {
            None if got < before => format!("not enough values to unpack (expected {before}, got {got})"),
            None if got > before => format!("too many values to unpack (expected {before})"),
            Some(after) if got < before + after => {
                format!("not enough values to unpack (expected at least {}, got {got})", before + after)
            }
            _ => return Ok(()),
        };
        Err(self.value_error(text))
    }
}

/// Whether a class attribute surely is no data descriptor.
fn is_plain(attr: &Value) -> bool {
    !matches!(attr, Value::Obj(_))
        || matches!(attr.view(), View::Str(_) | View::Tuple(_) | View::List(_) | View::Dict(_))
}

/// Takes the topmost `n` values off the stack, the lowest first.
///
/// # Safety
/// There are so many.
unsafe fn take_values(sp: &mut *mut Value, n: usize) -> Vec<Value> {
    let mut values = Vec::with_capacity(n);
    unsafe {
        *sp = sp.sub(n);
        Value::copy(*sp, values.as_mut_ptr(), n);
        values.set_len(n);
    }
    values
}

/// Integer arithmetic where it cannot overflow or fail.
#[inline(always)]
fn quick_int(op: BinOp, a: i64, b: i64) -> Option<Value> {
    Some(Value::Int(match op {
        BinOp::Add => a.checked_add(b)?,
        BinOp::Sub => a.checked_sub(b)?,
        BinOp::Mul => a.checked_mul(b)?,
        BinOp::And => a & b,
        BinOp::Or => a | b,
        BinOp::Xor => a ^ b,
        BinOp::FloorDiv if b > 0 => a.div_euclid(b),
        BinOp::Mod if b > 0 => a.rem_euclid(b),
        _ => return None,
    }))
}

#[inline(always)]
fn quick_float(op: BinOp, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::TrueDiv if b != 0.0 => a / b,
        _ => return None,
    }))
}

#[inline(always)]
fn quick_compare(op: CmpOp, a: f64, b: f64) -> bool {
    match op {
        CmpOp::Lt => a < b,
        CmpOp::Le => a <= b,
        CmpOp::Eq => a == b,
        CmpOp::Ne => a != b,
        CmpOp::Gt => a > b,
        CmpOp::Ge => a >= b,
    }
}
