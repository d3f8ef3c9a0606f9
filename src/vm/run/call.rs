//! Calls: how arguments become a frame's slots, and what can be called.

use super::super::frame::{CodeFrame, Frame, Ret, drop_values};
use super::super::native::{Args, CallArgs};
use super::super::object::*;
use super::super::{Cx, Flow, PyResult, Vm};
use super::unwind::{Started, Step};

impl Vm {
    /// Begins a call. What is known at once comes back as a value, anything else by `ret`.
    pub(super) fn start_call(
        &mut self,
        mut callable: Value,
        mut args: CallArgs,
        ret: Ret,
        ret_sp: *mut Value,
    ) -> PyResult<Started> {
        // A `__call__` may be an object with a `__call__`, and so on.
        for _ in 0..self.recursion_limit {
            let next = match callable.view() {
                View::Function(function) => return self.start_function(function, args, ret, ret_sp),
                View::BoundMethod(method) => {
                    args.values.insert(0, method.this.clone());
                    method.func.clone()
                }
                View::Native(native) => {
                    if !native.this.is_unbound() {
                        args.values.insert(0, native.this.clone());
                    }
                    let func = native.func;
                    let flow = self.call_native(func, args.as_args())?;
                    return self.start(flow, ret, ret_sp);
                }
                View::NativeMethod(method) => {
                    self.check_receiver(method, &args.values)?;
                    let func = method.func;
                    let flow = self.call_native(func, args.as_args())?;
                    return self.start(flow, ret, ret_sp);
                }
                View::Class(class) => {
                    let class = class.clone();
                    let flow = self.class_call(&class, args.as_args())?;
                    return self.start(flow, ret, ret_sp);
                }
                View::StaticMethod(method) => method.func.clone(),
                View::Alias(alias) if !alias.union => alias.origin.clone(),
                View::WeakRef(reference) => return Ok(Started::Value(reference.upgrade().unwrap_or(Value::None))),
                _ => {
                    let class = self.class_of(&callable);
                    match self.lookup(&class, &self.names.call) {
                        Some(method) => match method.view() {
                            View::Function(_) | View::NativeMethod(_) => {
                                args.values.insert(0, callable.clone());
                                method
                            }
                            _ => {
                                let flow = self.bind_attr(&method, Some(&callable), &class)?;
                                self.finish(flow)?
                            }
                        },
                        None => {
                            let text = format!("'{}' object is not callable", class.name());
                            return Err(self.type_error(text));
                        }
                    }
                }
            };
            callable = next;
        }
        Err(self.recursion_error("maximum recursion depth exceeded"))
    }

    /// Calls a function of the program with arguments that are not on the stack yet.
    pub(super) fn start_function(
        &mut self,
        function: &Gc<Function>,
        args: CallArgs,
        ret: Ret,
        ret_sp: *mut Value,
    ) -> PyResult<Started> {
        let flags = function.code.spec.flags;
        if (flags.class_body || flags.dynamic)
            && let Some(namespace) = self.pending_locals.take()
        {
            return self.start_class_body(function, namespace, ret, ret_sp);
        }
        let slots = self.bind_arguments(function, args.as_args())?;
        drop(args);
        let code = &function.code;
        if flags.generator || flags.coroutine || flags.async_generator {
            return Ok(Started::Value(self.make_generator(function, slots)));
        }
        self.push_code(code.clone(), function.globals.clone(), None, slots, ret, ret_sp)?;
        Ok(Started::Step(Step::Go))
    }

