//! Generators, coroutines and async generators as objects: `send`, `throw`, `close`, `await`, `async for`, and what
//! happens when one dies unfinished.

use super::exception::Exc;
use super::frame::{CodeFrame, Frame};
use super::native::{Args, NativeFn, NativeFuture, Resume, Resumed};
use super::object::*;
use super::op::Op;
use super::{Cx, Flow, PyResult, Stream, Vm};

/// What `sys` knows of the exception that ended the program.
const LAST: [&str; 4] = ["last_exc", "last_type", "last_value", "last_traceback"];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let t = [vm.types.generator.clone(), vm.types.coroutine.clone(), vm.types.async_generator.clone()];
    let lazies = [
        vm.types.map.clone(),
        vm.types.filter.clone(),
        vm.types.zip.clone(),
        vm.types.enumerate.clone(),
        vm.types.reversed.clone(),
        vm.types.iterator.clone(),
    ];
    for class in t[..2].iter().chain(&lazies) {
        if !class.is(&t[1]) {
            vm.method(class, "__next__", NativeFn::Flow(|vm, args| resume(vm, args, Resume::Send(Value::None))));
            vm.method(class, "__iter__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
        }
    }
    let wrapper = vm.types.coroutine_wrapper.clone();
    for class in [&t[0], &t[1], &wrapper] {
        vm.method(
            class,
            "send",
            NativeFn::Flow(|vm, args| {
                let value = args.one(vm, "send")?.clone();
                resume(vm, args, Resume::Send(value))
            }),
        );
        vm.method(
            class,
            "throw",
            NativeFn::Flow(|vm, args| {
                let exc = thrown(vm, args.skip(1), "throw")?;
                resume(vm, args, Resume::Throw(exc))
            }),
        );
        vm.method(class, "close", NativeFn::Flow(close));
        let prefix = if class.is(&t[0]) {
            ["gi_frame", "gi_running", "gi_code", "gi_yieldfrom", "gi_suspended"]
        } else {
            ["cr_frame", "cr_running", "cr_code", "cr_await", "cr_suspended"]
        };
        attributes(vm, class, prefix);
    }
    vm.getter(&t[1], "cr_origin", |vm, c| {
        let origin = vm.coroutine_origins.as_ref().and_then(|origins| match c {
            Value::Obj(obj) => origins.get(&obj.address()).cloned(),
            _ => None,
        });
        let Some(frames) = origin else { return Ok(Value::None) };
        let frame = |vm: &mut Vm, (code, ip): &(Gc<Code>, u32)| {
            let line = Value::Int(code.position(*ip).line as i64);
            let (file, name) = (code.source.filename.as_str(), code.spec.name.as_str());
            vm.tuple(vec![Value::from(file), line, Value::from(name)])
        };
        let frames = frames.iter().rev().map(|f| frame(vm, f)).collect();
        Ok(vm.tuple(frames))
    });
    vm.method(
        &t[1],
        "__await__",
        NativeFn::Plain(|vm, args| {
            // An iterator that does nothing but drive the coroutine.
            let coroutine = args[0].clone();
            let future: NativeFuture = Box::pin(async move { Cx.await_(coroutine).await });
            let body = Body::Native(NativeBody::new(future));
            let (name, class) = (Value::from("coroutine_wrapper"), Some(vm.types.coroutine_wrapper.clone()));
            Ok(Gc::new(Generator::with_class(GeneratorKind::Generator, name.clone(), name, body, class)).into())
        }),
    );
    vm.method(&wrapper, "__next__", NativeFn::Flow(|vm, args| resume(vm, args, Resume::Send(Value::None))));
    vm.method(&wrapper, "__iter__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
    let agen = &t[2];
    attributes(vm, agen, ["ag_frame", "ag_running", "ag_code", "ag_await", "ag_suspended"]);
    vm.method(agen, "__aiter__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
    vm.method(agen, "__anext__", NativeFn::Plain(|vm, args| async_op(vm, &args[0], AsyncGenCall::Send, Value::None)));
    vm.method(
        agen,
        "asend",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "asend")?.clone();
            async_op(vm, &args[0], AsyncGenCall::Send, value)
        }),
    );
    vm.method(
        agen,
        "athrow",
        NativeFn::Plain(|vm, args| {
            let exc = thrown(vm, args.skip(1), "athrow")?;
            async_op(vm, &args[0], AsyncGenCall::Throw, exc.value())
        }),
    );
    vm.method(agen, "aclose", NativeFn::Plain(|vm, args| async_op(vm, &args[0], AsyncGenCall::Close, Value::None)));
    for class in [vm.types.async_generator_asend.clone(), vm.types.async_generator_athrow.clone()] {
        vm.method(&class, "__await__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
        vm.method(&class, "__iter__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
        vm.method(&class, "__next__", NativeFn::Flow(|vm, args| op_step(vm, &args[0], Resume::Send(Value::None))));
        vm.method(
            &class,
            "send",
            NativeFn::Flow(|vm, args| {
                let value = args.one(vm, "send")?.clone();
                op_step(vm, &args[0], Resume::Send(value))
            }),
        );
        vm.method(
            &class,
            "throw",
            NativeFn::Flow(|vm, args| {
                let exc = thrown(vm, args.skip(1), "throw")?;
                op_step(vm, &args[0], Resume::Throw(exc))
            }),
        );
        vm.method(
            &class,
            "close",
            NativeFn::Plain(|_, args| {
                if let View::AsyncGenOp(op) = args[0].view() {
                    op.state.set(GeneratorState::Closed);
                }
                Ok(Value::None)
            }),
        );
    }
}

fn attributes(vm: &mut Vm, class: &Gc<Class>, names: [&'static str; 5]) {
    fn this(value: &Value) -> &Gc<Generator> {
        value.downcast::<Generator>().expect("the method is of the class")
    }
    vm.property(
        class,
        "__name__",
        |_, g| Ok(this(g).name.get()),
        Some(|_, g, v| {
            this(g).name.set(v.unwrap_or(Value::None));
            Ok(())
        }),
    );
    vm.property(
        class,
        "__qualname__",
        |_, g| Ok(this(g).qualname.get()),
        Some(|_, g, v| {
            this(g).qualname.set(v.unwrap_or(Value::None));
            Ok(())
        }),
    );
    vm.getter(class, names[0], |vm, g| vm.generator_frame(this(g)));
    vm.getter(class, names[1], |_, g| {
        Ok(Value::Bool(this(g).state.get() == GeneratorState::Running || this(g).running_async.get()))
    });
    vm.getter(class, names[2], |_, g| Ok(this(g).code.as_ref().map_or(Value::None, |code| code.value())));
    vm.getter(class, names[3], |_, g| Ok(this(g).awaiting().unwrap_or(Value::None)));
    vm.getter(class, names[4], |_, g| Ok(Value::Bool(this(g).state.get() == GeneratorState::Suspended)));
}

fn generator(vm: &mut Vm, value: &Value) -> PyResult<Gc<Generator>> {
    match value.downcast::<Generator>() {
        Some(generator) => Ok(generator.clone()),
        None => {
            let text = format!("descriptor requires a generator, not '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn resume(vm: &mut Vm, args: Args<'_>, with: Resume) -> PyResult<Flow> {
    Ok(Flow::Resume { generator: generator(vm, &args[0])?, with })
}

/// The exception of `throw(exc)` or of the old form `throw(type, value, traceback)`.
fn thrown(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult<Exc> {
    args.count(vm, name, 0, 1, 3)?;
    if args.values.len() > 1 {
        vm.warn_deprecated(&format!(
            "the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead."
        ))?;
    }
    let value = args.get(1).filter(|v| !v.is_none());
    let what = match (args[0].view(), value) {
        (View::Class(_), Some(value)) if Exc::from_value(value).is_some() => value.clone(),
        (View::Class(_), Some(value)) => vm.call(&args[0], [value.clone()])?,
        _ => args[0].clone(),
    };
    if Exc::from_value(&what).is_none() && !matches!(what.view(), View::Class(_)) {
        let text = format!(
            "exceptions must be classes or instances deriving from BaseException, not {}",
            vm.class_name(&what)
        );
        return Err(vm.type_error(text));
    }
    let exc = vm.make_raised(what, Value::Unbound)?;
    if let Some(traceback) = args.get(2).filter(|t| matches!(t.view(), View::Traceback(_))) {
        exc.state().traceback.set(traceback.clone());
    }
    Ok(exc)
}

/// `close()`: `GeneratorExit` is thrown in, and has to come out.
fn close(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let generator = generator(vm, &args[0])?;
    match generator.state.get() {
        GeneratorState::Created => {
            generator.state.set(GeneratorState::Closed);
            drop(generator.body.replace(Body::Empty));
            return Ok(Value::None.into());
        }
        GeneratorState::Closed => return Ok(Value::None.into()),
        GeneratorState::Running | GeneratorState::Suspended => {}
    }
    let class = vm.types.generator_exit.clone();
    let exit = vm.exception(&class, Vec::new());
    Flow::future(async move {
        match Cx.resume(&generator, Resume::Throw(exit)).await {
            Resumed::Yielded(_) => Err(Cx.vm(|vm| {
                let what = match generator.kind {
                    GeneratorKind::Coroutine => "coroutine",
                    _ => "generator",
                };
                vm.runtime_error(format!("{what} ignored GeneratorExit"))
            })),
            // Since 3.13 `close` gives what the generator returned.
            Resumed::Returned(value) => Ok(value),
            Resumed::Raised(exc) => {
                let expected = Cx.vm(|vm| exc.is(&vm.types.generator_exit) || exc.is(&vm.types.stop_iteration));
                if expected { Ok(Value::None) } else { Err(exc) }
            }
        }
    })
}

fn async_op(vm: &mut Vm, this: &Value, call: AsyncGenCall, argument: Value) -> PyResult {
    let generator = generator(vm, this)?;
    vm.init_async_generator(&generator)?;
    let op = AsyncGenOp {
        generator,
        call,
        argument: Slot::new(argument),
        state: std::cell::Cell::new(GeneratorState::Created),
        driver: Slot::default(),
        throws_first: std::cell::Cell::new(false),
    };
    Ok(Gc::new(op).into())
}

/// `asend(…).send(None)` and the like by hand.
fn op_step(vm: &mut Vm, this: &Value, with: Resume) -> PyResult<Flow> {
    let Some(op) = this.downcast::<AsyncGenOp>().cloned() else {
        return Err(vm.type_error("not an async generator's awaitable"));
    };
    // A generator that does nothing but drive the awaitable.
    let driver = match op.driver.get().downcast::<Generator>() {
        Some(driver) => driver.clone(),
        None => {
            let driven = op.clone();
            let future: NativeFuture = Box::pin(async move {
                let result = Cx.await_(driven.value()).await;
                driven.driver.set(Value::Unbound);
                result
            });
            let body = Body::Native(NativeBody::new(future));
            Generator::new(GeneratorKind::Generator, Value::None, Value::None, body)
        }
    };
    let begins = op.state.get() == GeneratorState::Created;
    if begins {
        op.driver.set(driver.value());
    }
    match with {
        Resume::Throw(exc) if begins => {
            op.throws_first.set(true);
            op.argument.set(exc.value());
            Ok(Flow::Resume { generator: driver, with: Resume::Send(Value::None) })
        }
        Resume::Send(value) if value.is_none() => {
            Ok(Flow::Resume { generator: driver, with: Resume::Send(Value::None) })
        }
        with => Ok(Flow::Resume { generator: driver, with }),
    }
}

/// Frames as `traceback.print_list` prints them.
pub fn places_text(places: &[(Gc<Code>, u32)]) -> String {
    let mut text = String::new();
    for (code, ip) in places {
        let line = code.position(*ip).line;
        text.push_str(&format!("  File \"{}\", line {line}, in {}\n", code.source.filename, code.spec.name));
        if let Some(source) = code.source.line(line) {
            text.push_str(&format!("    {}\n", source.trim()));
        }
    }
    text
}

impl Generator {
    /// Where its own frame is suspended: code and instruction. `None` for a Rust body and outside `Suspended`.
    pub fn suspended_at(&self) -> Option<(Gc<Code>, u32)> {
        match &*self.body.borrow() {
            Body::Code(frame) if self.state.get() == GeneratorState::Suspended => {
                let at_send = frame.code.ops[frame.ip as usize] == Op::Send;
                Some((frame.code.clone(), if at_send { frame.ip } else { frame.ip.saturating_sub(1) }))
            }
            _ => None,
        }
    }
}

/// The frames of a suspended coroutine, outermost first: code and instruction of each that is the program's or ours in
/// Python. Frames in Rust are left out.
pub fn await_stack(coroutine: &Value) -> Vec<(Gc<Code>, u32)> {
    let mut stack = Vec::new();
    let mut at = Some(coroutine.clone());
    while let Some(value) = at {
        at = match value.view() {
            View::Generator(generator) => {
                stack.extend(generator.suspended_at());
                generator.awaiting()
            }
            View::AsyncGenOp(op) => Some(op.generator.value()),
            _ => None,
        };
    }
    stack
}

/// The variables of the innermost frame of a suspended coroutine that is the program's.
pub fn suspended_locals(coroutine: &Value) -> Vec<(String, Value)> {
    let mut names = Vec::new();
    let mut at = Some(coroutine.clone());
    while let Some(value) = at {
        at = match value.view() {
            View::Generator(generator) => {
                if let Body::Code(frame) = &*generator.body.borrow()
                    && frame.code.source.is_program()
                {
                    let spec = &frame.code.spec;
                    let cells = spec.cellvars.iter().map(|cell| &cell.name).chain(&spec.freevars);
                    let slots = spec.varnames.iter().chain(cells).zip(&frame.values).enumerate();
                    let value = |(index, (name, value)): (usize, (&String, &Value))| {
                        let value = match value.view() {
                            View::CellObject(cell) if index >= spec.varnames.len() => cell.value.get(),
                            _ => value.clone(),
                        };
                        (!value.is_unbound() && !name.starts_with('.')).then(|| (name.clone(), value))
                    };
                    names = slots.filter_map(value).collect();
                }
                generator.awaiting()
            }
            View::AsyncGenOp(op) => Some(op.generator.value()),
            _ => None,
        };
    }
    names
}

impl Vm {
    /// The iterator that `await value` sends into. `context` 1 and 2: the value came from `__aenter__`, `__aexit__`.
    pub fn awaitable_flow(&mut self, value: &Value, context: u8) -> PyResult<Flow> {
        match value.view() {
            View::Generator(generator) if generator.kind == GeneratorKind::Coroutine => {
                if generator.awaiting().is_some() {
                    return Err(self.runtime_error("coroutine is being awaited already"));
                }
                return Ok(value.clone().into());
            }
            View::AsyncGenOp(_) => return Ok(value.clone().into()),
            View::Generator(generator)
                if generator.kind == GeneratorKind::Generator && generator.is_coroutine_based() =>
            {
                return Ok(value.clone().into());
            }
            _ => {}
        }
        let Some(method) = self.special(value, &self.names.await_) else {
            let name = self.class_name(value);
            let text = match context {
                1 => {
                    format!("'async with' received an object from __aenter__ that does not implement __await__: {name}")
                }
                2 => {
                    format!("'async with' received an object from __aexit__ that does not implement __await__: {name}")
                }
                3 => format!("'async for' received an invalid object from __anext__: {name}"),
                _ => format!("object {name} can't be used in 'await' expression"),
            };
            return Err(self.type_error(text));
        };
        match self.special_flow(method, value, &[])? {
            Flow::Value(iterator) => self.check_await_iterator(iterator).map(Flow::Value),
            flow => Flow::future(async move {
                let iterator = Cx.flow(flow).await?;
                Cx.vm(|vm| vm.check_await_iterator(iterator))
            }),
        }
    }

    fn check_await_iterator(&mut self, iterator: Value) -> PyResult {
        match iterator.view() {
            View::Generator(generator) if generator.kind == GeneratorKind::Coroutine => {
                Err(self.type_error("__await__() returned a coroutine"))
            }
            View::Generator(_) | View::Iter(_) | View::AsyncGenOp(_) => Ok(iterator),
            _ if self.special(&iterator, &self.names.next).is_some() => Ok(iterator),
            _ => {
                let text = format!("__await__() returned non-iterator of type '{}'", self.class_name(&iterator));
                Err(self.type_error(text))
            }
        }
    }

    /// `aiter(value)`.
    pub fn aiter_flow(&mut self, value: &Value) -> PyResult<Flow> {
        if let View::Generator(generator) = value.view()
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return Ok(value.clone().into());
        }
        let Some(method) = self.special(value, &self.names.aiter) else {
            let text = format!("'async for' requires an object with __aiter__ method, got {}", self.class_name(value));
            return Err(self.type_error(text));
        };
        let flow = self.special_flow(method, value, &[])?;
        Flow::future(async move {
            let iterator = Cx.flow(flow).await?;
            Cx.vm(|vm| {
                if vm.special(&iterator, &vm.names.anext).is_none() {
                    let text = format!(
                        "'async for' received an object from __aiter__ that does not implement __anext__: {}",
                        vm.class_name(&iterator)
                    );
                    return Err(vm.type_error(text));
                }
                Ok(iterator)
            })
        })
    }

    /// The awaitable of the next item, as an iterator for `Send`.
    pub fn anext_flow(&mut self, iterator: &Value) -> PyResult<Flow> {
        if let View::Generator(generator) = iterator.view()
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return async_op(self, iterator, AsyncGenCall::Send, Value::None).map(Flow::Value);
        }
        let Some(method) = self.special(iterator, &self.names.anext) else {
            let text =
                format!("'async for' requires an iterator with __anext__ method, got {}", self.class_name(iterator));
            return Err(self.type_error(text));
        };
        match self.special_flow(method, iterator, &[])? {
            Flow::Value(awaitable) => self.next_awaitable(awaitable),
            flow => Flow::future(async move {
                let awaitable = Cx.flow(flow).await?;
                let flow = Cx.vm(|vm| vm.next_awaitable(awaitable))?;
                Cx.flow(flow).await
            }),
        }
    }

    fn next_awaitable(&mut self, awaitable: Value) -> PyResult<Flow> {
        let invalid = self.awaitable_flow(&awaitable, 3);
        match invalid {
            Err(exc) if exc.is(&self.types.type_error) => {
                let cause = exc.value();
                let text =
                    format!("'async for' received an invalid object from __anext__: {}", self.class_name(&awaitable));
                let error = self.type_error(text);
                error.state().cause.set(cause);
                error.state().suppress_context.set(true);
                Err(error)
            }
            other => other,
        }
    }

    /// Calls `firstiter` of `sys.set_asyncgen_hooks` when an async generator is first iterated.
    pub fn init_async_generator(&mut self, generator: &Gc<Generator>) -> PyResult<()> {
        if generator.hooked.replace(true) {
            return Ok(());
        }
        let (firstiter, finalizer) = self.fiber.asyncgen_hooks.clone();
        if !finalizer.is_none() {
            generator.finalizer.set(finalizer);
        }
        if !firstiter.is_none() {
            self.call(&firstiter, [generator.value()])?;
        }
        Ok(())
    }

    /// `gi_frame`, as far as we have frames: None when it has ended.
    fn generator_frame(&mut self, generator: &Gc<Generator>) -> PyResult {
        Ok(match &*generator.body.borrow() {
            Body::Code(frame) => {
                let ip = if frame.ip == 0 { 0 } else { frame.ip };
                Traceback::made_up(Value::None, frame.code.clone(), ip).into()
            }
            _ => Value::None,
        })
    }

    /// Where the frame of a generator that runs now stands: file and line.
    pub fn running_line(&self, generator: &Gc<Generator>) -> Option<(String, u32)> {
        self.fiber.frames.iter().rev().find_map(|frame| match frame {
            Frame::Code(frame) if frame.generator.as_ref().is_some_and(|g| g.is(generator)) => {
                let line = frame.code.position(frame.ip.saturating_sub(1)).line;
                Some((frame.code.source.filename.clone(), line))
            }
            _ => None,
        })
    }

    /// The frame that a frame object shows, while it runs or has called who runs.
    pub fn standing_frame(&self, object: &Gc<FrameObject>) -> Option<&CodeFrame> {
        self.fiber.frames.iter().find_map(|frame| match frame {
            Frame::Code(frame) if frame.has_object(object) => Some(frame),
            _ => None,
        })
    }

    /// `f_back`.
    pub fn caller_of(&mut self, object: &Gc<FrameObject>) -> Value {
        let stands = |frame: &Frame| if let Frame::Code(frame) = frame { frame.has_object(object) } else { false };
        let Some(index) = self.fiber.frames.iter().position(stands) else { return object.back.get() };
        let caller = self.fiber.frames[..index].iter_mut().rev().find_map(|frame| match frame {
            Frame::Code(frame) if frame.code.source.is_shown() => Some(frame),
            _ => None,
        });
        caller.map_or(Value::None, |caller| caller.object().into())
    }

    /// The program's frames that run in this thread, outermost first; up to that of the generator, if one is named and
    /// runs.
    pub fn program_stack(&self, until: Option<&Gc<Generator>>) -> Vec<(Gc<Code>, u32)> {
        let frames = &self.fiber.frames;
        let is_last = |frame: &Frame| match (frame, until) {
            (Frame::Code(frame), Some(until)) => frame.generator.as_ref().is_some_and(|g| g.is(until)),
            _ => false,
        };
        let end = frames.iter().rposition(is_last).map_or(frames.len(), |last| last + 1);
        let shown = frames[..end].iter().filter_map(|frame| match frame {
            Frame::Code(frame) if frame.code.source.is_shown() => {
                Some((frame.code.clone(), frame.ip.saturating_sub(1)))
            }
            _ => None,
        });
        shown.collect()
    }

    /// The program's stack as asyncio's debug mode keeps it: CPython keeps ten frames, of which some are its own: six
    /// between the program and a task, and `own` above what runs.
    pub fn debug_stack(&self, own: usize) -> Vec<(Gc<Code>, u32)> {
        let mut frames = self.program_stack(None);
        let count = frames.len();
        if count + own + 6 > 10 {
            let kept = (count - 1).min(10 - own);
            frames.drain(..count - kept);
        }
        frames
    }

    /// Where the generator's function was defined: file and line.
    pub fn defined_at(&self, generator: &Gc<Generator>) -> Option<(String, u32)> {
        generator.code.as_ref().map(|code| (code.source.filename.clone(), code.spec.first_line))
    }

    /// Puts down in `sys` which exception ended the program.
    pub fn set_last_exception(&mut self, exc: &Exc) {
        if let Some(sys) = self.modules.get_text("sys").as_ref().and_then(|sys| sys.downcast::<Module>()) {
            let values = [exc.value(), exc.class().value(), exc.value(), exc.state().traceback.get()];
            for (name, value) in LAST.into_iter().zip(values) {
                sys.dict.set_text(name, value);
            }
        }
    }

    /// What the interpreter does at its end: the program's objects die, and may say so (`finalize_modules` in CPython's
    /// `Python/pylifecycle.c`).
    /// `exc` ended the program, and lives until its modules are taken apart.
    pub fn shut_down(&mut self, exc: Option<Exc>) {
        self.finalize_dying();
        self.collect_cycles(true);
        // From here on CPython's `warnings` is gone.
        self.warnings_gone = true;
        if let Some(sys) = self.modules.get_text("sys").as_ref().and_then(|sys| sys.downcast::<Module>()) {
            for name in LAST {
                sys.dict.set_text(name, Value::None);
            }
        }
        drop(exc);
        self.finalize_dying();
        let module = self.modules.remove_str(&Gc::new(Str::new("__main__")));
        let Some(View::Module(main)) = module.as_ref().map(Value::view) else { return };
        let left = super::weak::reference(&main.dict.value(), Value::None);
        drop(module);
        // If no function is there that could see a variable, they are gone.
        self.finalize_dying();
        self.forget_methods();
        let left_of = |left: &Option<Gc<WeakRef>>| left.as_ref().and_then(|left| left.upgrade());
        let Some(Value::Obj(dict)) = left_of(&left) else { return };
        let reached = super::collect::reached(&dict);
        drop(dict);
        // Most often its functions hold it, and it them: they die together.
        self.collect_at_end(reached);
        if let Some(View::Dict(dict)) = left_of(&left).as_ref().map(Value::view) {
            // Names with one leading underscore first.
            let is_private = |key: &Value| key.as_str().is_some_and(|k| k.starts_with('_') && !k.starts_with("__"));
            let (private, public): (Vec<_>, Vec<_>) = dict.keys().into_iter().partition(is_private);
            for key in private.iter().chain(&public).filter_map(Value::str).filter(|k| k.as_str() != "__builtins__") {
                if let Some(index) = dict.find_str(key) {
                    drop(dict.replace_at(index, Value::None));
                }
                self.finalize_dying();
            }
        }
    }

    /// The last reference to the value went, and it wants to know.
    pub(super) fn finalize(&mut self, value: &Value) {
        match value.view() {
            View::Generator(generator) => self.finalize_generator(generator),
            View::AsyncGenOp(op) => {
                let method = match op.call {
                    AsyncGenCall::Send => "asend",
                    AsyncGenCall::Throw => "athrow",
                    AsyncGenCall::Close => "aclose",
                };
                let name = op.generator.qualname.get();
                let name = name.as_str().unwrap_or("?");
                self.warn_unawaited(&format!("coroutine method '{method}' of '{name}' was never awaited"));
            }
            View::Instance(instance) => {
                if let Payload::Native(native) = &instance.payload
                    && native.needs_finalizer()
                {
                    native.finalize(self, value);
                }
                let class = instance.class();
                if let Some(del) = self.lookup(&class, &self.names.del)
                    && let Err(exc) = self.special_flow(del.clone(), value, &[]).and_then(|flow| self.finish(flow))
                {
                    self.write_unraisable(&exc, &del);
                }
            }
            _ => {}
        }
    }

    fn finalize_generator(&mut self, generator: &Gc<Generator>) {
        match (generator.kind, generator.state.get()) {
            (GeneratorKind::Coroutine, GeneratorState::Created) => {
                let qualname = generator.qualname.get();
                let mut text = format!("coroutine '{}' was never awaited", qualname.as_str().unwrap_or("?"));
                let origin = self.coroutine_origins.as_mut().and_then(|origins| origins.remove(&generator.address()));
                if let Some(frames) = origin {
                    text.push_str("\nCoroutine created at (most recent call last)\n");
                    text.push_str(places_text(&frames).trim_end());
                }
                self.warn_unawaited(&text);
                generator.state.set(GeneratorState::Closed);
            }
            (GeneratorKind::AsyncGenerator, GeneratorState::Created | GeneratorState::Suspended)
                if generator.finalizer.bound().is_some() && !generator.closed_async.get() =>
            {
                let finalizer = generator.finalizer.get();
                if let Err(exc) = self.call(&finalizer, [generator.value()]) {
                    self.write_unraisable(&exc, &generator.value());
                }
            }
            (GeneratorKind::AsyncGenerator, _) => {}
            (_, GeneratorState::Suspended) => {
                let result =
                    close(self, Args { values: &[generator.value()], names: None }).and_then(|flow| self.finish(flow));
                if let Err(exc) = result {
                    self.write_unraisable(&exc, &generator.value());
                }
            }
            _ => {}
        }
    }

    /// An exception that nobody can catch (`sys.unraisablehook`).
    pub fn write_unraisable(&mut self, exc: &Exc, obj: &Value) {
        let what = self.repr(obj).unwrap_or_else(|_| "<unprintable object>".into());
        let text = self.traceback_text(exc);
        self.write(Stream::Stderr, &format!("Exception ignored in: {what}\n{text}"));
    }
}
