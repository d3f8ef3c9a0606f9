//! Arrows between the folders go one way, and only the outer ones know the browser. The paths that the sources name are
//! read from their text, so that this holds for code behind every feature and target.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder (or file) of `src/` and the modules of this crate that it may name, itself always among them.
const ARROWS: &[(&str, &[&str])] = &[
    ("vm", &[]),
    ("trace", &[]),
    ("asyncio", &["vm", "trace::event"]),
    ("run", &["asyncio", "vm", "trace"]),
    ("lessons", &[]),
    ("lesson", &["trace"]),
    ("browser", &["run", "trace"]),
    ("ui", &["browser", "run", "trace", "lessons", "lesson"]),
    ("embed", &["ui", "browser", "run", "trace", "lessons", "lesson"]),
];

/// Crates, or items, that only some places may name.
const RESERVED: &[(&str, &[&str])] = &[
    ("web_sys", &["browser", "ui", "embed", "main"]),
    ("js_sys", &["browser", "ui", "embed", "main"]),
    ("wasm_bindgen", &["browser", "ui", "embed", "main"]),
    ("wasm_bindgen_futures", &["browser", "ui", "embed", "main"]),
    ("gloo_timers", &["browser", "ui", "embed", "main"]),
    ("yew", &["ui", "embed", "main"]),
    // No type of the parser leaves the compiler.
    ("ruff_python_ast", &["vm/compile"]),
    ("ruff_python_parser", &["vm/compile"]),
    ("ruff_text_size", &["vm/compile"]),
    // A program lives on its own clock, and these trap in wasm.
    ("Instant", &[]),
    ("SystemTime", &[]),
];

