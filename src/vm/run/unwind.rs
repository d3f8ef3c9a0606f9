//! How frames end, suspend and are resumed, and what the frame below makes of it.

use super::super::exception::Exc;
use super::super::frame::{CodeFrame, Frame, NativeFrame, Ret, drop_values};
use super::super::native::{NativeFuture, Response, Resume, Resumed};
use super::super::object::*;
use super::super::op::Op;
use super::super::value::has_dying;
use super::super::{Flow, PyResult, Vm};

/// How a frame left.
pub enum Outcome {
    Return(Value),
    /// It suspended and hands this out.
    Yield(Value),
    Raise(Exc),
}

/// How to go on after a frame has left.
pub enum Step {
    /// With the topmost frame.
    Go,
    /// By raising this in the topmost frame, which is the program's code.
    Raise(Exc),
    /// `Vm::run` returns.
    Exit(Outcome),
}

/// What starting a flow came to.
pub enum Started {
    Value(Value),
    /// A frame was put on top; its outcome comes by its `Ret`.
    Step(Step),
}

impl Vm {
    /// Gives the topmost frame what the frame above it came to.
    pub(super) fn deliver(&mut self, mut ret: Ret, mut ret_sp: *mut Value, mut outcome: Outcome) -> Step {
        loop {
            if ret == Ret::Entry {
                return Step::Exit(outcome);
            }
            let frame = match self.fiber.frames.last_mut().expect("only an entry has no frame below") {
                Frame::Native(frame) => {
                    let response = match (ret, outcome) {
                        (Ret::NativeResume, Outcome::Return(value)) => Response::Resumed(Resumed::Returned(value)),
                        (Ret::NativeResume, Outcome::Yield(value)) => Response::Resumed(Resumed::Yielded(value)),
                        (Ret::NativeResume, Outcome::Raise(exc)) => Response::Resumed(Resumed::Raised(exc)),
                        (Ret::NativeNext, Outcome::Yield(value)) => Response::Next(Ok(Some(value))),
                        (Ret::NativeNext, Outcome::Return(_)) => Response::Next(Ok(None)),
                        (Ret::NativeNextCall, Outcome::Return(value) | Outcome::Yield(value)) => {
                            Response::Next(Ok(Some(value)))
                        }
                        (Ret::NativeNextCall, Outcome::Raise(exc)) if exc.is(&self.types.stop_iteration) => {
                            Response::Next(Ok(None))
                        }
                        (Ret::NativeNext | Ret::NativeNextCall, Outcome::Raise(exc)) => Response::Next(Err(exc)),
                        (Ret::NativeAwait, Outcome::Yield(value))
                        | (Ret::NativeAwaitCall, Outcome::Return(value) | Outcome::Yield(value)) => {
                            (ret, ret_sp, _) = self.suspend_top();
                            outcome = Outcome::Yield(value);
                            continue;
                        }
                        (Ret::NativeAwaitCall, Outcome::Raise(exc)) if exc.is(&self.types.stop_iteration) => {
                            Response::Value(Ok(exc.get("value")))
                        }
                        (_, Outcome::Return(value) | Outcome::Yield(value)) => Response::Value(Ok(value)),
                        (_, Outcome::Raise(exc)) => Response::Value(Err(exc)),
                    };
                    frame.awaiting = None;
                    frame.response = Some(response);
                    return Step::Go;
                }
                Frame::Code(frame) => frame,
            };
            match (ret, outcome) {
                (Ret::Send, Outcome::Return(value)) => {
                    // The result takes the iterator's place.
                    unsafe { *ret_sp.sub(1) = value };
                    frame.sp = ret_sp;
                    return Step::Go;
                }
                (Ret::Send, Outcome::Yield(value))
                | (Ret::SendCall, Outcome::Return(value) | Outcome::Yield(value)) => {
                    frame.sp = ret_sp;
                    (ret, ret_sp, _) = self.suspend_top();
                    outcome = Outcome::Yield(value);
                }
                (Ret::SendCall, Outcome::Raise(exc)) if exc.is(&self.types.stop_iteration) => {
                    unsafe { *ret_sp.sub(1) = exc.get("value") };
                    frame.sp = ret_sp;
                    return Step::Go;
                }
                (Ret::ForIter { target }, Outcome::Return(_)) => {
                    unsafe { std::ptr::drop_in_place(ret_sp.sub(1)) };
                    frame.sp = unsafe { ret_sp.sub(1) };
                    frame.ip = target;
                    return Step::Go;
                }
                (Ret::Next { target }, Outcome::Raise(exc)) if exc.is(&self.types.stop_iteration) => {
                    unsafe { std::ptr::drop_in_place(ret_sp.sub(1)) };
                    frame.sp = unsafe { ret_sp.sub(1) };
                    frame.ip = target;
                    return Step::Go;
                }
                (Ret::Resume, Outcome::Return(value)) => {
                    frame.sp = ret_sp;
                    let exc = self.stop_iteration(value);
                    return Step::Raise(exc);
                }
                (Ret::Discard, Outcome::Return(_)) => {
                    frame.sp = ret_sp;
                    return Step::Go;
                }
                (Ret::Init, Outcome::Return(value)) => {
                    frame.sp = ret_sp;
                    if !value.is_none() {
                        let text = format!("__init__() should return None, not '{}'", self.class_name(&value));
                        return Step::Raise(self.type_error(text));
                    }
                    return Step::Go;
                }
                (Ret::Truth { negate }, Outcome::Return(value)) => {
                    frame.sp = ret_sp;
                    // Only a method of a method asks the program once more; that call is bounded.
                    match self.truth(&value) {
                        Ok(truth) => {
                            self.push_on_top(Value::Bool(truth != negate));
                            return Step::Go;
                        }
                        Err(exc) => return Step::Raise(exc),
                    }
                }
                (_, Outcome::Return(value) | Outcome::Yield(value)) => {
                    unsafe { ret_sp.write(value) };
                    frame.sp = unsafe { ret_sp.add(1) };
                    return Step::Go;
                }
                (_, Outcome::Raise(exc)) => {
                    frame.sp = ret_sp;
                    return Step::Raise(exc);
                }
            }
        }
    }

