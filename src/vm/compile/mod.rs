//! ruff's AST -> `CodeSpec`. No type of ruff's leaves this folder.
//!
//! The order of instructions and the place in the source that each of them names follow CPython 3.13's
//! `Python/compile.c`, because tracebacks and the lines of suspended tasks show them.

mod source;

mod token;

mod nesting;

pub mod caret;

mod syntax_error;

mod recognizer;

mod grammar;

mod literal;

mod scope;

mod unit;

mod generate;

mod statement;

mod control;

mod function;

mod expression;

mod comprehension;

mod pattern;

mod constant;

mod warning;

mod unparse;

#[cfg(test)]
mod tests;

use ruff_python_ast::{PythonVersion, Stmt};
use ruff_python_parser::{Mode, ParseOptions};

use self::generate::Compiler;
use self::scope::SymbolTable;
use self::source::Source;
use super::code::CodeSpec;

/// A fault in the user's text, with CPython's wording. Lines and columns count from 1, columns in characters; the end
/// is exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub kind: &'static str,
    pub message: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// Compiles a module.
pub fn compile(source: &str) -> Result<CodeSpec, Box<SyntaxError>> {
    let source = Source::new(source);
    let tokens = token::tokenize(&source);
    syntax_error::check_text(&source, &tokens)?;
    nesting::check(&source, &tokens)?;
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = ruff_python_parser::parse_unchecked(source.text, options)
        .try_into_module()
        .expect("Mode::Module parses a module");
    syntax_error::check(&source, &tokens, &parsed)?;
    let body = &parsed.syntax().body;
    let future_annotations = has_future_annotations(body);
    let table = SymbolTable::build(&source, body, future_annotations)?;
    let mut compiler = Compiler::new(&source, &table, future_annotations);
    compiler.warnings = warning::of_tokens(&source, &tokens);
    compiler.module(body)
}

/// `from __future__ import annotations`, which stands before all but the docstring.
fn has_future_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::ImportFrom(s) => {
            s.module.as_deref() == Some("__future__") && s.names.iter().any(|alias| &alias.name == "annotations")
        }
        _ => false,
    })
}
