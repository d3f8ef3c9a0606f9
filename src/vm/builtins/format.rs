//! Formatting: the mini-language of format specs, `str.format` and `%`.
//!
//! <https://docs.python.org/3.13/library/string.html#formatspec> and CPython's `Python/formatter_unicode.c`,
//! `Objects/stringlib/unicode_format.h`, `Objects/unicodeobject.c` (`unicode_format_arg`).

use super::text;
use crate::vm::exception::{Exc, PyResult};
use crate::vm::native::{Args, Flow};
use crate::vm::number::{self, Digits, IntRef, int_ref};
use crate::vm::object::*;
use crate::vm::surrogate::char_of;
use crate::vm::{Cx, Value, Vm};

/// A format spec, read.
#[derive(Clone, Debug)]
struct Spec {
    fill: char,
    align: char,
    align_given: bool,
    sign: Option<char>,
    no_negative_zero: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

/// Widths and precisions above this are an error.
const MAX_NUMBER: u64 = i64::MAX as u64;

impl Spec {
    /// `default_align` is `<` or `>`; `of` names the value's type in errors.
    fn parse(vm: &mut Vm, spec: &str, default_align: char, of: &str) -> PyResult<Spec> {
        let chars: Vec<char> = spec.chars().collect();
        let at = |i: usize| chars.get(i).copied();
        let is_align = |c: Option<char>| matches!(c, Some('<' | '>' | '=' | '^'));
        let mut result = Spec {
            fill: ' ',
            align: default_align,
            align_given: false,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            zero: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
        };
        let mut i = 0;
        let mut fill_given = false;
        if chars.len() >= 2 && is_align(at(1)) {
            (result.fill, result.align) = (chars[0], chars[1]);
            (result.align_given, fill_given) = (true, true);
            i = 2;
        } else if is_align(at(0)) {
            result.align = chars[0];
            result.align_given = true;
            i = 1;
        }
        if let Some(c @ ('+' | '-' | ' ')) = at(i) {
            result.sign = Some(c);
            i += 1;
        }
        if at(i) == Some('z') {
            result.no_negative_zero = true;
            i += 1;
        }
        if at(i) == Some('#') {
            result.alternate = true;
            i += 1;
        }
        if !fill_given && at(i) == Some('0') {
            result.fill = '0';
            result.zero = true;
            if !result.align_given && default_align == '>' {
                result.align = '=';
            }
            i += 1;
        }
        let number = |vm: &mut Vm, i: &mut usize| -> PyResult<Option<usize>> {
            let start = *i;
            let mut value: u64 = 0;
            while let Some(digit) = chars.get(*i).and_then(|c| number::decimal_digit(*c)) {
                value = match value.checked_mul(10).and_then(|v| v.checked_add(u64::from(digit))) {
                    Some(value) if value <= MAX_NUMBER => value,
                    _ => return Err(vm.value_error("Too many decimal digits in format string")),
                };
                *i += 1;
            }
            // Where a word is 32 bits wide, what does not fit is out of reach all the same.
            Ok((*i > start).then_some(usize::try_from(value).unwrap_or(usize::MAX)))
        };
        if let Some(width) = number(vm, &mut i)? {
            result.width = width;
        }
        if at(i) == Some(',') {
            result.grouping = Some(',');
            i += 1;
        }
        if at(i) == Some('_') {
            if result.grouping.is_some() {
                return Err(vm.value_error("Cannot specify both ',' and '_'."));
            }
            result.grouping = Some('_');
            i += 1;
            if at(i) == Some(',') {
                return Err(vm.value_error("Cannot specify both ',' and '_'."));
            }
        }
        if at(i) == Some('.') {
            i += 1;
            result.precision = number(vm, &mut i)?;
            if result.precision.is_none() {
                return Err(vm.value_error("Format specifier missing precision"));
            }
        }
        if chars.len() - i > 1 {
            return Err(vm.value_error(format!("Invalid format specifier '{spec}' for object of type '{of}'")));
        }
        result.kind = at(i);
        if let Some(separator) = result.grouping {
            let fine = match result.kind {
                None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => true,
                Some('b' | 'o' | 'x' | 'X') => separator == '_',
                Some(_) => false,
            };
            if !fine {
                let kind = result.kind.unwrap_or('s');
                return Err(vm.value_error(format!("Cannot specify '{separator}' with '{kind}'.")));
            }
        }
        if result.width > vm.memory_limit
            || result.precision.is_some_and(|p| p > vm.memory_limit && p <= i32::MAX as usize)
        {
            return Err(vm.memory_error());
        }
        Ok(result)
    }

