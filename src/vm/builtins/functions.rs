//! The functions of the `builtins` module (`Python/bltinmodule.c`).

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::iterators::{callable_iter, truth};
use super::list::sorted;
use super::loops::Loop;
use super::{dynamic, items, iterators};
use crate::vm::native::{NativeFn, unexpected_keyword};
use crate::vm::object::*;
use crate::vm::op::{BinOp, CmpOp};
use crate::vm::protocol::char_value;
use crate::vm::surrogate::{char_of, code_of};
use crate::vm::{Args, Cx, Exc, Flow, PyResult, Vm};

/// `METH_O`: the only argument of a function.
fn only<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<&'a Value> {
    args.no_keywords(vm, name)?;
    match args.values {
        [value] => Ok(value),
        _ => {
            let given = args.values.len();
            Err(vm.type_error(format!("{name}() takes exactly one argument ({given} given)")))
        }
    }
}

/// Gives the VM a moment to run out of fuel, in a loop of native code that may have no end.
pub async fn breathe() -> PyResult<()> {
    Cx.flow(Flow::future(async { Ok(Value::None) })?).await.map(drop)
}

/// How many items a native loop takes before it breathes.
pub const BREATH: usize = 4096;

/// How many items are taken at once, before the loop goes on as a native frame, which can breathe.
const AT_ONCE: usize = 50_000;

/// Runs a loop over an iterable; the arguments after the iterator are `rest`. `over` is an iterator over its rest where
/// the beginning has been taken already.
async fn loop_over(which: Loop, iterable: Value, over: Option<Gc<Iter>>, rest: Vec<Value>) -> PyResult {
    let iterator = match over {
        Some(over) => over.into(),
        None => Cx.iter(&iterable).await?,
    };
    Cx.run_loop(which, std::iter::once(iterator).chain(rest).collect()).await
}

/// An iterator over something that is builtin and surely ends.
fn finite_iter(vm: &mut Vm, iterable: &Value) -> Option<Gc<Iter>> {
    match iterable.view() {
        View::List(_)
        | View::Tuple(_)
        | View::Dict(_)
        | View::Set(_)
        | View::Range(_)
        | View::DictView(_)
        | View::Str(_) => items::iter(vm, iterable)?.downcast::<Iter>().cloned(),
        _ => None,
    }
}

// Output.

fn print(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let (mut sep, mut end, mut file, mut flush) = (None, None, Value::None, false);
    for (name, value) in args.keywords() {
        match name.as_str() {
            text @ ("sep" | "end") => {
                let slot = if text == "sep" { &mut sep } else { &mut end };
                *slot = match value.as_str() {
                    Some(value) => Some(value.to_owned()),
                    None if value.is_none() => None,
                    None => {
                        let text = format!("{text} must be None or a string, not {}", vm.class_name(value));
                        return Err(vm.type_error(text));
                    }
                };
            }
            "file" => file = value.clone(),
            "flush" => flush = vm.truth(value)?,
            other => {
                return Err(unexpected_keyword(vm, "print", other, &["sep", "end", "file", "flush"]));
            }
        }
    }
    let (sep, end) = (sep.unwrap_or_else(|| " ".into()), end.unwrap_or_else(|| "\n".into()));
    let file = if file.is_none() { redirected_stdout(vm) } else { Some(file) };
    let Some(file) = file else {
        let mut text = String::new();
        let values = args.positional();
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                text.push_str(&sep);
            }
            match vm.str_flow(value)? {
                Flow::Value(part) => text.push_str(part.as_str().unwrap_or_default()),
                flow => return print_rest(text, flow, values[i + 1..].to_vec(), sep, end),
            }
        }
        text.push_str(&end);
        vm.charge(text.len() / 16);
        vm.write_text(&text)?;
        return Ok(Value::None.into());
    };
    let values = args.positional().to_vec();
    Flow::future(async move {
        if file.is_none() {
            // `sys.stdout = None` silences print.
            return Ok(Value::None);
        }
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                write_to(&file, Value::from(sep.as_str())).await?;
            }
            let flow = Cx.vm(|vm| vm.str_flow(value))?;
            let text = Cx.flow(flow).await?;
            write_to(&file, text).await?;
        }
        write_to(&file, Value::from(end)).await?;
        if flush {
            let flow = Cx.vm(|vm| {
                let name = vm.intern("flush");
                vm.attr_flow(&file, &name)
            })?;
            let method = Cx.flow(flow).await?;
            Cx.call(&method, []).await?;
        }
        Ok(Value::None)
    })
}

/// Goes on with `print` from the first value whose `__str__` is the program's.
fn print_rest(mut text: String, flow: Flow, rest: Vec<Value>, sep: String, end: String) -> PyResult<Flow> {
    Flow::future(async move {
        let part = Cx.flow(flow).await?;
        text.push_str(part.as_str().unwrap_or_default());
        for value in &rest {
            text.push_str(&sep);
            let flow = Cx.vm(|vm| vm.str_flow(value))?;
            let part = Cx.flow(flow).await?;
            text.push_str(part.as_str().unwrap_or_default());
        }
        text.push_str(&end);
        Cx.vm(|vm| vm.write_text(&text))?;
        Ok(Value::None)
    })
}

