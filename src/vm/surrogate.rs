//! Lone surrogates. A `str` here is valid UTF-8, which has none, so that U+D800 to U+DFFF are kept as the last 2048
//! characters of the private plane 16, which nobody uses: `ord`, `repr` and the codecs know.

/// U+D800 is kept as this.
const FIRST: u32 = 0x10f800;

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
    let code = c as u32;
    if code >= FIRST { code - FIRST + 0xd800 } else { code }
}

/// Stands for a surrogate.
#[inline]
pub fn is_surrogate(c: char) -> bool {
    c as u32 >= FIRST
}

/// Has characters that stand for surrogates.
pub fn has_surrogates(text: &str) -> bool {
    // Their first byte is that of plane 16.
    text.as_bytes().contains(&0xf4) && text.chars().any(is_surrogate)
}
