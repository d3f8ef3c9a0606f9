//! Literals, and expressions that are known before the program runs.

use num_bigint::BigInt;
use ruff_python_ast::{self as ast, Expr, Number, Operator, UnaryOp};

use super::generate::{Compiler, Result};
use super::literal::with_surrogates;
use crate::vm::code::Const;

impl Compiler<'_> {
    /// The value of a literal, of a signed number, or of a tuple of such.
    pub fn constant(&self, expr: &Expr) -> Option<Const> {
        Some(match expr {
            Expr::NoneLiteral(_) => Const::None,
            Expr::EllipsisLiteral(_) => Const::Ellipsis,
            Expr::BooleanLiteral(e) => Const::Bool(e.value),
            Expr::NumberLiteral(e) => number(&e.value),
            Expr::StringLiteral(e) => Const::Str(
                e.value.iter().map(|part| with_surrogates(&part.value, self.source.slice(part.range))).collect(),
            ),
            Expr::BytesLiteral(e) => Const::Bytes(e.value.bytes().collect()),
            Expr::Name(e) if e.id.as_str() == "__debug__" => Const::Bool(true),
            Expr::UnaryOp(e) => {
                let operand = match &*e.operand {
                    Expr::NumberLiteral(operand) => number(&operand.value),
                    Expr::BooleanLiteral(operand) => Const::Int(operand.value as i64),
                    _ => return None,
                };
                fold_unary(e.op, operand)?
            }
            Expr::Tuple(e) if !e.elts.iter().any(|elt| matches!(elt, Expr::Starred(_))) => {
                Const::Tuple(e.elts.iter().map(|elt| self.constant(elt)).collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    /// Whether a constant is true, for tests that need no test.
    pub fn constant_truth(&self, expr: &Expr) -> Option<bool> {
        Some(match self.constant(expr)? {
            Const::None => false,
            Const::Bool(x) => x,
            Const::Int(x) => x != 0,
            Const::Float(x) | Const::Imaginary(x) => x != 0.0,
            Const::Str(x) => !x.is_empty(),
            Const::Bytes(x) => !x.is_empty(),
            Const::Tuple(x) | Const::FrozenSet(x) => !x.is_empty(),
            Const::Ellipsis | Const::BigInt(_) => true,
            Const::Code(_) => return None,
        })
    }

    /// CPython refuses to read decimal integers of more digits.
    pub fn check_number(&self, e: &ast::ExprNumberLiteral) -> Result<()> {
        const LIMIT: usize = 4300;
        let text = self.source.slice(e.range);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_decimal = !text.starts_with("0x") && !text.starts_with("0X") && matches!(e.value, Number::Int(_));
        let is_decimal = is_decimal && !text.starts_with(['0']);
        if is_decimal && digits > LIMIT {
            let message = format!(
                "Exceeds the limit ({LIMIT} digits) for integer string conversion: value has {digits} digits; use \
                 sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals \
                 to avoid decimal conversion limits."
            );
            return self.fail(message, e);
        }
        Ok(())
    }
}

fn number(number: &Number) -> Const {
    match number {
        Number::Int(int) => match int.as_i64() {
            Some(x) => Const::Int(x),
            None => big(&int.to_string()),
        },
        Number::Float(x) => Const::Float(*x),
        Number::Complex { imag, .. } => Const::Imaginary(*imag),
    }
}

/// An integer literal that is too long for 64 bits, in any base.
fn big(text: &str) -> Const {
    let text = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (&*text, 10),
    };
    if radix == 10 {
        return Const::BigInt(digits.to_string());
    }
    let value = BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    Const::BigInt(value.to_string())
}

fn fold_unary(op: UnaryOp, operand: Const) -> Option<Const> {
    Some(match (op, operand) {
        (UnaryOp::USub, Const::Int(x)) => Const::Int(x.checked_neg()?),
        (UnaryOp::USub, Const::Float(x)) => Const::Float(-x),
        (UnaryOp::USub, Const::BigInt(digits)) => {
            let text = format!("-{digits}");
            text.parse().map_or(Const::BigInt(text), Const::Int)
        }
        (UnaryOp::UAdd, x @ (Const::Int(_) | Const::Float(_) | Const::BigInt(_))) => x,
        (UnaryOp::Invert, Const::Int(x)) => Const::Int(!x),
        _ => return None,
    })
}

/// The result of an operator on two small numbers, if it cannot go wrong.
pub(super) fn fold_binary(left: &Const, op: Operator, right: &Const) -> Option<Const> {
    Some(match (left, op, right) {
        (Const::Int(a), Operator::Add, Const::Int(b)) => Const::Int(a.checked_add(*b)?),
        (Const::Int(a), Operator::Sub, Const::Int(b)) => Const::Int(a.checked_sub(*b)?),
        (Const::Int(a), Operator::Mult, Const::Int(b)) => Const::Int(a.checked_mul(*b)?),
        (Const::Int(a), Operator::Pow, Const::Int(b)) => Const::Int(a.checked_pow(u32::try_from(*b).ok()?)?),
        (Const::Float(a), Operator::Add, Const::Float(b)) => Const::Float(a + b),
        (Const::Float(a), Operator::Sub, Const::Float(b)) => Const::Float(a - b),
        (Const::Float(a), Operator::Mult, Const::Float(b)) => Const::Float(a * b),
        _ => return None,
    })
}
