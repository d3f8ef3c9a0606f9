//! Compiled code, as the compiler makes it: nothing here depends on the object model.

use super::op::Op;

/// Where an instruction stands in the source. Lines from 1; columns from 0, in characters; the end is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

/// A constant. Equal constants of equal type may share one slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    /// Decimal digits, with a sign if negative.
    BigInt(String),
    Float(f64),
    /// The imaginary part; the real one is 0.
    Imaginary(f64),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<Const>),
    FrozenSet(Vec<Const>),
    Code(Box<CodeSpec>),
}

/// Exceptions raised at `start <= ip < end` go to `target` with the stack cut to `depth` values above the locals.
/// Of two entries that cover an instruction the first in the table wins, so inner ranges come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u16,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Has `*args`.
    pub varargs: bool,
    /// Has `**kwargs`.
    pub varkeywords: bool,
    /// Has `yield` (and is no coroutine).
    pub generator: bool,
    /// `async def` without `yield`.
    pub coroutine: bool,
    /// `async def` with `yield`, or an async generator expression.
    pub async_generator: bool,
    /// A class body: names live in a namespace.
    pub class_body: bool,
    /// The module itself.
    pub module: bool,
    /// A module compiled while the program runs (`exec`, `eval`): its own names live in a namespace.
    pub dynamic: bool,
    /// Defined inside a function (CPython's CO_NESTED).
    pub nested: bool,
}

/// A variable that inner functions share. If it is a parameter, `param` is its local slot, and its value moves into
/// the cell when the frame starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellVar {
    pub name: String,
    pub param: Option<u16>,
}

/// What the compiler makes of a module, a class body, a function or a generator expression.
///
/// A frame's slots are the locals (parameters first: positional, keyword-only, `*args`, `**kwargs`), then a cell for
/// each of `cellvars`, then the closure's cells for `freevars`, then the value stack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeSpec {
    pub name: String,
    pub qualname: String,
    pub first_line: u32,
    pub flags: Flags,
    /// Positional parameters, the positional-only ones included.
    pub arg_count: u16,
    pub positional_only: u16,
    pub keyword_only: u16,
    /// The names of the local slots.
    pub varnames: Vec<String>,
    pub cellvars: Vec<CellVar>,
    pub freevars: Vec<String>,
    pub names: Vec<String>,
    pub consts: Vec<Const>,
    pub ops: Vec<Op>,
    /// One for each instruction.
    pub positions: Vec<Position>,
    pub handlers: Vec<Handler>,
    /// The most values the stack holds at once.
    pub stack_size: u32,
    /// How many inline caches the instructions use.
    pub cache_count: u16,
    pub docstring: Option<String>,
    /// A module's `SyntaxWarning`s, in CPython's order.
    pub warnings: Vec<SyntaxWarning>,
}

impl CodeSpec {
    /// Gives every line another number, here and in what is nested. What began and ended in lines that no longer follow each
    /// other ends where it begins.
    pub fn renumber(&mut self, number: &dyn Fn(u32) -> u32) {
        self.first_line = number(self.first_line);
        for at in &mut self.positions {
            (at.line, at.end_line) = (number(at.line), number(at.end_line));
            if at.end_line < at.line {
                (at.end_line, at.end_column) = (at.line, at.column);
            }
        }
        for warning in &mut self.warnings {
            warning.line = number(warning.line);
        }
        for constant in &mut self.consts {
            constant.renumber(number);
        }
    }
}

impl Const {
    fn renumber(&mut self, number: &dyn Fn(u32) -> u32) {
        match self {
            Const::Code(code) => code.renumber(number),
            Const::Tuple(items) | Const::FrozenSet(items) => items.iter_mut().for_each(|item| item.renumber(number)),
            _ => {}
        }
    }
}

/// What is allowed and yet hardly meant. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub line: u32,
    pub message: String,
}
