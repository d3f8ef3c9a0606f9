//! The exception classes: what they hold and how they show it (`Objects/exceptions.c`).

use super::super::exception::{Exc, new_state};
use super::super::native::{Args, NativeFn};
use super::super::object::*;
use super::super::{PyResult, Vm};

pub fn install(vm: &mut Vm) {
    let base = vm.types.base_exception.clone();
    vm.constructor(&base, NativeFn::Plain(exception_new));
    vm.method(&base, "__init__", NativeFn::Plain(exception_init));
    vm.method(
        &base,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let exc = this(vm, &args[0])?;
            let parts = exc.args();
            let mut shown = Vec::new();
            for part in parts.items.iter() {
                shown.push(vm.repr(part)?);
            }
            Ok(Value::from(format!("{}({})", exc.class().name(), shown.join(", "))))
        }),
    );
    vm.method(
        &base,
        "__str__",
        NativeFn::Flow(|vm, args| {
            let exc = this(vm, &args[0])?;
            let parts = exc.args();
            match &*parts.items {
                [] => Ok(Value::from("").into()),
                [one] => vm.str_flow(one),
                _ => vm.repr(&parts.value()).map(|text| Value::from(text).into()),
            }
        }),
    );
    vm.method(
        &base,
        "with_traceback",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "BaseException.with_traceback")?.clone();
            if !value.is_none() && !matches!(value.view(), View::Traceback(_)) {
                return Err(vm.type_error("__traceback__ must be a traceback or None"));
            }
            this(vm, &args[0])?.state().traceback.set(value);
            Ok(args[0].clone())
        }),
    );
    vm.method(
        &base,
        "add_note",
        NativeFn::Plain(|vm, args| {
            let note = args.one(vm, "BaseException.add_note")?;
            let Some(note) = note.as_str() else {
                let text = format!("note must be a str, not '{}'", vm.class_name(note));
                return Err(vm.type_error(text));
            };
            let exc = this(vm, &args[0])?;
            vm.add_note(&exc, note)?;
            Ok(Value::None)
        }),
    );
    vm.method(&base, "__setstate__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.property(
        &base,
        "args",
        |vm, e| Ok(this(vm, e)?.state().args.get()),
        Some(|vm, e, value| {
            let items = match value {
                Some(value) => vm.collect(&value)?,
                None => return Err(vm.type_error("args may not be deleted")),
            };
            let tuple = vm.tuple(items);
            this(vm, e)?.state().args.set(tuple);
            Ok(())
        }),
    );
    vm.property(
        &base,
        "__cause__",
        |vm, e| Ok(this(vm, e)?.state().cause.get()),
        Some(|vm, e, value| {
            let value = value.unwrap_or(Value::None);
            if !value.is_none() && Exc::from_value(&value).is_none() {
                return Err(vm.type_error("exception cause must be None or derive from BaseException"));
            }
            let exc = this(vm, e)?;
            exc.state().cause.set(value);
            exc.state().suppress_context.set(true);
            Ok(())
        }),
    );
    vm.property(
        &base,
        "__context__",
        |vm, e| Ok(this(vm, e)?.state().context.get()),
        Some(|vm, e, value| {
            let value = value.unwrap_or(Value::None);
            if !value.is_none() && Exc::from_value(&value).is_none() {
                return Err(vm.type_error("exception context must be None or derive from BaseException"));
            }
            this(vm, e)?.state().context.set(value);
            Ok(())
        }),
    );
    vm.property(
        &base,
        "__suppress_context__",
        |vm, e| Ok(Value::Bool(this(vm, e)?.state().suppress_context.get())),
        Some(|vm, e, value| {
            let truth = vm.truth(&value.unwrap_or(Value::None))?;
            this(vm, e)?.state().suppress_context.set(truth);
            Ok(())
        }),
    );
    vm.property(
        &base,
        "__traceback__",
        |vm, e| Ok(this(vm, e)?.state().traceback.get()),
        Some(|vm, e, value| {
            let value = value.unwrap_or(Value::None);
            if !value.is_none() && !matches!(value.view(), View::Traceback(_)) {
                return Err(vm.type_error("__traceback__ must be a traceback or None"));
            }
            this(vm, e)?.state().traceback.set(value);
            Ok(())
        }),
    );

    // Attributes that some classes keep beside `args`.
    macro_rules! extra {
        ($class:ident: $($name:literal),*) => {{
            let class = vm.types.$class.clone();
            $(vm.property(&class, $name, |vm, e| Ok(this(vm, e)?.get($name)), Some(|vm, e, value| {
                this(vm, e)?.state().set($name, value.unwrap_or(Value::None));
                Ok(())
            }));)*
        }};
    }
    extra!(stop_iteration: "value");
    extra!(system_exit: "code");
    extra!(attribute_error: "name", "obj");
    extra!(name_error: "name");
    extra!(import_error: "name", "path", "msg", "name_from");
    extra!(os_error: "errno", "strerror", "filename", "filename2");
    extra!(syntax_error: "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line");
    extra!(unicode_error: "encoding", "object", "start", "end", "reason");

    let class = vm.types.key_error.clone();
    vm.method(
        &class,
        "__str__",
        NativeFn::Flow(|vm, args| {
            let exc = this(vm, &args[0])?;
            let parts = exc.args();
            match &*parts.items {
                [] => Ok(Value::from("").into()),
                [one] => vm.repr_flow(one),
                _ => vm.repr(&parts.value()).map(|text| Value::from(text).into()),
            }
        }),
    );
    let class = vm.types.os_error.clone();
    vm.method(
        &class,
        "__str__",
        NativeFn::Plain(|vm, args| {
            let exc = this(vm, &args[0])?;
            let (errno, strerror, filename) = (exc.get("errno"), exc.get("strerror"), exc.get("filename"));
            if !errno.is_none() && !strerror.is_none() {
                let (errno, strerror) = (vm.str(&errno)?, vm.str(&strerror)?);
                if !filename.is_none() {
                    let filename = vm.repr(&filename)?;
                    return Ok(Value::from(format!("[Errno {errno}] {strerror}: {filename}")));
                }
                return Ok(Value::from(format!("[Errno {errno}] {strerror}")));
            }
            let parts = exc.args();
            Ok(Value::from(match &*parts.items {
                [] => String::new(),
                [one] => vm.str(one)?,
                _ => vm.repr(&parts.value())?,
            }))
        }),
    );
    let class = vm.types.import_error.clone();
    vm.method(
        &class,
        "__str__",
        NativeFn::Plain(|vm, args| {
            let exc = this(vm, &args[0])?;
            let parts = exc.args();
            Ok(Value::from(match &*parts.items {
                [] => String::new(),
                [one] => vm.str(one)?,
                _ => vm.repr(&parts.value())?,
            }))
        }),
    );
    let class = vm.types.syntax_error.clone();
    vm.method(
        &class,
        "__str__",
        NativeFn::Plain(|vm, args| {
            let exc = this(vm, &args[0])?;
            let msg = exc.get("msg");
            let text = vm.str(&msg)?;
            Ok(Value::from(match (exc.get("filename").as_str(), exc.get("lineno")) {
                (Some(filename), Value::Int(line)) => {
                    format!("{text} ({}, line {line})", filename.rsplit('/').next().unwrap_or(filename))
                }
                (None, Value::Int(line)) => format!("{text} (line {line})"),
                _ => text,
            }))
        }),
    );
    for class in [
        vm.types.unicode_encode_error.clone(),
        vm.types.unicode_decode_error.clone(),
        vm.types.unicode_translate_error.clone(),
    ] {
        vm.method(&class, "__str__", NativeFn::Plain(unicode_error_str));
    }
    groups(vm);
}

