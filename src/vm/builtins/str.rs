//! `str` and its methods (`Objects/unicodeobject.c`).

use super::unicode;
use super::{codec, format, operators, text};
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, Cx, Flow, NativeFn};
use crate::vm::number::{self, IntRef, int_ref};
use crate::vm::object::*;
use crate::vm::surrogate::{char_of, code_of};
use crate::vm::{Value, Vm};

/// The receiver. `Vm::check_receiver` has seen that it is one.
fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> PyResult<&'a str> {
    match args.values.first().and_then(Value::as_str) {
        Some(text) => Ok(text),
        None => Err(vm.type_error("a method of str needs a str")),
    }
}

fn this_object(args: &Args<'_>) -> Option<Gc<Str>> {
    args.values.first()?.base().str().cloned()
}

/// Argument `index` (1 the first) of `name`, a `str`.
fn text_arg<'a>(vm: &mut Vm, args: &Args<'a>, name: &str, index: usize) -> PyResult<&'a str> {
    let value = &args.values[index];
    match value.as_str() {
        Some(text) => Ok(text),
        None => {
            let text = format!("{name}() argument {index} must be str, not {}", vm.argument_type(value));
            Err(vm.type_error(text))
        }
    }
}

/// A method without arguments that makes a new string.
macro_rules! to_text {
    ($vm:ident, $class:ident, $($name:literal => $function:expr),* $(,)?) => {
        $($vm.method(&$class, $name, NativeFn::Plain(|vm, args| {
            args.none(vm, concat!("str.", $name))?;
            let text = this(vm, &args)?;
            vm.charge(text.len() / 16);
            let function: fn(&str) -> String = $function;
            Ok(function(text).into())
        }));)*
    };
}

/// A method without arguments that asks something.
macro_rules! predicates {
    ($vm:ident, $class:ident, $($name:literal => $function:expr),* $(,)?) => {
        $($vm.method(&$class, $name, NativeFn::Plain(|vm, args| {
            args.none(vm, concat!("str.", $name))?;
            let text = this(vm, &args)?;
            vm.charge(text.len() / 16);
            let function: fn(&str) -> bool = $function;
            Ok(Value::Bool(function(text)))
        }));)*
    };
}

/// Not empty, and true of every character.
fn all(text: &str, is: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(is)
}