    /// Calls a function whose code is `simple` with the arguments that lie from `first` up to `sp` on the stack of the
    /// frame on top. Everything from `bottom` up goes with the new frame; its result is put there, or below it for
    /// `Ret::Init`. False, and nothing done, if the number of arguments does not fit.
    #[inline]
    pub(super) fn enter(
        &mut self,
        function: &Gc<Function>,
        first: *mut Value,
        bottom: *mut Value,
        sp: *mut Value,
        ret: Ret,
    ) -> PyResult<bool> {
        let code = &function.code;
        let given = unsafe { sp.offset_from(first) } as usize;
        let wanted = code.spec.arg_count as usize;
        let defaults = if given < wanted { function.defaults.get() } else { Value::Unbound };
        let defaults: &[Value] = match defaults.view() {
            View::Tuple(tuple) => &tuple.items,
            _ => &[],
        };
        if given > wanted || given + defaults.len() < wanted {
            return Ok(false);
        }
        self.check_depth()?;
        let Some(Frame::Code(caller)) = self.fiber.frames.last() else { unreachable!("code calls") };
        let segment = caller.segment;
        let (new_segment, base) = self.fiber.reserve(segment, first, code.frame_size as usize);
        let (code, globals) = (code.clone(), function.globals.clone());
        let cells = code.spec.varnames.len() < code.slot_count as usize;
        // The callable may be what is dropped below.
        let keep = cells.then(|| function.clone());
        let mut new_bottom = bottom;
        let mut top = unsafe { base.add(given) };
        unsafe {
            if new_segment != segment {
                // The arguments move; the callable goes.
                std::ptr::copy_nonoverlapping(first, base, given);
                drop_values(bottom, first);
                new_bottom = base;
            }
            for default in &defaults[given + defaults.len() - wanted..] {
                top.write(default.clone());
                top = top.add(1);
            }
            for _ in wanted..code.slot_count as usize {
                top.write(Value::Unbound);
                top = top.add(1);
            }
            if let Some(function) = keep {
                make_cells(&code, &function.closure, std::slice::from_raw_parts_mut(base, code.slot_count as usize));
            }
        }
        self.fiber.depth += 1;
        self.fiber.frames.push(Frame::Code(CodeFrame {
            code,
            globals,
            locals: None,
            ip: 0,
            segment: new_segment,
            bottom: new_bottom,
            base,
            sp: top,
            ret_sp: bottom,
            ret,
            generator: None,
            op: None,
            outer_handled: Value::None,
            object: None,
        }));
        Ok(true)
    }

    /// Puts a frame on top whose first slots are given.
    pub(super) fn push_code(
        &mut self,
        code: Gc<Code>,
        globals: Gc<Dict>,
        locals: Option<Value>,
        slots: Vec<Value>,
        ret: Ret,
        ret_sp: *mut Value,
    ) -> PyResult<()> {
        self.check_depth()?;
        let (segment, top) = self.fiber.top();
        let (segment, base) = self.fiber.reserve(segment, top, code.frame_size as usize);
        let mut sp = base;
        for value in slots {
            unsafe {
                sp.write(value);
                sp = sp.add(1);
            }
        }
        self.fiber.depth += 1;
        self.fiber.frames.push(Frame::Code(CodeFrame {
            code,
            globals,
            locals,
            ip: 0,
            segment,
            bottom: base,
            base,
            sp,
            ret_sp,
            ret,
            generator: None,
            op: None,
            outer_handled: Value::None,
            object: None,
        }));
        Ok(())
    }

