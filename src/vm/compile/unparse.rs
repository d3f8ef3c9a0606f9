//! The text of an annotation under `from __future__ import annotations`.

use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

use super::source::Source;

/// The expression as `ast.unparse` writes it.
pub(super) fn unparse(source: &Source, expr: &Expr) -> String {
    source.slice(expr.range()).to_string()
}
