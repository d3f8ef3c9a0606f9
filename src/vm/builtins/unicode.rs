//! Unicode as CPython's `str` methods see it, where Rust's own tables say something else.
//!
//! The tables are of Unicode 15.1, CPython 3.13's; Rust's are newer, so that a few characters that came later count here
//! as letters or print as they are.

use crate::vm::number::decimal_digit;

/// Runs of characters: how far the next one begins after the last one's end, and how much longer than 1 it is, each in
/// seven bits a byte, the lowest first.
fn in_runs(mut runs: &[u8], c: char) -> bool {
    fn number(runs: &mut &[u8]) -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = runs.split_first()?;
            *runs = rest;
            value |= ((byte & 0x7f) as u32) << shift;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    }
    let (c, mut at) = (c as u32, 0);
    while let (Some(gap), Some(len)) = (number(&mut runs), number(&mut runs)) {
        let start = at + gap;
        at = start + len;
        if c < start {
            return false;
        }
        if c <= at {
            return true;
        }
    }
    false
}

/// Alphabetic to Unicode and to Rust, but no letters (categories L…): combining vowels, Roman numerals.
const NO_LETTERS: &[u8] = b"\
    \xc5\x06\x00\x1e\x0c\xc1\x04\x0d\x02\x00\x02\x01\x02\x01\x02\x00\x49\x0a\x31\x0c\x02\x06\x11\x00\x66\x06\x05\
    \x03\x03\x01\x05\x00\x24\x00\x1f\x0f\x67\x0a\x66\x01\x04\x08\x02\x02\x02\x03\xa8\x01\x0b\x04\x06\x07\x13\x37\
    \x01\x03\x0e\x02\x01\x06\x02\x0b\x01\x1e\x02\x3b\x06\x03\x01\x03\x01\x0b\x00\x0b\x01\x1e\x02\x3b\x04\x05\x01\
    \x03\x01\x05\x00\x1f\x01\x04\x00\x0c\x02\x3b\x07\x02\x02\x02\x01\x16\x01\x17\x02\x05\x02\x3b\x06\x03\x01\x03\
    \x01\x0a\x01\x0b\x01\x1f\x00\x3c\x04\x04\x02\x02\x02\x0b\x00\x29\x04\x3a\x06\x02\x02\x02\x02\x09\x01\x0c\x01\
    \x1e\x02\x3b\x06\x02\x02\x02\x02\x09\x01\x0c\x01\x10\x00\x0d\x03\x3b\x06\x02\x02\x02\x02\x0b\x00\x0b\x01\x1e\
    \x02\x4c\x05\x02\x00\x02\x07\x13\x01\x3e\x00\x03\x06\x13\x00\x64\x00\x03\x05\x02\x01\x11\x00\xa4\x01\x12\x0a\
    \x0a\x02\x23\x6f\x0b\x02\x00\x03\x03\x18\x03\x05\x02\x02\x02\x03\x06\x04\x03\x0e\x0b\x02\x00\x0b\x03\xd1\x0c\
    \x02\x22\x01\x1f\x01\x1f\x01\x1f\x01\x43\x12\xbd\x01\x01\x23\x00\x77\x0b\x05\x08\xdf\x01\x04\x3a\x09\x03\x13\
    \x4b\x01\x0c\x02\x32\x04\x31\x0e\x3d\x02\x1f\x08\x03\x01\x3a\x0a\x33\x12\x9d\x03\x21\xec\x06\x22\x03\x03\xae\
    \x06\x33\xf7\x11\x1f\x88\x04\x00\x1a\x08\x0f\x02\xba\xec\x01\x07\x23\x01\x47\x09\x93\x02\x00\x09\x00\x18\x04\
    \x59\x01\x33\x0f\x02\x00\x3a\x00\x27\x04\x1d\x0b\x2e\x03\x31\x0b\x26\x00\x44\x0d\x0d\x00\x09\x01\x2e\x02\x33\
    \x00\x02\x02\x03\x01\x06\x00\x2d\x04\x06\x00\xee\x01\x07\xb4\x9e\x01\x00\xa2\x0c\x34\xcd\x03\x00\x09\x00\x2c\
    \x04\x57\x04\xac\x0c\x02\x02\x01\x06\x03\x95\x06\x03\x84\x03\x01\xd4\x02\x02\x36\x0d\x2e\x01\x0c\x02\x2e\x08\
    \x0a\x00\x3e\x02\x25\x0b\x13\x01\x3a\x02\x31\x0c\x0f\x01\x5d\x08\x03\x00\x07\x00\x03\x00\x9e\x01\x09\x18\x03\
    \x3b\x06\x03\x01\x03\x01\x0b\x00\x0b\x01\xd2\x01\x0c\x02\x02\x6b\x11\xee\x01\x06\x03\x06\x1e\x01\x53\x0e\x02\
    \x00\x6b\x0a\x68\x0d\x82\x02\x0c\xf8\x01\x05\x02\x01\x03\x01\x04\x00\x02\x00\x8f\x01\x06\x03\x05\x05\x00\x1d\
    \x09\x2b\x04\x02\x03\x13\x0a\x2f\x0d\x98\x03\x07\x02\x06\x54\x15\x02\x0d\x7b\x05\x04\x00\x02\x01\x02\x02\x02\
    \x00\x04\x00\x43\x04\x02\x01\x02\x03\xdd\x02\x03\x0a\x01\x02\x00\x31\x06\x04\x02\xc0\x09\x6e\xe1\x95\x01\x00\
    \x02\x36\x08\x03\x5e\x01\xad\x99\x01\x00\xe2\x46\x06\x02\x10\x03\x06\x02\x01\x02\x04\x65\x00\xb8\x11\x00\xe9\
    \x0f\x19\x07\x19\x07\x19";