pub fn install(vm: &mut Vm) {
    let class = vm.types.str.clone();
    vm.constructor(&class, NativeFn::Flow(new));
    to_text!(vm, class,
        "upper" => |s| s.to_uppercase(),
        "lower" => |s| s.to_lowercase(),
        "casefold" => |s| {
            let mut result = String::with_capacity(s.len());
            s.chars().for_each(|c| unicode::push_casefold(&mut result, c));
            result
        },
        "capitalize" => |s| {
            let mut result = String::with_capacity(s.len());
            let mut chars = s.chars();
            if let Some(first) = chars.next() {
                unicode::push_title(&mut result, first);
                // The whole, so that a final sigma sees what is before it.
                let lower = s.to_lowercase();
                let skip = first.to_lowercase().map(char::len_utf8).sum::<usize>();
                result.push_str(&lower[skip..]);
            }
            result
        },
        "title" => title,
        "swapcase" => |s| {
            let lower = s.to_lowercase();
            // Where the lower case of a capital stands in the whole's.
            let mut at = 0;
            let mut result = String::with_capacity(s.len());
            for c in s.chars() {
                let len = c.to_lowercase().map(char::len_utf8).sum::<usize>();
                if c.is_uppercase() {
                    result.push_str(lower.get(at..at + len).unwrap_or_default());
                } else if unicode::is_lower(c) {
                    result.extend(c.to_uppercase());
                } else {
                    result.push(c);
                }
                at += len;
            }
            result
        },
    );
    predicates!(vm, class,
        "isalpha" => |s| all(s, unicode::is_alpha),
        "isalnum" => |s| all(s, unicode::is_alnum),
        "isascii" => |s| s.is_ascii(),
        "isdecimal" => |s| all(s, |c| number::decimal_digit(c).is_some()),
        "isdigit" => |s| all(s, unicode::is_digit),
        "isidentifier" => unicode::is_identifier,
        "isnumeric" => |s| all(s, unicode::is_numeric),
        "isprintable" => |s| s.chars().all(text::is_printable),
        "isspace" => |s| all(s, number::is_space),
        "islower" => |s| {
            s.chars().any(unicode::is_lower) && !s.chars().any(|c| c.is_uppercase() || unicode::is_title(c))
        },
        "isupper" => |s| {
            s.chars().any(char::is_uppercase) && !s.chars().any(|c| unicode::is_lower(c) || unicode::is_title(c))
        },
        "istitle" => is_title,
    );
    search_methods(vm, &class);
    split_methods(vm, &class);
    pad_methods(vm, &class);
    vm.method(
        &class,
        "__str__",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "str.__str__")?;
            this(vm, &args)?;
            Ok(args.values[0].base().clone())
        }),
    );
    vm.method(
        &class,
        "__format__",
        NativeFn::Flow(|vm, args| {
            let spec = args.one(vm, "str.__format__")?;
            let Some(spec) = spec.as_str() else {
                let text = format!("__format__() argument must be str, not {}", vm.argument_type(spec));
                return Err(vm.type_error(text));
            };
            let text = this(vm, &args)?;
            if spec.is_empty() {
                return vm.str_flow(&args.values[0]);
            }
            Ok(Flow::Value(format::format_str(vm, text, spec)?.into()))
        }),
    );
    vm.method(
        &class,
        "__getnewargs__",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "str.__getnewargs__")?;
            let text = args.values[0].base().clone();
            Ok(vm.tuple(vec![text]))
        }),
    );
    vm.method(
        &class,
        "__sizeof__",
        NativeFn::Plain(|vm, args| {
            let text = this(vm, &args)?;
            let (base, width) = match text.chars().max() {
                None | Some('\0'..='\x7f') => (41, 1),
                Some('\u{80}'..='\u{ff}') => (57, 1),
                Some('\u{100}'..='\u{ffff}') => (58, 2),
                Some(_) => (60, 4),
            };
            Ok(Value::from(base + width * text.chars().count()))
        }),
    );
    vm.method(
        &class,
        "encode",
        NativeFn::Plain(|vm, args| {
            let text = this(vm, &args)?;
            let (encoding, errors) = encoding_args(vm, args.skip(1), "encode")?;
            codec::encode(vm, text, &encoding, &errors).map(super::bytes::bytes_value)
        }),
    );
    vm.method(
        &class,
        "format",
        NativeFn::Flow(|vm, args| {
            let template = this(vm, &args)?;
            format::format_template(vm, template, &format::Fields::Args(args.skip(1)))
        }),
    );
    vm.method(
        &class,
        "format_map",
        NativeFn::Flow(|vm, args| {
            let mapping = args.one(vm, "str.format_map")?;
            let template = this(vm, &args)?;
            format::format_template(vm, template, &format::Fields::Mapping(mapping))
        }),
    );
    vm.method(&class, "join", NativeFn::Flow(join));
    vm.method(&class, "translate", NativeFn::Plain(translate));
    vm.static_method(&class, "maketrans", NativeFn::Plain(make_translation));
}

