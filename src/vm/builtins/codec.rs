//! `str.encode` and `bytes.decode`: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, and the standard error handlers.

use super::text;
use crate::vm::exception::{Exc, PyResult};
use crate::vm::surrogate::{char_of, code_of, has_surrogates, is_surrogate};
use crate::vm::{Value, Vm};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    Utf8,
    /// `utf-8-sig`: with a mark at the beginning.
    Utf8Sig,
    Ascii,
    Latin1,
    /// `None`: little-endian with a mark, which decides when it is read.
    Utf16(Option<Endian>),
    Utf32(Option<Endian>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Endian {
    Little,
    Big,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Errors {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    SurrogateEscape,
    SurrogatePass,
}

impl Codec {
    pub fn find(vm: &mut Vm, name: &str) -> PyResult<Codec> {
        let normal = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        Ok(match normal.as_str() {
            "utf-8" | "utf8" | "u8" | "cp65001" => Codec::Utf8,
            "utf-8-sig" => Codec::Utf8Sig,
            "ascii" | "us-ascii" | "646" => Codec::Ascii,
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => Codec::Latin1,
            "utf-16" | "utf16" | "u16" => Codec::Utf16(None),
            "utf-16-le" | "utf-16le" => Codec::Utf16(Some(Endian::Little)),
            "utf-16-be" | "utf-16be" => Codec::Utf16(Some(Endian::Big)),
            "utf-32" | "utf32" | "u32" => Codec::Utf32(None),
            "utf-32-le" | "utf-32le" => Codec::Utf32(Some(Endian::Little)),
            "utf-32-be" | "utf-32be" => Codec::Utf32(Some(Endian::Big)),
            _ => {
                let class = vm.types.lookup_error.clone();
                return Err(vm.error(&class, format!("unknown encoding: {name}")));
            }
        })
    }

    /// As error texts name it.
    fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf16(Some(Endian::Big)) => "utf-16-be",
            Codec::Utf16(Some(Endian::Little)) => "utf-16-le",
            Codec::Utf16(None) => "utf-16",
            Codec::Utf32(Some(Endian::Big)) => "utf-32-be",
            Codec::Utf32(Some(Endian::Little)) => "utf-32-le",
            Codec::Utf32(None) => "utf-32",
        }
    }
}

impl Errors {
    fn find(vm: &mut Vm, name: &str) -> PyResult<Errors> {
        Ok(match name {
            "strict" => Errors::Strict,
            "surrogateescape" => Errors::SurrogateEscape,
            "surrogatepass" => Errors::SurrogatePass,
            "ignore" => Errors::Ignore,
            "replace" => Errors::Replace,
            "backslashreplace" | "namereplace" => Errors::BackslashReplace,
            "xmlcharrefreplace" => Errors::XmlCharRefReplace,
            _ => {
                let class = vm.types.lookup_error.clone();
                return Err(vm.error(&class, format!("unknown error handler name '{name}'")));
            }
        })
    }
}

/// `string.encode(encoding, errors)`. The handler's name is looked at when there is an error.
pub fn encode(vm: &mut Vm, string: &str, encoding: &str, errors: &str) -> PyResult<Vec<u8>> {
    let codec = Codec::find(vm, encoding)?;
    vm.charge(string.len() / 16);
    let mut result = Vec::with_capacity(string.len());
    let (max, reason) = match codec {
        Codec::Ascii => (0x80, "ordinal not in range(128)"),
        Codec::Latin1 => (0x100, "ordinal not in range(256)"),
        _ => (0xd800, "surrogates not allowed"),
    };
    match codec {
        Codec::Utf8 if !has_surrogates(string) => return Ok(string.as_bytes().to_vec()),
        Codec::Utf8Sig | Codec::Utf16(None) | Codec::Utf32(None) => push_code(&mut result, codec, 0xfeff),
        _ => {}
    }
    let encodable = |c: char| if max == 0xd800 { !is_surrogate(c) } else { code_of(c) < max };
    let mut chars = string.chars().enumerate().peekable();
    while let Some((start, c)) = chars.next() {
        let code = code_of(c);
        if encodable(c) {
            push_code(&mut result, codec, code);
            continue;
        }
        let handler = Errors::find(vm, errors)?;
        let text = match handler {
            Errors::SurrogateEscape if (0xdc80..=0xdcff).contains(&code) => {
                result.push((code - 0xdc00) as u8);
                continue;
            }
            Errors::SurrogatePass if max == 0xd800 => {
                push_code(&mut result, codec, code);
                continue;
            }
            Errors::Strict | Errors::SurrogateEscape | Errors::SurrogatePass => {
                let mut end = start + 1;
                while chars.next_if(|&(_, c)| !encodable(c)).is_some() {
                    end += 1;
                }
                return Err(encode_error(vm, codec.name(), string, start, end, reason));
            }
            Errors::Ignore => continue,
            Errors::Replace => "?".to_owned(),
            Errors::BackslashReplace => text::escape(c),
            Errors::XmlCharRefReplace => format!("&#{code};"),
        };
        for c in text.chars() {
            push_code(&mut result, codec, c as u32);
        }
    }
    Ok(result)
}