/// Ideographs with a numeric value, which Rust does not count as numeric.
const NUMERIC: &[u8] = b"\
    \x85\x68\x00\x7e\x00\xa7\x07\x00\xa3\x06\x00\xb3\x25\x00\x03\x00\x04\x00\x02\x00\x1b\x00\x39\x00\x2f\x00\x08\
    \x00\x02\x00\x16\x00\x13\x01\x1f\x00\x09\x00\x25\x00\x63\x00\x79\x00\x1d\x00\xfe\x01\x00\x42\x00\x23\x00\x02\
    \x00\x02\x00\xd4\x03\x00\x02\x02\x07\x00\x75\x03\x97\x06\x00\x96\x04\x00\x08\x00\x81\x0b\x00\x84\x01\x01\x0d\
    \x02\x02\x00\xc0\x07\x00\x2e\x00\x4e\x00\x86\x09\x00\xcc\x0a\x00\xe8\x03\x00\x90\x09\x00\xe8\x05\x00\x17\x00\
    \xd8\x06\x00\x99\x0d\x00\xa6\x07\x00\x82\x11\x00\x05\x00\x7d\x00\xde\x09\x00\x9b\x05\x00\xf8\x02\x00\x25\x00\
    \x06\x00\x2c\x00\x7e\x00\xf5\xc4\x01\x00\x08\x00\x05\x00\x3a\x00\x1f\x00\x02\x00\x2a\x00\x84\x8c\x04\x00\x63\
    \x00\x7e\x00\x3f\x00\x89\x10\x00\x59\x00\x09\x00\x10\x00\xce\x02\x00\x13\x00\x1c\x00\xf7\x30\x00\x88\x0c\x00\
    \x83\x23\x00\xd2\x4e\x00\xa3\xac\x02\x00";

/// `str.isalpha`.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() && !in_runs(NO_LETTERS, c) }
}

/// `str.isdigit`: decimal digits, superscripts and the like.
pub fn is_digit(c: char) -> bool {
    decimal_digit(c).is_some()
        || matches!(c as u32,
            0xb2..=0xb3 | 0xb9 | 0x1369..=0x1371 | 0x19da | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 | 0x2460..=0x2468
            | 0x2474..=0x247c | 0x2488..=0x2490 | 0x24ea | 0x24f5..=0x24fd | 0x24ff | 0x2776..=0x277e | 0x2780..=0x2788
            | 0x278a..=0x2792 | 0x10a40..=0x10a43 | 0x10e60..=0x10e68 | 0x11052..=0x1105a | 0x1f100..=0x1f10a)
}