/// The `encoding` and `errors` arguments of `encode` and `decode`.
pub fn encoding_args(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult<(String, String)> {
    if args.values.len() > 2 {
        let text = format!("{name}() takes at most 2 arguments ({} given)", args.values.len());
        return Err(vm.type_error(text));
    }
    let bound = args.bind(vm, name, ["encoding", "errors"], 0, 2)?;
    let mut texts = ["utf-8".to_owned(), "strict".to_owned()];
    for ((value, which), slot) in bound.iter().zip(["encoding", "errors"]).zip(&mut texts) {
        if value.is_unbound() {
            continue;
        }
        match value.as_str() {
            Some(text) => *slot = text.to_owned(),
            None => {
                let text = format!("{name}() argument '{which}' must be str, not {}", vm.argument_type(value));
                return Err(vm.type_error(text));
            }
        }
    }
    let [encoding, errors] = texts;
    Ok((encoding, errors))
}

/// `str(object)`, `str(bytes, encoding, errors)`.
fn new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let class = super::int::class_arg(vm, &args, "str")?;
    let rest = args.skip(1);
    if let [object] = rest.values
        && args.names.is_none()
        && class.is(&vm.types.str)
    {
        return vm.str_flow(object);
    }
    if rest.values.len() > 3 {
        return Err(vm.type_error(format!("str expected at most 3 arguments, got {}", rest.values.len())));
    }
    let [object, encoding, errors] = rest.bind(vm, "str", ["object", "encoding", "errors"], 0, 3)?;
    let plain = class.is(&vm.types.str);
    if encoding.is_unbound() && errors.is_unbound() {
        let flow = if object.is_unbound() { Flow::Value(Value::from("")) } else { vm.str_flow(&object)? };
        return Ok(match flow {
            Flow::Value(value) if plain => Flow::Value(value),
            Flow::Value(value) => Flow::Value(Instance::new(class, Payload::Value(value.base().clone())).into()),
            flow if plain => flow,
            flow => {
                return Flow::future(async move {
                    let value = Cx.flow(flow).await?;
                    Ok(Instance::new(class, Payload::Value(value.base().clone())).into())
                });
            }
        });
    }
    let mut texts = ["utf-8".to_owned(), "strict".to_owned()];
    for ((value, which), slot) in [&encoding, &errors].into_iter().zip(["encoding", "errors"]).zip(&mut texts) {
        match value.as_str() {
            _ if value.is_unbound() => {}
            Some(text) => *slot = text.to_owned(),
            None => {
                let text = format!("str() argument '{which}' must be str, not {}", vm.argument_type(value));
                return Err(vm.type_error(text));
            }
        }
    }
    let text = if object.is_unbound() {
        String::new()
    } else {
        match operators::bytes_of(&object) {
            Some(data) => codec::decode(vm, &data, &texts[0], &texts[1])?,
            None if object.as_str().is_some() => return Err(vm.type_error("decoding str is not supported")),
            None => {
                let text = format!("decoding to str: need a bytes-like object, {} found", vm.class_name(&object));
                return Err(vm.type_error(text));
            }
        }
    };
    Ok(Flow::Value(super::int::wrap(vm, &class, text.into())))
}

fn title(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut at = 0;
    let mut result = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        let len = c.to_lowercase().map(char::len_utf8).sum::<usize>();
        if inside {
            result.push_str(lower.get(at..at + len).unwrap_or_default());
        } else {
            unicode::push_title(&mut result, c);
        }
        at += len;
        inside = is_cased(c);
    }
    result
}

fn is_cased(c: char) -> bool {
    c.is_uppercase() || unicode::is_lower(c) || unicode::is_title(c)
}

fn is_title(text: &str) -> bool {
    let (mut cased, mut inside) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() || unicode::is_title(c) {
            if inside {
                return false;
            }
            (cased, inside) = (true, true);
        } else if unicode::is_lower(c) {
            if !inside {
                return false;
            }
            (cased, inside) = (true, true);
        } else {
            inside = false;
        }
    }
    cased
}

// Searching.

/// `start` and `end` of a search, as `slice.indices` bounds them: not beyond `len` but for `start`.
pub fn bounds(vm: &mut Vm, args: &[Value], len: usize) -> PyResult<(usize, usize)> {
    let mut place = |value: Option<&Value>, default: usize| -> PyResult<i64> {
        let Some(value) = value.filter(|v| !v.is_none()) else { return Ok(default as i64) };
        if int_ref(value).is_none() && vm.special(value, &vm.names.index).is_none() {
            return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
        }
        Ok(match vm.index(value)? {
            Value::Int(i) => i,
            big => match int_ref(&big) {
                Some(IntRef::Big(big)) if big.sign() == num_bigint::Sign::Minus => i64::MIN,
                _ => i64::MAX,
            },
        })
    };
    let from_end = |i: i64| if i < 0 { i.saturating_add(len as i64).max(0) as usize } else { i as usize };
    let start = from_end(place(args.first(), 0)?);
    let end = from_end(place(args.get(1), len)?).min(len);
    Ok((start, end))
}