/// `sys.stdout`, if it is not the program's own output.
fn redirected_stdout(vm: &mut Vm) -> Option<Value> {
    let sys = vm.modules.get_text("sys")?;
    let dict = &sys.downcast::<Module>()?.dict;
    let stdout = dict.get_text("stdout")?;
    match dict.get_text("__stdout__") {
        Some(own) if own.is(&stdout) => None,
        _ => Some(stdout),
    }
}

async fn write_to(file: &Value, text: Value) -> PyResult<()> {
    let flow = Cx.vm(|vm| {
        let name = vm.names.write.clone();
        vm.attr_flow(file, &name)
    })?;
    let write = Cx.flow(flow).await?;
    Cx.call(&write, [text]).await?;
    Ok(())
}

// Text.

fn repr(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let value = only(vm, args, "repr")?;
    vm.repr_flow(value)
}

fn ascii(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = only(vm, args, "ascii")?;
    vm.ascii(value).map(Value::from)
}

fn format(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "format", 0, 1, 2)?;
    match args.get(1) {
        None => vm.format_flow(&args[0], ""),
        Some(spec) => match spec.as_str() {
            Some(spec) => vm.format_flow(&args[0], spec),
            None => {
                let text = format!("format() argument 2 must be str, not {}", vm.argument_type(spec));
                Err(vm.type_error(text))
            }
        },
    }
}

