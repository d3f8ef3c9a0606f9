//! What is written in string literals: faults in CPython's words, and lone surrogates.

use crate::vm::surrogate::char_of;

/// Whether a literal's prefix makes it bytes.
pub(super) fn is_bytes(literal: &str) -> bool {
    prefix(literal).contains(['b', 'B'])
}

fn prefix(literal: &str) -> &str {
    &literal[..literal.find(['"', '\'']).unwrap_or(0)]
}

/// The text between the quotes.
fn content(literal: &str) -> &str {
    let quoted = &literal[prefix(literal).len()..];
    let is_triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
    let quotes = if is_triple { 3 } else { 1 };
    quoted.get(quotes..quoted.len().saturating_sub(quotes)).unwrap_or_default()
}

/// What is wrong with a whole literal, prefix and quotes included.
pub(super) fn check(literal: &str) -> Option<String> {
    let prefix = prefix(literal);
    let content = content(literal);
    let is_bytes = is_bytes(literal);
    if is_bytes && !content.is_ascii() {
        return Some("bytes can only contain ASCII literal characters".to_string());
    }
    if prefix.contains(['r', 'R']) {
        return None;
    }
    if is_bytes { check_bytes(content) } else { check_escapes(content) }
}

fn check_bytes(content: &str) -> Option<String> {
    let bytes = content.as_bytes();
    let mut at = 0;
    let mut position = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            position += 1;
            continue;
        }
        if bytes.get(at + 1) == Some(&b'x') {
            let digits = bytes[at + 2..].iter().take(2).take_while(|c| c.is_ascii_hexdigit()).count();
            if digits < 2 {
                return Some(format!("(value error) invalid \\x escape at position {position}"));
            }
            at += 4;
            position += 4;
            continue;
        }
        at += 2;
        position += 2;
    }
    None
}

/// `\x`, `\u`, `\U` and `\N`. CPython decodes a copy of the text in which a character that is not ASCII takes ten.
pub(super) fn check_escapes(content: &str) -> Option<String> {
    let bytes = content.as_bytes();
    let mut at = 0;
    let mut position = 0;
    while at < bytes.len() {
        let c = content[at..].chars().next()?;
        if c != '\\' {
            at += c.len_utf8();
            position += if c.is_ascii() { 1 } else { 10 };
            continue;
        }
        let kind = bytes.get(at + 1).copied();
        let wanted = match kind {
            Some(b'x') => 2,
            Some(b'u') => 4,
            Some(b'U') => 8,
            Some(b'N') => return named_escape(content, at, position),
            _ => {
                let next = content[at + 1..].chars().next();
                at += 1 + next.map_or(0, char::len_utf8);
                position += 1 + next.map_or(0, |next| if next.is_ascii() { 1 } else { 10 });
                continue;
            }
        };
        let digits = bytes[at + 2..].iter().take(wanted).take_while(|c| c.is_ascii_hexdigit()).count();
        if digits < wanted {
            let escape = match wanted {
                2 => "\\xXX",
                4 => "\\uXXXX",
                _ => "\\UXXXXXXXX",
            };
            return Some(cannot_decode(position, position + 1 + digits, &format!("truncated {escape} escape")));
        }
        let value = u32::from_str_radix(&content[at + 2..at + 2 + wanted], 16).unwrap_or(0);
        if value > 0x10_ffff {
            return Some(cannot_decode(position, position + 9, "illegal Unicode character"));
        }
        at += 2 + wanted;
        position += 2 + wanted;
    }
    None
}

fn cannot_decode(start: usize, end: usize, reason: &str) -> String {
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}")
}

/// The page carries no table of the characters' names.
fn named_escape(content: &str, at: usize, position: usize) -> Option<String> {
    let rest = &content[at + 2..];
    let end = rest.find('}').filter(|_| rest.starts_with('{'));
    match end {
        Some(end) if end > 1 => Some(format!(
            "\\N{{{}}}: characters cannot be written by their names here; write the character itself or \\uXXXX",
            &rest[1..end]
        )),
        _ => Some(cannot_decode(position, position + 1, "malformed \\N character escape")),
    }
}

/// The value of a string literal, in which ruff has put U+FFFD where the source escapes a surrogate. `source` is the
/// literal with its prefix and quotes.
pub(super) fn with_surrogates(value: &str, source: &str) -> String {
    if !value.contains('\u{fffd}') || prefix(source).contains(['r', 'R']) {
        return value.to_owned();
    }
    // What each U+FFFD of the value was, in order.
    let mut originals = Vec::new();
    let content = content(source);
    let mut rest = content.char_indices();
    while let Some((at, c)) = rest.next() {
        if c == '\u{fffd}' {
            originals.push(c);
        } else if c == '\\' {
            let digits = match rest.next() {
                Some((_, 'u')) => 4,
                Some((_, 'U')) => 8,
                _ => continue,
            };
            let code = content.get(at + 2..at + 2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            if let Some(code @ (0xd800..=0xdfff | 0xfffd)) = code {
                originals.extend(char_of(code));
            }
        }
    }
    let mut originals = originals.into_iter();
    value.chars().map(|c| if c == '\u{fffd}' { originals.next().unwrap_or(c) } else { c }).collect()
}