/// The part of a string that a search is in, and where it starts in bytes and in characters; `None` if `start` is beyond
/// its end.
fn part<'a>(vm: &mut Vm, args: &Args<'a>, first_bound: usize) -> PyResult<Option<(&'a str, usize, Gc<Str>)>> {
    let text = this(vm, args)?;
    let Some(object) = this_object(args) else { return Ok(None) };
    let (start, end) = bounds(vm, &args.values[first_bound.min(args.values.len())..], object.len())?;
    if start > end {
        return Ok(None);
    }
    Ok(Some((&text[object.offset_of(start)..object.offset_of(end)], start, object)))
}

fn find(vm: &mut Vm, args: Args<'_>, name: &str, last: bool) -> PyResult<Option<i64>> {
    args.count(vm, name, 1, 1, 3)?;
    let needle = text_arg(vm, &args, name, 1)?;
    let Some((part, start, _)) = part(vm, &args, 2)? else { return Ok(None) };
    vm.charge(part.len() / 64);
    let found = if last { part.rfind(needle) } else { part.find(needle) };
    Ok(found.map(|at| (start + if part.is_ascii() { at } else { part[..at].chars().count() }) as i64))
}

fn found(vm: &mut Vm, place: Option<i64>) -> PyResult {
    place.map(Value::Int).ok_or_else(|| vm.value_error("substring not found"))
}

/// `startswith` and `endswith`.
fn affix(vm: &mut Vm, args: Args<'_>, name: &str, test: fn(&str, &str) -> bool) -> PyResult {
    args.count(vm, name, 1, 1, 3)?;
    let affixes: Vec<Value> = match args[1].base().view() {
        View::Tuple(tuple) => tuple.items.to_vec(),
        _ => vec![args[1].clone()],
    };
    let is_tuple = matches!(args[1].base().view(), View::Tuple(_));
    let part = part(vm, &args, 2)?;
    for affix in &affixes {
        let Some(affix) = affix.as_str() else {
            let class = vm.class_name(affix);
            return Err(vm.type_error(if is_tuple {
                format!("tuple for {name} must only contain str, not {class}")
            } else {
                format!("{name} first arg must be str or a tuple of str, not {class}")
            }));
        };
        if part.as_ref().is_some_and(|(part, ..)| test(part, affix)) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn search_methods(vm: &mut Vm, class: &Gc<Class>) {
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
            let needle = text_arg(vm, &args, "count", 1)?;
            let Some((part, ..)) = part(vm, &args, 2)? else { return Ok(Value::Int(0)) };
            vm.charge(part.len() / 64);
            Ok(Value::from(if needle.is_empty() { part.chars().count() + 1 } else { part.matches(needle).count() }))
        }),
    );
    vm.method(class, "startswith", NativeFn::Plain(|vm, args| affix(vm, args, "startswith", |s, a| s.starts_with(a))));
    vm.method(class, "endswith", NativeFn::Plain(|vm, args| affix(vm, args, "endswith", |s, a| s.ends_with(a))));
    vm.method(
        class,
        "removeprefix",
        NativeFn::Plain(|vm, args| {
            let prefix = affix_arg(vm, args, "removeprefix")?;
            let text = this(vm, &args)?;
            Ok(text.strip_prefix(prefix).unwrap_or(text).into())
        }),
    );
    vm.method(
        class,
        "removesuffix",
        NativeFn::Plain(|vm, args| {
            let suffix = affix_arg(vm, args, "removesuffix")?;
            let text = this(vm, &args)?;
            Ok(text.strip_suffix(suffix).unwrap_or(text).into())
        }),
    );
    vm.method(
        class,
        "replace",
        NativeFn::Plain(|vm, args| {
            let text = this(vm, &args)?;
            let given = args.positional().len() - 1;
            if given < 2 {
                return Err(vm.type_error(format!("replace() takes at least 2 positional arguments ({given} given)")));
            }
            if args.values.len() > 4 {
                let text = format!("replace() takes at most 3 arguments ({} given)", args.values.len() - 1);
                return Err(vm.type_error(text));
            }
            let (old, new) = (text_arg(vm, &args, "replace", 1)?, text_arg(vm, &args, "replace", 2)?);
            let [_, _, count] = args.skip(1).bind(vm, "replace", ["", "", "count"], 2, 3)?;
            let count = if count.is_unbound() { -1 } else { vm.index_i64(&count)? };
            replace(vm, text, old, new, count).map(Value::from)
        }),
    );
}

