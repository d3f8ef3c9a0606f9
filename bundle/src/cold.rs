//! Which functions are seldom called: those that no run of a lesson called while `cargo xtask profile` watched. They are
//! the wasm's rest.
//!
//! `cold.txt` has a line for each: a function's name, or the beginning of names that ends at a `::` and of which every
//! function is cold. So a new function is cold in a module that is all cold, and is not elsewhere.

use std::collections::{BTreeMap, HashSet};

/// A name begins with at least so many parts before all functions of that beginning are taken together: a crate, a module,
/// and what is in it.
const SHORTEST: usize = 3;

/// Whether these are called is chance, so they are never cold: what compares keys whose hashes agree in seven bits, which are
/// seeded at random; what a page does that has much to draw.
const BY_CHANCE: [&str; 2] = ["hashbrown::map::equivalent_key", "::use_throttled::"];

pub struct Cold {
    lines: HashSet<String>,
}

impl Cold {
    /// From the text of `cold.txt`.
    pub fn new(text: &str) -> Cold {
        Cold { lines: text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect() }
    }

    pub fn has(&self, name: &str) -> bool {
        let name = plain(name);
        if BY_CHANCE.iter().any(|part| name.contains(part)) {
            return false;
        }
        let ends = name.match_indices("::").map(|(at, separator)| at + separator.len()).chain([name.len()]);
        ends.into_iter().any(|end| self.lines.contains(&name[..end]))
    }
}

/// The text of `cold.txt` for functions by name, each with whether it was called.
pub fn write<'a>(functions: impl Iterator<Item = (&'a str, bool)>) -> String {
    let mut tree = Branch::default();
    for (name, is_called) in functions {
        let name = plain(name);
        let mut branch = &mut tree;
        branch.add(is_called);
        for part in name.split_inclusive("::") {
            branch = branch.parts.entry(part.to_owned()).or_default();
            branch.add(is_called);
        }
        branch.is_name = true;
    }
    let mut text = String::from("# Made by `cargo xtask profile`; see cold.rs.\n");
    tree.print(&mut String::new(), 0, &mut text);
    text
}

#[derive(Default)]
struct Branch {
    parts: BTreeMap<String, Branch>,
    is_name: bool,
    is_called: bool,
}

impl Branch {
    fn add(&mut self, is_called: bool) {
        self.is_called |= is_called;
    }

    fn print(&self, path: &mut String, depth: usize, text: &mut String) {
        let is_leaf = self.parts.is_empty();
        if !self.is_called && (is_leaf || depth >= SHORTEST) {
            text.push_str(path);
            text.push('\n');
            return;
        }
        for (part, branch) in &self.parts {
            let length = path.len();
            path.push_str(part);
            branch.print(path, depth + 1, text);
            path.truncate(length);
        }
    }
}

/// The name without the crates' hashes, `core[c5930c85a12de822]::fmt`, which change with the compiler.
pub fn plain(name: &str) -> String {
    const HASH: usize = 16;
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('[') {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let end = after.find(']').filter(|end| (HASH - 2..=HASH + 1).contains(end));
        let is_hash = end.is_some_and(|end| after[1..end].bytes().all(|byte| byte.is_ascii_hexdigit()));
        match end.filter(|_| is_hash) {
            Some(end) => rest = &after[end + 1..],
            None => {
                plain.push('[');
                rest = &after[1..];
            }
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const FUNCTIONS: [(&str, bool); 6] = [
        ("app[0123456789abcdef]::vm::run", true),
        ("app[0123456789abcdef]::vm::re::parse", false),
        ("app[0123456789abcdef]::vm::re::find", false),
        ("<app[0123456789abcdef]::vm::Value as core[123456789abcdef]::ops::Drop>::drop", true),
        ("<[app[0123456789abcdef]::Value] as core[123456789abcdef]::ops::Drop>::drop", false),
        ("memcpy", false),
    ];

    #[test]
    fn a_branch_without_calls_is_one_line() {
        let text = write(FUNCTIONS.into_iter());
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines, ["<[app::Value] as core::ops::", "app::vm::re::", "memcpy"]);
    }

    #[test]
    fn what_is_written_is_read() {
        let cold = Cold::new(&write(FUNCTIONS.into_iter()));
        for (name, is_called) in FUNCTIONS {
            assert_eq!(cold.has(name), !is_called, "{name}");
        }
        assert!(cold.has("app[ffffffffffffffff]::vm::re::split"), "new in a module that is all cold");
        assert!(!cold.has("app[ffffffffffffffff]::vm::eval"), "new elsewhere");
    }
}
