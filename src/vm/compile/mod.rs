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
use ruff_text_size::Ranged;

use self::generate::Compiler;
use self::scope::SymbolTable;
use self::source::Source;
use super::code::{CodeSpec, SyntaxWarning};

/// A fault in the user's text, with CPython's wording. Lines and columns count from 1, columns in characters; the end
/// is exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub kind: &'static str,
    pub message: String,
    pub line: u32,
    /// 0: in no column, at the end of the text.
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// What a text is compiled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A program or a module of ours.
    Module,
    /// `exec`: names are looked up in a namespace first.
    Exec,
    /// `eval`: the same, for a single expression, whose value is the result.
    Eval,
}

/// Compiles a module.
pub fn compile(source: &str) -> Result<CodeSpec, Box<SyntaxError>> {
    compile_as(source, What::Module).map_err(|(error, _)| error)
}

/// Which part of CPython finds a fault. Its compiler has no text to show when there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Parser,
    Compiler,
}

pub fn compile_as(source: &str, what: What) -> Result<CodeSpec, (Box<SyntaxError>, Stage)> {
    let source = Source::new(source);
    let parsed = parse(&source, what).map_err(|error| (error, Stage::Parser))?;
    generate(&source, &parsed, what).map_err(|error| (error, Stage::Compiler))
}

fn parse(source: &Source, what: What) -> Result<Parsed, Box<SyntaxError>> {
    let tokens = token::tokenize(source);
    syntax_error::check_text(source, &tokens)?;
    nesting::check(source, &tokens)?;
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = ruff_python_parser::parse_unchecked(source.text, options)
        .try_into_module()
        .expect("Mode::Module parses a module");
    syntax_error::check(source, &tokens, &parsed)?;
    if what == What::Eval {
        check_expression(source, &tokens, &parsed.syntax().body)?;
    }
    let warnings = warning::of_tokens(source, &tokens);
    Ok(Parsed { body: parsed.into_syntax().body.into_iter().collect(), warnings })
}

/// A module's statements, and what the tokens alone give reason to warn of.
struct Parsed {
    body: Vec<Stmt>,
    warnings: Vec<SyntaxWarning>,
}

fn generate(source: &Source, parsed: &Parsed, what: What) -> Result<CodeSpec, Box<SyntaxError>> {
    let body = &parsed.body;
    let future_annotations = has_future_annotations(body);
    let table = SymbolTable::build(source, body, future_annotations)?;
    let mut compiler = Compiler::new(source, &table, future_annotations);
    compiler.warnings.clone_from(&parsed.warnings);
    compiler.module(body, what)
}

/// `eval` takes one expression.
#[inline(never)]
fn check_expression(source: &Source, tokens: &token::Tokens, body: &[Stmt]) -> Result<(), Box<SyntaxError>> {
    let after_first = |stmt: &Stmt| match stmt {
        Stmt::Expr(s) if matches!(*s.value, ruff_python_ast::Expr::Yield(_) | ruff_python_ast::Expr::YieldFrom(_)) => {
            Some(s.start())
        }
        Stmt::Expr(s) => body.get(1).map(|_| s.end()),
        Stmt::Assign(s) => Some(s.targets[0].end()),
        Stmt::AugAssign(s) => Some(s.target.end()),
        Stmt::AnnAssign(s) => Some(s.target.end()),
        other => Some(other.start()),
    };
    let at = match body.first() {
        Some(first) => match after_first(first) {
            Some(at) => at.to_u32(),
            None => return Ok(()),
        },
        None => source.text.len() as u32,
    };
    let token = tokens.tokens.iter().find(|token| token.start >= at);
    let (start, end) = token.map_or((at, at), |token| (token.start, token.end));
    let mut error = source.error("invalid syntax", ruff_text_size::TextRange::new(start.into(), end.into()));
    if body.is_empty() {
        (error.line, error.column, error.end_line, error.end_column) = (0, 0, 0, 0);
    }
    Err(error)
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
