//! The parser's faults -> CPython's wording.

use ruff_python_ast::ModModule;
use ruff_python_parser::Parsed;

use super::SyntaxError;
use super::source::Source;

/// The first fault that CPython would report.
pub(super) fn check(source: &Source, parsed: &Parsed<ModModule>) -> Result<(), Box<SyntaxError>> {
    if let Some(error) = parsed.errors().first() {
        return Err(source.error("invalid syntax", error.location));
    }
    Ok(())
}
