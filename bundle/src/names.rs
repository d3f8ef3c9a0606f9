//! Short names for what the application's wasm and its script know each other's functions by: wasm-bindgen's have hashes in
//! them, which do not compress.

use std::collections::HashMap;

use wasmparser::ExternalKind;

use crate::Result;
use crate::module::Module;

/// How the names of exports begin that only the script uses, and only under the wasm's name for them.
const INTERNAL: &str = "wasm_bindgen";

pub struct Names<'a> {
    short: HashMap<&'a str, String>,
}

impl<'a> Names<'a> {
    pub fn new(module: &Module<'a>) -> Result<Names<'a>> {
        let mut short = HashMap::new();
        let mut add = |name: &'a str| {
            let number = short.len();
            short.entry(name).or_insert_with(|| format!("${}", letters(number)));
        };
        for import in module.imports.clone().into_imports() {
            add(import.map_err(|error| error.to_string())?.name);
        }
        let functions = module.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        functions.map(|export| export.name).filter(|name| name.starts_with(INTERNAL)).for_each(add);
        Ok(Names { short })
    }

    pub fn of<'n>(&'n self, name: &'n str) -> &'n str {
        self.short.get(name).map_or(name, String::as_str)
    }

    /// The script with its names for them. Fails when it lacks one, or has a name of ours already.
    pub fn in_script(&self, script: &str) -> Result<String> {
        let mut out = String::with_capacity(script.len());
        let mut found = HashMap::new();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut rest = script;
        while let Some(start) = rest.find(is_word) {
            let length = rest[start..].find(|c| !is_word(c)).unwrap_or(rest.len() - start);
            let word = &rest[start..start + length];
            out.push_str(&rest[..start]);
            match self.short.get(word) {
                Some(short) => {
                    *found.entry(word).or_insert(0) += 1;
                    out.push_str(short);
                }
                None if self.short.values().any(|short| short == word) => {
                    return Err(format!("wasm-bindgen's script has the name {word} already"));
                }
                None => out.push_str(word),
            }
            rest = &rest[start + length..];
        }
        out.push_str(rest);
        match self.short.keys().find(|name| !found.contains_key(*name)) {
            Some(name) => Err(format!("wasm-bindgen's script does not name {name}")),
            None => Ok(out),
        }
    }
}

/// `0` … `z`, `A` … `Z`, `10` …
pub fn letters(mut number: usize) -> String {
    const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.insert(0, DIGITS[number % DIGITS.len()] as char);
        number /= DIGITS.len();
        if number == 0 {
            return name;
        }
    }
}