fn affix_arg<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<&'a str> {
    let value = args.one(vm, &format!("str.{name}"))?;
    match value.as_str() {
        Some(text) => Ok(text),
        None => {
            let text = format!("{name}() argument must be str, not {}", vm.argument_type(value));
            Err(vm.type_error(text))
        }
    }
}

fn replace(vm: &mut Vm, text: &str, old: &str, new: &str, count: i64) -> PyResult<String> {
    vm.charge(text.len() / 32);
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let found = if old.is_empty() { text.chars().count() + 1 } else { text.matches(old).count() }.min(count);
    let len = text.len().saturating_add(found.saturating_mul(new.len()));
    if len > vm.memory_limit {
        return Err(vm.memory_error());
    }
    Ok(text.replacen(old, new, count))
}

// Splitting and joining.

/// The separator (`None` is white space) and the most splits (negative: no limit) of `split` and `rsplit`.
fn split_args(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult<(Option<String>, usize)> {
    let rest = args.skip(1);
    if rest.values.len() > 2 {
        return Err(vm.type_error(format!("{name}() takes at most 2 arguments ({} given)", rest.values.len())));
    }
    let [separator, count] = rest.bind(vm, name, ["sep", "maxsplit"], 0, 2)?;
    let count = if count.is_unbound() { -1 } else { vm.index_i64(&count)? };
    let separator = match (separator.as_str(), &separator) {
        (Some(text), _) => Some(text.to_owned()),
        (None, Value::Unbound | Value::None) => None,
        (None, other) => {
            let text = format!("must be str or None, not {}", vm.class_name(other));
            return Err(vm.type_error(text));
        }
    };
    if separator.as_deref() == Some("") {
        return Err(vm.value_error("empty separator"));
    }
    Ok((separator, usize::try_from(count).unwrap_or(usize::MAX)))
}

fn split(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let text = this(vm, &args)?;
    let (separator, count) = split_args(vm, args, "split")?;
    vm.charge(text.len() / 8);
    let mut parts: Vec<Value> = Vec::new();
    match separator {
        Some(separator) => parts.extend(text.splitn(count.saturating_add(1), separator.as_str()).map(Value::from)),
        None => {
            let mut rest = text.trim_start_matches(number::is_space);
            while !rest.is_empty() {
                if parts.len() == count {
                    parts.push(rest.into());
                    break;
                }
                let end = rest.find(number::is_space).unwrap_or(rest.len());
                parts.push(rest[..end].into());
                rest = rest[end..].trim_start_matches(number::is_space);
            }
        }
    }
    Ok(parts.into())
}

fn rsplit(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let text = this(vm, &args)?;
    let (separator, count) = split_args(vm, args, "rsplit")?;
    vm.charge(text.len() / 8);
    let mut parts: Vec<Value> = Vec::new();
    match separator {
        Some(separator) => parts.extend(text.rsplitn(count.saturating_add(1), separator.as_str()).map(Value::from)),
        None => {
            let mut rest = text.trim_end_matches(number::is_space);
            while !rest.is_empty() {
                if parts.len() == count {
                    parts.push(rest.into());
                    break;
                }
                let start = rest
                    .char_indices()
                    .rev()
                    .find(|&(_, c)| number::is_space(c))
                    .map_or(0, |(at, c)| at + c.len_utf8());
                parts.push(rest[start..].into());
                rest = rest[..start].trim_end_matches(number::is_space);
            }
        }
    }
    parts.reverse();
    Ok(parts.into())
}

/// The lines of a text, with their ends if `keep`.
pub fn split_lines(text: &str, keep: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some((at, c)) = rest.char_indices().find(|&(_, c)| unicode::is_line_break(c)) else {
            lines.push(rest);
            break;
        };
        let mut next = at + c.len_utf8();
        if c == '\r' && rest[next..].starts_with('\n') {
            next += 1;
        }
        lines.push(&rest[..if keep { next } else { at }]);
        rest = &rest[next..];
    }
    lines
}