    #[inline(always)]
    pub(super) fn check_depth(&mut self) -> PyResult<()> {
        if self.fiber.depth >= self.recursion_limit {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        Ok(())
    }

    /// The generator, coroutine or async generator that a call makes.
    pub(super) fn make_generator(&mut self, function: &Gc<Function>, slots: Vec<Value>) -> Value {
        let code = &function.code;
        let kind = match code.spec.flags {
            flags if flags.coroutine => GeneratorKind::Coroutine,
            flags if flags.async_generator => GeneratorKind::AsyncGenerator,
            _ => GeneratorKind::Generator,
        };
        let body = Body::Code(Box::new(SavedFrame {
            code: code.clone(),
            globals: function.globals.clone(),
            ip: 0,
            values: slots,
            object: None,
        }));
        let generator = Generator::new(kind, function.name.get(), function.qualname.get(), body);
        if kind == GeneratorKind::Coroutine && self.coroutine_origins.is_some() {
            let frames = self.debug_stack(0);
            if let Some(origins) = &mut self.coroutine_origins {
                origins.insert(generator.address(), frames);
            }
        }
        generator.into()
    }

    /// A frame's slots from a call's arguments, or the `TypeError` that CPython gives.
    pub(super) fn bind_arguments(&mut self, function: &Gc<Function>, args: Args<'_>) -> PyResult<Vec<Value>> {
        let code = &function.code;
        let spec = &code.spec;
        let positional = args.positional();
        let (arg_count, keyword_only) = (spec.arg_count as usize, spec.keyword_only as usize);
        let named = arg_count + keyword_only;
        let mut slots = vec![Value::Unbound; code.slot_count as usize];
        let taken = positional.len().min(arg_count);
        slots[..taken].clone_from_slice(&positional[..taken]);
        if spec.flags.varargs {
            slots[named] = self.tuple(positional[taken..].to_vec());
        }
        let extra_keywords = spec.flags.varkeywords.then(|| Gc::new(Dict::new()));
        let mut positional_only_given = Vec::new();
        for (name, value) in args.keywords() {
            let text = name.as_str();
            let index = spec.varnames[..named].iter().position(|n| n == text);
            match index {
                Some(index) if index >= spec.positional_only as usize => {
                    if !slots[index].is_unbound() {
                        let text = format!("{}() got multiple values for argument '{text}'", qualname(function));
                        return Err(self.type_error(text));
                    }
                    slots[index] = value.clone();
                }
                found => match &extra_keywords {
                    Some(dict) => dict.set_str(name, value.clone()),
                    None if found.is_some() => positional_only_given.push(text.to_owned()),
                    None => {
                        let mut message =
                            format!("{}() got an unexpected keyword argument '{text}'", qualname(function));
                        let candidates = spec.varnames[spec.positional_only as usize..named].iter().map(String::as_str);
                        if let Some(near) = super::super::traceback::nearest(text, candidates) {
                            message.push_str(&format!(". Did you mean '{near}'?"));
                        }
                        return Err(self.type_error(message));
                    }
                },
            }
        }
        if !positional_only_given.is_empty() {
            let text = format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                qualname(function),
                positional_only_given.join(", ")
            );
            return Err(self.type_error(text));
        }
        if positional.len() > arg_count && !spec.flags.varargs {
            return Err(self.too_many_positional(function, positional.len(), &slots));
        }
        let defaults = function.defaults.get();
        let defaults: &[Value] = match defaults.view() {
            View::Tuple(tuple) => &tuple.items,
            _ => &[],
        };
        let first_default = arg_count.saturating_sub(defaults.len());
        let mut missing = Vec::new();
        for i in taken..arg_count {
            if slots[i].is_unbound() {
                match (i >= first_default).then(|| &defaults[i - first_default]) {
                    Some(default) => slots[i] = default.clone(),
                    None => missing.push(spec.varnames[i].as_str()),
                }
            }
        }
        if !missing.is_empty() {
            let text = match clinic_arguments(function, positional.len(), Some(missing[0])) {
                Some(text) => text,
                None => missing_arguments(&qualname(function), "positional", &missing),
            };
            return Err(self.type_error(text));
        }
        if keyword_only > 0 {
            let kwdefaults = function.kwdefaults.get();
            for (slot, name) in slots[arg_count..named].iter_mut().zip(&spec.varnames[arg_count..named]) {
                if slot.is_unbound() {
                    match kwdefaults.downcast::<Dict>().and_then(|dict| dict.get_text(name)) {
                        Some(default) => *slot = default,
                        None => missing.push(name.as_str()),
                    }
                }
            }
            if !missing.is_empty() {
                let text = missing_arguments(&qualname(function), "keyword-only", &missing);
                return Err(self.type_error(text));
            }
        }
        if let Some(dict) = extra_keywords {
            slots[named + spec.flags.varargs as usize] = dict.into();
        }
        make_cells(code, &function.closure, &mut slots);
        Ok(slots)
    }

