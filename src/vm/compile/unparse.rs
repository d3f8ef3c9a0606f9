//! The text of an annotation under `from __future__ import annotations`: what `ast.unparse` makes of it.

use ruff_python_ast::{self as ast, BoolOp, Expr, Operator, UnaryOp};
use ruff_text_size::Ranged;

use super::source::Source;

/// How tightly an expression holds together; a looser one inside a tighter one takes parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Precedence {
    fn next(self) -> Precedence {
        use Precedence::*;
        const ALL: [Precedence; 16] =
            [Tuple, Test, Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Sum, Term, Factor, Power, Await, Atom];
        ALL[(self as usize + 1).min(ALL.len() - 1)]
    }

    fn of(op: Operator) -> Precedence {
        match op {
            Operator::BitOr => Precedence::BitOr,
            Operator::BitXor => Precedence::BitXor,
            Operator::BitAnd => Precedence::BitAnd,
            Operator::LShift | Operator::RShift => Precedence::Shift,
            Operator::Add | Operator::Sub => Precedence::Sum,
            Operator::Mult | Operator::MatMult | Operator::Div | Operator::Mod | Operator::FloorDiv => Precedence::Term,
            Operator::Pow => Precedence::Power,
        }
    }
}

/// The expression as `ast.unparse` writes it; what annotations hardly contain stays as it stands in the source.
pub(super) fn unparse(source: &Source, expr: &Expr) -> String {
    let mut writer = Writer { source, text: String::new() };
    writer.write(expr, Precedence::Test);
    writer.text
}

struct Writer<'a> {
    source: &'a Source<'a>,
    text: String,
}

impl Writer<'_> {
    fn write(&mut self, expr: &Expr, at_least: Precedence) {
        let own = match expr {
            Expr::BoolOp(e) if e.op == BoolOp::Or => Precedence::Or,
            Expr::BoolOp(_) => Precedence::And,
            Expr::BinOp(e) => Precedence::of(e.op),
            Expr::UnaryOp(e) if e.op == UnaryOp::Not => Precedence::Not,
            Expr::UnaryOp(_) => Precedence::Factor,
            Expr::Compare(_) => Precedence::Compare,
            Expr::If(_) | Expr::Lambda(_) => Precedence::Test,
            Expr::Named(_) => Precedence::Tuple,
            _ => Precedence::Atom,
        };
        let parentheses = own < at_least;
        if parentheses {
            self.text.push('(');
        }
        self.write_bare(expr, own);
        if parentheses {
            self.text.push(')');
        }
    }

    fn list(&mut self, items: &[Expr]) {
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.text.push_str(", ");
            }
            self.write(item, Precedence::Test);
        }
    }

    fn tuple_items(&mut self, items: &[Expr]) {
        self.list(items);
        if items.len() == 1 {
            self.text.push(',');
        }
    }

    fn write_bare(&mut self, expr: &Expr, own: Precedence) {
        match expr {
            Expr::Name(e) => self.text.push_str(&e.id),
            Expr::NoneLiteral(_) => self.text.push_str("None"),
            Expr::EllipsisLiteral(_) => self.text.push_str("..."),
            Expr::BooleanLiteral(e) => self.text.push_str(if e.value { "True" } else { "False" }),
            Expr::StringLiteral(e) => self.text.push_str(&quote(e.value.to_str())),
            Expr::Attribute(e) => {
                self.write(&e.value, Precedence::Atom);
                self.text.push('.');
                self.text.push_str(&e.attr);
            }
            Expr::Subscript(e) => {
                self.write(&e.value, Precedence::Atom);
                self.text.push('[');
                match &*e.slice {
                    Expr::Tuple(tuple) if !tuple.elts.is_empty() => self.tuple_items(&tuple.elts),
                    slice => self.write(slice, Precedence::Tuple),
                }
                self.text.push(']');
            }
            Expr::Slice(e) => {
                for (i, bound) in [&e.lower, &e.upper, &e.step].into_iter().enumerate() {
                    if i == 1 || i == 2 && bound.is_some() {
                        self.text.push(':');
                    }
                    if let Some(bound) = bound {
                        self.write(bound, Precedence::Test);
                    }
                }
            }
            Expr::Tuple(e) => {
                self.text.push('(');
                self.tuple_items(&e.elts);
                self.text.push(')');
            }
            Expr::List(e) => {
                self.text.push('[');
                self.list(&e.elts);
                self.text.push(']');
            }
            Expr::Set(e) => {
                self.text.push('{');
                self.list(&e.elts);
                self.text.push('}');
            }
            Expr::Dict(e) => {
                self.text.push('{');
                for (i, item) in e.items.iter().enumerate() {
                    if i > 0 {
                        self.text.push_str(", ");
                    }
                    match &item.key {
                        Some(key) => {
                            self.write(key, Precedence::Test);
                            self.text.push_str(": ");
                        }
                        None => self.text.push_str("**"),
                    }
                    self.write(&item.value, Precedence::Test);
                }
                self.text.push('}');
            }
            Expr::Starred(e) => {
                self.text.push('*');
                self.write(&e.value, Precedence::BitOr);
            }
            Expr::Call(e) => self.call(e),
            Expr::BinOp(e) => {
                let (left, right) = if e.op == Operator::Pow { (own.next(), own) } else { (own, own.next()) };
                self.write(&e.left, left);
                self.text.push(' ');
                self.text.push_str(e.op.as_str());
                self.text.push(' ');
                self.write(&e.right, right);
            }
            Expr::BoolOp(e) => {
                for (i, value) in e.values.iter().enumerate() {
                    if i > 0 {
                        self.text.push(' ');
                        self.text.push_str(e.op.as_str());
                        self.text.push(' ');
                    }
                    self.write(value, own.next());
                }
            }
            Expr::UnaryOp(e) => {
                self.text.push_str(e.op.as_str());
                if e.op == UnaryOp::Not {
                    self.text.push(' ');
                }
                self.write(&e.operand, own);
            }
            Expr::Compare(e) => {
                self.write(&e.left, own.next());
                for (op, right) in e.ops.iter().zip(&e.comparators) {
                    self.text.push(' ');
                    self.text.push_str(op.as_str());
                    self.text.push(' ');
                    self.write(right, own.next());
                }
            }
            Expr::If(e) => {
                self.write(&e.body, own.next());
                self.text.push_str(" if ");
                self.write(&e.test, own.next());
                self.text.push_str(" else ");
                self.write(&e.orelse, own);
            }
            _ => self.text.push_str(self.source.slice(expr.range())),
        }
    }

    fn call(&mut self, e: &ast::ExprCall) {
        self.write(&e.func, Precedence::Atom);
        self.text.push('(');
        self.list(&e.arguments.args);
        for (i, keyword) in e.arguments.keywords.iter().enumerate() {
            if i > 0 || !e.arguments.args.is_empty() {
                self.text.push_str(", ");
            }
            match &keyword.arg {
                Some(arg) => {
                    self.text.push_str(arg);
                    self.text.push('=');
                }
                None => self.text.push_str("**"),
            }
            self.write(&keyword.value, Precedence::Test);
        }
        self.text.push(')');
    }
}

/// `repr` of a string.
fn quote(text: &str) -> String {
    let mark = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::from(mark);
    for c in text.chars() {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c == mark => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => quoted.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push(mark);
    quoted
}