/// Appends a code point that the codec can encode; a surrogate as if it were a character.
fn push_code(data: &mut Vec<u8>, codec: Codec, code: u32) {
    match (codec, char::from_u32(code)) {
        (Codec::Ascii | Codec::Latin1, _) => data.push(code as u8),
        (Codec::Utf8 | Codec::Utf8Sig, Some(c)) => data.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        (Codec::Utf8 | Codec::Utf8Sig, None) => {
            data.extend([0xe0 | (code >> 12) as u8, 0x80 | (code >> 6 & 0x3f) as u8, 0x80 | (code & 0x3f) as u8]);
        }
        (Codec::Utf16(endian), c) => {
            let mut units = [0; 2];
            let units = match c {
                Some(c) => c.encode_utf16(&mut units),
                None => {
                    units[0] = code as u16;
                    &mut units[..1]
                }
            };
            for unit in units {
                data.extend(if endian == Some(Endian::Big) { unit.to_be_bytes() } else { unit.to_le_bytes() });
            }
        }
        (Codec::Utf32(endian), _) => {
            data.extend(if endian == Some(Endian::Big) { code.to_be_bytes() } else { code.to_le_bytes() });
        }
    }
}

/// `data.decode(encoding, errors)`.
pub fn decode(vm: &mut Vm, data: &[u8], encoding: &str, errors: &str) -> PyResult<String> {
    let codec = Codec::find(vm, encoding)?;
    vm.charge(data.len() / 16);
    match codec {
        Codec::Utf8 => decode_utf8(vm, data, errors),
        Codec::Utf8Sig => decode_utf8(vm, data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data), errors),
        Codec::Latin1 => Ok(data.iter().map(|&b| b as char).collect()),
        Codec::Ascii => {
            let mut result = String::with_capacity(data.len());
            for (i, &b) in data.iter().enumerate() {
                if b.is_ascii() {
                    result.push(b as char);
                } else {
                    handle(vm, codec, data, i, i + 1, "ordinal not in range(128)", errors, &mut result)?;
                }
            }
            Ok(result)
        }
        Codec::Utf16(endian) => {
            let (endian, skip) = match (endian, data) {
                (Some(endian), _) => (endian, 0),
                (None, [0xfe, 0xff, ..]) => (Endian::Big, 2),
                (None, [0xff, 0xfe, ..]) => (Endian::Little, 2),
                (None, _) => (Endian::Little, 0),
            };
            decode_utf16(vm, Codec::Utf16(Some(endian)), data, skip, endian, errors)
        }
        Codec::Utf32(endian) => {
            let (endian, skip) = match (endian, data) {
                (Some(endian), _) => (endian, 0),
                (None, [0, 0, 0xfe, 0xff, ..]) => (Endian::Big, 4),
                (None, [0xff, 0xfe, 0, 0, ..]) => (Endian::Little, 4),
                (None, _) => (Endian::Little, 0),
            };
            decode_utf32(vm, Codec::Utf32(Some(endian)), data, skip, endian, errors)
        }
    }
}

/// What a handler makes of bytes that cannot be decoded.
#[allow(clippy::too_many_arguments)]
fn handle(
    vm: &mut Vm,
    codec: Codec,
    data: &[u8],
    start: usize,
    end: usize,
    reason: &str,
    errors: &str,
    result: &mut String,
) -> PyResult<usize> {
    let handler = Errors::find(vm, errors)?;
    match handler {
        Errors::SurrogateEscape if data[start..end].iter().all(|&b| b >= 0x80) => {
            result.extend(data[start..end].iter().filter_map(|&b| char_of(0xdc00 + b as u32)));
        }
        Errors::SurrogatePass if let Some((c, len)) = surrogate_at(codec, &data[start..]) => {
            result.push(c);
            return Ok(start + len);
        }
        Errors::Strict | Errors::SurrogateEscape | Errors::SurrogatePass => {
            return Err(decode_error(vm, codec.name(), data, start, end, reason));
        }
        Errors::Ignore => {}
        Errors::Replace => result.push('\u{fffd}'),
        Errors::BackslashReplace => {
            for b in &data[start..end] {
                result.push_str(&format!("\\x{b:02x}"));
            }
        }
        Errors::XmlCharRefReplace => {
            return Err(vm.type_error("don't know how to handle UnicodeDecodeError in error callback"));
        }
    }
    Ok(end)
}

