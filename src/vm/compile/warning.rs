//! `SyntaxWarning`s: what is allowed and yet hardly meant.

use ruff_python_ast::{self as ast, CmpOp, Expr, Number};

use super::generate::Compiler;
use super::source::Source;
use super::token::{TokenKind, Tokens};
use crate::vm::code::SyntaxWarning;

/// Those of the tokenizer and of string literals: unknown escapes.
pub(super) fn of_tokens(source: &Source, tokens: &Tokens) -> Vec<SyntaxWarning> {
    let mut warnings = Vec::new();
    let mut raw = Vec::new();
    for token in &tokens.tokens {
        let text = &source.text[token.start as usize..token.end as usize];
        let prefix = text.split(['"', '\'']).next().unwrap_or_default();
        let is_raw = prefix.contains(['r', 'R']);
        match token.kind {
            TokenKind::FStringStart => raw.push(is_raw),
            TokenKind::FStringEnd => {
                raw.pop();
            }
            TokenKind::Str if !is_raw => unknown_escapes(source, token.start, text, prefix, &mut warnings),
            TokenKind::FStringMiddle if raw.last() == Some(&false) => {
                unknown_escapes(source, token.start, text, "", &mut warnings);
            }
            _ => {}
        }
    }
    warnings
}

fn unknown_escapes(source: &Source, start: u32, text: &str, prefix: &str, warnings: &mut Vec<SyntaxWarning>) {
    let is_bytes = prefix.contains(['b', 'B']);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let Some((_, escape)) = chars.next() else { return };
        let known = !escape.is_ascii()
            || matches!(escape, '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x')
            || escape.is_digit(8)
            || !is_bytes && matches!(escape, 'N' | 'u' | 'U');
        let message = if !known {
            format!("invalid escape sequence '\\{escape}'")
        } else {
            let digits: String = text[at + 1..].chars().take(3).take_while(|c| c.is_digit(8)).collect();
            match u32::from_str_radix(&digits, 8) {
                Ok(value) if value > 0o377 => format!("invalid octal escape sequence '\\{digits}'"),
                _ => continue,
            }
        };
        let warning = SyntaxWarning { line: source.line((start + at as u32).into()), message };
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
        // CPython warns of the first one in a literal only.
        return;
    }
}

/// The type that an expression certainly has.
fn certain_type(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::BooleanLiteral(_) => "bool",
        Expr::NumberLiteral(e) => match e.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::UnaryOp(e) if e.op == ast::UnaryOp::USub && e.operand.is_number_literal_expr() => {
            return certain_type(&e.operand);
        }
        _ => return None,
    })
}

impl Compiler<'_> {
    /// `x is 5`.
    pub fn warn_about_is(&mut self, e: &ast::ExprCompare) {
        let mut left = &*e.left;
        for (op, right) in e.ops.iter().zip(&e.comparators) {
            if matches!(op, CmpOp::Is | CmpOp::IsNot) {
                let is_value = |expr: &Expr| {
                    let is_tuple = expr.is_tuple_expr() && self.constant(expr).is_some();
                    is_tuple
                        || certain_type(expr)
                            .is_some_and(|name| matches!(name, "int" | "float" | "complex" | "str" | "bytes"))
                            && !expr.is_f_string_expr()
                };
                let found = [left, right].into_iter().find(|expr| is_value(expr)).and_then(certain_type);
                if let Some(name) = found {
                    let (op, instead) = if *op == CmpOp::Is { ("is", "==") } else { ("is not", "!=") };
                    self.warn(format!("\"{op}\" with '{name}' literal. Did you mean \"{instead}\"?"), e);
                    return;
                }
            }
            left = right;
        }
    }

    /// `"abc"()`, most often a comma forgotten.
    pub fn warn_about_call(&mut self, e: &ast::ExprCall) {
        if matches!(&*e.func, Expr::Lambda(_) | Expr::UnaryOp(_)) {
            return;
        }
        if let Some(name) = certain_type(&e.func) {
            self.warn(format!("'{name}' object is not callable; perhaps you missed a comma?"), e);
        }
    }

    /// `5[0]`, `[1, 2]["a"]`.
    pub fn warn_about_subscript(&mut self, e: &ast::ExprSubscript) {
        let Some(name) = certain_type(&e.value) else { return };
        if e.value.is_unary_op_expr() {
            return;
        }
        match name {
            "NoneType" | "ellipsis" | "bool" | "int" | "float" | "complex" | "set" | "generator" | "function" => {
                self.warn(format!("'{name}' object is not subscriptable; perhaps you missed a comma?"), e);
            }
            "str" | "bytes" | "tuple" | "list" => match certain_type(&e.slice) {
                None | Some("int" | "bool") => {}
                Some(index) => {
                    let message =
                        format!("{name} indices must be integers or slices, not {index}; perhaps you missed a comma?");
                    self.warn(message, e);
                }
            },
            _ => {}
        }
    }
}
