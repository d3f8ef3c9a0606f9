//! Stands in for the crate `unicode-normalization`, through `[patch.crates-io]` in the workspace's `Cargo.toml`. Its README
//! says why, and what is lost.

#![no_std]

use core::iter::Map;
use core::str::Chars;

pub trait UnicodeNormalization<'a> {
    /// The characters with full-width ones folded to ASCII: the part of NFKC that needs no table.
    fn nfkc(self) -> Map<Chars<'a>, fn(char) -> char>;
}

impl<'a> UnicodeNormalization<'a> for &'a str {
    fn nfkc(self) -> Map<Chars<'a>, fn(char) -> char> {
        self.chars().map(fold)
    }
}

/// U+FF01 to U+FF5E are ASCII's printable characters in full width, in the same order.
fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xff01) as u8 + b'!'),
        '\u{b5}' => '\u{3bc}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::UnicodeNormalization;
    use std::string::String;

    #[test]
    fn full_width_letters_are_folded_and_others_stay() {
        assert_eq!("ＡＳＣＩＩ＿９".nfkc().collect::<String>(), "ASCII_9");
        assert_eq!("名前é".nfkc().collect::<String>(), "名前é");
    }
}