/// The surrogate that the data begins with, and the length of it.
fn surrogate_at(codec: Codec, data: &[u8]) -> Option<(char, usize)> {
    let (code, len) = match (codec, data) {
        (Codec::Utf8 | Codec::Utf8Sig, &[0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..]) => {
            (0xd000 | (b as u32 & 0x3f) << 6 | (c as u32 & 0x3f), 3)
        }
        (Codec::Utf16(Some(Endian::Big)), &[a, b, ..]) => (u16::from_be_bytes([a, b]) as u32, 2),
        (Codec::Utf16(_), &[a, b, ..]) => (u16::from_le_bytes([a, b]) as u32, 2),
        (Codec::Utf32(Some(Endian::Big)), &[a, b, c, d, ..]) => (u32::from_be_bytes([a, b, c, d]), 4),
        (Codec::Utf32(_), &[a, b, c, d, ..]) => (u32::from_le_bytes([a, b, c, d]), 4),
        _ => return None,
    };
    if (0xd800..0xe000).contains(&code) { Some((char_of(code)?, len)) } else { None }
}

fn decode_utf8(vm: &mut Vm, data: &[u8], errors: &str) -> PyResult<String> {
    let mut result = String::new();
    let mut start = 0;
    loop {
        match std::str::from_utf8(&data[start..]) {
            Ok(text) if result.is_empty() => return Ok(text.to_owned()),
            Ok(text) => {
                result.push_str(text);
                return Ok(result);
            }
            Err(error) => {
                let at = start + error.valid_up_to();
                result.push_str(std::str::from_utf8(&data[start..at]).unwrap_or_default());
                let (end, reason) = match (error.error_len(), data[at]) {
                    (None, _) => (data.len(), "unexpected end of data"),
                    (Some(_), 0x80..=0xc1 | 0xf5..) => (at + 1, "invalid start byte"),
                    (Some(len), _) => (at + len, "invalid continuation byte"),
                };
                start = handle(vm, Codec::Utf8, data, at, end, reason, errors, &mut result)?;
            }
        }
    }
}

fn decode_utf16(vm: &mut Vm, codec: Codec, data: &[u8], skip: usize, endian: Endian, errors: &str) -> PyResult<String> {
    let mut result = String::new();
    let unit = |i: usize| match (data.get(i), data.get(i + 1)) {
        (Some(&a), Some(&b)) => {
            Some(if endian == Endian::Big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) })
        }
        _ => None,
    };
    let mut i = skip;
    while i < data.len() {
        let Some(high) = unit(i) else {
            handle(vm, codec, data, i, data.len(), "truncated data", errors, &mut result)?;
            break;
        };
        let (end, reason) = match high {
            0xd800..=0xdbff => match unit(i + 2) {
                Some(low @ 0xdc00..=0xdfff) => {
                    let code = 0x10000 + ((high as u32 - 0xd800) << 10) + (low as u32 - 0xdc00);
                    result.extend(char::from_u32(code));
                    i += 4;
                    continue;
                }
                Some(_) => (i + 2, "illegal UTF-16 surrogate"),
                None => (data.len(), "unexpected end of data"),
            },
            0xdc00..=0xdfff => (i + 2, "illegal encoding"),
            unit => {
                result.extend(char::from_u32(unit as u32));
                i += 2;
                continue;
            }
        };
        i = handle(vm, codec, data, i, end, reason, errors, &mut result)?;
    }
    Ok(result)
}

fn decode_utf32(vm: &mut Vm, codec: Codec, data: &[u8], skip: usize, endian: Endian, errors: &str) -> PyResult<String> {
    let mut result = String::new();
    let mut i = skip;
    while i < data.len() {
        let Some(bytes) = data.get(i..i + 4).and_then(|b| <[u8; 4]>::try_from(b).ok()) else {
            handle(vm, codec, data, i, data.len(), "truncated data", errors, &mut result)?;
            break;
        };
        let code = if endian == Endian::Big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) };
        match char::from_u32(code) {
            Some(c) => result.push(c),
            None => {
                let reason = if code > 0x10ffff {
                    "code point not in range(0x110000)"
                } else {
                    "code point in surrogate code point range(0xd800, 0xe000)"
                };
                handle(vm, codec, data, i, i + 4, reason, errors, &mut result)?;
            }
        }
        i += 4;
    }
    Ok(result)
}

fn with_fields(exc: Exc) -> Exc {
    let args = exc.args();
    let mut exc = exc;
    for (name, value) in ["encoding", "object", "start", "end", "reason"].into_iter().zip(args.items.iter()) {
        exc = exc.with(name, value.clone());
    }
    exc
}

fn encode_error(vm: &mut Vm, codec: &str, string: &str, start: usize, end: usize, reason: &str) -> Exc {
    let class = vm.types.unicode_encode_error.clone();
    let args = vec![codec.into(), string.into(), Value::from(start), Value::from(end), reason.into()];
    with_fields(vm.exception(&class, args))
}

fn decode_error(vm: &mut Vm, codec: &str, data: &[u8], start: usize, end: usize, reason: &str) -> Exc {
    let class = vm.types.unicode_decode_error.clone();
    let data = super::bytes::bytes_value(data.to_vec());
    let args = vec![codec.into(), data, Value::from(start), Value::from(end), reason.into()];
    with_fields(vm.exception(&class, args))
}