    #[inline(never)]
    fn too_many_positional(&mut self, function: &Gc<Function>, given: usize, slots: &[Value]) -> super::super::Exc {
        if let Some(text) = clinic_arguments(function, given, None) {
            return self.type_error(text);
        }
        let spec = &function.code.spec;
        let arg_count = spec.arg_count as usize;
        let defaults = match function.defaults.get().view() {
            View::Tuple(tuple) => tuple.items.len(),
            _ => 0,
        };
        let takes =
            if defaults > 0 { format!("from {} to {arg_count}", arg_count - defaults) } else { arg_count.to_string() };
        let keyword_only =
            slots[arg_count..arg_count + spec.keyword_only as usize].iter().filter(|v| !v.is_unbound()).count();
        let plural = if arg_count == 1 && defaults == 0 { "" } else { "s" };
        let (extra, verb) = if keyword_only > 0 {
            let s1 = if given == 1 { "" } else { "s" };
            let s2 = if keyword_only == 1 { "" } else { "s" };
            (format!(" positional argument{s1} (and {keyword_only} keyword-only argument{s2})"), "were")
        } else {
            (String::new(), if given == 1 { "was" } else { "were" })
        };
        let text = format!(
            "{}() takes {takes} positional argument{plural} but {given}{extra} {verb} given",
            qualname(function)
        );
        self.type_error(text)
    }

    /// Calls a class: makes an instance and initialises it, or whatever the metaclass says.
    pub fn class_call(&mut self, class: &Gc<Class>, args: Args<'_>) -> PyResult<Flow> {
        let meta = class.metaclass.borrow().clone();
        if let Some(meta) = meta
            && let Some(method) = self.lookup(&meta, &self.names.call)
            && matches!(method.view(), View::Function(_))
        {
            let mut args = args.to_owned();
            args.values.insert(0, class.value());
            return Flow::call(method, args);
        }
        self.type_call(class, args)
    }

    /// `type.__call__(class, ...)`.
    pub fn type_call(&mut self, class: &Gc<Class>, args: Args<'_>) -> PyResult<Flow> {
        if class.is(&self.types.type_) && args.values.len() == 1 && args.names.is_none() {
            return Ok(self.class_of(&args[0]).value().into());
        }
        let new = self.lookup(class, &self.names.new);
        let mut owned = args.to_owned();
        owned.values.insert(0, class.value());
        let made = match new.as_ref().map(Value::view) {
            Some(View::NativeMethod(method)) => {
                let func = method.func;
                self.call_native(func, owned.as_args())?
            }
            Some(View::StaticMethod(method)) => Flow::Call { callable: method.func.clone(), args: owned },
            Some(_) => Flow::Call { callable: new.expect("it is there"), args: owned },
            None => {
                let text = format!("cannot create '{}' instances", class.name());
                return Err(self.type_error(text));
            }
        };
        let class = class.clone();
        match made {
            Flow::Value(instance) => self.initialise(&class, instance, args.to_owned()),
            flow => {
                let args = args.to_owned();
                Flow::future(async move {
                    let instance = Cx.flow(flow).await?;
                    let flow = Cx.vm(|vm| vm.initialise(&class, instance, args))?;
                    Cx.flow(flow).await
                })
            }
        }
    }

