//! `awaitscope.js`, which other people's pages load: its source is beside this file, and gets the names of the application's
//! files and those rules of the style sheet that the code needs before there is an application.

use crate::Result;
use crate::page::{Page, read, write};

const SOURCE: &str = include_str!("awaitscope.js");

/// The sections of the style sheet that it takes rules from.
const SECTIONS: [&str; 4] = ["palette and tokens", "controls", "editor", "embed"];

/// The classes that it uses itself, beside those of coloured code. A rule about another one is the application's.
const CLASSES: [&str; 16] = [
    "embed", "play", "preview", "controls", "button", "primary", "label", "lost", "editor", "sheet", "paper", "ln",
    "gutter", "n", "src", "icon",
];

/// What lines and buttons become only in the application.
const STATES: [&str; 5] = ["[data-running]", "[data-pointed]", "[data-wrong]", ":disabled", "[data-testid"];

/// Rules without a class that are needed.
const BASE: [&str; 6] = ["*", "::before", "::after", "button", ":focus-visible", ":host"];

pub fn write_loader(page: &Page) -> Result<()> {
    let style = read(&page.dir.join(&page.style))?;
    let mut css = String::new();
    for section in SECTIONS {
        css.push_str(section_of(&style, section).ok_or(format!("{} has no section {section}", page.style))?);
    }
    let mut script = small(SOURCE);
    let values =
        [("app", &page.script), ("wasm", &page.wasm), ("style", &page.style), ("css", &needed(&small_css(&css)))];
    for (name, value) in values {
        let place = format!("\"@{name}@\"");
        if script.matches(&place).count() != 1 {
            return Err(format!("awaitscope.js has not one place for {place}"));
        }
        script = script.replace(&place, &literal(value));
    }
    write(&page.dir.join("awaitscope.js"), script.as_bytes())
}

/// What stands under `/* ---- name ---- */`.
fn section_of<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = style.split_once(&format!("/* ---- {name} ---- */"))?;
    Some(after.split("/* ---- ").next().unwrap_or(after))
}

/// Without the comments and the indentation. No comment stands behind code, and no text is longer than its line.
pub fn small(script: &str) -> String {
    let mut small = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let is_comment = in_comment || line.starts_with("/*");
        in_comment = is_comment && !line.ends_with("*/");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            small.push_str(line);
            small.push('\n');
        }
    }
    small
}

/// Without comments, and with one space where there were more.
pub fn small_css(css: &str) -> String {
    let mut rest = css;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rules whose selectors name no other class.
fn needed(css: &str) -> String {
    let mut out = String::new();
    for (head, body) in rules(css) {
        let selectors: Vec<&str> = head.split(", ").filter(|selector| is_needed(selector)).collect();
        if !selectors.is_empty() {
            let body = body.trim().trim_end_matches(';').replace("; ", ";").replace(": ", ":");
            out += &format!("{}{{{body}}}", selectors.join(","));
        }
    }
    out
}

fn is_needed(selector: &str) -> bool {
    let end = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
    let mut classes = selector.split('.').skip(1).map(|rest| rest.split(end).next().unwrap_or_default());
    let is_ours = |class: &str| CLASSES.contains(&class) || class.starts_with("tok-");
    let is_about = selector.starts_with(['.', '[']) && selector.contains('.')
        || BASE.iter().any(|base| selector.starts_with(base));
    is_about && classes.all(is_ours) && !STATES.iter().any(|state| selector.contains(state))
}

/// The rules at the top of a style sheet: what stands before the braces, and what in them.
fn rules(css: &str) -> Vec<(&str, &str)> {
    let mut rules = Vec::new();
    let mut rest = css;
    while let Some(open) = rest.find('{') {
        let mut depth = 0;
        let end = rest[open..].find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let Some(end) = end else { break };
        rules.push((rest[..open].trim(), &rest[open + 1..open + end]));
        rest = &rest[open + end + 1..];
    }
    rules
}

/// A JavaScript string.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let style = "/* ---- a ---- */\nb { c: d; }\n/* ---- e ---- */\nf {}";
        assert_eq!(section_of(style, "a"), Some("\nb { c: d; }\n"));
        assert_eq!(section_of(style, "e"), Some("\nf {}"));
        assert_eq!(section_of(style, "g"), None);
    }

    #[test]
    fn only_rules_about_the_code_are_carried() {
        let css = ".ln { a: b; } .ln, .chip { c: d; } .chip { e: f; } @media (x) { .ln { g: h; } } .ln[data-wrong] { i: j } h1 { k: l }";
        assert_eq!(needed(css), ".ln{a:b}.ln{c:d}");
    }

    #[test]
    fn what_only_people_read_is_left_out() {
        assert_eq!(small("// a\n  b(\"//c\");\n\n"), "b(\"//c\");\n");
        assert_eq!(small_css("/* a */ b  {\n  c: \"d\" }"), "b { c: \"d\" }");
        assert_eq!(literal("a\"\\\n"), r#""a\"\\\n""#);
    }
}
