//! `bytes`, and what `bytes` and `bytearray` share (`Objects/bytesobject.c`, `bytes_methods.c`).

use super::int::{class_arg, wrap};
use super::{codec, operators, str};
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, NativeFn};
use crate::vm::number::{IntRef, int_ref};
use crate::vm::object::*;
use crate::vm::{Value, Vm};

pub fn bytes_value(data: Vec<u8>) -> Value {
    Gc::new(Bytes { data: data.into_boxed_slice() }).into()
}

pub fn bytearray_value(data: Vec<u8>) -> Value {
    Gc::new(ByteArray { data: std::cell::RefCell::new(data) }).into()
}

/// The receiver's data.
fn this(vm: &mut Vm, args: &Args<'_>) -> PyResult<Vec<u8>> {
    match args.values.first().and_then(operators::bytes_of) {
        Some(data) => {
            vm.charge(data.len() / 32);
            Ok(data)
        }
        None => Err(vm.type_error("a method of bytes needs bytes")),
    }
}

/// A result of the receiver's type.
fn like(args: &Args<'_>, data: impl Into<Vec<u8>>) -> Value {
    match args.values[0].base().view() {
        View::ByteArray(_) => bytearray_value(data.into()),
        _ => bytes_value(data.into()),
    }
}

/// `bytes` or `bytearray`, as error texts name the receiver.
fn name_of(args: &Args<'_>) -> &'static str {
    match args.values.first().map(|v| v.base().view()) {
        Some(View::ByteArray(_)) => "bytearray",
        _ => "bytes",
    }
}

/// A bytes-like argument.
pub fn data_arg(vm: &mut Vm, value: &Value) -> PyResult<Vec<u8>> {
    match operators::bytes_of(value) {
        Some(data) => Ok(data),
        None => {
            let text = format!("a bytes-like object is required, not '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

/// A byte from an integer; `what` is `byte` or `bytes`.
pub fn byte_arg(vm: &mut Vm, value: &Value, what: &str) -> PyResult<u8> {
    match vm.index(value)? {
        Value::Int(b @ 0..=255) => Ok(b as u8),
        _ => Err(vm.value_error(format!("{what} must be in range(0, 256)"))),
    }
}

/// What a search is for: bytes, or one byte as an integer.
fn needle(vm: &mut Vm, value: &Value) -> PyResult<Vec<u8>> {
    if let Some(data) = operators::bytes_of(value) {
        return Ok(data);
    }
    match int_ref(value) {
        Some(IntRef::Small(b @ 0..=255)) => Ok(vec![b as u8]),
        Some(_) => Err(vm.value_error("byte must be in range(0, 256)")),
        None => {
            let text = format!("argument should be integer or bytes-like object, not '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

/// What `bytes(x)` makes of an object without an encoding; `owner` is the class, `what` names a byte in errors.
pub fn from_object(vm: &mut Vm, value: &Value, owner: &str, what: &str) -> PyResult<Vec<u8>> {
    let is_instance = matches!(value, Value::Obj(obj) if obj.kind() == Kind::Instance);
    if (is_instance || owner == "bytes")
        && let Some(result) = vm.call_special(value, &vm.names.bytes.clone(), &[])
    {
        let result = result?;
        return match operators::bytes_of(&result) {
            Some(data) => Ok(data),
            None => {
                let text = format!("__bytes__ returned non-bytes (type {})", vm.class_name(&result));
                Err(vm.type_error(text))
            }
        };
    }
    if let Some(data) = operators::bytes_of(value) {
        return Ok(data);
    }
    if value.as_str().is_some() || matches!(value.view(), View::Float(_) | View::None) {
        let text = format!("cannot convert '{}' object to {owner}", vm.class_name(value));
        return Err(vm.type_error(text));
    }
    let items = match vm.collect_native(value) {
        Some(items) => items?,
        None => {
            if vm.special(value, &vm.names.iter).is_none()
                && vm.special(value, &vm.names.getitem).is_none()
                && !matches!(value.view(), View::Iter(_) | View::Generator(_) | View::MappingProxy(_))
            {
                let text = format!("cannot convert '{}' object to {owner}", vm.class_name(value));
                return Err(vm.type_error(text));
            }
            vm.collect(value)?
        }
    };
    items.iter().map(|item| byte_arg(vm, item, what)).collect()
}

/// The data for `bytes(source, encoding, errors)` and `bytearray(…)`.
pub fn construct(vm: &mut Vm, rest: Args<'_>, owner: &str) -> PyResult<Vec<u8>> {
    if rest.values.len() > 3 {
        return Err(vm.type_error(format!("{owner}() takes at most 3 arguments ({} given)", rest.values.len())));
    }
    let [source, encoding, errors] = rest.bind(vm, owner, ["source", "encoding", "errors"], 0, 3)?;
    if !encoding.is_unbound() || !errors.is_unbound() {
        let mut texts = ["utf-8".to_owned(), "strict".to_owned()];
        for ((value, which), slot) in [&encoding, &errors].into_iter().zip(["encoding", "errors"]).zip(&mut texts) {
            match value.as_str() {
                _ if value.is_unbound() => {}
                Some(text) => *slot = text.to_owned(),
                None => {
                    let text = format!("{owner}() argument '{which}' must be str, not {}", vm.argument_type(value));
                    return Err(vm.type_error(text));
                }
            }
        }
        return match source.as_str() {
            Some(text) => codec::encode(vm, text, &texts[0], &texts[1]),
            None if encoding.is_unbound() => Err(vm.type_error("errors without a string argument")),
            None => Err(vm.type_error("encoding without a string argument")),
        };
    }
    if source.is_unbound() {
        return Ok(Vec::new());
    }
    if source.as_str().is_some() {
        return Err(vm.type_error("string argument without an encoding"));
    }
    let is_float = matches!(source.view(), View::Float(_));
    let has_bytes = owner == "bytes" && vm.special(&source, &vm.names.bytes).is_some();
    if !is_float && !has_bytes && (int_ref(&source).is_some() || vm.special(&source, &vm.names.index).is_some()) {
        let count = match vm.index(&source)? {
            Value::Int(count) => count,
            _ => return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
        };
        let Ok(count) = usize::try_from(count) else { return Err(vm.value_error("negative count")) };
        if count > vm.memory_limit {
            return Err(vm.memory_error());
        }
        return Ok(vec![0; count]);
    }
    from_object(vm, &source, owner, if owner == "bytes" { "bytes" } else { "byte" })
}

/// Where `needle` is first or last.
fn position(data: &[u8], needle: &[u8], last: bool) -> Option<usize> {
    if needle.is_empty() {
        return Some(if last { data.len() } else { 0 });
    }
    if needle.len() > data.len() {
        return None;
    }
    let mut windows = data.windows(needle.len());
    if last { windows.rposition(|w| w == needle) } else { windows.position(|w| w == needle) }
}

/// The pieces between separators, at most `count` splits, from the left.
fn pieces<'a>(data: &'a [u8], separator: &[u8], count: usize) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    while parts.len() < count
        && let Some(at) = position(rest, separator, false)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    parts
}

fn is_space(b: u8) -> bool {
    matches!(b, b'\t'..=b'\r' | b' ')
}

fn trim<'a>(data: &'a [u8], is: &dyn Fn(u8) -> bool, start: bool, end: bool) -> &'a [u8] {
    let from = if start { data.iter().position(|&b| !is(b)).unwrap_or(data.len()) } else { 0 };
    let data = &data[from..];
    let to = if end { data.iter().rposition(|&b| !is(b)).map_or(0, |at| at + 1) } else { data.len() };
    &data[..to]
}

fn find(vm: &mut Vm, args: Args<'_>, name: &str, last: bool) -> PyResult<Option<i64>> {
    args.count(vm, name, 1, 1, 3)?;
    let data = this(vm, &args)?;
    let (start, end) = str::bounds(vm, &args.values[2..], data.len())?;
    let needle = needle(vm, &args[1])?;
    if start > end {
        return Ok(None);
    }
    Ok(position(&data[start..end], &needle, last).map(|at| (start + at) as i64))
}

fn found(vm: &mut Vm, place: Option<i64>) -> PyResult {
    place.map(Value::Int).ok_or_else(|| vm.value_error("subsection not found"))
}

fn affix(vm: &mut Vm, args: Args<'_>, name: &str, test: fn(&[u8], &[u8]) -> bool) -> PyResult {
    args.count(vm, name, 1, 1, 3)?;
    let data = this(vm, &args)?;
    let (start, end) = str::bounds(vm, &args.values[2..], data.len())?;
    let part = if start > end { None } else { Some(&data[start..end]) };
    let affixes: Vec<Vec<u8>> = match args[1].base().view() {
        View::Tuple(tuple) => tuple.items.iter().map(|item| data_arg(vm, item)).collect::<PyResult<_>>()?,
        _ => match operators::bytes_of(&args[1]) {
            Some(affix) => vec![affix],
            None => {
                let text =
                    format!("{name} first arg must be bytes or a tuple of bytes, not {}", vm.class_name(&args[1]));
                return Err(vm.type_error(text));
            }
        },
    };
    Ok(Value::Bool(part.is_some_and(|part| affixes.iter().any(|affix| test(part, affix)))))
}

fn split_args(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult<(Option<Vec<u8>>, usize)> {
    let rest = args.skip(1);
    if rest.values.len() > 2 {
        return Err(vm.type_error(format!("{name}() takes at most 2 arguments ({} given)", rest.values.len())));
    }
    let [separator, count] = rest.bind(vm, name, ["sep", "maxsplit"], 0, 2)?;
    let count = if count.is_unbound() { -1 } else { vm.index_i64(&count)? };
    let separator = match &separator {
        Value::Unbound | Value::None => None,
        separator => Some(data_arg(vm, separator)?),
    };
    if separator.as_ref().is_some_and(Vec::is_empty) {
        return Err(vm.value_error("empty separator"));
    }
    Ok((separator, usize::try_from(count).unwrap_or(usize::MAX)))
}

fn split(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let data = this(vm, &args)?;
    let (separator, count) = split_args(vm, args, "split")?;
    let mut parts: Vec<&[u8]> = Vec::new();
    match &separator {
        Some(separator) => parts = pieces(&data, separator, count),
        None => {
            let mut rest = trim(&data, &is_space, true, false);
            while !rest.is_empty() {
                if parts.len() == count {
                    parts.push(rest);
                    break;
                }
                let end = rest.iter().position(|&b| is_space(b)).unwrap_or(rest.len());
                parts.push(&rest[..end]);
                rest = trim(&rest[end..], &is_space, true, false);
            }
        }
    }
    Ok(parts.into_iter().map(|part| like(&args, part)).collect::<Vec<_>>().into())
}

fn rsplit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let data = this(vm, &args)?;
    let (separator, count) = split_args(vm, args, "rsplit")?;
    let mut parts: Vec<&[u8]> = Vec::new();
    let mut rest = &data[..];
    match &separator {
        Some(separator) => {
            while parts.len() < count
                && let Some(at) = position(rest, separator, true)
            {
                parts.push(&rest[at + separator.len()..]);
                rest = &rest[..at];
            }
            parts.push(rest);
        }
        None => {
            rest = trim(rest, &is_space, false, true);
            while !rest.is_empty() {
                if parts.len() == count {
                    parts.push(rest);
                    break;
                }
                let start = rest.iter().rposition(|&b| is_space(b)).map_or(0, |at| at + 1);
                parts.push(&rest[start..]);
                rest = trim(&rest[..start], &is_space, false, true);
            }
        }
    }
    parts.reverse();
    Ok(parts.into_iter().map(|part| like(&args, part)).collect::<Vec<_>>().into())
}

fn partition(vm: &mut Vm, args: Args<'_>, name: &str, last: bool) -> PyResult {
    let owner = name_of(&args);
    let separator = args.one(vm, &format!("{owner}.{name}"))?;
    let separator = data_arg(vm, separator)?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let data = this(vm, &args)?;
    let parts: [&[u8]; 3] = match position(&data, &separator, last) {
        Some(at) => [&data[..at], &separator, &data[at + separator.len()..]],
        None if last => [b"", b"", &data],
        None => [&data, b"", b""],
    };
    Ok(vm.tuple(parts.into_iter().map(|part| like(&args, part)).collect()))
}

fn strip(vm: &mut Vm, args: Args<'_>, name: &str, start: bool, end: bool) -> PyResult {
    args.count(vm, name, 1, 0, 1)?;
    let data = this(vm, &args)?;
    let part = match args.get(1).filter(|set| !set.is_none()) {
        Some(set) => {
            let set = data_arg(vm, set)?;
            trim(&data, &|b| set.contains(&b), start, end)
        }
        None => trim(&data, &is_space, start, end),
    };
    Ok(like(&args, part))
}

fn replace(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "replace", 1, 2, 3)?;
    let data = this(vm, &args)?;
    let (old, new) = (data_arg(vm, &args[1])?, data_arg(vm, &args[2])?);
    let count = match args.get(3) {
        Some(count) => vm.index_i64(count)?,
        None => -1,
    };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    if data.len().saturating_add((data.len() + 1).saturating_mul(new.len())) > vm.memory_limit.saturating_mul(4) {
        return Err(vm.memory_error());
    }
    let mut result = Vec::with_capacity(data.len());
    if old.is_empty() {
        for (i, &b) in data.iter().enumerate() {
            if i < count {
                result.extend_from_slice(&new);
            }
            result.push(b);
        }
        if data.len() < count {
            result.extend_from_slice(&new);
        }
    } else {
        result = pieces(&data, &old, count).join(&new[..]);
    }
    if result.len() > vm.memory_limit {
        return Err(vm.memory_error());
    }
    Ok(like(&args, result))
}

fn join(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let owner = name_of(&args);
    let iterable = args.one(vm, &format!("{owner}.join"))?;
    let separator = this(vm, &args)?;
    let items = match vm.collect(iterable) {
        Ok(items) => items,
        Err(exc) if exc.is(&vm.types.type_error) && vm.special(iterable, &vm.names.iter).is_none() => {
            return Err(vm.type_error("can only join an iterable"));
        }
        Err(exc) => return Err(exc),
    };
    let mut result = Vec::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            result.extend_from_slice(&separator);
        }
        match operators::bytes_of(item) {
            Some(data) => result.extend_from_slice(&data),
            None => {
                let text = format!("sequence item {i}: expected a bytes-like object, {} found", vm.class_name(item));
                return Err(vm.type_error(text));
            }
        }
        if result.len() > vm.memory_limit {
            return Err(vm.memory_error());
        }
    }
    vm.charge(items.len() + result.len() / 64);
    Ok(like(&args, result))
}

fn justify(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult {
    args.count(vm, name, 1, 1, 2)?;
    let data = this(vm, &args)?;
    let width = usize::try_from(vm.index_i64(&args[1])?).unwrap_or(0);
    let fill = match args.get(2) {
        None => b' ',
        Some(fill) => match operators::bytes_of(fill).as_deref() {
            Some([b]) => *b,
            _ => {
                let text =
                    format!("{name}() argument 2 must be a byte string of length 1, not {}", vm.argument_type(fill));
                return Err(vm.type_error(text));
            }
        },
    };
    if width > vm.memory_limit {
        return Err(vm.memory_error());
    }
    let missing = width.saturating_sub(data.len());
    let left = match name {
        "ljust" => 0,
        "rjust" => missing,
        _ => missing / 2 + (missing & width & 1),
    };
    let mut result = vec![fill; left];
    result.extend_from_slice(&data);
    result.resize(data.len() + missing, fill);
    Ok(like(&args, result))
}

fn hex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let data = this(vm, &args)?;
    let [separator, group] = args.skip(1).bind(vm, "hex", ["sep", "bytes_per_sep"], 0, 2)?;
    let group = if group.is_unbound() { 1 } else { vm.index_i64(&group)? };
    let separator = match (&separator, separator.as_str(), operators::bytes_of(&separator)) {
        (Value::Unbound, ..) => None,
        (_, Some(text), _) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) if c.is_ascii() => Some(c),
                (Some(_), None) => return Err(vm.value_error("sep must be ASCII.")),
                _ => return Err(vm.value_error("sep must be length 1.")),
            }
        }
        (_, None, Some(data)) => match data[..] {
            [b] if b.is_ascii() => Some(b as char),
            [_] => return Err(vm.value_error("sep must be ASCII.")),
            _ => return Err(vm.value_error("sep must be length 1.")),
        },
        (other, None, None) => {
            if vm.len(other)? != 1 {
                return Err(vm.value_error("sep must be length 1."));
            }
            return Err(vm.type_error("sep must be str or bytes."));
        }
    };
    let size = group.unsigned_abs() as usize;
    let mut result = String::with_capacity(data.len() * 2);
    for (i, b) in data.iter().enumerate() {
        // Groups are counted from the right, or from the left if the size is negative.
        let at = if group > 0 { data.len() - i } else { i };
        if let Some(separator) = separator
            && i > 0
            && size > 0
            && at % size == 0
        {
            result.push(separator);
        }
        result.push_str(&format!("{b:02x}"));
    }
    Ok(result.into())
}