    /// Pushes on the stack of the topmost frame, which is the program's code and has room for it.
    fn push_on_top(&mut self, value: Value) {
        if let Some(Frame::Code(frame)) = self.fiber.frames.last_mut() {
            unsafe {
                frame.sp.write(value);
                frame.sp = frame.sp.add(1);
            }
        }
    }

    /// Takes the topmost frame, a generator's, off the fiber and keeps it in the generator.
    pub(super) fn suspend_top(&mut self) -> (Ret, *mut Value, Option<Gc<AsyncGenOp>>) {
        match self.fiber.frames.pop().expect("there is a frame to suspend") {
            Frame::Code(frame) => {
                let generator = frame.generator.as_ref().expect("only generators suspend").clone();
                // At a `Send` the instruction is run again with the next value.
                let ip = if frame.code.ops[frame.ip as usize - 1] == Op::Send { frame.ip - 1 } else { frame.ip };
                save_values(&generator, &frame, ip);
                generator.state.set(GeneratorState::Suspended);
                generator.handled.set(std::mem::replace(&mut self.fiber.handled, frame.outer_handled));
                self.fiber.depth -= 1;
                (frame.ret, frame.ret_sp, frame.op)
            }
            Frame::Native(frame) => {
                let frame = *frame;
                let generator = frame.generator.as_ref().expect("only generators suspend").clone();
                *generator.body.borrow_mut() =
                    Body::Native(NativeBody { future: frame.future, awaiting: frame.awaiting, held: frame.held });
                generator.state.set(GeneratorState::Suspended);
                generator.handled.set(std::mem::replace(&mut self.fiber.handled, frame.outer_handled));
                (frame.ret, frame.ret_sp, None)
            }
        }
    }

    /// Ends the topmost frame.
    pub(super) fn pop_frame(&mut self) -> (Ret, *mut Value, Option<Gc<AsyncGenOp>>) {
        match self.fiber.frames.pop().expect("there is a frame to end") {
            Frame::Code(mut frame) => {
                if self.keep_coroutine_locals && frame.ret == Ret::NativeResume {
                    let slots = frame.code.slot_count as usize;
                    // The slots of a frame that stands are initialised.
                    self.kept_locals.extend((0..slots).map(|i| unsafe { (*frame.base.add(i)).clone() }));
                }
                self.fiber.depth -= 1;
                let mut object = frame.object.take();
                if let Some(generator) = &frame.generator {
                    generator.state.set(GeneratorState::Closed);
                    self.fiber.handled = std::mem::replace(&mut frame.outer_handled, Value::None);
                    if let Body::Code(saved) = generator.body.replace(Body::Empty) {
                        object = saved.object;
                    }
                }
                match object {
                    Some(object) if object.ref_count() > 1 => self.hand_over(&frame, &object),
                    _ => unsafe { frame.drop_values(frame.sp) },
                }
                (frame.ret, frame.ret_sp, frame.op)
            }
            Frame::Native(frame) => {
                if let Some(generator) = &frame.generator {
                    generator.state.set(GeneratorState::Closed);
                    self.fiber.handled = frame.outer_handled;
                }
                (frame.ret, frame.ret_sp, None)
            }
        }
    }