fn partition(vm: &mut Vm, args: Args<'_>, name: &str, last: bool) -> PyResult {
    let separator = args.one(vm, &format!("str.{name}"))?;
    let Some(separator) = separator.as_str() else {
        let text = format!("must be str, not {}", vm.class_name(separator));
        return Err(vm.type_error(text));
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let text = this(vm, &args)?;
    let found = if last { text.rsplit_once(separator) } else { text.split_once(separator) };
    let parts = match found {
        Some((before, after)) => [before, separator, after],
        None if last => ["", "", text],
        None => [text, "", ""],
    };
    Ok(vm.tuple(parts.into_iter().map(Value::from).collect()))
}

fn strip(vm: &mut Vm, args: Args<'_>, name: &str, start: bool, end: bool) -> PyResult {
    args.count(vm, name, 1, 0, 1)?;
    let text = this(vm, &args)?;
    let set: Option<Vec<char>> = match args.get(1) {
        None | Some(Value::None) => None,
        Some(value) => match value.as_str() {
            Some(set) => Some(set.chars().collect()),
            None => return Err(vm.type_error(format!("{name} arg must be None or str"))),
        },
    };
    let is = |c: char| match &set {
        Some(set) => set.contains(&c),
        None => number::is_space(c),
    };
    let mut part = text;
    if start {
        part = part.trim_start_matches(is);
    }
    if end {
        part = part.trim_end_matches(is);
    }
    if part.len() == text.len() {
        return Ok(args.values[0].base().clone());
    }
    Ok(part.into())
}

fn split_methods(vm: &mut Vm, class: &Gc<Class>) {
    vm.method(class, "split", NativeFn::Plain(split));
    vm.method(class, "rsplit", NativeFn::Plain(rsplit));
    vm.method(
        class,
        "splitlines",
        NativeFn::Plain(|vm, args| {
            let text = this(vm, &args)?;
            let rest = args.skip(1);
            if rest.values.len() > 1 {
                return Err(
                    vm.type_error(format!("splitlines() takes at most 1 argument ({} given)", rest.values.len()))
                );
            }
            let [keep] = rest.bind(vm, "splitlines", ["keepends"], 0, 1)?;
            let keep = !keep.is_unbound() && vm.truth(&keep)?;
            vm.charge(text.len() / 8);
            Ok(split_lines(text, keep).into_iter().map(Value::from).collect::<Vec<_>>().into())
        }),
    );
    vm.method(class, "partition", NativeFn::Plain(|vm, args| partition(vm, args, "partition", false)));
    vm.method(class, "rpartition", NativeFn::Plain(|vm, args| partition(vm, args, "rpartition", true)));
    vm.method(class, "strip", NativeFn::Plain(|vm, args| strip(vm, args, "strip", true, true)));
    vm.method(class, "lstrip", NativeFn::Plain(|vm, args| strip(vm, args, "lstrip", true, false)));
    vm.method(class, "rstrip", NativeFn::Plain(|vm, args| strip(vm, args, "rstrip", false, true)));
}

fn join(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let iterable = args.one(vm, "str.join")?;
    let separator = this(vm, &args)?;
    if let Some(items) = vm.collect_native(iterable) {
        return join_items(vm, separator, &items?).map(Flow::Value);
    }
    let iterator = match vm.iter_flow(iterable) {
        Ok(flow) => flow,
        Err(exc) if exc.is(&vm.types.type_error) && vm.special(iterable, &vm.names.iter).is_none() => {
            return Err(vm.type_error("can only join an iterable"));
        }
        Err(exc) => return Err(exc),
    };
    let separator = separator.to_owned();
    Flow::future(async move {
        let iterator = Cx.flow(iterator).await.map_err(|exc| {
            Cx.vm(|vm| match exc.is(&vm.types.type_error) {
                true => vm.type_error("can only join an iterable"),
                false => exc,
            })
        })?;
        let items = Cx.rest(iterator).await?;
        Cx.vm(|vm| join_items(vm, &separator, &items))
    })
}

fn join_items(vm: &mut Vm, separator: &str, items: &[Value]) -> PyResult {
    if let [only] = items
        && only.str().is_some()
    {
        return Ok(only.clone());
    }
    let mut len = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (i, item) in items.iter().enumerate() {
        match item.as_str() {
            Some(text) => len = len.saturating_add(text.len()),
            None => {
                let text = format!("sequence item {i}: expected str instance, {} found", vm.class_name(item));
                return Err(vm.type_error(text));
            }
        }
    }
    if len > vm.memory_limit {
        return Err(vm.memory_error());
    }
    vm.charge(items.len() + len / 64);
    let mut result = String::with_capacity(len);
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            result.push_str(separator);
        }
        result.push_str(item.as_str().unwrap_or_default());
    }
    Ok(result.into())
}

