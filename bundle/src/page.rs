//! The folder that trunk has filled: its index.html, and the names of the application's two files.

use std::path::{Path, PathBuf};

use crate::Result;

pub struct Page {
    pub dir: PathBuf,
    /// index.html, written by [`Page::write`].
    pub html: String,
    /// The application's JavaScript: `awaitscope-HASH.js`.
    pub script: String,
    /// The application itself: `awaitscope-HASH_bg.wasm`.
    pub wasm: String,
    /// `style-HASH.css`.
    pub style: String,
}

impl Page {
    /// Fails when the folder is not as trunk leaves it.
    pub fn read(dir: PathBuf) -> Result<Page> {
        let html = read(&dir.join("index.html"))?;
        let mut names = Vec::new();
        let entries = dir.read_dir().map_err(|error| format!("{}: {error}", dir.display()))?;
        for entry in entries.flatten() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        let wasm = only(&names, "_bg.wasm")?;
        let script = format!("{}.js", wasm.strip_suffix("_bg.wasm").unwrap_or(&wasm));
        if !names.contains(&script) {
            return Err(format!("{script} is not beside {wasm}"));
        }
        let style = only(&names, ".css")?;
        Ok(Page { dir, html, script, wasm, style })
    }

    /// The one file of the page whose name begins and ends so.
    pub fn file(&self, prefix: &str, suffix: &str) -> Result<String> {
        let entries = self.dir.read_dir().map_err(|error| format!("{}: {error}", self.dir.display()))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        only(&names.filter(|name| name.starts_with(prefix)).collect::<Vec<_>>(), suffix)
    }

    pub fn wasm_bytes(&self) -> Result<Vec<u8>> {
        read_bytes(&self.dir.join(&self.wasm))
    }

    /// Puts another wasm in the place of trunk's, under another name.
    pub fn replace_wasm(&mut self, bytes: &[u8], name: &str) -> Result<()> {
        let old = self.dir.join(&self.wasm);
        std::fs::remove_file(&old).map_err(|error| format!("{}: {error}", old.display()))?;
        write(&self.dir.join(name), bytes)?;
        self.html = self.html.replace(&self.wasm, name);
        let script = self.dir.join(&self.script);
        write(&script, read(&script)?.replace(&self.wasm, name).as_bytes())?;
        self.wasm = name.to_owned();
        Ok(())
    }

    pub fn write(&self) -> Result<()> {
        write(&self.dir.join("index.html"), self.html.as_bytes())
    }
}

fn only(names: &[String], suffix: &str) -> Result<String> {
    let mut found = names.iter().filter(|name| name.ends_with(suffix));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(name.clone()),
        (None, _) => Err(format!("trunk made no file that ends with {suffix}")),
        (Some(one), Some(other)) => Err(format!("both {one} and {other}: which is it?")),
    }
}

pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