fn chr(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = only(vm, args, "chr")?;
    let code = match vm.index(value)? {
        Value::Int(i) => u32::try_from(i).ok(),
        _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
    };
    match code {
        Some(code) if let Some(c) = char_of(code) => Ok(char_value(c)),
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = only(vm, args, "ord")?;
    let len = match value.base().view() {
        View::Str(string) if string.len() == 1 => return Ok(Value::Int(code_of(string.char_at(0)) as i64)),
        View::Bytes(bytes) if bytes.data.len() == 1 => return Ok(Value::Int(bytes.data[0] as i64)),
        View::Str(string) => string.len(),
        View::Bytes(bytes) => bytes.data.len(),
        View::ByteArray(bytes) => match bytes.data.borrow().as_slice() {
            [byte] => return Ok(Value::Int(*byte as i64)),
            data => data.len(),
        },
        _ => {
            let text = format!("ord() expected string of length 1, but {} found", vm.class_name(value));
            return Err(vm.type_error(text));
        }
    };
    Err(vm.type_error(format!("ord() expected a character, but string of length {len} found")))
}

/// `bin`, `oct`, `hex`: the digits of an int after its sign and a prefix.
fn digits(vm: &mut Vm, args: Args<'_>, name: &str, prefix: &str, radix: u32) -> PyResult {
    let value = only(vm, args, name)?;
    let int = vm.index(value)?;
    let (negative, digits) = match int.view() {
        View::Int(i) => (i < 0, num_bigint::BigUint::from(i.unsigned_abs()).to_str_radix(radix)),
        View::BigInt(i) => (i.0.sign() == num_bigint::Sign::Minus, i.0.magnitude().to_str_radix(radix)),
        _ => (false, String::new()),
    };
    let sign = if negative { "-" } else { "" };
    Ok(Value::from(format!("{sign}{prefix}{digits}")))
}

// Numbers.

fn abs(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let value = only(vm, args, "abs")?;
    match value {
        Value::Int(i) if *i != i64::MIN => return Ok(Value::Int(i.abs()).into()),
        Value::Float(f) => return Ok(Value::Float(f.abs()).into()),
        _ => {}
    }
    match vm.special(value, &vm.names.abs) {
        Some(method) => vm.special_flow(method, value, &[]),
        None => {
            let text = format!("bad operand type for abs(): '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn round(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let [number, ndigits] = args.bind(vm, "round", ["number", "ndigits"], 1, 2)?;
    let Some(method) = vm.special(&number, &vm.names.round) else {
        let text = format!("type {} doesn't define __round__ method", vm.class_name(&number));
        return Err(vm.type_error(text));
    };
    match ndigits.is_unbound() || ndigits.is_none() {
        true => vm.special_flow(method, &number, &[]),
        false => vm.special_flow(method, &number, &[ndigits]),
    }
}

/// Asks `a.method(b)`, then `b.reflected(a)`; `None` if both decline.
async fn either(a: &Value, b: &Value, method: &Gc<Str>, reflected: &Gc<Str>) -> PyResult<Option<Value>> {
    for (this, other, name) in [(a, b, method), (b, a, reflected)] {
        let flow = Cx.vm(|vm| match vm.special(this, name) {
            Some(method) if !method.is_none() => vm.special_flow(method, this, std::slice::from_ref(other)).map(Some),
            _ => Ok(None),
        })?;
        if let Some(flow) = flow {
            let result = Cx.flow(flow).await?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(Some(result));
            }
        }
    }
    Ok(None)
}

fn divmod(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "divmod", 0, 2, 2)?;
    if let (Value::Int(a), Value::Int(b)) = (&args[0], &args[1])
        && *b != 0
        && let Some(mut quotient) = a.checked_div(*b)
    {
        let mut rest = a % b;
        if rest != 0 && (rest < 0) != (*b < 0) {
            quotient -= 1;
            rest += b;
        }
        return Ok(vm.tuple(vec![quotient.into(), rest.into()]).into());
    }
    let (a, b) = (args[0].clone(), args[1].clone());
    let (method, reflected) = (vm.names.divmod.clone(), vm.names.rdivmod.clone());
    Flow::future(async move {
        match either(&a, &b, &method, &reflected).await? {
            Some(result) => Ok(result),
            None => Err(Cx.vm(|vm| {
                let (a, b) = (vm.class_name(&a), vm.class_name(&b));
                vm.type_error(format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'"))
            })),
        }
    })
}

fn pow(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let [base, exp, modulus] = args.bind(vm, "pow", ["base", "exp", "mod"], 2, 3)?;
    if modulus.is_unbound() || modulus.is_none() {
        return match vm.binary_flow(BinOp::Pow, &base, &exp, false) {
            Err(exc) if exc.is(&vm.types.type_error) => Err(exc),
            other => other,
        };
    }
    let flow = match vm.special(&base, &vm.names.pow) {
        Some(method) => vm.special_flow(method, &base, &[exp.clone(), modulus.clone()])?,
        None => Value::NotImplemented.into(),
    };
    let check = move |vm: &mut Vm, result: Value| match result {
        Value::NotImplemented => {
            let [a, b, c] = [&base, &exp, &modulus].map(|value| vm.class_name(value));
            Err(vm.type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")))
        }
        result => Ok(result),
    };
    match flow {
        Flow::Value(result) => check(vm, result).map(Flow::Value),
        flow => Flow::future(async move {
            let result = Cx.flow(flow).await?;
            Cx.vm(|vm| check(vm, result))
        }),
    }
}

/// What `sum` has so far.
enum Total {
    Int(i64),
    /// With the compensation of Neumaier's sum.
    Float {
        sum: f64,
        lost: f64,
    },
    Other(Value),
}

impl Total {
    fn new(start: Value) -> Total {
        match start {
            Value::Int(i) => Total::Int(i),
            start => Total::from_value(start),
        }
    }

    /// After a sum that was no sum of small ints.
    fn from_value(value: Value) -> Total {
        match value {
            Value::Float(sum) => Total::Float { sum, lost: 0.0 },
            value => Total::Other(value),
        }
    }

    fn value(self) -> Value {
        match self {
            Total::Int(i) => Value::Int(i),
            Total::Float { sum, lost } if lost.is_finite() => Value::Float(sum + lost),
            Total::Float { sum, .. } => Value::Float(sum),
            Total::Other(value) => value,
        }
    }

    /// Adds a number where no more than a machine's addition is needed.
    #[inline]
    fn add_number(&mut self, item: &Value) -> bool {
        match (&mut *self, item) {
            (Total::Int(sum), Value::Int(i)) => {
                if let Some(total) = sum.checked_add(*i) {
                    *sum = total;
                    return true;
                }
            }
            (Total::Int(sum), Value::Bool(b)) => {
                if let Some(total) = sum.checked_add(*b as i64) {
                    *sum = total;
                    return true;
                }
            }
            (Total::Float { sum, lost }, Value::Float(x)) => {
                let total = *sum + x;
                *lost += if sum.abs() >= x.abs() { (*sum - total) + x } else { (x - total) + *sum };
                *sum = total;
                return true;
            }
            (Total::Float { sum, .. }, Value::Int(i)) => {
                *sum += *i as f64;
                return true;
            }
            _ => {}
        }
        false
    }

    /// Adds an item; the flow, if there is one, computes the new total.
    #[inline]
    fn add(&mut self, vm: &mut Vm, item: &Value) -> PyResult<Option<Flow>> {
        if self.add_number(item) {
            return Ok(None);
        }
        // Once it was no number that is added natively, it stays with `+`, as in CPython.
        let was_int = matches!(self, Total::Int(_));
        let total = std::mem::replace(self, Total::Int(0)).value();
        match vm.binary_flow(BinOp::Add, &total, item, false)? {
            Flow::Value(value) => {
                *self = if was_int { Total::from_value(value) } else { Total::Other(value) };
                Ok(None)
            }
            flow => Ok(Some(flow)),
        }
    }
}

fn sum(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    if args.positional().is_empty() {
        return Err(vm.type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let [iterable, start] = args.bind(vm, "sum", ["iterable", "start"], 1, 2)?;
    let what = match start.view() {
        View::Str(_) => Some("strings [use ''.join(seq) instead]"),
        View::Bytes(_) => Some("bytes [use b''.join(seq) instead]"),
        View::ByteArray(_) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(what) = what {
        return Err(vm.type_error(format!("sum() can't sum {what}")));
    }
    let mut total = Total::new(if start.is_unbound() { Value::Int(0) } else { start });
    let over = finite_iter(vm, &iterable);
    let mut pending = None;
    if let Some(iter) = &over {
        for _ in 0..AT_ONCE {
            let Some(item) = iterators::next(vm, iter)? else { return Ok(total.value().into()) };
            vm.charge(1);
            if let Some(flow) = total.add(vm, &item)? {
                pending = Some(flow);
                break;
            }
        }
    }
    // The loop calls a function whose `self` is the total.
    let class = vm.types.object.clone();
    let sum = Instance::new(class, Payload::Native(Box::new(RunningTotal(RefCell::new(total)))));
    let add = Gc::new(Native { name: "add", func: NativeFn::Flow(add), this: sum.value(), module: "" });
    Flow::future(async move {
        if let Some(flow) = pending {
            let value = Cx.flow(flow).await?;
            set_total(&sum.value(), Total::Other(value));
        }
        loop_over(Loop::Each, iterable, over, vec![add.into()]).await?;
        Ok(set_total(&sum.value(), Total::Int(0)).value())
    })
}

/// What `sum` has added up.
struct RunningTotal(RefCell<Total>);

impl NativeObject for RunningTotal {}

fn set_total(sum: &Value, total: Total) -> Total {
    let sum: &RunningTotal = sum.native().expect("it was made by `sum`");
    sum.0.replace(total)
}

/// Adds the second argument to the total that is the first.
fn add(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let sum: &RunningTotal = args[0].native().expect("it was made by `sum`");
    if sum.0.borrow_mut().add_number(&args[1]) {
        return Ok(Value::None.into());
    }
    let mut total = sum.0.replace(Total::Int(0));
    let flow = total.add(vm, &args[1])?;
    sum.0.replace(total);
    let Some(flow) = flow else { return Ok(Value::None.into()) };
    let this = args[0].clone();
    Flow::future(async move {
        let value = Cx.flow(flow).await?;
        set_total(&this, Total::Other(value));
        Ok(Value::None)
    })
}

// Searching.

/// `any` and `all`: the first item whose truth is `stop` decides.
fn any_all(vm: &mut Vm, args: Args<'_>, name: &str, stop: bool) -> PyResult<Flow> {
    let iterable = only(vm, args, name)?.clone();
    let which = if stop { Loop::Any } else { Loop::All };
    if let View::Generator(generator) = iterable.view()
        && generator.kind == GeneratorKind::Generator
    {
        return vm.loop_flow(which, vec![iterable]);
    }
    let over = finite_iter(vm, &iterable);
    if let Some(iter) = &over {
        for _ in 0..AT_ONCE {
            let Some(item) = iterators::next(vm, iter)? else { return Ok(Value::Bool(!stop).into()) };
            vm.charge(1);
            match vm.quick_truth(&item) {
                Some(truth) if truth == stop => return Ok(Value::Bool(stop).into()),
                Some(_) => {}
                None => {
                    return Flow::future(async move {
                        if truth(&item).await? == stop {
                            return Ok(Value::Bool(stop));
                        }
                        loop_over(which, iterable, over, Vec::new()).await
                    });
                }
            }
        }
    }
    Flow::future(loop_over(which, iterable, over, Vec::new()))
}

fn any(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    any_all(vm, args, "any", true)
}

fn all(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    any_all(vm, args, "all", false)
}

/// `a op b` where no code of the program is asked.
fn quick_order(op: CmpOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(op.holds(a.cmp(b))),
        (Value::Float(a), Value::Float(b)) => Some(a.partial_cmp(b).is_some_and(|order| op.holds(order))),
        _ => match (a.view(), b.view()) {
            (View::Str(a), View::Str(b)) => Some(op.holds(a.as_str().cmp(b.as_str()))),
            _ => None,
        },
    }
}

/// `min` and `max`: the first of the items of which no other is `op` it.
fn extreme(vm: &mut Vm, args: Args<'_>, name: &'static str, op: CmpOp) -> PyResult<Flow> {
    let positional = args.positional();
    if positional.is_empty() {
        return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    let (mut key, mut default) = (Value::None, None);
    for (keyword, value) in args.keywords() {
        match keyword.as_str() {
            "key" => key = value.clone(),
            "default" => default = Some(value.clone()),
            other => {
                return Err(unexpected_keyword(vm, name, other, &["key", "default"]));
            }
        }
    }
    let iterable = match positional {
        [iterable] => iterable.clone(),
        _ if default.is_some() => {
            let text = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(vm.type_error(text));
        }
        values => vm.tuple(values.to_vec()),
    };
    let mut best: Option<Value> = None;
    let mut over = finite_iter(vm, &iterable).filter(|_| key.is_none());
    if let Some(iter) = &over {
        for _ in 0..AT_ONCE {
            let Some(item) = iterators::next(vm, iter)? else {
                return match best.or(default) {
                    Some(best) => Ok(best.into()),
                    None => Err(vm.value_error(format!("{name}() iterable argument is empty"))),
                };
            };
            vm.charge(1);
            match &best {
                None => best = Some(item),
                Some(known) => match quick_order(op, &item, known) {
                    Some(true) => best = Some(item),
                    Some(false) => {}
                    None => {
                        // Nothing of the program has run yet: the loop begins anew.
                        (best, over) = (None, None);
                        break;
                    }
                },
            }
        }
    }
    let which = if op == CmpOp::Lt { Loop::Least } else { Loop::Greatest };
    Flow::future(async move {
        // What no item can be.
        let nothing: Value = Vec::new().into();
        let best = best.unwrap_or_else(|| nothing.clone());
        let best = loop_over(which, iterable, over, vec![key, nothing.clone(), best.clone(), best]).await?;
        if !best.is(&nothing) {
            return Ok(best);
        }
        default.ok_or_else(|| Cx.vm(|vm| vm.value_error(format!("{name}() iterable argument is empty"))))
    })
}

fn min(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    extreme(vm, args, "min", CmpOp::Lt)
}

fn max(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    extreme(vm, args, "max", CmpOp::Gt)
}

// Objects.

fn len(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let value = only(vm, args, "len")?;
    vm.len_flow(value)
}

fn hash(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = only(vm, args, "hash")?;
    vm.hash(value).map(Value::Int)
}

/// A number for an object; objects that live at the same time have different ones.
fn id(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = only(vm, args, "id")?;
    const IMMEDIATE: i64 = 0x7f00_0000_0000;
    Ok(Value::Int(match value {
        Value::Obj(obj) => obj.address() as i64,
        Value::Int(i) => IMMEDIATE.wrapping_add(0x1_0000).wrapping_add(i.wrapping_mul(32)) & i64::MAX,
        Value::Float(f) => (f.to_bits() >> 1) as i64,
        Value::Bool(b) => IMMEDIATE + 0x100 + 32 * *b as i64,
        Value::None | Value::Unbound => IMMEDIATE + 0x200,
        Value::Ellipsis => IMMEDIATE + 0x300,
        Value::NotImplemented => IMMEDIATE + 0x400,
    }))
}

fn isinstance(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "isinstance", 0, 2, 2)?;
    vm.is_instance(&args[0], &args[1]).map(Value::Bool)
}

fn issubclass(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "issubclass", 0, 2, 2)?;
    vm.is_subclass(&args[0], &args[1]).map(Value::Bool)
}

/// `callable(x)`.
pub fn is_callable(vm: &Vm, value: &Value) -> bool {
    match value.view() {
        View::Function(_) | View::BoundMethod(_) | View::Native(_) | View::NativeMethod(_) | View::Class(_) => true,
        View::StaticMethod(_) | View::WeakRef(_) => true,
        View::Alias(alias) => !alias.union,
        _ => vm.special(value, &vm.names.call).is_some(),
    }
}

fn callable(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let value = only(vm, args, "callable")?;
    Ok(Value::Bool(is_callable(vm, value)))
}

/// The name of an attribute.
fn attr_name(vm: &mut Vm, value: &Value) -> PyResult<Gc<Str>> {
    match value.base().str() {
        Some(name) => {
            let name = name.clone();
            Ok(vm.intern_str(&name))
        }
        None => {
            let text = format!("attribute name must be string, not '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn getattr(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "getattr", 0, 2, 3)?;
    let name = attr_name(vm, &args[1])?;
    let flow = vm.attr_flow(&args[0], &name);
    let Some(default) = args.get(2) else { return flow };
    match flow {
        Err(exc) if exc.is(&vm.types.attribute_error) => Ok(default.clone().into()),
        Ok(flow @ (Flow::Call { .. } | Flow::Future(_) | Flow::Resume { .. })) => {
            let default = default.clone();
            Flow::future(async move {
                match Cx.flow(flow).await {
                    Err(exc) if Cx.vm(|vm| exc.is(&vm.types.attribute_error)) => Ok(default),
                    other => other,
                }
            })
        }
        other => other,
    }
}

fn hasattr(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "hasattr", 0, 2, 2)?;
    let name = attr_name(vm, &args[1])?;
    match vm.attr_flow(&args[0], &name) {
        Ok(Flow::Value(_)) => Ok(Value::TRUE.into()),
        Err(exc) if exc.is(&vm.types.attribute_error) => Ok(Value::FALSE.into()),
        Err(exc) => Err(exc),
        Ok(flow) => Flow::future(async move {
            match Cx.flow(flow).await {
                Ok(_) => Ok(Value::TRUE),
                Err(exc) if Cx.vm(|vm| exc.is(&vm.types.attribute_error)) => Ok(Value::FALSE),
                Err(exc) => Err(exc),
            }
        }),
    }
}

/// The flow, with None as its result.
fn discard(flow: Flow) -> PyResult<Flow> {
    match flow {
        Flow::Value(_) => Ok(Value::None.into()),
        flow => Flow::future(async move { Cx.flow(flow).await.map(|_| Value::None) }),
    }
}

fn setattr(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "setattr", 0, 3, 3)?;
    let name = attr_name(vm, &args[1])?;
    discard(vm.set_attr_flow(&args[0], &name, Some(args[2].clone()))?)
}

fn delattr(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "delattr", 0, 2, 2)?;
    let name = attr_name(vm, &args[1])?;
    discard(vm.set_attr_flow(&args[0], &name, None)?)
}

// Iteration.

fn iter(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "iter", 0, 1, 2)?;
    match args.get(1) {
        None => vm.iter_flow(&args[0]),
        Some(_) if !is_callable(vm, &args[0]) => Err(vm.type_error("iter(v, w): v must be callable")),
        Some(sentinel) => Ok(callable_iter(vm, &args[0], sentinel).into()),
    }
}

fn next(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "next", 0, 1, 2)?;
    let Some(default) = args.get(1) else { return vm.next_flow(&args[0]) };
    if let Some(item) = vm.next_native(&args[0]) {
        return Ok(item?.unwrap_or_else(|| default.clone()).into());
    }
    let default = default.clone();
    let flow = match vm.next_flow(&args[0]) {
        Err(exc) if exc.is(&vm.types.stop_iteration) => return Ok(default.into()),
        other => other?,
    };
    Flow::future(async move {
        match Cx.flow(flow).await {
            Err(exc) if Cx.vm(|vm| exc.is(&vm.types.stop_iteration)) => Ok(default),
            other => other,
        }
    })
}

fn aiter(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let value = only(vm, args, "aiter")?;
    if vm.special(value, &vm.names.aiter).is_none() {
        let text = format!("'{}' object is not an async iterable", vm.class_name(value));
        return Err(vm.type_error(text));
    }
    vm.aiter_flow(value)
}

fn anext(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "anext", 0, 1, 2)?;
    let Some(method) = vm.special(&args[0], &vm.names.anext) else {
        let text = format!("'{}' object is not an async iterator", vm.class_name(&args[0]));
        return Err(vm.type_error(text));
    };
    let flow = vm.special_flow(method, &args[0], &[])?;
    let Some(default) = args.get(1).cloned() else { return Ok(flow) };
    let wrap = move |awaitable: Value| {
        let name = Value::from("<anext_awaitable without __name__>");
        let future = Box::pin(async move {
            match Cx.await_(awaitable).await {
                Err(exc) if Cx.vm(|vm| exc.is(&vm.types.stop_async_iteration)) => Ok(default),
                other => other,
            }
        });
        let body = Body::Native(NativeBody::new(future));
        let coroutine: Value = Generator::new(GeneratorKind::Coroutine, name.clone(), name, body).into();
        coroutine
    };
    match flow {
        Flow::Value(awaitable) => Ok(wrap(awaitable).into()),
        flow => Flow::future(async move { Cx.flow(flow).await.map(wrap) }),
    }
}

// Namespaces.

/// The namespace that code runs in now: its globals, and its locals as a dict.
pub fn namespaces(vm: &mut Vm) -> Option<(Gc<Dict>, Value)> {
    let frame = vm.fiber.innermost()?;
    Some((frame.globals.clone(), frame_locals(frame)))
}

/// The variables of a frame as a dict.
pub fn frame_locals(frame: &crate::vm::frame::CodeFrame) -> Value {
    if let Some(locals) = &frame.locals {
        return locals.clone();
    }
    // A frame's slots are initialised as long as the frame stands.
    let slots = unsafe { std::slice::from_raw_parts(frame.base, frame.code.slot_count as usize) };
    locals_of(&frame.code, &frame.globals, slots)
}

/// The same of the slots of a frame that may have ended.
pub fn locals_of(code: &Code, globals: &Gc<Dict>, slots: &[Value]) -> Value {
    let spec = &code.spec;
    if spec.flags.module {
        return globals.value();
    }
    let locals = Gc::new(Dict::new());
    let cells = spec.cellvars.iter().map(|cell| &cell.name).chain(&spec.freevars);
    for (i, (name, value)) in spec.varnames.iter().chain(cells).zip(slots).enumerate() {
        let value = match value.view() {
            View::CellObject(cell) if i >= spec.varnames.len() => cell.value.get(),
            _ => value.clone(),
        };
        if !value.is_unbound() && !name.starts_with('.') {
            locals.set_text(name, value);
        }
    }
    locals.into()
}

fn globals(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if !args.values.is_empty() {
        return Err(vm.type_error(format!("globals() takes no arguments ({} given)", args.values.len())));
    }
    Ok(namespaces(vm).map_or(Value::None, |(globals, _)| globals.into()))
}

fn locals(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if !args.values.is_empty() {
        return Err(vm.type_error(format!("locals() takes no arguments ({} given)", args.values.len())));
    }
    Ok(namespaces(vm).map_or(Value::None, |(_, locals)| locals))
}

fn vars(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "vars", 0, 0, 1)?;
    let Some(obj) = args.get(0) else {
        return Ok(namespaces(vm).map_or(Value::None, |(_, locals)| locals));
    };
    match vm.get_attr_opt(obj, "__dict__")? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

/// The names that `object.__dir__` and `type.__dir__` find.
pub fn dir_names(vm: &mut Vm, obj: &Value) -> PyResult<Vec<String>> {
    let mut names = BTreeSet::new();
    let mut add = |dict: &Dict| {
        for key in dict.keys() {
            if let Some(name) = key.as_str() {
                names.insert(name.to_owned());
            }
        }
    };
    match obj.view() {
        View::Module(module) => add(&module.dict),
        View::Class(class) => Class::mro_with_self(class).iter().for_each(|class| add(&class.dict)),
        _ => {
            if let View::Instance(instance) = obj.view()
                && let Some(dict) = instance.dict.get()
            {
                add(dict);
            }
            if let View::Function(function) = obj.view()
                && let Some(dict) = function.dict.get()
            {
                add(dict);
            }
            let class = vm.class_of(obj);
            Class::mro_with_self(&class).iter().for_each(|class| add(&class.dict));
        }
    }
    let has_dict = match obj.view() {
        View::Instance(instance) => !instance.class().no_dict.get(),
        View::Class(class) => !class.builtin,
        View::Function(_) | View::Module(_) => true,
        _ => false,
    };
    if has_dict {
        names.insert("__dict__".into());
    } else {
        names.remove("__dict__");
    }
    let has_weakref = match obj.view() {
        View::Class(class) => Class::mro_with_self(class)
            .iter()
            .any(|class| !class.builtin && class.dict.find_str(&vm.names.weakref).is_some()),
        View::Instance(instance) => vm
            .lookup(&instance.class(), &vm.names.weakref)
            .is_some_and(|found| matches!(found.view(), View::GetSet(found) if found.owner != "object")),
        _ => false,
    };
    if !has_weakref {
        names.remove("__weakref__");
    }
    vm.charge(names.len());
    Ok(names.into_iter().collect())
}

fn dir(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "dir", 0, 0, 1)?;
    let sort = |vm: &mut Vm, names: Value| {
        let mut names = vm.collect(&names)?;
        super::list::sort(vm, &mut names, false)?;
        Ok(names.into())
    };
    let Some(obj) = args.get(0) else {
        let locals = namespaces(vm).map_or(Value::None, |(_, locals)| locals);
        return sort(vm, locals).map(Flow::Value);
    };
    // A `__dir__` of the program; a module's may be a function in it.
    let own = match obj.view() {
        View::Module(module) => module.dict.get_str(&vm.names.dunder_dir),
        _ => vm.special(obj, &vm.names.dunder_dir),
    };
    match own {
        Some(method) if matches!(method.view(), View::Function(_)) => {
            let flow = match obj.view() {
                View::Module(_) => Flow::call(method, [])?,
                _ => vm.special_flow(method, obj, &[])?,
            };
            Flow::future(async move {
                let names = Cx.flow(flow).await?;
                let names = Value::from(Cx.collect(&names).await?);
                Cx.vm(|vm| sort(vm, names))
            })
        }
        _ => {
            let names: Vec<Value> = dir_names(vm, obj)?.into_iter().map(Value::from).collect();
            Ok(Value::from(names).into())
        }
    }
}

fn import(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [name, _, _, fromlist, _] =
        args.bind(vm, "__import__", ["name", "globals", "locals", "fromlist", "level"], 1, 5)?;
    let Some(text) = name.as_str() else {
        let text = format!("__import__() argument 1 must be str, not {}", vm.argument_type(&name));
        return Err(vm.type_error(text));
    };
    let module = vm.import_module(text)?;
    if !fromlist.is_unbound() && vm.truth(&fromlist)? {
        return Ok(module);
    }
    match text.split_once('.') {
        Some((top, _)) => vm.import_module(top),
        None => Ok(module),
    }
}

// What there is not.

fn unavailable(vm: &mut Vm, what: &str) -> Exc {
    vm.not_implemented_error(what)
}

/// `memoryview` is a class to name, in annotations and `isinstance`; there are none.
fn no_memoryview(vm: &mut Vm) {
    let class = vm.new_class("builtins", "memoryview", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, _| {
            Err(unavailable(vm, "memoryview is not available here; slices of bytes and bytearray are copies"))
        }),
    );
    class.subclassable.set(false);
    vm.builtins.set_text("memoryview", class.value());
}

