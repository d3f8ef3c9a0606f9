//! From the parser's verdict to the error that CPython reports.

use ruff_python_ast::ModModule;
use ruff_python_parser::Parsed;
use ruff_text_size::TextRange;

use super::SyntaxError;
use super::recognizer;
use super::source::Source;
use super::token::{Stop, Tokens};

/// The first fault that CPython would report, if the text has one.
pub(super) fn check(source: &Source, tokens: &Tokens, parsed: &Parsed<ModModule>) -> Result<(), Box<SyntaxError>> {
    let unsupported = parsed.unsupported_syntax_errors().first().map(|error| (error.to_string(), error.range));
    let fault = parsed.errors().first().map(|error| (error.to_string(), error.location));
    let Some((message, range)) = fault.or(unsupported) else { return Ok(()) };
    if let Some(error) = recognizer::explain(source, tokens) {
        return Err(error);
    }
    // The parser knows better than the grammar of `recognizer`; its words are plain.
    Err(source.error(format!("invalid syntax: {message}"), range))
}

/// Texts that are refused before they are parsed.
pub(super) fn check_text(source: &Source, tokens: &Tokens) -> Result<(), Box<SyntaxError>> {
    if let Some(at) = source.text.find('\0') {
        let at = (at as u32).into();
        return Err(source.error("source code cannot contain null bytes", TextRange::empty(at)));
    }
    match &tokens.stop {
        Stop::Fault(error) if error.message.starts_with("too many") => Err(error.clone()),
        _ => Ok(()),
    }
}