    fn unknown(&self, vm: &mut Vm, of: &str) -> Exc {
        let kind = self.kind.unwrap_or('s');
        let shown = if (' '..='\x7f').contains(&kind) { kind.to_string() } else { format!("\\x{:x}", kind as u32) };
        vm.value_error(format!("Unknown format code '{shown}' for object of type '{of}'"))
    }

    /// Pads a text that has no sign.
    fn pad(&self, text: &str) -> String {
        pad(text, self.width, self.fill, if self.align == '=' { '>' } else { self.align })
    }

    /// A number of its parts: `digits` are grouped and padded, `rest` (fraction, exponent, `%`) follows.
    fn number(&self, sign: &str, prefix: &str, digits: &str, rest: &str) -> String {
        let size = if matches!(self.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
        let outer = sign.len() + prefix.len() + rest.chars().count();
        let zeros = if self.align == '=' && self.fill == '0' { self.width.saturating_sub(outer) } else { 0 };
        let grouped = match self.grouping {
            Some(separator) if !digits.is_empty() => group(digits, size, separator, zeros),
            _ => digits.to_owned(),
        };
        let missing = self.width.saturating_sub(outer + grouped.chars().count());
        let fill = |count: usize| std::iter::repeat_n(self.fill, count).collect::<String>();
        let (left, inner, right) = match self.align {
            '<' => (0, 0, missing),
            '^' => (missing / 2, 0, missing - missing / 2),
            '=' => (0, missing, 0),
            _ => (missing, 0, 0),
        };
        format!("{}{sign}{prefix}{}{grouped}{rest}{}", fill(left), fill(inner), fill(right))
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            (false, _) => "",
        }
    }
}

/// Pads to a width in characters; `align` is `<`, `>` or `^`.
pub fn pad(text: &str, width: usize, fill: char, align: char) -> String {
    let missing = width.saturating_sub(text.chars().count());
    let left = match align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let mut result = String::with_capacity(text.len() + missing * fill.len_utf8());
    result.extend(std::iter::repeat_n(fill, left));
    result.push_str(text);
    result.extend(std::iter::repeat_n(fill, missing - left));
    result
}

/// Separators between groups of digits; zeros in front, as many as the width takes (`_PyUnicode_InsertThousandsGrouping`).
fn group(digits: &str, size: usize, separator: char, min_width: usize) -> String {
    let digits = digits.as_bytes();
    let (mut left, mut width) = (digits.len(), min_width as i64);
    let mut reversed = String::new();
    loop {
        let len = size.min((left as i64).max(width).max(1) as usize);
        let taken = len.min(left);
        reversed.extend(digits[left - taken..left].iter().rev().map(|&b| b as char));
        reversed.extend(std::iter::repeat_n('0', len - taken));
        left -= taken;
        width -= len as i64;
        if left == 0 && width <= 0 {
            break;
        }
        width -= 1;
        reversed.push(separator);
    }
    reversed.chars().rev().collect()
}

pub fn format_str(vm: &mut Vm, text: &str, spec: &str) -> PyResult<String> {
    let spec = Spec::parse(vm, spec, '<', "str")?;
    if !matches!(spec.kind, None | Some('s')) {
        return Err(spec.unknown(vm, "str"));
    }
    match spec.sign {
        Some(' ') => return Err(vm.value_error("Space not allowed in string format specifier")),
        Some(_) => return Err(vm.value_error("Sign not allowed in string format specifier")),
        None => {}
    }
    if spec.no_negative_zero {
        return Err(vm.value_error("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(vm.value_error("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == '=' {
        return Err(vm.value_error("'=' alignment not allowed in string format specifier"));
    }
    if spec.grouping.is_some() {
        let separator = spec.grouping.unwrap_or(',');
        return Err(vm.value_error(format!("Cannot specify '{separator}' with 's'.")));
    }
    Ok(match spec.precision {
        Some(precision) => spec.pad(truncate(text, precision)),
        None => spec.pad(text),
    })
}

/// The first `count` characters.
fn truncate(text: &str, count: usize) -> &str {
    match text.char_indices().nth(count) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

pub fn format_int(vm: &mut Vm, value: &Value, text: &str) -> PyResult<String> {
    let of = if matches!(value, Value::Bool(_)) { "bool" } else { "int" };
    let mut spec = Spec::parse(vm, text, '>', of)?;
    let Some(i) = int_ref(value) else { return Err(spec.unknown(vm, of)) };
    let kind = spec.kind.unwrap_or('d');
    if matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
        let Some(f) = i.to_f64() else { return Err(vm.overflow_error("int too large to convert to float")) };
        return format_float_spec(vm, f, &spec, of);
    }
    if !matches!(kind, 'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') {
        return Err(spec.unknown(vm, of));
    }
    if spec.precision.is_some() {
        return Err(vm.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(vm.value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        if spec.sign.is_some() {
            return Err(vm.value_error("Sign not allowed with integer format specifier 'c'"));
        }
        if spec.alternate {
            return Err(vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
        }
        let IntRef::Small(code) = i else {
            return Err(vm.overflow_error("Python int too large to convert to C long"));
        };
        let Some(c) = u32::try_from(code).ok().and_then(char_of) else {
            return Err(vm.overflow_error("%c arg not in range(0x110000)"));
        };
        return Ok(spec.number("", "", "", &c.to_string()));
    }
    let sign = spec.sign(i.is_negative());
    let (base, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let digits = if base == 10 {
        number::int_to_text(vm, i)?.trim_start_matches('-').to_owned()
    } else {
        let digits = number::int_digits(i, base);
        if kind == 'X' { digits.to_ascii_uppercase() } else { digits }
    };
    spec.kind = Some(kind);
    Ok(spec.number(sign, if spec.alternate { prefix } else { "" }, &digits, ""))
}

pub fn format_float(vm: &mut Vm, f: f64, spec: &str) -> PyResult<String> {
    let spec = Spec::parse(vm, spec, '>', "float")?;
    format_float_spec(vm, f, &spec, "float")
}

fn format_float_spec(vm: &mut Vm, f: f64, spec: &Spec, of: &str) -> PyResult<String> {
    if !matches!(spec.kind, None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) {
        return Err(spec.unknown(vm, of));
    }
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(vm.value_error("precision too big"));
    }
    let (digits, rest) = float_parts(f, spec.kind, spec.precision, spec.alternate, true);
    let zero = !digits.bytes().chain(mantissa(&rest).bytes()).any(|b| (b'1'..=b'9').contains(&b)) && f.is_finite();
    let negative = f.is_sign_negative() && !f.is_nan() && !(spec.no_negative_zero && zero);
    Ok(spec.number(spec.sign(negative), "", &digits, &rest))
}

fn mantissa(rest: &str) -> &str {
    rest.split(['e', 'E']).next().unwrap_or(rest)
}

/// The digits before the point, and the rest, of the absolute value. `dot_zero`: without a `kind` a whole number ends
/// in `.0`.
fn float_parts(
    f: f64,
    kind: Option<char>,
    precision: Option<usize>,
    alternate: bool,
    dot_zero: bool,
) -> (String, String) {
    let upper = matches!(kind, Some('E' | 'F' | 'G'));
    let percent = if kind == Some('%') { "%" } else { "" };
    let f = if kind == Some('%') { f.abs() * 100.0 } else { f.abs() };
    if let Some(text) = number::not_finite(f) {
        let text = if upper { text.to_ascii_uppercase() } else { text.to_owned() };
        return (String::new(), text + percent);
    }
    let text = match kind {
        Some('f' | 'F' | '%') => {
            let precision = precision.unwrap_or(6);
            let mut text = format!("{:.*}", precision.min(1100), f);
            text.extend(std::iter::repeat_n('0', precision.saturating_sub(1100)));
            if alternate && precision == 0 {
                text.push('.');
            }
            text
        }
        Some('e' | 'E') => {
            let precision = precision.unwrap_or(6);
            let Digits { digits, exponent } = Digits::significant(f, precision.saturating_add(1));
            let mut text = digits[..1].to_owned();
            if precision > 0 || alternate {
                text.push('.');
            }
            text + &digits[1..] + &number::exponent_text(exponent)
        }
        None if precision.is_none() => {
            let Digits { digits, exponent } = Digits::shortest(f);
            let mut text = number::layout(&digits, exponent, (-4..16).contains(&exponent), dot_zero);
            if alternate && !text.contains('.') {
                text.insert(text.find('e').unwrap_or(text.len()), '.');
            }
            text
        }
        _ => {
            let precision = precision.unwrap_or(6).max(1);
            let Digits { digits, exponent } = Digits::significant(f, precision);
            let dot_zero = kind.is_none() && dot_zero;
            let limit = precision as i64 - dot_zero as i64;
            let full = exponent >= -4 && (exponent as i64) < limit;
            if alternate {
                let mut text = number::layout(&digits, exponent, full, false);
                if !text.contains('.') {
                    text.insert(text.find('e').unwrap_or(text.len()), '.');
                }
                text
            } else {
                let kept = digits.trim_end_matches('0');
                number::layout(if kept.is_empty() { "0" } else { kept }, exponent, full, dot_zero)
            }
        }
    };
    let text = if upper { text.to_ascii_uppercase() } else { text };
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].to_owned(), text[end..].to_owned() + percent)
}

pub fn format_complex(vm: &mut Vm, re: f64, im: f64, text: &str) -> PyResult<String> {
    let spec = Spec::parse(vm, text, '>', "complex")?;
    if !matches!(spec.kind, None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')) {
        return Err(spec.unknown(vm, "complex"));
    }
    if spec.zero || spec.fill == '0' {
        return Err(vm.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == '=' {
        return Err(vm.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(vm.value_error("precision too big"));
    }
    let bare = Spec { width: 0, align: '>', ..spec.clone() };
    let part = |f: f64, spec: &Spec| {
        let (digits, rest) = float_parts(f, spec.kind, spec.precision, spec.alternate, false);
        spec.number(spec.sign(f.is_sign_negative() && !f.is_nan()), "", &digits, &rest)
    };
    let imaginary = part(im, &Spec { sign: Some('+'), ..bare.clone() });
    let text = if spec.kind.is_none() && re == 0.0 && !re.is_sign_negative() {
        part(im, &bare) + "j"
    } else if spec.kind.is_none() {
        format!("({}{imaginary}j)", part(re, &bare))
    } else {
        format!("{}{imaginary}j", part(re, &bare))
    };
    Ok(spec.pad(&text))
}

// str.format.

/// Where the fields' values come from.
pub enum Fields<'a> {
    Args(Args<'a>),
    /// `format_map`.
    Mapping(&'a Value),
}

#[derive(Clone, Copy, PartialEq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

/// A part of what a template makes.
enum Piece {
    Text(String),
    Field { value: Value, conversion: Option<char>, spec: String },
}

/// `template.format(*args, **kwargs)`: the fields are looked up, then formatted, in which the program's `__format__`,
/// `__str__` and `__repr__` may suspend.
pub fn format_template(vm: &mut Vm, template: &str, fields: &Fields<'_>) -> PyResult<Flow> {
    let chars: Vec<char> = template.chars().collect();
    let pieces = expand(vm, &chars, fields, &mut Numbering::Unknown, 2)?;
    let is_dynamic = |piece: &Piece| matches!(piece, Piece::Field { value, .. } if text::is_dynamic(value));
    if !pieces.iter().any(is_dynamic) {
        return Ok(Flow::Value(join(vm, pieces)?.into()));
    }
    Flow::future(async move {
        let mut result = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(text) => result.push_str(&text),
                Piece::Field { value, conversion, spec } => {
                    let flow = Cx.vm(|vm| match conversion {
                        None => Ok(Flow::Value(value)),
                        Some('s') => vm.str_flow(&value),
                        Some(_) => vm.repr_flow(&value),
                    })?;
                    let mut value = Cx.flow(flow).await?;
                    if conversion == Some('a') {
                        value = text::ascii(value.as_str().unwrap_or_default()).into();
                    }
                    let flow = Cx.vm(|vm| vm.format_flow(&value, &spec))?;
                    let text = Cx.flow(flow).await?;
                    result.push_str(text.as_str().unwrap_or_default());
                }
            }
            if result.len() > Cx.vm(|vm| vm.memory_limit) {
                return Err(Cx.vm(|vm| vm.memory_error()));
            }
        }
        Ok(result.into())
    })
}

/// The pieces' text, in bounded calls.
fn join(vm: &mut Vm, pieces: Vec<Piece>) -> PyResult<String> {
    let mut result = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => result.push_str(&text),
            Piece::Field { value, conversion, spec } => {
                let value = match conversion {
                    None => value,
                    Some('s') => vm.str(&value)?.into(),
                    Some('r') => vm.repr(&value)?.into(),
                    Some(_) => vm.ascii(&value)?.into(),
                };
                result.push_str(&vm.format(&value, &spec)?);
            }
        }
        if result.len() > vm.memory_limit {
            return Err(vm.memory_error());
        }
    }
    Ok(result)
}

fn expand(
    vm: &mut Vm,
    chars: &[char],
    fields: &Fields<'_>,
    numbering: &mut Numbering,
    depth: u32,
) -> PyResult<Vec<Piece>> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        i += 1;
        match c {
            '{' | '}' if chars.get(i) == Some(&c) => {
                text.push(c);
                i += 1;
            }
            '}' => return Err(vm.value_error("Single '}' encountered in format string")),
            '{' => {
                if i == chars.len() {
                    return Err(vm.value_error("Single '{' encountered in format string"));
                }
                let field = read_field(vm, chars, &mut i)?;
                let value = field_value(vm, &field.name, fields, numbering)?;
                if let Some(other) = field.conversion
                    && !matches!(other, 's' | 'r' | 'a')
                {
                    let is_shown = other > ' ' && other < '\x7f';
                    let shown = if is_shown { other.to_string() } else { format!("\\x{:x}", other as u32) };
                    return Err(vm.value_error(format!("Unknown conversion specifier {shown}")));
                }
                let spec = if field.nested {
                    let pieces = expand(vm, &field.spec, fields, numbering, depth - 1)?;
                    join(vm, pieces)?
                } else {
                    field.spec.iter().collect()
                };
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Field { value, conversion: field.conversion, spec });
            }
            c => text.push(c),
        }
    }
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

/// `{name!conversion:spec}`.
pub struct Field {
    pub name: Vec<char>,
    pub conversion: Option<char>,
    pub spec: Vec<char>,
    /// The spec has fields of its own.
    pub nested: bool,
}

/// Reads a field; `i` is after its `{`, and then after its `}`.
pub fn read_field(vm: &mut Vm, chars: &[char], i: &mut usize) -> PyResult<Field> {
    let start = *i;
    let mut in_brackets = false;
    let end = loop {
        let Some(&c) = chars.get(*i) else { return Err(vm.value_error("expected '}' before end of string")) };
        match c {
            '{' => return Err(vm.value_error("unexpected '{' in field name")),
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            '}' | ':' | '!' if !in_brackets => break *i,
            _ => {}
        }
        *i += 1;
    };
    let mut field = Field { name: chars[start..end].to_vec(), conversion: None, spec: Vec::new(), nested: false };
    let mut c = chars[end];
    *i += 1;
    if c == '!' {
        let Some(&conversion) = chars.get(*i) else {
            return Err(vm.value_error("end of string while looking for conversion specifier"));
        };
        field.conversion = Some(conversion);
        *i += 1;
        match chars.get(*i) {
            Some(&next @ ('}' | ':')) => {
                c = next;
                *i += 1;
            }
            Some(_) => return Err(vm.value_error("expected ':' after conversion specifier")),
            None => return Err(vm.value_error("unmatched '{' in format spec")),
        }
    }
    if c == '}' {
        return Ok(field);
    }
    let start = *i;
    let mut open = 1;
    while let Some(&c) = chars.get(*i) {
        match c {
            '{' => {
                open += 1;
                field.nested = true;
            }
            '}' => {
                open -= 1;
                if open == 0 {
                    field.spec = chars[start..*i].to_vec();
                    *i += 1;
                    return Ok(field);
                }
            }
            _ => {}
        }
        *i += 1;
    }
    Err(vm.value_error("unmatched '{' in format spec"))
}

/// A whole number that is all of the text.
fn as_index(chars: &[char]) -> Option<usize> {
    if chars.is_empty() || chars.len() > 18 {
        return None;
    }
    chars.iter().try_fold(0usize, |n, &c| Some(n * 10 + number::decimal_digit(c)? as usize))
}

fn field_value(vm: &mut Vm, name: &[char], fields: &Fields<'_>, numbering: &mut Numbering) -> PyResult {
    let end = name.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(name.len());
    let first = &name[..end];
    let index = if first.is_empty() {
        let next = match *numbering {
            Numbering::Unknown => 0,
            Numbering::Automatic(next) => next,
            Numbering::Manual => {
                let text = "cannot switch from manual field specification to automatic field numbering";
                return Err(vm.value_error(text));
            }
        };
        *numbering = Numbering::Automatic(next + 1);
        Some(next)
    } else {
        let index = as_index(first);
        if index.is_some() {
            if matches!(numbering, Numbering::Automatic(_)) {
                let text = "cannot switch from automatic field numbering to manual field specification";
                return Err(vm.value_error(text));
            }
            *numbering = Numbering::Manual;
        }
        index
    };
    let mut value = match (index, fields) {
        (Some(_), Fields::Mapping(_)) => return Err(vm.value_error("Format string contains positional fields")),
        (Some(index), Fields::Args(args)) => match args.get(index) {
            Some(value) => value.clone(),
            None => {
                let text = format!("Replacement index {index} out of range for positional args tuple");
                return Err(vm.index_error(text));
            }
        },
        (None, fields) => {
            let key: String = first.iter().collect();
            match fields {
                Fields::Mapping(mapping) => vm.get_item(mapping, &Value::from(key))?,
                Fields::Args(args) => match args.keyword(&key) {
                    Some(value) => value.clone(),
                    None => return Err(vm.key_error(Value::from(key))),
                },
            }
        }
    };
    let mut i = end;
    while i < name.len() {
        let c = name[i];
        i += 1;
        if c == '.' {
            let end = name[i..].iter().position(|c| matches!(c, '.' | '[')).map_or(name.len(), |n| i + n);
            let attr: String = name[i..end].iter().collect();
            if attr.is_empty() {
                return Err(vm.value_error("Empty attribute in format string"));
            }
            value = vm.get_attr(&value, &attr)?;
            i = end;
        } else if c == '[' {
            let Some(end) = name[i..].iter().position(|&c| c == ']').map(|n| i + n) else {
                return Err(vm.value_error("Missing ']' in format string"));
            };
            let key = &name[i..end];
            if key.is_empty() {
                return Err(vm.value_error("Empty attribute in format string"));
            }
            let key = match as_index(key) {
                Some(index) => Value::from(index),
                None => Value::from(key.iter().collect::<String>()),
            };
            value = vm.get_item(&value, &key)?;
            i = end + 1;
        } else {
            return Err(vm.value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok(value)
}

// The % operator.

/// `template % args`.
pub fn percent(vm: &mut Vm, template: &str, args: &Value) -> PyResult<String> {
    let template: Vec<char> = template.chars().collect();
    Percent::new(vm, args, false).run(vm, &template)
}

/// `template % args` of bytes.
pub fn percent_bytes(vm: &mut Vm, template: &[u8], args: &Value) -> PyResult<Vec<u8>> {
    let template: Vec<char> = template.iter().map(|&b| b as char).collect();
    let text = Percent::new(vm, args, true).run(vm, &template)?;
    Ok(text.chars().map(|c| c as u8).collect())
}

struct Percent {
    /// The values of a tuple, or the one value.
    args: Vec<Value>,
    next: usize,
    whole: Value,
    /// May be looked up with `%(key)`.
    is_mapping: bool,
    bytes: bool,
}

#[derive(Default)]
struct Flags {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
}

impl Percent {
    fn new(vm: &mut Vm, args: &Value, bytes: bool) -> Percent {
        let values = match args.base().view() {
            View::Tuple(tuple) => tuple.items.to_vec(),
            _ => vec![args.clone()],
        };
        let is_mapping = match args.base().view() {
            View::Tuple(_) | View::Str(_) => false,
            View::Bytes(_) | View::ByteArray(_) => !bytes,
            View::Dict(_) | View::List(_) | View::MappingProxy(_) | View::Range(_) => true,
            _ => vm.special(args, &vm.names.getitem).is_some(),
        };
        Percent { args: values, next: 0, whole: args.clone(), is_mapping, bytes }
    }

    fn next_arg(&mut self, vm: &mut Vm) -> PyResult {
        match self.args.get(self.next) {
            Some(value) => {
                self.next += 1;
                Ok(value.clone())
            }
            None => Err(vm.type_error("not enough arguments for format string")),
        }
    }

    fn run(mut self, vm: &mut Vm, template: &[char]) -> PyResult<String> {
        let mut result = String::new();
        let mut i = 0;
        let mut used_mapping = false;
        while i < template.len() {
            if template[i] != '%' {
                result.push(template[i]);
                i += 1;
                continue;
            }
            i += 1;
            if template.get(i) == Some(&'%') {
                result.push('%');
                i += 1;
                continue;
            }
            if template.get(i) == Some(&'(') {
                if !self.is_mapping {
                    return Err(vm.type_error("format requires a mapping"));
                }
                let start = i + 1;
                let mut open = 1;
                i += 1;
                while open > 0 {
                    match template.get(i) {
                        Some('(') => open += 1,
                        Some(')') => open -= 1,
                        Some(_) => {}
                        None => return Err(vm.value_error("incomplete format key")),
                    }
                    i += 1;
                }
                let key: String = template[start..i - 1].iter().collect();
                let key = if self.bytes {
                    super::bytes::bytes_value(key.chars().map(|c| c as u8).collect())
                } else {
                    Value::from(key)
                };
                let whole = self.whole.clone();
                self.args = vec![vm.get_item(&whole, &key)?];
                self.next = 0;
                used_mapping = true;
            }
            let mut flags = Flags::default();
            loop {
                match template.get(i) {
                    Some('-') => flags.left = true,
                    Some('+') => flags.plus = true,
                    Some(' ') => flags.space = true,
                    Some('#') => flags.alternate = true,
                    Some('0') => flags.zero = true,
                    _ => break,
                }
                i += 1;
            }
            let mut width = self.number(vm, template, &mut i, "width too big")?.unwrap_or(0);
            if width < 0 {
                flags.left = true;
                width = width.saturating_neg();
            }
            let mut precision = None;
            if template.get(i) == Some(&'.') {
                i += 1;
                precision = Some(self.number(vm, template, &mut i, "precision too big")?.unwrap_or(0).max(0) as usize);
            }
            if matches!(template.get(i), Some('h' | 'l' | 'L')) {
                i += 1;
            }
            let Some(&kind) = template.get(i) else { return Err(vm.value_error("incomplete format")) };
            i += 1;
            if width as usize > vm.memory_limit || precision.is_some_and(|p| p > vm.memory_limit) {
                return Err(vm.memory_error());
            }
            let value = self.next_arg(vm)?;
            let text = self.convert(vm, kind, &value, &flags, width as usize, precision, i - 1)?;
            result.push_str(&text);
            if result.len() > vm.memory_limit {
                return Err(vm.memory_error());
            }
        }
        if self.next < self.args.len() && !self.is_mapping && !used_mapping {
            let what = if self.bytes { "bytes" } else { "string" };
            return Err(vm.type_error(format!("not all arguments converted during {what} formatting")));
        }
        Ok(result)
    }

    /// A width or precision: digits, or `*` for an argument.
    fn number(&mut self, vm: &mut Vm, template: &[char], i: &mut usize, too_big: &str) -> PyResult<Option<i64>> {
        if template.get(*i) == Some(&'*') {
            *i += 1;
            let value = self.next_arg(vm)?;
            return match int_ref(&value) {
                Some(IntRef::Small(n)) => Ok(Some(n)),
                Some(IntRef::Big(_)) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
                None => Err(vm.type_error("* wants int")),
            };
        }
        let mut n: Option<i64> = None;
        while let Some(digit) = template.get(*i).and_then(|c| c.to_digit(10)) {
            n = match n.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(digit as i64)) {
                Some(n) => Some(n),
                None => return Err(vm.value_error(too_big)),
            };
            *i += 1;
        }
        Ok(n)
    }

    #[allow(clippy::too_many_arguments)]
    fn convert(
        &self,
        vm: &mut Vm,
        kind: char,
        value: &Value,
        flags: &Flags,
        width: usize,
        precision: Option<usize>,
        at: usize,
    ) -> PyResult<String> {
        let (sign, prefix, body) = match kind {
            's' | 'b' if self.bytes => (None, "", self.bytes_text(vm, value)?),
            's' => (None, "", vm.str(value)?),
            'r' if self.bytes => (None, "", vm.ascii(value)?),
            'r' => (None, "", vm.repr(value)?),
            'a' => (None, "", vm.ascii(value)?),
            'c' => (None, "", self.character(vm, value)?),
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
                let int = self.integer(vm, kind, value)?;
                let Some(i) = int_ref(&int) else { return Err(vm.type_error("an integer is required")) };
                let mut digits = match kind {
                    'o' => number::int_digits(i, 8),
                    'x' => number::int_digits(i, 16),
                    'X' => number::int_digits(i, 16).to_ascii_uppercase(),
                    _ => number::int_to_text(vm, i)?.trim_start_matches('-').to_owned(),
                };
                if let Some(precision) = precision {
                    digits = pad(&digits, precision, '0', '>');
                }
                let prefix = match kind {
                    'o' if flags.alternate => "0o",
                    'x' if flags.alternate => "0x",
                    'X' if flags.alternate => "0X",
                    _ => "",
                };
                (Some(i.is_negative()), prefix, digits)
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let f = match vm.float_arg(value) {
                    Ok(f) => f,
                    Err(exc) if self.bytes && exc.is(&vm.types.type_error) => {
                        let text = format!("float argument required, not {}", vm.class_name(value));
                        return Err(vm.type_error(text));
                    }
                    Err(exc) => return Err(exc),
                };
                let precision = precision.unwrap_or(6);
                let (digits, rest) = float_parts(f, Some(kind), Some(precision), flags.alternate, false);
                (Some(f.is_sign_negative() && !f.is_nan()), "", digits + &rest)
            }
            _ => {
                let shown = if (' '..='~').contains(&kind) { kind } else { '?' };
                let text = format!("unsupported format character '{shown}' (0x{:x}) at index {at}", kind as u32);
                return Err(vm.value_error(text));
            }
        };
        let Some(negative) = sign else {
            let body = match precision {
                Some(precision) if kind != 'c' => truncate(&body, precision),
                _ => &body,
            };
            return Ok(pad(body, width, ' ', if flags.left { '<' } else { '>' }));
        };
        let sign = match () {
            () if negative => "-",
            () if flags.plus => "+",
            () if flags.space => " ",
            () => "",
        };
        if flags.zero && !flags.left {
            let width = width.saturating_sub(sign.len() + prefix.len());
            return Ok(format!("{sign}{prefix}{}", pad(&body, width, '0', '>')));
        }
        Ok(pad(&format!("{sign}{prefix}{body}"), width, ' ', if flags.left { '<' } else { '>' }))
    }

    fn integer(&self, vm: &mut Vm, kind: char, value: &Value) -> PyResult {
        if let Some(i) = int_ref(value) {
            return Ok(i.to_value());
        }
        let hex = matches!(kind, 'o' | 'x' | 'X');
        if !hex && let View::Float(f) = value.base().view() {
            return number::trunc_float(vm, f);
        }
        if vm.special(value, &vm.names.index).is_some() && !matches!(value.base().view(), View::Float(_)) {
            return vm.index(value);
        }
        if !hex
            && matches!(value, Value::Obj(obj) if obj.kind() == Kind::Instance)
            && let Some(result) = vm.call_special(value, &vm.names.int.clone(), &[])
        {
            let result = result?;
            return vm.index(&result);
        }
        let what = if hex { "an integer" } else { "a real number" };
        let text = format!("%{kind} format: {what} is required, not {}", vm.class_name(value));
        Err(vm.type_error(text))
    }

    fn character(&self, vm: &mut Vm, value: &Value) -> PyResult<String> {
        if self.bytes {
            if let Some(IntRef::Small(b @ 0..=255)) = int_ref(value) {
                return Ok((b as u8 as char).to_string());
            }
            if int_ref(value).is_some() {
                return Err(vm.overflow_error("%c arg not in range(256)"));
            }
            return match super::operators::bytes_of(value).as_deref() {
                Some([b]) => Ok((*b as char).to_string()),
                _ => Err(vm.type_error("%c requires an integer in range(256) or a single byte")),
            };
        }
        if let Some(text) = value.as_str() {
            return if text.chars().count() == 1 {
                Ok(text.to_owned())
            } else {
                Err(vm.type_error("%c requires int or char"))
            };
        }
        let index = match vm.index(value) {
            Ok(index) => index,
            Err(exc) if exc.is(&vm.types.type_error) => return Err(vm.type_error("%c requires int or char")),
            Err(exc) => return Err(exc),
        };
        match index {
            Value::Int(code) if let Some(c) = u32::try_from(code).ok().and_then(char_of) => Ok(c.to_string()),
            _ => Err(vm.overflow_error("%c arg not in range(0x110000)")),
        }
    }

    fn bytes_text(&self, vm: &mut Vm, value: &Value) -> PyResult<String> {
        let latin = |data: Vec<u8>| data.into_iter().map(|b| b as char).collect();
        if let Some(data) = super::operators::bytes_of(value) {
            return Ok(latin(data));
        }
        if let Some(result) = vm.call_special(value, &vm.names.bytes.clone(), &[]) {
            let result = result?;
            if let Some(data) = super::operators::bytes_of(&result) {
                return Ok(latin(data));
            }
        }
        let text = format!(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
            vm.class_name(value)
        );
        Err(vm.type_error(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_digits_fill_the_width() {
        assert_eq!(group("1234567", 3, ',', 0), "1,234,567");
        assert_eq!(group("1234", 3, ',', 10), "00,001,234");
        assert_eq!(group("1234", 3, ',', 8), "0,001,234");
        assert_eq!(group("1", 3, ',', 0), "1");
        assert_eq!(group("ffffffff", 4, '_', 0), "ffff_ffff");
    }

    #[test]
    fn floats_are_laid_out_by_kind() {
        let parts = |f, kind, precision, alternate| {
            let (digits, rest) = float_parts(f, kind, precision, alternate, true);
            digits + &rest
        };
        assert_eq!(parts(1234.5678, Some('f'), Some(2), false), "1234.57");
        assert_eq!(parts(0.5, Some('f'), Some(0), false), "0");
        assert_eq!(parts(2.5, Some('f'), Some(0), true), "2.");
        assert_eq!(parts(1234.5, Some('e'), Some(1), false), "1.2e+03");
        assert_eq!(parts(1e-10, Some('g'), None, false), "1e-10");
        assert_eq!(parts(100000.0, Some('g'), None, false), "100000");
        assert_eq!(parts(1000000.0, Some('g'), None, false), "1e+06");
        assert_eq!(parts(1.0, Some('g'), Some(3), true), "1.00");
        assert_eq!(parts(1.0, None, Some(3), false), "1.0");
        assert_eq!(parts(123.0, None, Some(3), false), "1.23e+02");
        assert_eq!(parts(0.25, Some('%'), Some(1), false), "25.0%");
        assert_eq!(parts(0.0, Some('g'), None, false), "0");
        assert_eq!(parts(f64::INFINITY, Some('F'), None, false), "INF");
    }
}