#[test]
fn arrows_between_folders_go_one_way() {
    let mut wrong = String::new();
    for source in sources() {
        let Some((layer, allowed)) = ARROWS.iter().find(|(layer, _)| source.is_in(layer)) else {
            continue;
        };
        for (line, path) in source.paths_from_the_root() {
            let fits = |module: &str| path == module || path.starts_with(&format!("{module}::"));
            if !fits(layer) && !allowed.iter().any(|module| fits(module)) {
                writeln!(wrong, "{}:{line}: `{layer}` names crate::{path}", source.file.display()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "these arrows are not in the design:\n{wrong}");
}

#[test]
fn the_root_is_named_as_crate() {
    let mut wrong = String::new();
    for source in sources() {
        for line in source.supers_to_the_root() {
            writeln!(wrong, "{}:{line}", source.file.display()).unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "`super` reaches the crate's root, past the check of the arrows; write `crate::…`:\n{wrong}"
    );
}

#[test]
fn every_folder_has_a_layer() {
    let known = |source: &Source| ARROWS.iter().any(|(layer, _)| source.is_in(layer));
    let unknown: Vec<_> = sources().into_iter().filter(|source| !known(source)).map(|source| source.place).collect();
    assert_eq!(unknown, ["lib", "main"], "a folder that `ARROWS` does not know");
}

#[test]
fn only_the_outer_layers_know_the_browser() {
    let mut wrong = String::new();
    for source in sources() {
        for (line, word) in source.words() {
            let reserved = RESERVED.iter().find(|(name, _)| *name == word);
            if let Some((name, places)) = reserved
                && !places.iter().any(|place| source.is_in(place))
            {
                writeln!(wrong, "{}:{line}: {name} is for {places:?}", source.file.display()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn paths_are_read_out_of_every_form() {
    let text = r##"
        use crate::{trace::event::{Event, Nanos}, vm};
        pub(crate) fn f<'a>(x: &'a crate::ui::App) -> char { /* crate::a */ 'c' } // crate::b
        const TEXT: (&str, &str) = ("crate::c \" crate::d", r#"crate::e "quoted""#);
        use crate::run::*;
    "##;
    let source = Source { file: "x.rs".into(), place: "vm/x".into(), tokens: tokens(text) };
    let paths: Vec<String> = source.paths_from_the_root().into_iter().map(|(_, path)| path).collect();
    assert_eq!(paths, ["trace::event::Event", "trace::event::Nanos", "vm", "ui::App", "run::*"]);
    assert_eq!(source.paths_from_the_root()[3].0, 3);
}

struct Source {
    file: PathBuf,
    /// Its module, with slashes: `vm/compile/expr`; `vm` for `vm/mod.rs`.
    place: String,
    tokens: Vec<(usize, String)>,
}

impl Source {
    fn is_in(&self, place: &str) -> bool {
        self.place == place || self.place.starts_with(&format!("{place}/"))
    }

    fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tokens.iter().map(|(line, token)| (*line, token.as_str()))
    }

    /// What follows `crate::`, with braces multiplied out, and its line.
    fn paths_from_the_root(&self) -> Vec<(usize, String)> {
        let mut paths = Vec::new();
        for at in 0..self.tokens.len() {
            if self.token(at) == "crate" && self.token(at + 1) == "::" {
                let line = self.tokens[at].0;
                let mut found = Vec::new();
                self.path_tree(at + 2, "", &mut found);
                paths.extend(found.into_iter().map(|path| (line, path)));
            }
        }
        paths
    }

    /// Collects the paths of `a::{b, c::d}` that begin at a token; returns where they end.
    fn path_tree(&self, mut at: usize, prefix: &str, paths: &mut Vec<String>) -> usize {
        if self.token(at) == "{" {
            at += 1;
            while !matches!(self.token(at), "}" | "") {
                at = self.path_tree(at, prefix, paths);
                while !matches!(self.token(at), "," | "}" | "") {
                    at += 1; // `as name`
                }
                if self.token(at) == "," {
                    at += 1;
                }
            }
            return at + 1;
        }
        let path = if prefix.is_empty() { self.token(at).to_string() } else { format!("{prefix}::{}", self.token(at)) };
        if self.token(at + 1) == "::" && self.token(at + 2) != "<" {
            return self.path_tree(at + 2, &path, paths);
        }
        paths.push(path);
        at + 1
    }

    /// The lines where a chain of `super`s climbs out of the layer, to the crate's root.
    fn supers_to_the_root(&self) -> Vec<usize> {
        let mut lines = Vec::new();
        // How many braces are open, and at which of them an inline module (`mod tests {`) began.
        let (mut open, mut inline) = (0, Vec::new());
        for (at, (line, token)) in self.tokens.iter().enumerate() {
            match token.as_str() {
                "{" => {
                    open += 1;
                    if at >= 2 && self.token(at - 2) == "mod" {
                        inline.push(open);
                    }
                }
                "}" => {
                    if inline.last() == Some(&open) {
                        inline.pop();
                    }
                    open -= 1;
                }
                _ => {}
            }
            let depth = self.place.split('/').count() + inline.len();
            if (0..depth).all(|n| self.token(at + 2 * n) == "super" && self.token(at + 2 * n + 1) == "::") {
                lines.push(*line);
            }
        }
        lines
    }

    fn token(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |(_, token)| token)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files.sort();
    let source = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a source file is UTF-8");
        let module = file.strip_prefix(&root).expect("it lies under src/").with_extension("");
        let module = if module.ends_with("mod") { module.parent().map(Path::to_path_buf) } else { Some(module) };
        let parts = module.expect("a mod.rs lies in a folder");
        let place = parts.iter().map(|part| part.to_str().expect("ASCII names")).collect::<Vec<_>>().join("/");
        Source { tokens: tokens(&text), file: Path::new("src").join(file.strip_prefix(&root).unwrap()), place }
    };
    files.into_iter().map(source).collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources can be listed") {
        let path = entry.expect("a folder of sources can be listed").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Words and punctuation with their lines, without comments, strings, characters and lifetimes.
fn tokens(text: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut tokens, mut line, mut i) = (Vec::new(), 1, 0);
    while i < chars.len() {
        let start = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => (depth, i) = (depth + 1, i + 2),
                        ('*', '/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                    if depth == 0 || i >= chars.len() {
                        break;
                    }
                }
            }
            '"' => i = end_of_string(&chars, i),
            'r' if at(i + 1) == '"' || at(i + 1) == '#' && matches!(at(i + 2), '"' | '#') => {
                let hashes = (i + 1..).take_while(|&j| at(j) == '#').count();
                i += hashes + 2;
                while i < chars.len() && !(at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#')) {
                    i += 1;
                }
                i += hashes + 1;
            }
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            '\'' => i += 1,
            ':' if at(i + 1) == ':' => {
                tokens.push((line, "::".to_string()));
                i += 2;
            }
            c if c.is_alphabetic() || c == '_' => {
                while at(i).is_alphanumeric() || at(i) == '_' {
                    i += 1;
                }
                // b"…" and c"…": the letter belongs to the string.
                let prefix = at(i) == '"' && matches!(chars[start..i], ['b'] | ['c']);
                if !prefix {
                    tokens.push((line, chars[start..i].iter().collect()));
                }
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push((line, c.to_string()));
                }
                i += 1;
            }
        }
        i = i.min(chars.len());
        line += chars[start..i].iter().filter(|&&c| c == '\n').count();
    }
    tokens
}

fn end_of_string(chars: &[char], quote: usize) -> usize {
    let mut i = quote + 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}
