//! From the parser's verdict to the error that CPython reports.

use ruff_python_ast::ModModule;
use ruff_python_parser::Parsed;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::SyntaxError;
use super::recognizer;
use super::source::Source;
use super::token::{Stop, TokenKind, Tokens};

/// The first fault that CPython would report, if the text has one.
pub(super) fn check(source: &Source, tokens: &Tokens, parsed: &Parsed<ModModule>) -> Result<(), Box<SyntaxError>> {
    let unsupported = parsed.unsupported_syntax_errors().first().map(|error| (error.to_string(), error.range));
    let fault = parsed.errors().iter().min_by_key(|error| error.location.start());
    let fault = fault.map(|error| (error.to_string(), error.location));
    let Some((message, range)) = fault.or(unsupported) else {
        return match &tokens.stop {
            // The parser is more patient with indentation.
            Stop::Fault(error) if error.kind != "SyntaxError" => Err(error.clone()),
            _ => Ok(()),
        };
    };
    let first = well_before(tokens, parsed, range.start());
    let error = recognizer::explain(source, tokens, first).or_else(|| recognizer::explain(source, tokens, 0));
    if let Some(error) = error {
        return Err(error);
    }
    // The parser knows better than the grammar of `recognizer`; its words are plain.
    Err(source.error(format!("invalid syntax: {message}"), range))
}

/// The token that begins the statement of the module before the one before the fault.
fn well_before(tokens: &Tokens, parsed: &Parsed<ModModule>, fault: TextSize) -> usize {
    let body = &parsed.syntax().body;
    let before = body.partition_point(|stmt| stmt.end() < fault);
    let Some(stmt) = before.checked_sub(2).and_then(|i| body.get(i)) else { return 0 };
    let first = tokens.tokens.partition_point(|token| token.start < stmt.start().to_u32());
    let begins_line = first
        .checked_sub(1)
        .and_then(|i| tokens.tokens.get(i))
        .is_some_and(|token| matches!(token.kind, TokenKind::Newline | TokenKind::Dedent));
    // A dedent stands where the statement begins.
    let dedents = tokens.tokens[first..].iter().take_while(|token| token.kind == TokenKind::Dedent).count();
    if begins_line { first + dedents } else { 0 }
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
