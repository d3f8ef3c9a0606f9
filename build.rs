//! Collects `src/lessons/NN_slug/` into the table that `src/lessons.rs` includes (the lessons' words stay in their files), and
//! the library's modules in Python into the one that `src/vm/stdlib/library.rs` includes.

use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::{env, fs};

fn main() {
    lessons();
    library();
}

fn lessons() {
    println!("cargo::rerun-if-changed=src/lessons");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/lessons");
    let mut folders: Vec<String> = fs::read_dir(&root)
        .expect("src/lessons is there")
        .map(|entry| entry.expect("src/lessons can be listed"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("a lesson's folder is named in ASCII"))
        .collect();
    folders.sort();

    let mut version = DefaultHasher::new();
    let mut out = String::from("pub static LESSONS: &[Lesson] = &[\n");
    for folder in &folders {
        let (number, slug) = folder
            .split_once('_')
            .and_then(|(number, slug)| Some((number.parse::<u8>().ok().filter(|_| number.len() == 2)?, slug)))
            .unwrap_or_else(|| panic!("src/lessons/{folder}: a lesson's folder is named NN_slug"));
        let read = |file: &str| {
            let path = root.join(folder).join(file);
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("src/lessons/{folder}/{file}: {error}"))
        };
        let files = ["main.py", "en.md", "zh.md"].map(|file| (file, read(file)));
        files.hash(&mut version);
        let [_, (_, en), (_, zh)] = &files;
        let front = |file: &str, text: &str| Front::read(&format!("src/lessons/{folder}/{file}"), text);
        let (en, zh) = (front("en.md", en), front("zh.md", zh));
        assert!(
            Front { title: zh.title.clone(), ..en.clone() } == zh,
            "src/lessons/{folder}: the two languages disagree about what is not language"
        );
        writeln!(
            out,
            "Lesson {{ number: {number}, slug: {slug:?}, section: {}, part: {}, tags: &{:?}, level: Level::{}, \
             view: View::{}, en: {:?}, zh: {:?} }},",
            en.section, en.part, en.tags, en.level, en.view, en.title, zh.title
        )
        .expect("a string takes everything");
    }
    writeln!(
        out,
        "];\n\n/// Changes with their files.\npub const LESSONS_VERSION: &str = \"{:016x}\";",
        version.finish()
    )
    .expect("a string takes everything");
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("lessons.rs");
    fs::write(target, out).expect("OUT_DIR can be written");
}

/// A text's front matter; what is not a title is as it stands in the table, in Rust.
#[derive(Clone, PartialEq)]
struct Front {
    title: String,
    section: usize,
    part: String,
    tags: Vec<String>,
    level: &'static str,
    view: &'static str,
}

impl Front {
    /// What is missing or unknown fails the build with its place.
    fn read(path: &str, text: &str) -> Front {
        let (front, _) = text
            .strip_prefix("---\n")
            .and_then(|text| text.split_once("\n---\n"))
            .unwrap_or_else(|| panic!("{path}: it opens with front matter between two lines of ---"));
        let (mut title, mut section, mut tags, mut level, mut view) = (None, None, None, None, None);
        let mut part = String::from("None");
        for line in front.lines() {
            let (key, value) = line.split_once(':').unwrap_or_else(|| panic!("{path}: not `key: value`: {line}"));
            let value = value.trim();
            match key {
                "title" => title = Some(value.to_owned()),
                "section" if value == "more" => section = Some(10),
                "section" => {
                    section = value.parse().ok().filter(|section| (1..=10).contains(section)).map(|n: usize| n - 1)
                }
                "part" => part = part_of(value).unwrap_or_else(|| panic!("{path}: no part of the article: {value}")),
                "tags" => tags = Some(value.split(',').map(|tag| tag.trim().to_owned()).collect()),
                "level" => {
                    level = one_of(
                        value,
                        &[("beginner", "Beginner"), ("intermediate", "Intermediate"), ("advanced", "Advanced")],
                    );
                }
                "view" => {
                    view = one_of(
                        value,
                        &[("timeline", "Timeline"), ("loop", "Loop"), ("tasks", "Tasks"), ("console", "Console")],
                    );
                }
                _ => panic!("{path}: unknown key {key}"),
            }
        }
        let missing = |what: &str| -> ! { panic!("{path}: no {what}, or none that is known") };
        Front {
            title: title.unwrap_or_else(|| missing("title")),
            section: section.unwrap_or_else(|| missing("section from 1 to 10, or `more`")),
            part,
            tags: tags.unwrap_or_else(|| missing("tags")),
            level: level.unwrap_or_else(|| missing("level")),
            view: view.unwrap_or_else(|| missing("view")),
        }
    }
}

