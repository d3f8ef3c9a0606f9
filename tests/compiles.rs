//! The compiler alone on the programs of `tests/cpython`: each compiles, or is refused with CPython's words, at its place.
//! `tests/conformance.rs` asks more; this one takes a second and needs no interpreter.

use std::path::{Path, PathBuf};

use awaitscope::vm::compile::{SyntaxError, compile};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython")
}

fn programs() -> Vec<PathBuf> {
    let topics = std::fs::read_dir(corpus()).expect("tests/cpython is there").flatten();
    let mut programs: Vec<PathBuf> = topics
        .filter_map(|topic| std::fs::read_dir(topic.path()).ok())
        .flat_map(|files| files.flatten().map(|file| file.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    programs
}

/// What CPython printed about the program's text, if it refused it: warnings aside, all of stderr.
fn refusal(program: &Path) -> Option<String> {
    let stderr = std::fs::read_to_string(program.with_extension("stderr")).unwrap_or_default();
    let last = stderr.trim_end().lines().last()?.to_string();
    let kinds = ["SyntaxError:", "IndentationError:", "TabError:"];
    let at = stderr.find("  File ")?;
    (!stderr.contains("Traceback") && kinds.iter().any(|kind| last.starts_with(kind))).then(|| stderr[at..].to_string())
}

/// The error as CPython draws it: the line without its indentation, and carets under the place.
fn draw(error: &SyntaxError, file_name: &str, source: &str) -> String {
    let line = source.lines().nth(error.line.saturating_sub(1) as usize).unwrap_or_default().trim_end();
    // Only spaces are taken away: a tab stays, and stays under the line too.
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let column = error.column.saturating_sub(1) as usize;
    let end = match error.end_line == error.line {
        true => error.end_column.saturating_sub(1) as usize,
        false => line.chars().count(),
    };
    format!(
        "  File \"{file_name}\", line {}\n    {}\n    {}{}\n{}: {}\n",
        error.line,
        text,
        " ".repeat(column.saturating_sub(indent)),
        "^".repeat(end.saturating_sub(column).max(1)),
        error.kind,
        error.message
    )
}

#[test]
fn each_program_compiles_or_is_refused_in_cpythons_words() {
    let mut failures = Vec::new();
    let unsupported =
        std::fs::read_to_string(corpus().join("UNSUPPORTED")).expect("tests/cpython/UNSUPPORTED is there");
    for program in programs() {
        let topic = program.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
        let stem = program.file_stem().unwrap_or_default().to_string_lossy();
        if unsupported.contains(&format!("\n{topic}/{stem} |")) {
            continue;
        }
        let source = std::fs::read_to_string(&program).expect("the program can be read");
        let file_name = program.file_name().unwrap_or_default().to_string_lossy();
        match (compile(&source), refusal(&program)) {
            (Ok(_), None) => {}
            (Ok(_), Some(expected)) => failures.push(format!("{file_name}: compiles, but CPython says\n{expected}")),
            (Err(error), expected) => {
                let (expected, ours) = (expected.unwrap_or_default(), draw(&error, &file_name, &source));
                // Where CPython draws no carets, the place is in the line number alone.
                let bare: String =
                    ours.lines().filter(|l| !l.trim_start().starts_with('^')).map(|l| format!("{l}\n")).collect();
                if ours != expected && bare != expected {
                    failures.push(format!("- CPython\n{expected}+ ours\n{ours}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}\n{} programs", failures.join("\n"), failures.len());
}
