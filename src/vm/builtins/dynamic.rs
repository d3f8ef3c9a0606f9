//! `eval`, `exec` and `compile` (`Python/bltinmodule.c`): text that becomes code while the program runs.

use std::rc::Rc;

use super::functions::namespaces;
use crate::vm::compile::{Stage, SyntaxError, What, compile_as};
use crate::vm::object::*;
use crate::vm::{Args, Exc, Flow, PyResult, Vm};

/// `SyntaxError` and its kin as the program sees them.
fn syntax_error(vm: &mut Vm, (error, stage): (&SyntaxError, Stage), text: &str, (filename, what): (&str, What)) -> Exc {
    let t = &vm.types;
    let class = match error.kind {
        "IndentationError" => &t.indentation_error,
        "TabError" => &t.tab_error,
        _ => &t.syntax_error,
    }
    .clone();
    let mut line =
        text.split_inclusive('\n').nth((error.line as usize).saturating_sub(1)).unwrap_or_default().to_owned();
    // CPython's parser sees a statement's line with its end, and an expression's end in no column.
    if what == What::Exec && !line.ends_with('\n') {
        line.push('\n');
    }
    let at_end =
        what == What::Eval && error.message == "invalid syntax" && error.column as usize > line.chars().count();
    let mut columns = [error.column as i64, error.end_column as i64];
    if at_end {
        columns[0] = 0;
    } else if error.column == 0 && error.message != "invalid syntax" && text.lines().count() <= error.line as usize {
        // The text ends where more was expected.
        columns = [line.trim_end_matches('\n').chars().count() as i64 + 1, -1];
    }
    let line = if stage == Stage::Parser { Value::from(line) } else { Value::None };
    let numbers = [error.line as i64, columns[0], error.end_line as i64, columns[1]].map(Value::Int);
    let [lineno, offset, end_lineno, end_offset] = numbers;
    let details = [Value::from(filename), lineno, offset, line, end_lineno, end_offset];
    let mut exc = vm.exception(&class, vec![Value::from(error.message.as_str()), vm.tuple(details.to_vec())]);
    let names = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
    exc = exc.with("msg", Value::from(error.message.as_str()));
    for (name, value) in names.into_iter().zip(details) {
        exc = exc.with(name, value);
    }
    exc
}

fn code_of(vm: &mut Vm, text: &str, filename: &str, what: What) -> PyResult<Gc<Code>> {
    let text = if what == What::Eval { text.trim_start_matches([' ', '\t']) } else { text };
    vm.charge(text.len());
    match compile_as(text, what) {
        Ok(spec) => {
            for warning in &spec.warnings {
                let warnings = vm.import_module("warnings")?;
                let category = vm.types.syntax_warning.value();
                let message = Value::from(warning.message.as_str());
                let args = [message, category, Value::from(filename), Value::Int(warning.line as i64)];
                vm.call_method(&warnings, "warn_explicit", args)?;
            }
            let source = Source { filename: filename.to_owned(), text: String::new(), origin: Origin::Dynamic };
            Ok(vm.make_code(spec, &Rc::new(source)))
        }
        Err((error, stage)) => Err(syntax_error(vm, (&error, stage), text, (filename, what))),
    }
}

/// A source argument: text, or bytes in UTF-8.
fn text_of(vm: &mut Vm, source: &Value, function: &str) -> PyResult<String> {
    let text = match source.base().view() {
        View::Str(text) => Some(text.as_str().to_owned()),
        View::Bytes(bytes) => String::from_utf8(bytes.data.to_vec()).ok(),
        _ => None,
    };
    match text {
        Some(text) if text.contains('\0') => {
            let class = vm.types.syntax_error.clone();
            let message = "source code string cannot contain null bytes";
            Err(vm.error(&class, message).with("msg", Value::from(message)))
        }
        Some(text) => Ok(text),
        None => {
            let article = if function == "compile" { "string, bytes or AST" } else { "string, bytes or code" };
            Err(vm.type_error(format!("{function}() arg 1 must be a {article} object")))
        }
    }
}