    /// `__init__`, if the instance is one of the class.
    fn initialise(&mut self, class: &Gc<Class>, instance: Value, mut args: CallArgs) -> PyResult<Flow> {
        let own = self.class_of(&instance);
        if !Class::is_subclass(&own, class) {
            return Ok(instance.into());
        }
        let Some(init) = self.lookup(&own, &self.names.init) else { return Ok(instance.into()) };
        if let View::NativeMethod(method) = init.view() {
            if method.owner == "object" {
                return Ok(instance.into());
            }
            args.values.insert(0, instance.clone());
            let func = method.func;
            return match self.call_native(func, args.as_args())? {
                Flow::Value(_) => Ok(instance.into()),
                flow => Flow::future(async move {
                    Cx.flow(flow).await?;
                    Ok(instance)
                }),
            };
        }
        let bound = self.bind_attr(&init, Some(&instance), &own)?;
        Flow::future(async move {
            let init = Cx.flow(bound).await?;
            let result = Cx.call(&init, args).await?;
            if !result.is_none() {
                return Err(Cx.vm(|vm| {
                    let text = format!("__init__() should return None, not '{}'", vm.class_name(&result));
                    vm.type_error(text)
                }));
            }
            Ok(instance)
        })
    }
}

/// What CPython says of a wrong number of arguments where the function is one of a module that it has in C: of the
/// first one that is missing, or of there being too many.
fn clinic_arguments(function: &Gc<Function>, given: usize, missing: Option<&str>) -> Option<String> {
    let source = &function.code.source;
    let in_c = ["<itertools>", "<bisect>", "<heapq>", "<operator>", "<datetime>", "<time>", "<array>", "<struct>"];
    if source.is_program() || !in_c.contains(&source.filename.as_str()) {
        return None;
    }
    let spec = &function.code.spec;
    let qualname = qualname(function);
    let (owner, name) = qualname.rsplit_once('.').unwrap_or(("", &qualname));
    let this = spec.varnames.first().is_some_and(|first| first == "self" || first == "cls") as usize;
    let name = if name == "__init__" || name == "__new__" { owner } else { name };
    let most = spec.arg_count as usize - this;
    let defaults = match function.defaults.get().view() {
        View::Tuple(tuple) => tuple.items.len(),
        _ => 0,
    };
    let least = most.saturating_sub(defaults);
    let given = given.saturating_sub(this);
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let only_positional = spec.positional_only as usize == spec.arg_count as usize;
    Some(match missing {
        Some(missing) if !only_positional => {
            let place = spec.varnames.iter().position(|name| name == missing)? + 1 - this;
            format!("{name}() missing required argument '{missing}' (pos {place})")
        }
        Some(_) => {
            let word = if defaults > 0 { "at least " } else { "" };
            format!("{name} expected {word}{least} argument{}, got {given}", s(least))
        }
        None if only_positional => {
            let word = if defaults > 0 { "at most " } else { "" };
            format!("{name} expected {word}{most} argument{}, got {given}", s(most))
        }
        None => {
            let word = if defaults > 0 { "at most" } else { "exactly" };
            format!("{name}() takes {word} {most} argument{} ({given} given)", s(most))
        }
    })
}

fn qualname(function: &Gc<Function>) -> String {
    let qualname = function.qualname.get();
    qualname.as_str().unwrap_or("?").to_owned()
}

/// `f() missing 2 required positional arguments: 'a' and 'b'`.
pub(in crate::vm) fn missing_arguments(function: &str, kind: &str, names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        [] => String::new(),
    };
    let s = if names.len() == 1 { "" } else { "s" };
    format!("{function}() missing {} required {kind} argument{s}: {list}", names.len())
}

/// Fills the slots after the locals: a new cell for each of the code's own shared variables, and the closure's.
pub(super) fn make_cells(code: &Code, closure: &[Gc<CellObject>], slots: &mut [Value]) {
    let locals = code.spec.varnames.len();
    for (i, var) in code.spec.cellvars.iter().enumerate() {
        let value = var.param.map_or(Value::Unbound, |param| slots[param as usize].take());
        slots[locals + i] = Gc::new(CellObject::new(value)).into();
    }
    let start = locals + code.spec.cellvars.len();
    for (slot, cell) in slots[start..].iter_mut().zip(closure) {
        *slot = Gc::value(cell);
    }
}
