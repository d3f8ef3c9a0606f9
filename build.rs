//! Collects `src/lessons/NN_slug/` into the table that `src/lessons/mod.rs` includes.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=src/lessons");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/lessons");
    let mut folders: Vec<String> = fs::read_dir(&root)
        .expect("src/lessons is there")
        .map(|entry| entry.expect("src/lessons can be listed"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("a lesson's folder is named in ASCII"))
        .collect();
    folders.sort();

    let mut out = String::from("pub static LESSONS: &[Lesson] = &[\n");
    for folder in &folders {
        let (number, slug) = folder
            .split_once('_')
            .and_then(|(number, slug)| Some((number.parse::<u8>().ok()?, slug)))
            .unwrap_or_else(|| panic!("src/lessons/{folder}: a lesson's folder is named NN_slug"));
        let read = |file: &str| {
            let path = root.join(folder).join(file);
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("src/lessons/{folder}/{file}: {error}"))
        };
        let program = read("main.py");
        let [en, zh] = ["en.md", "zh.md"].map(|file| page(&format!("src/lessons/{folder}/{file}"), &read(file)));
        assert!(
            en.section == zh.section && en.tags == zh.tags,
            "src/lessons/{folder}: the two languages disagree about section or tags"
        );
        writeln!(
            out,
            "Lesson {{ number: {number}, slug: {slug:?}, section: {}, tags: &{:?}, program: {program:?}, \
             en: Page {{ title: {:?}, body: {:?} }}, zh: Page {{ title: {:?}, body: {:?} }} }},",
            en.section, en.tags, en.title, en.body, zh.title, zh.body
        )
        .expect("a string takes everything");
    }
    out.push_str("];\n");
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("lessons.rs");
    fs::write(target, out).expect("OUT_DIR can be written");
}

struct Page {
    title: String,
    section: u8,
    tags: Vec<String>,
    body: String,
}

/// Takes a text apart into its front matter and its body; what is missing or unknown fails the build with its place.
fn page(path: &str, text: &str) -> Page {
    let (front, body) = text
        .strip_prefix("---\n")
        .and_then(|text| text.split_once("\n---\n"))
        .unwrap_or_else(|| panic!("{path}: it opens with front matter between two lines of ---"));
    let (mut title, mut section, mut tags) = (None, None, None);
    for line in front.lines() {
        let (key, value) = line.split_once(':').unwrap_or_else(|| panic!("{path}: not `key: value`: {line}"));
        let value = value.trim();
        match key {
            "title" => title = Some(value.to_owned()),
            "section" => section = value.parse().ok().filter(|section| (1..=10).contains(section)),
            "tags" => tags = Some(value.split(',').map(|tag| tag.trim().to_owned()).collect()),
            _ => panic!("{path}: unknown key {key}"),
        }
    }
    Page {
        title: title.unwrap_or_else(|| panic!("{path}: no title")),
        section: section.unwrap_or_else(|| panic!("{path}: no section from 1 to 10")),
        tags: tags.unwrap_or_else(|| panic!("{path}: no tags")),
        body: body.trim().to_owned(),
    }
}