pub fn this(vm: &mut Vm, value: &Value) -> PyResult<Exc> {
    match Exc::from_value(value) {
        Some(exc) => Ok(exc),
        None => {
            let text =
                format!("descriptor requires a 'BaseException' object but received a '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn exception_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some(class) = args.get(0).and_then(|c| c.downcast::<Class>()).cloned() else {
        return Err(vm.type_error("BaseException.__new__(): not enough arguments"));
    };
    let values = args.positional()[1..].to_vec();
    if Class::is_subclass(&class, &vm.types.base_exception_group) {
        return group_new(vm, &class, values);
    }
    // `OSError(errno, strerror)` is an instance of the subclass for that errno.
    let class = if class.is(&vm.types.os_error) && values.len() >= 2 { os_error_class(vm, &values[0]) } else { class };
    let exc = Exc(Instance::new(class, Payload::Exception(Box::new(new_state(values)))));
    set_extra(vm, &exc, args)?;
    Ok(exc.value())
}

fn exception_init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let exc = this(vm, &args[0])?;
    let class = exc.class();
    if Class::is_subclass(&class, &vm.types.base_exception_group) {
        return Ok(Value::None);
    }
    let mut values = args.positional()[1..].to_vec();
    if Class::is_subclass(&class, &vm.types.os_error) && values.len() > 2 {
        values.truncate(2);
    }
    let tuple = vm.tuple(values);
    exc.state().args.set(tuple);
    let takes_keywords = [&vm.types.attribute_error, &vm.types.name_error, &vm.types.import_error]
        .iter()
        .any(|c| Class::is_subclass(&class, c));
    if args.keyword_count() > 0 && !takes_keywords {
        let text = format!("{}() takes no keyword arguments", class.name());
        return Err(vm.type_error(text));
    }
    set_extra(vm, &exc, args)?;
    Ok(Value::None)
}

/// The attributes that go with the arguments.
fn set_extra(vm: &mut Vm, exc: &Exc, args: Args<'_>) -> PyResult<()> {
    let values = &args.positional()[1..];
    let class = exc.class();
    let state = exc.state();
    let is = |c: &Gc<Class>| Class::is_subclass(&class, c);
    let nth = |i: usize| values.get(i).cloned().unwrap_or(Value::None);
    let t = &vm.types;
    if is(&t.stop_iteration) {
        state.set("value", nth(0));
    } else if is(&t.system_exit) {
        let code = match values.len() {
            0 => Value::None,
            1 => nth(0),
            _ => vm.tuple(values.to_vec()),
        };
        state.set("code", code);
    } else if is(&t.os_error) {
        if values.len() >= 2 {
            state.set("errno", nth(0));
            state.set("strerror", nth(1));
            if values.len() > 2 {
                state.set("filename", nth(2));
                let pair = vm.tuple(values[..2].to_vec());
                state.args.set(pair);
            }
        }
    } else if is(&t.import_error) {
        state.set("msg", if values.len() == 1 { nth(0) } else { Value::None });
        for (name, value) in args.keywords() {
            match name.as_str() {
                "name" => state.set("name", value.clone()),
                "path" => state.set("path", value.clone()),
                "name_from" => state.set("name_from", value.clone()),
                other => {
                    let text = format!("ImportError() got an unexpected keyword argument '{other}'");
                    return Err(vm.type_error(text));
                }
            }
        }
    } else if is(&t.attribute_error) || is(&t.name_error) {
        for (name, value) in args.keywords() {
            match name.as_str() {
                "name" => state.set("name", value.clone()),
                "obj" => state.set("obj", value.clone()),
                _ => {}
            }
        }
    } else if is(&t.syntax_error) {
        state.set("msg", nth(0));
        if values.len() == 2 {
            let details = vm.collect(&values[1])?;
            for (name, value) in
                ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].into_iter().zip(details)
            {
                state.set(name, value);
            }
        }
    } else if is(&t.unicode_encode_error) || is(&t.unicode_decode_error) {
        for (name, value) in ["encoding", "object", "start", "end", "reason"].into_iter().zip(values) {
            state.set(name, value.clone());
        }
    }
    Ok(())
}

