//! Lone surrogates. A `str` here is valid UTF-8, which has none, so that U+D800 to U+DFFF are kept as 2048
//! characters in the middle of the private plane 16, which nobody uses: `ord`, `repr` and the codecs know.

/// U+D800 is kept as this.
const FIRST: u32 = 0x10d800;

/// The character that stands for a code point; `None` above U+10FFFF.
pub fn char_of(code: u32) -> Option<char> {
    match code {
        0xd800..=0xdfff => char::from_u32(FIRST + (code - 0xd800)),
        code => char::from_u32(code),
    }
}

/// The code point that a character stands for.
#[inline]
pub fn code_of(c: char) -> u32 {
    if is_surrogate(c) { c as u32 - FIRST + 0xd800 } else { c as u32 }
}

/// Stands for a surrogate.
#[inline]
pub fn is_surrogate(c: char) -> bool {
    (FIRST..FIRST + 0x800).contains(&(c as u32))
}

/// Has characters that stand for surrogates.
pub fn has_surrogates(text: &str) -> bool {
    // Their first byte is that of plane 16.
    text.as_bytes().contains(&0xf4) && text.chars().any(is_surrogate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_point_comes_back() {
        for code in [0, 0x41, 0xd7ff, 0xd800, 0xdbff, 0xdfff, 0xe000, 0x10ffff] {
            assert_eq!(char_of(code).map(code_of), Some(code));
        }
        assert_eq!(char_of(0x110000), None);
        assert!(has_surrogates(&char_of(0xdfff).unwrap().to_string()) && !has_surrogates("\u{10ffff}"));
    }
}
