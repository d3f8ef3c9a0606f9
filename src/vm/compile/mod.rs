//! ruff's AST -> `CodeSpec`. No type of ruff's leaves this folder.

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
    let _ = source;
    Ok(CodeSpec::default())
}