    /// The variables of a frame that has left the fiber go to its object, which somebody holds.
    #[cold]
    #[inline(never)]
    fn hand_over(&mut self, frame: &CodeFrame, object: &Gc<FrameObject>) {
        unsafe {
            let slots = frame.code.slot_count as usize;
            drop_values(frame.base.add(slots), frame.sp);
            let mut locals = Vec::with_capacity(slots);
            Value::copy(frame.base, locals.as_mut_ptr(), slots);
            locals.set_len(slots);
            object.ip.set(frame.ip);
            drop(object.locals.replace(locals));
            drop_values(frame.bottom, frame.base);
        }
        let caller = self.fiber.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Code(frame) if frame.code.source.origin != Origin::Builtins => Some(frame),
            _ => None,
        });
        if let Some(caller) = caller {
            object.back.set(caller.object().into());
        }
    }

    /// The topmost frame returns.
    pub(super) fn return_top(&mut self, value: Value) -> Step {
        let (ret, ret_sp, op) = self.pop_frame();
        let outcome = match op {
            None => Outcome::Return(value),
            Some(op) => {
                self.finish_async_op(&op);
                op.generator.closed_async.set(true);
                match op.call {
                    AsyncGenCall::Close => Outcome::Return(Value::None),
                    AsyncGenCall::Send | AsyncGenCall::Throw => Outcome::Raise(self.stop_async_iteration()),
                }
            }
        };
        self.deliver(ret, ret_sp, outcome)
    }

    /// The topmost frame, a generator's, executed `yield`.
    pub(super) fn yield_top(&mut self, value: Value) -> Step {
        let line = match self.fiber.frames.last() {
            Some(Frame::Code(frame)) if frame.op.is_some() => self.current_line(),
            _ => 0,
        };
        let (ret, ret_sp, op) = self.suspend_top();
        let outcome = match op {
            None => Outcome::Yield(value),
            Some(op) => {
                self.finish_async_op(&op);
                match op.call {
                    AsyncGenCall::Close => Outcome::Raise(self.runtime_error("async generator ignored GeneratorExit")),
                    AsyncGenCall::Send | AsyncGenCall::Throw => {
                        let name = op.generator.qualname.get();
                        let now = self.now();
                        self.host.async_yield(now, self.fiber.id, name.as_str().unwrap_or("?"), line);
                        Outcome::Return(value)
                    }
                }
            }
        };
        self.deliver(ret, ret_sp, outcome)
    }

    fn finish_async_op(&mut self, op: &Gc<AsyncGenOp>) {
        op.state.set(GeneratorState::Closed);
        op.generator.running_async.set(false);
    }

    /// Finds the handler for an exception raised in the topmost frame. `add_traceback` is false where the frame is in
    /// the traceback already.
    pub(super) fn unwind(&mut self, mut exc: Exc, mut add_traceback: bool) -> Step {
        loop {
            match self.fiber.frames.last_mut().expect("an exception is raised in a frame") {
                Frame::Code(frame) => {
                    let ip = frame.ip.saturating_sub(1);
                    if add_traceback {
                        let first = exc.state().traceback.get().is_none();
                        if first && (exc.is(&self.types.name_error) || exc.is(&self.types.attribute_error)) {
                            keep_locals(frame, &exc, exc.is(&self.types.name_error));
                        }
                        let (next, code) = (Slot::new(exc.state().traceback.get()), frame.code.clone());
                        // Frames of builtins are none for the program.
                        let object = (code.source.origin != Origin::Builtins).then(|| frame.object());
                        exc.state().traceback.set(Gc::new(Traceback { next, code, ip, frame: object }).into());
                    }
                    let handler = frame.code.spec.handlers.iter().find(|h| h.start <= ip && ip < h.end).copied();
                    if let Some(handler) = handler {
                        let floor = unsafe { frame.base.add((frame.code.slot_count + handler.depth as u32) as usize) };
                        unsafe {
                            drop_values(floor, frame.sp);
                            floor.write(exc.value());
                            frame.sp = floor.add(1);
                        }
                        if has_dying() {
                            // What the exception left behind dies on the line where it was raised.
                            self.finalize_dying();
                        }
                        if let Some(Frame::Code(frame)) = self.fiber.frames.last_mut() {
                            frame.ip = handler.target;
                        }
                        return Step::Go;
                    }
                    // A `map` and its like.
                    let is_iterator = frame.generator.as_ref().is_some_and(|generator| generator.class.is_some());
                    let again = if is_iterator { begun_again(frame) } else { None };
                    let (ret, ret_sp, op) = self.pop_frame();
                    if is_iterator && exc.is(&self.types.stop_iteration) {
                        return self.deliver(ret, ret_sp, Outcome::Return(Value::None));
                    }
                    if let Some((generator, saved)) = again {
                        *generator.body.borrow_mut() = Body::Code(Box::new(saved));
                        generator.state.set(GeneratorState::Created);
                    }
                    if let Some(op) = op {
                        self.finish_async_op(&op);
                        op.generator.closed_async.set(true);
                        if op.call == AsyncGenCall::Close
                            && (exc.is(&self.types.stop_async_iteration) || exc.is(&self.types.generator_exit))
                        {
                            return self.deliver(ret, ret_sp, Outcome::Return(Value::None));
                        }
                    }
                    match self.deliver(ret, ret_sp, Outcome::Raise(exc)) {
                        Step::Raise(next) => exc = next,
                        step => return step,
                    }
                }
                Frame::Native(_) => {
                    let (ret, ret_sp, _) = self.pop_frame();
                    match self.deliver(ret, ret_sp, Outcome::Raise(exc)) {
                        Step::Raise(next) => exc = next,
                        step => return step,
                    }
                }
            }
            add_traceback = true;
        }
    }

    /// Sets the exception's context to the one that is being handled, as raising does.
    pub(super) fn set_context(&mut self, exc: &Exc, always: bool) {
        let Some(handled) = self.handled() else { return };
        if handled.0.is(&exc.0) || (!always && !exc.state().context.get().is_none()) {
            return;
        }
        // Not into a cycle.
        let mut at = handled.clone();
        while let Some(next) = Exc::from_value(&at.state().context.get()) {
            if next.0.is(&exc.0) {
                at.state().context.set(Value::None);
                break;
            }
            at = next;
        }
        exc.state().context.set(handled.value());
    }

    /// The exception that is being handled: of the innermost generator that handles one, or of the fiber.
    pub fn handled(&self) -> Option<Exc> {
        if let Some(exc) = Exc::from_value(&self.fiber.handled) {
            return Some(exc);
        }
        self.fiber.frames.iter().rev().find_map(|frame| match frame {
            Frame::Code(frame) if frame.generator.is_some() => Exc::from_value(&frame.outer_handled),
            Frame::Native(frame) if frame.generator.is_some() => Exc::from_value(&frame.outer_handled),
            _ => None,
        })
    }

    /// Puts a Rust future on top as a frame.
    pub(super) fn push_future(&mut self, future: NativeFuture, ret: Ret, ret_sp: *mut Value) -> PyResult<()> {
        if self.fiber.frames.len() > self.recursion_limit as usize * 4 {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        let (segment, sp) = self.fiber.top();
        self.fiber.frames.push(Frame::Native(Box::new(NativeFrame {
            future,
            generator: None,
            ret,
            ret_sp,
            response: None,
            awaiting: None,
            held: Held::default(),
            outer_handled: Value::None,
            sp,
            segment,
        })));
        Ok(())
    }

    /// Goes on with a generator or coroutine. Its outcome comes by `ret`, unless it is known at once.
    pub(super) fn resume(
        &mut self,
        generator: &Gc<Generator>,
        with: Resume,
        ret: Ret,
        ret_sp: *mut Value,
        op: Option<Gc<AsyncGenOp>>,
    ) -> PyResult<Step> {
        let state = generator.state.get();
        match (state, &with) {
            (GeneratorState::Running, _) => {
                let what = match generator.kind {
                    GeneratorKind::Generator => "generator",
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "asynchronous generator",
                };
                return Err(self.value_error(format!("{what} already executing")));
            }
            (GeneratorState::Closed, _) if generator.kind == GeneratorKind::Coroutine => {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            (GeneratorState::Closed, Resume::Send(_)) => {
                return Ok(self.deliver(ret, ret_sp, Outcome::Return(Value::None)));
            }
            (GeneratorState::Closed, Resume::Throw(exc)) => return Err(exc.clone()),
            (GeneratorState::Created, Resume::Send(value)) if !value.is_none() => {
                let what = match generator.kind {
                    GeneratorKind::Generator => "generator",
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "async generator",
                };
                return Err(self.type_error(format!("can't send non-None value to a just-started {what}")));
            }
            (GeneratorState::Created | GeneratorState::Suspended, _) => {}
        }
        if self.fiber.depth >= self.recursion_limit {
            // It was begun, and that ended it.
            generator.state.set(GeneratorState::Closed);
            drop(generator.body.replace(Body::Empty));
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        if let Some(at_send) = self.push_saved(generator, ret, ret_sp, op) {
            let at_send = at_send && state == GeneratorState::Suspended;
            return match with {
                Resume::Send(value) => {
                    if state == GeneratorState::Suspended {
                        self.push_on_top(value);
                    }
                    Ok(Step::Go)
                }
                Resume::Throw(exc) if at_send => {
                    let Some(Frame::Code(frame)) = self.fiber.frames.last_mut() else { unreachable!("it was pushed") };
                    frame.ip += 1;
                    let iterator = unsafe { (*frame.sp.sub(1)).clone() };
                    let ret_sp = frame.sp;
                    Ok(self.throw_into(&iterator, exc, Ret::Send, Ret::SendCall, ret_sp))
                }
                Resume::Throw(exc) => {
                    let Some(Frame::Code(frame)) = self.fiber.frames.last_mut() else { unreachable!("it was pushed") };
                    if state == GeneratorState::Created {
                        // No instruction has run.
                        frame.ip = u32::MAX;
                    }
                    Ok(Step::Raise(exc))
                }
            };
        }
        generator.state.set(GeneratorState::Running);
        let own = generator.handled.replace(Value::None);
        let outer_handled = std::mem::replace(&mut self.fiber.handled, own);
        match generator.body.replace(Body::Empty) {
            Body::Empty | Body::Code(_) => unreachable!("a generator that is neither running nor closed has a body"),
            Body::Native(NativeBody { future, awaiting, held }) => {
                let (segment, sp) = self.fiber.top();
                self.fiber.frames.push(Frame::Native(Box::new(NativeFrame {
                    future,
                    generator: Some(generator.clone()),
                    ret,
                    ret_sp,
                    response: None,
                    awaiting: awaiting.clone(),
                    held,
                    outer_handled,
                    sp,
                    segment,
                })));
                match (with, awaiting) {
                    (Resume::Throw(exc), _) if state == GeneratorState::Created => Ok(self.raise_step(exc)),
                    (Resume::Send(_), _) if state == GeneratorState::Created => Ok(Step::Go),
                    (Resume::Send(value), Some(iterator)) => {
                        Ok(self.send_into(&iterator, value, Ret::NativeAwait, Ret::NativeAwaitCall, sp))
                    }
                    (Resume::Throw(exc), Some(iterator)) => {
                        Ok(self.throw_into(&iterator, exc, Ret::NativeAwait, Ret::NativeAwaitCall, sp))
                    }
                    (with, None) => {
                        let response = match with {
                            Resume::Send(value) => Ok(value),
                            Resume::Throw(exc) => Err(exc),
                        };
                        let Some(Frame::Native(frame)) = self.fiber.frames.last_mut() else {
                            unreachable!("it was pushed")
                        };
                        frame.response = Some(Response::Value(response));
                        Ok(Step::Go)
                    }
                }
            }
        }
    }

    /// Puts the frame of a generator on top, if that is code: whether it stands at a `Send`.
    #[inline(always)]
    fn push_saved(
        &mut self,
        generator: &Gc<Generator>,
        ret: Ret,
        ret_sp: *mut Value,
        op: Option<Gc<AsyncGenOp>>,
    ) -> Option<bool> {
        let mut body = generator.body.borrow_mut();
        let Body::Code(saved) = &mut *body else { return None };
        let (segment, top) = self.fiber.top();
        let (segment, base) = self.fiber.reserve(segment, top, saved.code.frame_size as usize);
        let len = saved.values.len();
        let sp = unsafe {
            Value::copy(saved.values.as_ptr(), base, len);
            saved.values.set_len(0);
            base.add(len)
        };
        generator.state.set(GeneratorState::Running);
        let own = generator.handled.replace(Value::None);
        let outer_handled = std::mem::replace(&mut self.fiber.handled, own);
        self.fiber.depth += 1;
        self.fiber.frames.push(Frame::Code(CodeFrame {
            code: saved.code.clone(),
            globals: saved.globals.clone(),
            locals: None,
            ip: saved.ip,
            segment,
            bottom: base,
            base,
            sp,
            ret_sp,
            ret,
            generator: Some(generator.clone()),
            op,
            outer_handled,
            object: None,
        }));
        Some(saved.code.ops[saved.ip as usize] == Op::Send)
    }

    /// The next item of a suspended generator for a `for` in the frame on top: the common case of `resume`. False, and
    /// nothing done, if it is another case.
    #[inline]
    pub(super) fn resume_in_for(&mut self, generator: &Gc<Generator>, target: u32, sp: *mut Value) -> bool {
        let state = generator.state.get();
        if !matches!(state, GeneratorState::Created | GeneratorState::Suspended)
            || self.fiber.depth >= self.recursion_limit
            || self.push_saved(generator, Ret::ForIter { target }, sp, None).is_none()
        {
            return false;
        }
        if state == GeneratorState::Suspended {
            // What was sent.
            self.push_on_top(Value::None);
        }
        true
    }

    /// What the frame on top, whose stack ends at `sp`, yields to a `for`: the common case of `yield_top`.
    #[inline]
    pub(super) fn yield_in_for(&mut self, sp: *mut Value) {
        let Some(Frame::Code(frame)) = self.fiber.frames.last_mut() else { unreachable!("code yields") };
        frame.sp = unsafe { sp.sub(1) };
        let value = unsafe { Value::read(frame.sp) };
        if let Some(generator) = &frame.generator {
            save_values(generator, frame, frame.ip);
            generator.state.set(GeneratorState::Suspended);
            let outer = std::mem::replace(&mut frame.outer_handled, Value::None);
            generator.handled.set(std::mem::replace(&mut self.fiber.handled, outer));
        }
        let ret_sp = frame.ret_sp;
        self.fiber.drop_top();
        self.fiber.depth -= 1;
        if let Some(Frame::Code(caller)) = self.fiber.frames.last_mut() {
            unsafe {
                ret_sp.write(value);
                caller.sp = ret_sp.add(1);
            }
        }
    }

    /// Raises in the topmost frame, whichever it is.
    pub(super) fn raise_step(&mut self, exc: Exc) -> Step {
        match self.fiber.frames.last() {
            Some(Frame::Code(_)) => Step::Raise(exc),
            _ => self.unwind(exc, true),
        }
    }

    /// Sends into an iterator that the topmost frame delegates to: generators by `ret`, methods by `call_ret`.
    pub(super) fn send_into(
        &mut self,
        iterator: &Value,
        value: Value,
        ret: Ret,
        call_ret: Ret,
        ret_sp: *mut Value,
    ) -> Step {
        let result = match iterator.view() {
            View::Generator(generator) => self.resume(generator, Resume::Send(value), ret, ret_sp, None),
            View::AsyncGenOp(op) => self.resume_async_op(op, Resume::Send(value), ret, ret_sp),
            View::Iter(_) => match self.next_native(iterator).expect("an Iter is native") {
                Ok(Some(item)) => return self.deliver(ret, ret_sp, Outcome::Yield(item)),
                Ok(None) => return self.deliver(ret, ret_sp, Outcome::Return(Value::None)),
                Err(exc) => Err(exc),
            },
            _ => {
                let flow = if value.is_none() {
                    self.next_flow(iterator)
                } else {
                    let name = self.names.send.clone();
                    self.attr_flow(iterator, &name)
                        .and_then(|flow| self.finish(flow))
                        .and_then(|send| Flow::call(send, [value]))
                };
                match flow.and_then(|flow| self.start(flow, call_ret, ret_sp)) {
                    Ok(Started::Value(value)) => return self.deliver(call_ret, ret_sp, Outcome::Return(value)),
                    Ok(Started::Step(step)) => return step,
                    Err(exc) => return self.deliver(call_ret, ret_sp, Outcome::Raise(exc)),
                }
            }
        };
        match result {
            Ok(step) => step,
            Err(exc) => {
                self.set_context(&exc, false);
                self.deliver(ret, ret_sp, Outcome::Raise(exc))
            }
        }
    }

    /// Throws into an iterator that the topmost frame delegates to.
    fn throw_into(&mut self, iterator: &Value, exc: Exc, ret: Ret, call_ret: Ret, ret_sp: *mut Value) -> Step {
        let result = match iterator.view() {
            // `GeneratorExit` closes what is delegated to, and goes on out here.
            View::Generator(generator)
                if generator.kind == GeneratorKind::Generator
                    && generator.state.get() == GeneratorState::Suspended
                    && exc.is(&self.types.generator_exit) =>
            {
                let generator = generator.clone();
                let future: NativeFuture = Box::pin(async move {
                    match super::super::Cx.resume(&generator, Resume::Throw(exc.clone())).await {
                        Resumed::Yielded(_) => {
                            Err(super::super::Cx.vm(|vm| vm.runtime_error("generator ignored GeneratorExit")))
                        }
                        Resumed::Returned(_) => Err(exc),
                        Resumed::Raised(other) => Err(super::super::Cx.vm(|vm| {
                            let is_end = other.is(&vm.types.generator_exit) || other.is(&vm.types.stop_iteration);
                            if is_end { exc } else { other }
                        })),
                    }
                });
                self.push_future(future, ret, ret_sp).map(|()| Step::Go)
            }
            View::Generator(generator) if generator.state.get() != GeneratorState::Closed => {
                self.resume(generator, Resume::Throw(exc), ret, ret_sp, None)
            }
            View::AsyncGenOp(op) => self.resume_async_op(op, Resume::Throw(exc), ret, ret_sp),
            View::Instance(_) => {
                let closing = exc.is(&self.types.generator_exit);
                let method = self.get_attr_opt(iterator, if closing { "close" } else { "throw" });
                match method {
                    Ok(Some(close)) if closing => match self.call(&close, []) {
                        Ok(_) => Err(exc),
                        Err(other) => Err(other),
                    },
                    Ok(Some(throw)) => {
                        let flow = Flow::Call { callable: throw, args: [exc.value()].into() };
                        match self.start(flow, call_ret, ret_sp) {
                            Ok(Started::Value(value)) => return self.deliver(call_ret, ret_sp, Outcome::Return(value)),
                            Ok(Started::Step(step)) => return step,
                            Err(exc) => return self.deliver(call_ret, ret_sp, Outcome::Raise(exc)),
                        }
                    }
                    Ok(None) => Err(exc),
                    Err(other) => Err(other),
                }
            }
            _ => Err(exc),
        };
        match result {
            Ok(step) => step,
            Err(exc) => self.deliver(ret, ret_sp, Outcome::Raise(exc)),
        }
    }

    /// One step of `asend`, `athrow` or `aclose`.
    pub(super) fn resume_async_op(
        &mut self,
        op: &Gc<AsyncGenOp>,
        with: Resume,
        ret: Ret,
        ret_sp: *mut Value,
    ) -> PyResult<Step> {
        let generator = op.generator.clone();
        let with = match op.state.get() {
            GeneratorState::Closed => {
                let text = match op.call {
                    AsyncGenCall::Send => "cannot reuse already awaited __anext__()/asend()",
                    AsyncGenCall::Throw | AsyncGenCall::Close => "cannot reuse already awaited aclose()/athrow()",
                };
                return Err(self.runtime_error(text));
            }
            GeneratorState::Suspended | GeneratorState::Running => with,
            GeneratorState::Created => {
                if generator.running_async.get() {
                    op.state.set(GeneratorState::Closed);
                    let what = match op.call {
                        AsyncGenCall::Send => "anext()",
                        AsyncGenCall::Throw => "athrow()",
                        AsyncGenCall::Close => "aclose()",
                    };
                    return Err(self.runtime_error(format!("{what}: asynchronous generator is already running")));
                }
                let ended = generator.state.get() == GeneratorState::Closed;
                if ended || generator.closed_async.get() {
                    op.state.set(GeneratorState::Closed);
                    return Ok(match op.call {
                        // One that yields while it is closed has not ended.
                        AsyncGenCall::Close if ended => self.deliver(ret, ret_sp, Outcome::Return(Value::None)),
                        _ => {
                            let exc = self.stop_async_iteration();
                            self.deliver(ret, ret_sp, Outcome::Raise(exc))
                        }
                    });
                }
                let with = match (with, op.call) {
                    (Resume::Throw(exc), _) => Resume::Throw(exc),
                    (Resume::Send(_), _) if op.throws_first.get() => {
                        let exc = Exc::from_value(&op.argument.replace(Value::None));
                        Resume::Throw(exc.expect("throw keeps an exception"))
                    }
                    (Resume::Send(value), AsyncGenCall::Send) => {
                        let argument = op.argument.replace(Value::None);
                        Resume::Send(if value.is_none() { argument } else { value })
                    }
                    (Resume::Send(_), AsyncGenCall::Throw) => {
                        let exc = Exc::from_value(&op.argument.get()).expect("athrow keeps an exception");
                        Resume::Throw(exc)
                    }
                    (Resume::Send(_), AsyncGenCall::Close) => {
                        generator.closed_async.set(true);
                        let class = self.types.generator_exit.clone();
                        Resume::Throw(self.exception(&class, Vec::new()))
                    }
                };
                if generator.state.get() == GeneratorState::Created
                    && matches!(with, Resume::Throw(_))
                    && op.call == AsyncGenCall::Close
                    && !op.throws_first.get()
                {
                    // It never began: nothing has to be closed.
                    op.state.set(GeneratorState::Closed);
                    generator.state.set(GeneratorState::Closed);
                    generator.body.replace(Body::Empty);
                    return Ok(self.deliver(ret, ret_sp, Outcome::Return(Value::None)));
                }
                generator.running_async.set(true);
                op.state.set(GeneratorState::Suspended);
                with
            }
        };
        let result = self.resume(&generator, with, ret, ret_sp, Some(op.clone()));
        if result.is_err() {
            self.finish_async_op(op);
        }
        result
    }

    /// Begins what a native function asked for.
    pub(super) fn start(&mut self, flow: Flow, ret: Ret, ret_sp: *mut Value) -> PyResult<Started> {
        match flow {
            Flow::Value(value) => Ok(Started::Value(value)),
            Flow::Call { callable, args } => self.start_call(callable, args, ret, ret_sp),
            Flow::Future(future) => {
                self.push_future(future, ret, ret_sp)?;
                Ok(Started::Step(Step::Go))
            }
            Flow::Resume { generator, with } => {
                // `send` and `next`: a return is StopIteration.
                let step = if ret == Ret::Push {
                    self.resume(&generator, with, Ret::Resume, ret_sp, None)?
                } else {
                    let future: NativeFuture = Box::pin(async move {
                        match super::super::Cx.resume(&generator, with).await {
                            Resumed::Yielded(value) => Ok(value),
                            Resumed::Returned(value) => Err(super::super::Cx.vm(|vm| vm.stop_iteration(value))),
                            Resumed::Raised(exc) => Err(exc),
                        }
                    });
                    self.push_future(future, ret, ret_sp)?;
                    Step::Go
                };
                Ok(Started::Step(step))
            }
        }
    }
}

/// Puts the values of a generator's frame, which has been taken off the fiber, where they are until it is resumed.
#[inline(always)]
fn save_values(generator: &Gc<Generator>, frame: &CodeFrame, ip: u32) {
    let len = unsafe { frame.sp.offset_from(frame.base) } as usize;
    if let Body::Code(saved) = &mut *generator.body.borrow_mut() {
        if saved.values.capacity() < len {
            saved.values.reserve_exact(frame.code.frame_size as usize);
        }
        unsafe {
            Value::copy(frame.base, saved.values.as_mut_ptr(), len);
            saved.values.set_len(len);
        }
        saved.ip = ip;
    }
}

/// What suggestions for a mistyped name are taken from: the frame's names, or just its `self`.
fn keep_locals(frame: &CodeFrame, exc: &Exc, all: bool) {
    let spec = &frame.code.spec;
    let names = spec.varnames.iter().chain(spec.cellvars.iter().map(|v| &v.name)).chain(&spec.freevars);
    let locals = Dict::new();
    for (index, name) in names.enumerate() {
        // The slots of a frame that stands are initialised.
        let value = unsafe { (*frame.base.add(index)).clone() };
        let value = match value.view() {
            View::CellObject(cell) => cell.value.get(),
            _ => value,
        };
        if name == "self" && !all && !value.is_unbound() {
            exc.state().set("frame_self", value);
            return;
        }
        if all && !value.is_unbound() {
            locals.set_text(name, value);
        }
    }
    if all {
        exc.state().set("frame_locals", Gc::new(locals).into());
        exc.state().set("frame_globals", frame.globals.value());
    }
}

/// The frame of a `map` or its like as it was made: after an exception it can be asked for more, and its parameters are
/// all that it remembers.
fn begun_again(frame: &CodeFrame) -> Option<(Gc<Generator>, SavedFrame)> {
    let generator = frame.generator.clone()?;
    let code = frame.code.clone();
    // The slots of a frame that stands are initialised.
    let mut values: Vec<Value> =
        (0..code.spec.arg_count as usize).map(|i| unsafe { (*frame.base.add(i)).clone() }).collect();
    values.resize(code.slot_count as usize, Value::Unbound);
    Some((generator, SavedFrame { code, globals: frame.globals.clone(), ip: 0, values, object: None }))
}