/// `example 2` as Rust.
fn part_of(value: &str) -> Option<String> {
    let (word, number) = value.split_once(' ')?;
    let kinds = [("example", "Example"), ("concept", "Concept"), ("advantage", "Advantage"), ("caution", "Caution")];
    Some(format!("Some(Part::{}({}))", one_of(word, &kinds)?, number.parse::<u8>().ok()?))
}

fn one_of(word: &str, known: &[(&str, &'static str)]) -> Option<&'static str> {
    known.iter().find(|(name, _)| *name == word).map(|(_, variant)| *variant)
}

/// Lists `src/vm/stdlib/python/*.py` for `src/vm/stdlib/library.rs`.
fn library() {
    const FOLDER: &str = "src/vm/stdlib/python";
    println!("cargo::rerun-if-changed={FOLDER}");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join(FOLDER);
    let mut modules: Vec<(String, String)> = fs::read_dir(&root)
        .unwrap_or_else(|error| panic!("{FOLDER}: {error}"))
        .map(|entry| entry.unwrap_or_else(|error| panic!("{FOLDER}: {error}")).path())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.strip_suffix(".py")?.to_owned();
            Some((name, fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))))
        })
        .collect();
    modules.sort();

    let on_page = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
        && env::var_os("CARGO_FEATURE_EMBED_LIBRARY").is_none();
    let mut version = DefaultHasher::new();
    let mut out = String::from("/// All of them, by name.\npub static LIBRARY: &[Library] = &[\n");
    for (name, source) in &modules {
        (name, source).hash(&mut version);
        let (mut needs, mut needs_for) = (Vec::new(), Vec::new());
        for (import, names) in imports(source) {
            let Some(index) = modules.iter().position(|(name, _)| *name == import) else { continue };
            if names.is_empty() {
                needs.push(index);
            }
            needs_for.extend(names.into_iter().map(|name| (name, index)));
        }
        needs.sort_unstable();
        needs.dedup();
        let path = root.join(format!("{name}.py"));
        let text = if on_page { "None".to_owned() } else { format!("Some(include_str!({path:?}))") };
        writeln!(out, "Library {{ name: {name:?}, needs: &{needs:?}, needs_for: &{needs_for:?}, text: {text} }},")
            .expect("a string takes everything");
    }
    let version = version.finish();
    writeln!(out, "];\n\n/// Changes with their texts.\npub const LIBRARY_VERSION: &str = \"{version:016x}\";")
        .expect("a string takes everything");
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("library.rs");
    fs::write(target, out).expect("OUT_DIR can be written");
}

/// The dotted names of the modules that a source of ours may import, parents included; other names may be among them.
/// An import that ends in `# for NAME, NAME` is made only for programs with one of these names in them.
fn imports(source: &str) -> impl Iterator<Item = (String, Vec<&str>)> {
    source.lines().flat_map(|line| {
        let (statement, names) = line.split_once("# for ").unwrap_or((line, ""));
        let names: Vec<&str> = names.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        let first_words = |list: &str| -> Vec<String> {
            list.trim_matches(['(', ')'])
                .split(',')
                .filter_map(|part| part.split_whitespace().next())
                .map(str::to_owned)
                .collect()
        };
        let statement = statement.trim();
        let modules = if let Some(modules) = statement.strip_prefix("import ") {
            first_words(modules)
        } else if let Some((module, parts)) =
            statement.strip_prefix("from ").and_then(|rest| rest.split_once(" import "))
        {
            first_words(parts).into_iter().map(|part| format!("{module}.{part}")).collect()
        } else {
            Vec::new()
        };
        modules.into_iter().flat_map(move |module| {
            let ends: Vec<usize> = module.match_indices('.').map(|(end, _)| end).chain([module.len()]).collect();
            let names = names.clone();
            ends.into_iter().map(move |end| (module[..end].to_owned(), names.clone()))
        })
    })
}