// Padding.

fn justify(vm: &mut Vm, args: Args<'_>, name: &str, align: char) -> PyResult {
    args.count(vm, name, 1, 1, 2)?;
    let text = this(vm, &args)?;
    let width = vm.index_i64(&args[1])?;
    let fill = match args.get(2) {
        None => ' ',
        Some(fill) => {
            let Some(fill) = fill.as_str() else {
                let text = format!("The fill character must be a unicode character, not {}", vm.class_name(fill));
                return Err(vm.type_error(text));
            };
            let mut chars = fill.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => c,
                _ => return Err(vm.type_error("The fill character must be exactly one character long")),
            }
        }
    };
    let width = usize::try_from(width).unwrap_or(0);
    let len = text.chars().count();
    if width <= len {
        return Ok(args.values[0].base().clone());
    }
    if width.saturating_mul(fill.len_utf8()) > vm.memory_limit {
        return Err(vm.memory_error());
    }
    if align != '^' {
        return Ok(format::pad(text, width, fill, align).into());
    }
    // CPython's `center` puts the odd one at the left where the width is odd.
    let missing = width - len;
    let left = missing / 2 + (missing & width & 1);
    let text = format::pad(text, len + left, fill, '>');
    Ok(format::pad(&text, width, fill, '<').into())
}

fn pad_methods(vm: &mut Vm, class: &Gc<Class>) {
    vm.method(class, "ljust", NativeFn::Plain(|vm, args| justify(vm, args, "ljust", '<')));
    vm.method(class, "rjust", NativeFn::Plain(|vm, args| justify(vm, args, "rjust", '>')));
    vm.method(class, "center", NativeFn::Plain(|vm, args| justify(vm, args, "center", '^')));
    vm.method(
        class,
        "zfill",
        NativeFn::Plain(|vm, args| {
            let width = args.one(vm, "str.zfill")?;
            let text = this(vm, &args)?;
            let width = usize::try_from(vm.index_i64(width)?).unwrap_or(0);
            if width > vm.memory_limit {
                return Err(vm.memory_error());
            }
            let (sign, digits) = text.split_at(text.starts_with(['+', '-']) as usize);
            Ok(format!("{sign}{}", format::pad(digits, width.saturating_sub(sign.len()), '0', '>')).into())
        }),
    );
    vm.method(
        class,
        "expandtabs",
        NativeFn::Plain(|vm, args| {
            let text = this(vm, &args)?;
            let rest = args.skip(1);
            if rest.values.len() > 1 {
                return Err(
                    vm.type_error(format!("expandtabs() takes at most 1 argument ({} given)", rest.values.len()))
                );
            }
            let [size] = rest.bind(vm, "expandtabs", ["tabsize"], 0, 1)?;
            let size = if size.is_unbound() { 8 } else { vm.index_i64(&size)? };
            let size = usize::try_from(size).unwrap_or(0);
            if text.matches('\t').count().saturating_mul(size) > vm.memory_limit {
                return Err(vm.memory_error());
            }
            let mut result = String::with_capacity(text.len());
            let mut column = 0;
            for c in text.chars() {
                if c == '\t' {
                    if size > 0 {
                        let spaces = size - column % size;
                        result.extend(std::iter::repeat_n(' ', spaces));
                        column += spaces;
                    }
                } else {
                    result.push(c);
                    column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
                }
            }
            Ok(result.into())
        }),
    );
}