fn os_error_class(vm: &Vm, errno: &Value) -> Gc<Class> {
    let t = &vm.types;
    match errno {
        Value::Int(1 | 13) => &t.permission_error,
        Value::Int(2) => &t.file_not_found_error,
        Value::Int(3) => &t.process_lookup_error,
        Value::Int(4) => &t.interrupted_error,
        Value::Int(10) => &t.child_process_error,
        Value::Int(11 | 114 | 115) => &t.blocking_io_error,
        Value::Int(17) => &t.file_exists_error,
        Value::Int(20) => &t.not_a_directory_error,
        Value::Int(21) => &t.is_a_directory_error,
        Value::Int(32 | 108) => &t.broken_pipe_error,
        Value::Int(103) => &t.connection_aborted_error,
        Value::Int(104) => &t.connection_reset_error,
        Value::Int(110) => &t.timeout_error,
        Value::Int(111) => &t.connection_refused_error,
        _ => &t.os_error,
    }
    .clone()
}

fn unicode_error_str(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let exc = this(vm, &args[0])?;
    let (encoding, reason) = (exc.get("encoding"), exc.get("reason"));
    let (encoding, reason) = (encoding.as_str().unwrap_or("?").to_owned(), reason.as_str().unwrap_or("?").to_owned());
    let (Value::Int(start), Value::Int(end)) = (exc.get("start"), exc.get("end")) else { return Ok(Value::from("")) };
    let object = exc.get("object");
    Ok(Value::from(match object.view() {
        View::Bytes(bytes) if end == start + 1 => {
            let byte = bytes.data.get(start as usize).copied().unwrap_or(0);
            format!("'{encoding}' codec can't decode byte {byte:#04x} in position {start}: {reason}")
        }
        View::Bytes(_) => format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
        View::Str(text) if end == start + 1 && (start as usize) < text.len() => {
            let c = super::super::surrogate::code_of(text.char_at(start as usize));
            let shown = match c {
                0..=0xff => format!("\\x{c:02x}"),
                0x100..=0xffff => format!("\\u{c:04x}"),
                _ => format!("\\U{c:08x}"),
            };
            format!("'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}")
        }
        _ => format!("'{encoding}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
    }))
}

// Exception groups.

fn groups(vm: &mut Vm) {
    let class = vm.types.base_exception_group.clone();
    vm.getter(&class, "message", |vm, e| Ok(this(vm, e)?.get("message")));
    vm.getter(&class, "exceptions", |vm, e| Ok(this(vm, e)?.get("exceptions")));
    vm.method(
        &class,
        "__str__",
        NativeFn::Plain(|vm, args| {
            let exc = this(vm, &args[0])?;
            let count = vm.len(&exc.get("exceptions"))?;
            let message = vm.str(&exc.get("message"))?;
            let s = if count == 1 { "" } else { "s" };
            Ok(Value::from(format!("{message} ({count} sub-exception{s})")))
        }),
    );
    vm.method(
        &class,
        "derive",
        NativeFn::Plain(|vm, args| {
            let items = args.one(vm, "BaseExceptionGroup.derive")?.clone();
            let message = this(vm, &args[0])?.get("message");
            let class = vm.types.base_exception_group.value();
            vm.call(&class, [message, items])
        }),
    );
    vm.method(
        &class,
        "split",
        NativeFn::Plain(|vm, args| {
            let condition = args.one(vm, "BaseExceptionGroup.split")?.clone();
            let condition = Condition::new(vm, &condition)?;
            let (matched, rest) = split(vm, &args[0], &condition, true)?;
            Ok(vm.tuple(vec![matched, rest]))
        }),
    );
    vm.method(
        &class,
        "subgroup",
        NativeFn::Plain(|vm, args| {
            let condition = args.one(vm, "BaseExceptionGroup.subgroup")?.clone();
            let condition = Condition::new(vm, &condition)?;
            Ok(split(vm, &args[0], &condition, false)?.0)
        }),
    );
    vm.class_method(
        &class,
        "__class_getitem__",
        NativeFn::Plain(|_, args| Ok(super::super::run::operators::alias(&args[0], &args[1]))),
    );
}

fn group_new(vm: &mut Vm, class: &Gc<Class>, values: Vec<Value>) -> PyResult {
    let name = class.name();
    let [message, items] = values.as_slice() else {
        let text = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", values.len());
        return Err(vm.type_error(text));
    };
    if message.as_str().is_none() {
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {}", vm.class_name(message));
        return Err(vm.type_error(text));
    }
    let exceptions = match items.view() {
        View::List(_) | View::Tuple(_) => vm.collect(items)?,
        _ => return Err(vm.type_error("second argument (exceptions) must be a sequence")),
    };
    if exceptions.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut only_exceptions = true;
    for (i, item) in exceptions.iter().enumerate() {
        match Exc::from_value(item) {
            Some(exc) => only_exceptions &= exc.is(&vm.types.exception),
            None => return Err(vm.value_error(format!("Item {i} of second argument (exceptions) is not an exception"))),
        }
    }
    let class = if class.is(&vm.types.base_exception_group) && only_exceptions {
        vm.types.exception_group.clone()
    } else {
        if class.is(&vm.types.exception_group) && !only_exceptions {
            return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if Class::is_subclass(class, &vm.types.exception) && !only_exceptions {
            return Err(vm.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
        }
        class.clone()
    };
    let exc = Exc(Instance::new(class, Payload::Exception(Box::new(new_state(values.clone())))));
    exc.state().set("message", message.clone());
    let tuple = vm.tuple(exceptions);
    exc.state().set("exceptions", tuple);
    Ok(exc.value())
}

/// What `split` and `subgroup` look for.
enum Condition {
    Classes(Vec<Gc<Class>>),
    Function(Value),
}

impl Condition {
    fn new(vm: &mut Vm, value: &Value) -> PyResult<Condition> {
        let listed: Vec<Value> = match value.view() {
            View::Tuple(tuple) => tuple.items.to_vec(),
            _ => vec![value.clone()],
        };
        let classes: Option<Vec<Gc<Class>>> = listed
            .iter()
            .map(|c| c.downcast::<Class>().filter(|c| Class::is_subclass(c, &vm.types.base_exception)).cloned())
            .collect();
        match classes {
            Some(classes) => Ok(Condition::Classes(classes)),
            None if matches!(value.view(), View::Function(_) | View::BoundMethod(_) | View::Native(_)) => {
                Ok(Condition::Function(value.clone()))
            }
            None => Err(vm.type_error(
                "expected an exception type, a tuple of exception types, or a callable (other than a class)",
            )),
        }
    }

    fn holds(&self, vm: &mut Vm, exc: &Exc) -> PyResult<bool> {
        match self {
            Condition::Classes(classes) => Ok(classes.iter().any(|class| exc.is(class))),
            Condition::Function(function) => {
                let result = vm.call(function, [exc.value()])?;
                vm.truth(&result)
            }
        }
    }
}

fn split(vm: &mut Vm, value: &Value, condition: &Condition, both: bool) -> PyResult<(Value, Value)> {
    let Some(exc) = Exc::from_value(value) else { return Ok((Value::None, Value::None)) };
    if condition.holds(vm, &exc)? {
        return Ok((value.clone(), Value::None));
    }
    if !exc.is(&vm.types.base_exception_group) {
        return Ok((Value::None, value.clone()));
    }
    vm.enter_native("in exceptiongroup_split_recursive")?;
    let items = vm.collect(&exc.get("exceptions"));
    let mut parts = (Vec::new(), Vec::new());
    let mut result = Ok(());
    for item in items? {
        match split(vm, &item, condition, both) {
            Ok((matched, rest)) => {
                parts.0.extend((!matched.is_none()).then_some(matched));
                parts.1.extend((!rest.is_none()).then_some(rest));
            }
            Err(exc) => {
                result = Err(exc);
                break;
            }
        }
    }
    vm.leave_native();
    result?;
    let matched = derive(vm, value, &exc, parts.0)?;
    let rest = if both { derive(vm, value, &exc, parts.1)? } else { Value::None };
    Ok((matched, rest))
}

/// A group like the original with other exceptions; None without any.
fn derive(vm: &mut Vm, value: &Value, exc: &Exc, items: Vec<Value>) -> PyResult {
    if items.is_empty() {
        return Ok(Value::None);
    }
    let derived = vm.call_method(value, "derive", [Value::from(items)])?;
    let Some(new) = Exc::from_value(&derived) else {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    };
    let (from, to) = (exc.state(), new.state());
    to.traceback.set(from.traceback.get());
    to.cause.set(from.cause.get());
    to.context.set(from.context.get());
    to.suppress_context.set(from.suppress_context.get());
    if let Some(notes) = exc.0.dict.get().and_then(|dict| dict.get_str(&vm.names.notes)) {
        let notes = vm.collect(&notes)?;
        new.0.dict().set_str(&vm.names.notes, Value::from(notes));
    }
    Ok(derived)
}