/// Whether `value[key]` is asked of its class.
fn has_items(vm: &Vm, value: &Value) -> bool {
    matches!(value.base().view(), View::Dict(_) | View::MappingProxy(_))
        || vm.special(value, &vm.names.getitem).is_some()
}

fn run(vm: &mut Vm, args: Args<'_>, what: What) -> PyResult<Flow> {
    let name = if what == What::Eval { "eval" } else { "exec" };
    let given = args.positional().len();
    if given == 0 || given > 3 {
        return Err(vm.type_error(match given {
            0 => format!("{name}() takes at least 1 positional argument (0 given)"),
            _ => format!(
                "{name}() takes at most 3 {}arguments ({given} given)",
                if what == What::Eval { "" } else { "positional " }
            ),
        }));
    }
    let [source, globals, locals, _] = args.bind(vm, name, ["source", "globals", "locals", "closure"], 1, 3)?;
    let given = |value: Value| if value.is_unbound() || value.is_none() { None } else { Some(value) };
    let (globals, locals) = (given(globals), given(locals));
    let (globals, locals) = match (globals, locals) {
        (Some(globals), locals) => {
            let Some(dict) = globals.base().downcast::<Dict>().cloned() else {
                let text = match what {
                    What::Eval if has_items(vm, &globals) => {
                        "globals must be a real dict; try eval(code, {}, mapping)".to_owned()
                    }
                    What::Eval => "globals must be a dict".to_owned(),
                    _ => format!("exec() globals must be a dict, not {}", vm.class_name(&globals)),
                };
                return Err(vm.type_error(text));
            };
            (dict, locals.unwrap_or(globals))
        }
        (None, locals) => match namespaces(vm) {
            Some((globals, own)) => (globals, locals.unwrap_or(own)),
            None => return Err(vm.runtime_error(format!("{name}(): no current frame"))),
        },
    };
    if !has_items(vm, &locals) {
        let text = match what {
            What::Eval => "locals must be a mapping".to_owned(),
            _ => format!("locals must be a mapping or None, not {}", vm.class_name(&locals)),
        };
        return Err(vm.type_error(text));
    }
    if globals.find_str(&vm.names.builtins).is_none() {
        globals.set_str(&vm.names.builtins, vm.builtins.value());
    }
    let code = match source.view() {
        View::Code(code) if !code.spec.freevars.is_empty() => {
            return Err(vm.type_error(format!("code object passed to {name}() may not contain free variables")));
        }
        View::Code(code) => code.clone(),
        _ => {
            let text = text_of(vm, &source, name)?;
            code_of(vm, &text, "<string>", what)?
        }
    };
    let none = || Value::Unbound;
    let function = vm.make_function(code, globals, none(), none(), none(), none());
    let Some(function) = function.downcast::<Function>() else { return Ok(Value::None.into()) };
    if !function.code.spec.flags.dynamic {
        return Flow::call(function.value(), []);
    }
    vm.class_body_flow(function, locals)
}

pub fn eval(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    run(vm, args, What::Eval)
}

pub fn exec(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    run(vm, args, What::Exec)
}

pub fn compile(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let params = ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"];
    let [source, filename, mode, ..] = args.bind(vm, "compile", params, 3, 6)?;
    let what = match mode.as_str() {
        Some("exec") => What::Exec,
        Some("eval") => What::Eval,
        Some("single") => {
            return Err(
                vm.not_implemented_error("compile() in mode 'single' is not available: there is no prompt here")
            );
        }
        Some(_) => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
        None => {
            let text = format!("compile() argument 'mode' must be str, not {}", vm.argument_type(&mode));
            return Err(vm.type_error(text));
        }
    };
    let Some(filename) = filename.as_str() else {
        let text = format!("expected str, bytes or os.PathLike object, not {}", vm.class_name(&filename));
        return Err(vm.type_error(text));
    };
    let text = text_of(vm, &source, "compile")?;
    code_of(vm, &text, filename, what).map(Value::from)
}