/// `str.isnumeric`.
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { c.is_numeric() || in_runs(NUMERIC, c) }
}

/// `str.isalnum`.
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// `str.islower` of one character. Rust's newer Unicode has made a letter of U+0295 one without case.
pub fn is_lower(c: char) -> bool {
    c.is_lowercase() || c == '\u{295}'
}

/// Titlecase letters (category Lt): digraphs, and Greek capitals with iota.
pub fn is_title(c: char) -> bool {
    matches!(c as u32,
        0x1c5 | 0x1c8 | 0x1cb | 0x1f2 | 0x1f88..=0x1f8f | 0x1f98..=0x1f9f | 0x1fa8..=0x1faf | 0x1fbc | 0x1fcc | 0x1ffc)
}

/// Appends the character in title case, which Rust does not have.
pub fn push_title(text: &mut String, c: char) {
    let code = c as u32;
    let single = match code {
        0x1c4..=0x1c6 => 0x1c5,
        0x1c7..=0x1c9 => 0x1c8,
        0x1ca..=0x1cc => 0x1cb,
        0x1f1..=0x1f3 => 0x1f2,
        0x10d0..=0x10ff => code,
        0x1f80..=0x1faf => code | 8,
        0x1fb3 | 0x1fc3 | 0x1ff3 => code + 9,
        _ if is_title(c) => code,
        _ => 0,
    };
    if single != 0 {
        text.extend(char::from_u32(single));
        return;
    }
    let mut upper = c.to_uppercase();
    text.extend(upper.next());
    for other in upper {
        match other {
            // Greek letters keep their iota below.
            '\u{399}' if (0x1f00..0x2000).contains(&code) => text.push('\u{345}'),
            other if code == 0x149 => text.push(other),
            other => text.extend(other.to_lowercase()),
        }
    }
}

/// Appends `str.casefold` of the character.
pub fn push_casefold(text: &mut String, c: char) {
    match c as u32 {
        0x131 => text.push(c),
        // Cherokee folds to its capitals.
        0x13a0..=0x13fd | 0xab70..=0xabbf => text.extend(c.to_uppercase()),
        _ => text.extend(c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase)),
    }
}

/// `str.isidentifier`.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}

/// Ends a line for `str.splitlines`.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_cpython() {
        assert!(is_alpha('中') && is_alpha('é') && is_alpha('ª'));
        assert!(!is_alpha('\u{345}') && !is_alpha('Ⅷ') && !is_alpha('\u{1f189}') && !is_alpha('1'));
        assert!(is_numeric('五') && is_numeric('½') && is_numeric('Ⅷ') && !is_numeric('中'));
        assert!(is_digit('²') && is_digit('٣') && !is_digit('½'));
        assert!(is_identifier("变量_1") && !is_identifier("1a") && !is_identifier(""));
    }

    #[test]
    fn case_mappings_that_rust_lacks() {
        let title = |c| {
            let mut text = String::new();
            push_title(&mut text, c);
            text
        };
        let fold = |c| {
            let mut text = String::new();
            push_casefold(&mut text, c);
            text
        };
        assert_eq!(title('ǆ'), "ǅ");
        assert_eq!(title('ß'), "Ss");
        assert_eq!(title('ﬁ'), "Fi");
        assert_eq!(title('ᾳ'), "ᾼ");
        assert_eq!(title('ᾲ'), "Ὰ\u{345}");
        assert_eq!(fold('ß'), "ss");
        assert_eq!(fold('ς'), "σ");
        assert_eq!(fold('ı'), "ı");
        assert_eq!(fold('ꭰ'), "Ꭰ");
        assert_eq!(fold('İ'), "i\u{307}");
    }
}
