//! `_awaitscope`: what our modules in Python need of the VM.

use super::super::builtins::functions::frame_locals;
use super::super::collect;
use super::super::exception::{Exc, PyResult};
use super::super::frame::Frame;
use super::super::native::{Args, NativeFn};
use super::super::number::MaxStrDigits;
use super::super::object::*;
use super::super::traceback::frames_text;
use super::super::weak;
use super::super::{ModuleSource, Stream, Vm};

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_awaitscope", ModuleSource::Native(init));
}

fn exception(vm: &mut Vm, args: Args<'_>) -> PyResult<Exc> {
    match args.values.first().and_then(Exc::from_value) {
        Some(exc) => Ok(exc),
        None => Err(vm.type_error("an exception was expected")),
    }
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let modules = vm.modules.clone();
    vm.set(module, "modules", modules);
    for (name, class) in [
        ("function", vm.types.function.clone()),
        ("method", vm.types.method.clone()),
        ("builtin_function_or_method", vm.types.builtin_function.clone()),
        ("method_descriptor", vm.types.method_descriptor.clone()),
        ("getset_descriptor", vm.types.getset_descriptor.clone()),
        ("member_descriptor", vm.types.member_descriptor.clone()),
        ("module", vm.types.module.clone()),
        ("cell", vm.types.cell.clone()),
        ("code", vm.types.code.clone()),
        ("traceback", vm.types.traceback.clone()),
        ("frame", vm.types.frame.clone()),
        ("generator", vm.types.generator.clone()),
        ("coroutine", vm.types.coroutine.clone()),
        ("async_generator", vm.types.async_generator.clone()),
        ("mappingproxy", vm.types.mappingproxy.clone()),
        ("GenericAlias", vm.types.generic_alias.clone()),
        ("UnionType", vm.types.union_type.clone()),
        ("ref", vm.types.weakref.clone()),
    ] {
        vm.set(module, name, class.value());
    }
    // Frees cycles; `True` turns the automatic collections on, `False` off.
    vm.function(
        module,
        "collect",
        NativeFn::Plain(|vm, args| match args.get(0) {
            Some(&Value::Bool(on)) => {
                vm.set_collects(on);
                Ok(Value::None)
            }
            _ => Ok(vm.collect_cycles(true).into()),
        }),
    );
    vm.function(
        module,
        "counts",
        NativeFn::Plain(|vm, _| {
            let (young, old) = collect::counts();
            Ok(vm.tuple(vec![young.into(), old.into()]))
        }),
    );
    vm.function(module, "registered", NativeFn::Plain(|_, _| Ok(collect::registered().into())));
    vm.function(
        module,
        "children",
        NativeFn::Plain(|_, args| {
            let mut found = Vec::new();
            if let Some(Value::Obj(obj)) = args.get(0) {
                collect::children(obj, &mut |child| found.push(Value::Obj(child.clone())));
            }
            Ok(found.into())
        }),
    );
    vm.function(
        module,
        "weak_references",
        NativeFn::Plain(|_, args| Ok(args.get(0).map(weak::references).unwrap_or_default().into())),
    );
    // Writes to stdout (1) or stderr (2).
    vm.function(
        module,
        "write",
        NativeFn::Plain(|vm, args| {
            let stream = if matches!(args.get(0), Some(Value::Int(2))) { Stream::Stderr } else { Stream::Stdout };
            let Some(text) = args.get(1).and_then(Value::str).cloned() else {
                let class = args.get(1).map(|v| vm.class_name(v)).unwrap_or_default();
                return Err(vm.type_error(format!("write() argument must be str, not {class}")));
            };
            vm.charge(text.len() / 16);
            vm.write(stream, text.as_str());
            Ok(Value::from(text.len()))
        }),
    );
    // The exception that is being handled, or None.
    vm.function(module, "handled", NativeFn::Plain(|vm, _| Ok(vm.handled().map_or(Value::None, |exc| exc.value()))));
    // The program's frames, the innermost first: (code, line, globals).
    vm.function(
        module,
        "frames",
        NativeFn::Plain(|vm, _| {
            let frames: Vec<Value> = vm
                .fiber
                .frames
                .iter()
                .rev()
                .filter_map(|frame| match frame {
                    Frame::Code(frame) if frame.code.source.is_shown() => Some(vm.tuple(vec![
                        frame.code.value(),
                        Value::Int(frame.code.position(frame.ip.saturating_sub(1)).line as i64),
                        frame.globals.value(),
                    ])),
                    _ => None,
                })
                .collect();
            Ok(frames.into())
        }),
    );
    // Their variables, a dict each.
    vm.function(
        module,
        "locals",
        NativeFn::Plain(|vm, _| {
            let frames = vm.fiber.frames.iter().rev();
            let locals: Vec<Value> = frames
                .filter_map(|frame| match frame {
                    Frame::Code(frame) if frame.code.source.is_shown() => Some(frame_locals(frame)),
                    _ => None,
                })
                .collect();
            Ok(locals.into())
        }),
    );
    // The source line of a code object's file.
    vm.function(
        module,
        "line",
        NativeFn::Plain(|_, args| {
            let (Some(code), Some(Value::Int(line))) = (args.get(0), args.get(1)) else { return Ok(Value::from("")) };
            let View::Code(code) = code.view() else { return Ok(Value::from("")) };
            Ok(Value::from(code.source.line(*line as u32).unwrap_or_default()))
        }),
    );
    vm.function(
        module,
        "source",
        NativeFn::Plain(|_, args| match args.get(0).map(Value::view) {
            Some(View::Code(code)) if code.source.is_program() => Ok(Value::from(code.source.text.as_str())),
            _ => Ok(Value::None),
        }),
    );
    vm.function(
        module,
        "is_shown",
        NativeFn::Plain(|_, args| match args.get(0).map(Value::view) {
            Some(View::Code(code)) => Ok(Value::Bool(code.source.is_shown())),
            _ => Ok(Value::Bool(false)),
        }),
    );
    // `sys.set_int_max_str_digits`, if it is given a number; gives what holds now.
    vm.function(
        module,
        "max_str_digits",
        NativeFn::Plain(|vm, args| {
            let limit = vm.extension::<MaxStrDigits>();
            if let Some(&Value::Int(digits)) = args.get(0) {
                limit.0.set(usize::try_from(digits).unwrap_or(0));
            }
            Ok(limit.0.get().into())
        }),
    );
    // Where a traceback's entry is: line, end line, column, end column.
    vm.function(
        module,
        "position",
        NativeFn::Plain(|vm, args| match args.get(0).map(Value::view) {
            Some(View::Traceback(traceback)) => {
                let at = traceback.code.position(traceback.ip);
                let numbers = [at.line, at.end_line, at.column, at.end_column];
                Ok(vm.tuple(numbers.map(|n| Value::Int(n.into())).to_vec()))
            }
            _ => Err(vm.type_error("a traceback was expected")),
        }),
    );
    // The text of an uncaught exception; with a second argument that is false, without its chain.
    vm.function(
        module,
        "format_exception",
        NativeFn::Plain(|vm, args| {
            let exc = exception(vm, args)?;
            Ok(Value::from(if matches!(args.get(1), Some(Value::Bool(false))) {
                vm.traceback_text_unchained(&exc)
            } else {
                vm.traceback_text(&exc)
            }))
        }),
    );
    vm.function(
        module,
        "exception_only",
        NativeFn::Plain(|vm, args| {
            let exc = exception(vm, args)?;
            Ok(Value::from(vm.exception_only(&exc)))
        }),
    );
    vm.function(
        module,
        "frames_text",
        NativeFn::Plain(|_, args| Ok(Value::from(frames_text(args.get(0).unwrap_or(&Value::None))))),
    );
    // `types.coroutine`: marks a generator.
    vm.function(
        module,
        "mark",
        NativeFn::Plain(|_, args| {
            let generator = args.get(0).cloned().unwrap_or(Value::None);
            if let View::Generator(g) = generator.view() {
                g.coroutine_based.set(true);
            }
            Ok(generator)
        }),
    );
    vm.function(
        module,
        "is_marked",
        NativeFn::Plain(|_, args| match args.get(0).map(Value::view) {
            Some(View::Generator(g)) => Ok(Value::Bool(g.coroutine_based.get())),
            _ => Ok(Value::Bool(false)),
        }),
    );
    // The name that messages give a class whose counterpart in CPython is written in C: `datetime.date`.
    vm.function(
        module,
        "tp_name",
        NativeFn::Plain(|vm, args| {
            if let [class, name] = args.values
                && let (Some(class), Some(name)) = (class.downcast::<Class>(), name.as_str())
            {
                *class.name.borrow_mut() = name.to_owned();
                return Ok(class.value());
            }
            Err(vm.type_error("tp_name() takes a class and a str"))
        }),
    );
    // fill(class, more): a class of ours gets the attributes of one in Python; the class.
    vm.function(
        module,
        "fill",
        NativeFn::Plain(|vm, args| {
            if let [class, more] = args.values
                && let (Some(class), Some(more)) = (class.downcast::<Class>(), more.downcast::<Class>())
            {
                for (name, value) in more.dict.items() {
                    let skipped = ["__module__", "__qualname__", "__dict__", "__weakref__", "__doc__"];
                    if let Some(name) = name.str()
                        && !skipped.contains(&name.as_str())
                    {
                        class.dict.set_str(name, value);
                    }
                }
                Class::changed(class);
                return Ok(class.value());
            }
            Err(vm.type_error("fill() takes two classes"))
        }),
    );
    vm.function(module, "utc_offset", NativeFn::Plain(|vm, _| Ok(Value::Int(vm.utc_offset as i64))));
    vm.function(module, "seed", NativeFn::Plain(|vm, _| Ok(Value::Int(vm.seed as i64 & i64::MAX))));
    vm.function(module, "recursion_limit", NativeFn::Plain(|vm, _| Ok(Value::Int(vm.recursion_limit as i64))));
    vm.function(
        module,
        "set_recursion_limit",
        NativeFn::Plain(|vm, args| {
            if let Some(Value::Int(limit)) = args.get(0) {
                vm.recursion_limit = (*limit).clamp(1, 100_000) as u32;
            }
            Ok(Value::None)
        }),
    );
    vm.function(
        module,
        "asyncgen_hooks",
        NativeFn::Plain(|vm, args| {
            if let [first, last] = args.values {
                vm.fiber.asyncgen_hooks = (first.clone(), last.clone());
            }
            let (first, last) = vm.fiber.asyncgen_hooks.clone();
            Ok(vm.tuple(vec![first, last]))
        }),
    );
    vm.function(
        module,
        "refcount",
        NativeFn::Plain(|_, args| match args.get(0) {
            Some(Value::Obj(obj)) => Ok(Value::Int(obj.ref_count() as i64)),
            _ => Ok(Value::Int(4_294_967_295)),
        }),
    );
    vm.function(
        module,
        "mapping_of",
        NativeFn::Plain(|_, args| match args.get(0).map(Value::view) {
            Some(View::MappingProxy(proxy)) => Ok(proxy.mapping.clone()),
            _ => Ok(Value::None),
        }),
    );
    // Sets a class's attribute, also where that is not to be done from outside.
    vm.function(
        module,
        "weak",
        NativeFn::Plain(|_, args| {
            let reference = args.get(0).and_then(|target| weak::reference(target, Value::None));
            Ok(reference.map_or(Value::None, |reference| reference.value()))
        }),
    );
    // A module of that name which is not in `sys.modules`.
    vm.function(
        module,
        "new_module",
        NativeFn::Plain(|_, args| {
            let name = args.get(0).and_then(Value::as_str).unwrap_or_default().to_owned();
            Ok(Gc::new(Module { name, dict: Gc::new(Dict::new()) }).value())
        }),
    );
    Ok(())
}
