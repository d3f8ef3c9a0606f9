//! Stands in for the crate `unicode_names2`, through `[patch.crates-io]` in the workspace's `Cargo.toml`.
//!
//! Ruff's parser asks `unicode_names2` what `\N{GREEK SMALL LETTER ALPHA}` means. The table behind that answer is 300 KB
//! of the page after brotli, two thirds of the parser, for an escape that asyncio programs do not use. This crate has
//! no table and knows no name, so that the parser reports `\N{…}` as a `SyntaxError` at its place.

#![no_std]

/// The character with that name: always `None`.
pub fn character(_name: &str) -> Option<char> {
    None
}