/// `bytes.fromhex`.
fn from_hex(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let text = args.one(vm, "bytes.fromhex")?;
    let Some(text) = text.as_str() else {
        let text = format!("fromhex() argument must be str, not {}", vm.argument_type(text));
        return Err(vm.type_error(text));
    };
    let chars: Vec<char> = text.chars().collect();
    let mut data = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        if chars[i].is_ascii() && is_space(chars[i] as u8) {
            i += 1;
            continue;
        }
        let digit = |i: usize| chars.get(i).and_then(|c| c.to_digit(16));
        match (digit(i), digit(i + 1)) {
            (Some(high), Some(low)) => data.push((high * 16 + low) as u8),
            (high, _) => {
                let at = i + high.is_some() as usize;
                let text = format!("non-hexadecimal number found in fromhex() arg at position {at}");
                return Err(vm.value_error(text));
            }
        }
        i += 2;
    }
    let Some(class) = args[0].downcast::<Class>().cloned() else { return Ok(bytes_value(data)) };
    if class.is(&vm.types.bytes) {
        Ok(bytes_value(data))
    } else if class.is(&vm.types.bytearray) {
        Ok(bytearray_value(data))
    } else {
        vm.call(&class.value(), [bytes_value(data)])
    }
}

fn translate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let data = this(vm, &args)?;
    let [table, delete] = args.skip(1).bind(vm, "translate", ["", "delete"], 1, 2)?;
    let table = if table.is_none() { None } else { Some(data_arg(vm, &table)?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = if delete.is_unbound() { Vec::new() } else { data_arg(vm, &delete)? };
    let kept = data.into_iter().filter(|b| !delete.contains(b));
    Ok(like(&args, kept.map(|b| table.as_ref().map_or(b, |table| table[b as usize])).collect::<Vec<u8>>()))
}

fn make_translation(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "maketrans", 0, 2, 2)?;
    let (from, to) = (data_arg(vm, &args[0])?, data_arg(vm, &args[1])?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.iter().zip(to) {
        table[*a as usize] = b;
    }
    Ok(bytes_value(table))
}

fn title(data: &[u8]) -> Vec<u8> {
    let mut inside = false;
    data.iter()
        .map(|b| {
            let result = if inside { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
            inside = b.is_ascii_alphabetic();
            result
        })
        .collect()
}

fn is_title(data: &[u8]) -> bool {
    data.iter().any(u8::is_ascii_alphabetic) && title(data) == data
}

/// A method without arguments that makes new bytes.
macro_rules! to_bytes {
    ($vm:ident, $class:ident, $($name:literal => $function:expr),* $(,)?) => {
        $($vm.method($class, $name, NativeFn::Plain(|vm, args| {
            args.none(vm, &format!("{}.{}", name_of(&args), $name))?;
            let data = this(vm, &args)?;
            let function: fn(&[u8]) -> Vec<u8> = $function;
            Ok(like(&args, function(&data)))
        }));)*
    };
}

/// A method without arguments that asks something.
macro_rules! predicates {
    ($vm:ident, $class:ident, $($name:literal => $function:expr),* $(,)?) => {
        $($vm.method($class, $name, NativeFn::Plain(|vm, args| {
            args.none(vm, &format!("{}.{}", name_of(&args), $name))?;
            let data = this(vm, &args)?;
            let function: fn(&[u8]) -> bool = $function;
            Ok(Value::Bool(function(&data)))
        }));)*
    };
}

fn all(data: &[u8], is: fn(&u8) -> bool) -> bool {
    !data.is_empty() && data.iter().all(is)
}

/// The methods that `bytes` and `bytearray` have both.
pub fn shared_methods(vm: &mut Vm, class: &Gc<Class>) {
    to_bytes!(vm, class,
        "upper" => |d| d.to_ascii_uppercase(),
        "lower" => |d| d.to_ascii_lowercase(),
        "title" => title,
        "capitalize" => |d| {
            let mut result = d.to_ascii_lowercase();
            if let Some(first) = result.first_mut() {
                first.make_ascii_uppercase();
            }
            result
        },
        "swapcase" => |d| {
            d.iter().map(|b| if b.is_ascii_lowercase() { b.to_ascii_uppercase() } else { b.to_ascii_lowercase() }).collect()
        },
    );
    predicates!(vm, class,
        "isalpha" => |d| all(d, u8::is_ascii_alphabetic),
        "isdigit" => |d| all(d, u8::is_ascii_digit),
        "isalnum" => |d| all(d, u8::is_ascii_alphanumeric),
        "isspace" => |d| all(d, |&b| is_space(b)),
        "isascii" => |d| d.is_ascii(),
        "islower" => |d| d.iter().any(u8::is_ascii_lowercase) && !d.iter().any(u8::is_ascii_uppercase),
        "isupper" => |d| d.iter().any(u8::is_ascii_uppercase) && !d.iter().any(u8::is_ascii_lowercase),
        "istitle" => is_title,
    );
    vm.method(class, "find", NativeFn::Plain(|vm, args| Ok(Value::Int(find(vm, args, "find", false)?.unwrap_or(-1)))));
    vm.method(class, "rfind", NativeFn::Plain(|vm, args| Ok(Value::Int(find(vm, args, "rfind", true)?.unwrap_or(-1)))));
    vm.method(
        class,
        "index",
        NativeFn::Plain(|vm, args| {
            let place = find(vm, args, "index", false)?;
            found(vm, place)
        }),
    );
    vm.method(
        class,
        "rindex",
        NativeFn::Plain(|vm, args| {
            let place = find(vm, args, "rindex", true)?;
            found(vm, place)
        }),
    );
    vm.method(
        class,
        "count",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "count", 1, 1, 3)?;
            let data = this(vm, &args)?;
            let (start, end) = str::bounds(vm, &args.values[2..], data.len())?;
            let needle = needle(vm, &args[1])?;
            if start > end {
                return Ok(Value::Int(0));
            }
            let part = &data[start..end];
            Ok(Value::from(if needle.is_empty() {
                part.len() + 1
            } else {
                pieces(part, &needle, usize::MAX).len() - 1
            }))
        }),
    );
    vm.method(class, "startswith", NativeFn::Plain(|vm, args| affix(vm, args, "startswith", |d, a| d.starts_with(a))));
    vm.method(class, "endswith", NativeFn::Plain(|vm, args| affix(vm, args, "endswith", |d, a| d.ends_with(a))));
    vm.method(
        class,
        "removeprefix",
        NativeFn::Plain(|vm, args| {
            let prefix = args.one(vm, &format!("{}.removeprefix", name_of(&args)))?;
            let (data, prefix) = (this(vm, &args)?, data_arg(vm, prefix)?);
            Ok(like(&args, data.strip_prefix(&prefix[..]).unwrap_or(&data)))
        }),
    );
    vm.method(
        class,
        "removesuffix",
        NativeFn::Plain(|vm, args| {
            let suffix = args.one(vm, &format!("{}.removesuffix", name_of(&args)))?;
            let (data, suffix) = (this(vm, &args)?, data_arg(vm, suffix)?);
            Ok(like(&args, data.strip_suffix(&suffix[..]).unwrap_or(&data)))
        }),
    );
    vm.method(class, "replace", NativeFn::Plain(replace));
    vm.method(class, "split", NativeFn::Plain(split));
    vm.method(class, "rsplit", NativeFn::Plain(rsplit));
    vm.method(
        class,
        "splitlines",
        NativeFn::Plain(|vm, args| {
            let data = this(vm, &args)?;
            let [keep] = args.skip(1).bind(vm, "splitlines", ["keepends"], 0, 1)?;
            let keep = !keep.is_unbound() && vm.truth(&keep)?;
            let mut lines = Vec::new();
            let mut rest = &data[..];
            while !rest.is_empty() {
                let at = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
                let end = at + if rest[at..].starts_with(b"\r\n") { 2 } else { (at < rest.len()) as usize };
                lines.push(like(&args, &rest[..if keep { end } else { at }]));
                rest = &rest[end..];
            }
            Ok(lines.into())
        }),
    );
    vm.method(class, "partition", NativeFn::Plain(|vm, args| partition(vm, args, "partition", false)));
    vm.method(class, "rpartition", NativeFn::Plain(|vm, args| partition(vm, args, "rpartition", true)));
    vm.method(class, "strip", NativeFn::Plain(|vm, args| strip(vm, args, "strip", true, true)));
    vm.method(class, "lstrip", NativeFn::Plain(|vm, args| strip(vm, args, "lstrip", true, false)));
    vm.method(class, "rstrip", NativeFn::Plain(|vm, args| strip(vm, args, "rstrip", false, true)));
    vm.method(class, "join", NativeFn::Plain(join));
    vm.method(class, "ljust", NativeFn::Plain(|vm, args| justify(vm, args, "ljust")));
    vm.method(class, "rjust", NativeFn::Plain(|vm, args| justify(vm, args, "rjust")));
    vm.method(class, "center", NativeFn::Plain(|vm, args| justify(vm, args, "center")));
    vm.method(
        class,
        "zfill",
        NativeFn::Plain(|vm, args| {
            let width = args.one(vm, &format!("{}.zfill", name_of(&args)))?;
            let data = this(vm, &args)?;
            let width = usize::try_from(vm.index_i64(width)?).unwrap_or(0);
            if width > vm.memory_limit {
                return Err(vm.memory_error());
            }
            let (sign, digits) = data.split_at(matches!(data.first(), Some(b'+' | b'-')) as usize);
            let mut result = sign.to_vec();
            result.resize(width.saturating_sub(digits.len()).max(sign.len()), b'0');
            result.extend_from_slice(digits);
            Ok(like(&args, result))
        }),
    );
    vm.method(
        class,
        "expandtabs",
        NativeFn::Plain(|vm, args| {
            let data = this(vm, &args)?;
            let [size] = args.skip(1).bind(vm, "expandtabs", ["tabsize"], 0, 1)?;
            let size = if size.is_unbound() { 8 } else { usize::try_from(vm.index_i64(&size)?).unwrap_or(0) };
            if data.iter().filter(|&&b| b == b'\t').count().saturating_mul(size) > vm.memory_limit {
                return Err(vm.memory_error());
            }
            let mut result = Vec::with_capacity(data.len());
            let mut column = 0;
            for b in data {
                if b == b'\t' {
                    let spaces = if size > 0 { size - column % size } else { 0 };
                    result.resize(result.len() + spaces, b' ');
                    column += spaces;
                } else {
                    result.push(b);
                    column = if matches!(b, b'\n' | b'\r') { 0 } else { column + 1 };
                }
            }
            Ok(like(&args, result))
        }),
    );
    vm.method(class, "hex", NativeFn::Plain(hex));
    vm.class_method(class, "fromhex", NativeFn::Plain(from_hex));
    vm.method(class, "translate", NativeFn::Plain(translate));
    vm.static_method(class, "maketrans", NativeFn::Plain(make_translation));
    vm.method(
        class,
        "decode",
        NativeFn::Plain(|vm, args| {
            let data = this(vm, &args)?;
            let (encoding, errors) = str::encoding_args(vm, args.skip(1), "decode")?;
            codec::decode(vm, &data, &encoding, &errors).map(Value::from)
        }),
    );
    vm.method(
        class,
        "__sizeof__",
        NativeFn::Plain(|vm, args| {
            let len = this(vm, &args)?.len();
            Ok(Value::from(if name_of(&args) == "bytes" { 33 + len } else { 57 + len }))
        }),
    );
}

pub fn install(vm: &mut Vm) {
    let class = vm.types.bytes.clone();
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, &args, "bytes")?;
            let data = construct(vm, args.skip(1), "bytes")?;
            Ok(wrap(vm, &class, bytes_value(data)))
        }),
    );
    shared_methods(vm, &class);
    vm.method(
        &class,
        "__bytes__",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "bytes.__bytes__")?;
            Ok(args.values[0].base().clone())
        }),
    );
    vm.method(
        &class,
        "__getnewargs__",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "bytes.__getnewargs__")?;
            let data = args.values[0].base().clone();
            Ok(vm.tuple(vec![data]))
        }),
    );
}