// Translation.

fn translate(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let table = args.one(vm, "str.translate")?;
    let text = this(vm, &args)?;
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        let key = Value::Int(code_of(c) as i64);
        let found = match table.view() {
            View::Dict(dict) => vm.dict_get(dict, &key)?,
            _ => match vm.get_item(table, &key) {
                Ok(value) => Some(value),
                Err(exc) if exc.is(&vm.types.lookup_error) => None,
                Err(exc) => return Err(exc),
            },
        };
        match found {
            None => result.push(c),
            Some(Value::None) => {}
            Some(value) => match (value.as_str(), int_ref(&value)) {
                (Some(text), _) => result.push_str(text),
                (None, Some(IntRef::Small(code))) if let Some(c) = u32::try_from(code).ok().and_then(char_of) => {
                    result.push(c);
                }
                (None, Some(_)) => return Err(vm.value_error("character mapping must be in range(0x110000)")),
                (None, None) => return Err(vm.type_error("character mapping must return integer, None or str")),
            },
        }
        if result.len() > vm.memory_limit {
            return Err(vm.memory_error());
        }
    }
    vm.charge(text.len());
    Ok(result.into())
}

/// `str.maketrans`.
fn make_translation(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.no_keywords(vm, "str.maketrans")?;
    args.count(vm, "maketrans", 0, 1, 3)?;
    for (i, value) in args.values.iter().enumerate().skip(1) {
        if value.as_str().is_none() {
            let text = format!("maketrans() argument {} must be str, not {}", i + 1, vm.argument_type(value));
            return Err(vm.type_error(text));
        }
    }
    let table = Gc::new(Dict::new());
    if args.values.len() == 1 {
        let View::Dict(source) = args[0].base().view() else {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        for (key, value) in source.items() {
            let key = match (key.as_str(), int_ref(&key)) {
                (Some(text), _) => {
                    let mut chars = text.chars();
                    match (chars.next(), chars.next()) {
                        (Some(c), None) => Value::Int(code_of(c) as i64),
                        _ => return Err(vm.value_error("string keys in translate table must be of length 1")),
                    }
                }
                (None, Some(_)) => key,
                (None, None) => return Err(vm.type_error("keys in translate table must be strings or integers")),
            };
            vm.dict_set(&table, key, value)?;
        }
        return Ok(table.into());
    }
    let Some(from) = args[0].as_str() else {
        return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let Some(to) = args[1].as_str() else {
        let text = format!("maketrans() argument 2 must be str, not {}", vm.argument_type(&args[1]));
        return Err(vm.type_error(text));
    };
    if from.chars().count() != to.chars().count() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (a, b) in from.chars().zip(to.chars()) {
        vm.dict_set(&table, Value::Int(code_of(a) as i64), Value::Int(code_of(b) as i64))?;
    }
    if let Some(removed) = args.get(2) {
        let Some(removed) = removed.as_str() else {
            let text = format!("maketrans() argument 3 must be str, not {}", vm.argument_type(removed));
            return Err(vm.type_error(text));
        };
        for c in removed.chars() {
            vm.dict_set(&table, Value::Int(code_of(c) as i64), Value::None)?;
        }
    }
    Ok(table.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_separator() {
        assert_eq!(split_lines("a\x1cb\u{85}c\u{2028}d\r\ne\n", false), ["a", "b", "c", "d", "e"]);
        assert_eq!(split_lines("a\r\nb\rc\n\n", true), ["a\r\n", "b\r", "c\n", "\n"]);
        assert!(split_lines("", false).is_empty());
    }

    #[test]
    fn titles() {
        assert_eq!(title("they're bill's ǆ ﬁ"), "They'Re Bill'S ǅ Fi");
        assert!(is_title("A1 B2") && !is_title("a1 B2") && !is_title("AB") && !is_title("1"));
    }
}
