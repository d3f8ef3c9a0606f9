//! Finishes the page that trunk has built, before trunk puts it into `dist/`: a `post_build` hook of `Trunk.toml`, so that
//! `trunk serve` and `trunk build` do it too.
//!
//! `bundle cold FOLDER` makes `cold.txt` of what was noted in the folder; `cargo xtask profile` does all of it.

mod page;

mod start;

mod element;

mod whole;

mod frame;

mod policy;

mod offline;

mod module;

mod names;

mod split;

mod profile;

mod data;

mod cold;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::process::ExitCode;

use cold::Cold;
use module::Module;
use page::Page;

/// What failed, for the person who builds.
type Result<T> = std::result::Result<T, String>;

/// Set in the environment: the wasm is to note which functions are called, and stays whole.
const PROFILE: &str = "AWAITSCOPE_PROFILE";

/// Set in the environment: the wasm becomes two parts. Not the rule yet: a door loads by a synchronous request, which Chromium
/// does not give to a service worker, so a page without a network could end there.
const SPLIT: &str = "AWAITSCOPE_SPLIT";

const WASM: &str = "wasm32-unknown-unknown";

/// Beside a wasm that notes: its functions' names, a line each in the order of their indices; and those that were called.
const FUNCTIONS: &str = "functions.txt";
const CALLED: &str = "called.txt";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let result = match (args.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), staging) {
        (["cold", folder], _) => write_cold(Path::new(folder)),
        ([], Some(dir)) => finish(dir),
        _ => {
            Err("trunk calls this program (Trunk.toml, [[hooks]]), with the page's folder in TRUNK_STAGING_DIR".into())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("bundle: {message}");
            ExitCode::FAILURE
        }
    }
}

fn finish(dir: PathBuf) -> Result<()> {
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "debug");
    let mut page = Page::read(dir)?;
    if std::env::var_os(PROFILE).is_some() {
        note_calls(&page)?;
        start::move_out(&mut page)?;
        element::write_loader(&page)?;
        return page.write();
    }
    // Not while somebody edits and reloads: it takes seconds, and a worker would keep what they had before.
    if is_release {
        let named = page.wasm_bytes()?;
        page::write(&page.dir.join(&page.wasm), &module::strip(&named)?)?;
        let single = whole::make(&page, &["library", "lessons", "awaitscope_record.py"])?;
        page::write(&page.dir.join("awaitscope.html"), single.as_bytes())?;
        page::write(&page.dir.join("embed.html"), frame::make(&page)?.as_bytes())?;
        offline::announce(&mut page)?;
        if std::env::var_os(SPLIT).is_some() {
            take_apart(&mut page, &named)?;
        }
    }
    start::move_out(&mut page)?;
    element::write_loader(&page)?;
    if is_release {
        shrink(&mut page)?;
    }
    page.write()?;
    if is_release { offline::write_worker(&page.dir) } else { offline::write_end_of_worker(&page.dir) }
}

/// The wasm becomes two files, both without names.
fn take_apart(page: &mut Page, named: &[u8]) -> Result<()> {
    let module = Module::read(named)?;
    // Built with another profile than `page`: it has no names to go by.
    if module.names.is_empty() {
        return Ok(());
    }
    let cold = Cold::new(include_str!("../cold.txt"));
    let stem = page.script.strip_suffix(".js").unwrap_or(&page.script).to_owned();
    let stem = stem.rsplit_once('-').map_or(stem.as_str(), |(name, _)| name);
    let names = names::Names::new(&module)?;
    let script = page.dir.join(&page.script);
    page::write(&script, names.in_script(&page::read(&script)?)?.as_bytes())?;
    let name = |rest: &[u8]| format!("{stem}-{:016x}_rest.wasm", hash(rest));
    let (parts, rest) = split::split(&module, &linked()?, &names, &|name| cold.has(name), &name)?;
    page::write(&page.dir.join(rest), &parts.rest)?;
    page.replace_wasm(&parts.first, &format!("{stem}-{:016x}_bg.wasm", hash(&parts.first)))
}

/// What is for people goes out of the page, its script and its style sheet.
fn shrink(page: &mut Page) -> Result<()> {
    let (script, style) = (page.dir.join(&page.script), page.dir.join(&page.style));
    page::write(&script, element::small(&page::read(&script)?).as_bytes())?;
    let mut css = element::small_css(&page::read(&style)?);
    for (loose, tight) in [(" { ", "{"), ("; ", ";"), (";}", "}"), ("} ", "}"), (", ", ",")] {
        css = css.replace(loose, tight);
    }
    page::write(&style, css.as_bytes())?;
    while let Some(start) = page.html.find("<!--") {
        let end = page.html[start..].find("-->").ok_or("a comment of index.html has no end")?;
        page.html.replace_range(start..start + end + "-->".len(), "");
    }
    page.html = page.html.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
    Ok(())
}

/// The application's wasm as the linker wrote it: where cargo has put it a moment ago.
fn linked() -> Result<Vec<u8>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let metadata = Command::new(cargo).args(["metadata", "--format-version=1", "--no-deps", "--offline"]).output();
    let metadata = metadata.map_err(|error| format!("cargo metadata: {error}"))?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    let target = metadata["target_directory"].as_str().ok_or("cargo metadata names no target folder")?;
    let profiles =
        ["page", "release"].map(|profile| Path::new(target).join(WASM).join(profile).join("awaitscope.wasm"));
    let age = |path: &PathBuf| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let newest = profiles.into_iter().max_by_key(age).filter(|path| path.is_file());
    let newest = newest.ok_or(format!("the linker left no awaitscope.wasm in {target}"))?;
    std::fs::read(&newest).map_err(|error| format!("{}: {error}", newest.display()))
}

fn note_calls(page: &Page) -> Result<()> {
    let bytes = page.wasm_bytes()?;
    let module = Module::read(&bytes)?;
    page::write(&page.dir.join(&page.wasm), &profile::instrument(&module)?)?;
    let script = page.dir.join(&page.script);
    page::write(&script, profile::show_calls(&page::read(&script)?)?.as_bytes())?;
    let mut names = String::new();
    for index in 0..module.functions.len() as u32 {
        names.push_str(module.names.get(&index).copied().unwrap_or_default());
        names.push('\n');
    }
    page::write(&page.dir.join(FUNCTIONS), names.as_bytes())
}

fn write_cold(folder: &Path) -> Result<()> {
    let (functions, called) = (page::read(&folder.join(FUNCTIONS))?, page::read(&folder.join(CALLED))?);
    let called: HashSet<&str> = called.lines().collect();
    let named = functions.lines().filter(|name| !name.is_empty());
    let text = cold::write(named.map(|name| (name, called.contains(name))));
    page::write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cold.txt"), text.as_bytes())
}

/// The same for the same bytes, on every machine and in every build with one compiler.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