fn open(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let params = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"];
    let [file, mode, ..] = args.bind(vm, "open", params, 1, 8)?;
    let reason = "open() is not available: a program here has no files";
    let reads = mode.is_unbound() || mode.as_str().is_some_and(|mode| mode.starts_with('r'));
    if !reads || file.as_str().is_none() {
        return Err(unavailable(vm, reason));
    }
    // What is read is missing, and a program that is ready for that goes on.
    let class = vm.types.file_not_found_error.value();
    let exc = vm.call(&class, [Value::Int(2), Value::from("No such file or directory"), file])?;
    let exc = vm.make_raised(exc, Value::Unbound)?;
    vm.add_note(&exc, reason)?;
    Err(exc)
}

fn input(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "input", 0, 0, 1)?;
    Err(unavailable(vm, "input() is not available: a program here has no keyboard to read from"))
}

fn breakpoint(vm: &mut Vm, _: Args<'_>) -> PyResult {
    Err(unavailable(vm, "breakpoint() is not available: pause the program with the page's own controls"))
}

fn help(vm: &mut Vm, _: Args<'_>) -> PyResult {
    Err(unavailable(vm, "help() is not available: see docs.python.org"))
}

fn exit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [code] = args.bind(vm, "exit", ["code"], 0, 1)?;
    let code = if code.is_unbound() { Value::None } else { code };
    let class = vm.types.system_exit.clone();
    let values = if code.is_none() { Vec::new() } else { vec![code.clone()] };
    Err(vm.exception(&class, values).with("code", code))
}

/// The builtin classes that are builtin names, besides the exceptions.
const CLASSES: &[&str] = &[
    "object",
    "type",
    "int",
    "bool",
    "float",
    "complex",
    "str",
    "bytes",
    "bytearray",
    "tuple",
    "list",
    "dict",
    "set",
    "frozenset",
    "range",
    "slice",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
];

/// Fills the `builtins` module.
pub fn install(vm: &mut Vm) {
    use NativeFn::{Flow as F, Plain as P};
    let module = Gc::new(Module { name: "builtins".into(), dict: vm.builtins.clone() });
    let classes: Vec<Gc<Class>> = vm.types.all().into_iter().cloned().collect();
    for class in classes {
        let name = class.name();
        if class.layout == Layout::Exception || CLASSES.contains(&name.as_str()) {
            vm.set(&module, &name, class);
        }
    }
    no_memoryview(vm);
    for alias in ["EnvironmentError", "IOError"] {
        let class = vm.types.os_error.clone();
        vm.set(&module, alias, class);
    }
    let functions = [
        ("__import__", P(import)),
        ("abs", F(abs)),
        ("aiter", F(aiter)),
        ("all", F(all)),
        ("anext", F(anext)),
        ("any", F(any)),
        ("ascii", P(ascii)),
        ("bin", P(|vm, args| digits(vm, args, "bin", "0b", 2))),
        ("breakpoint", P(breakpoint)),
        ("callable", P(callable)),
        ("chr", P(chr)),
        ("compile", P(dynamic::compile)),
        ("delattr", F(delattr)),
        ("dir", F(dir)),
        ("divmod", F(divmod)),
        ("eval", F(dynamic::eval)),
        ("exec", F(dynamic::exec)),
        ("exit", P(exit)),
        ("format", F(format)),
        ("getattr", F(getattr)),
        ("globals", P(globals)),
        ("hasattr", F(hasattr)),
        ("hash", P(hash)),
        ("help", P(help)),
        ("hex", P(|vm, args| digits(vm, args, "hex", "0x", 16))),
        ("id", P(id)),
        ("input", P(input)),
        ("isinstance", P(isinstance)),
        ("issubclass", P(issubclass)),
        ("iter", F(iter)),
        ("len", F(len)),
        ("locals", P(locals)),
        ("max", F(max)),
        ("min", F(min)),
        ("next", F(next)),
        ("oct", P(|vm, args| digits(vm, args, "oct", "0o", 8))),
        ("open", P(open)),
        ("ord", P(ord)),
        ("pow", F(pow)),
        ("print", F(print)),
        ("quit", P(exit)),
        ("repr", F(repr)),
        ("round", F(round)),
        ("setattr", F(setattr)),
        ("sorted", F(sorted)),
        ("sum", F(sum)),
        ("vars", P(vars)),
    ];
    for (name, func) in functions {
        vm.function(&module, name, func);
    }
    vm.set(&module, "NotImplemented", Value::NotImplemented);
    vm.set(&module, "Ellipsis", Value::Ellipsis);
    for (name, value) in
        [("__debug__", Value::TRUE), ("True", Value::TRUE), ("False", Value::FALSE), ("None", Value::None)]
    {
        vm.set(&module, name, value);
    }
    vm.set(&module, "__name__", "builtins");
    let name = vm.intern("builtins");
    vm.modules.set_str(&name, module.into());
}
