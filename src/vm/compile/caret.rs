//! Where a traceback's carets point inside the text of one instruction: the operator of a binary operation, the
//! brackets of a subscript or a call. The same questions that CPython's `traceback` module asks its parser. The text is
//! part of a program that has compiled, so it is not nested too deeply.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextSize};

/// From `left` to before `right`; lines of the segment from 0, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    pub left: (usize, usize),
    pub right: (usize, usize),
}

/// The anchors of an expression's text, which may span lines.
pub fn anchors(segment: &str) -> Option<Anchors> {
    let wrapped = format!("(\n{segment}\n)");
    let parsed = parse_module(&wrapped).ok()?;
    let Some((Stmt::Expr(statement), [])) = parsed.suite().split_first() else { return None };
    let lines: Vec<Vec<char>> = segment.split('\n').map(|line| line.chars().collect()).collect();
    // A place in the wrapped text as line and column of the segment.
    let place = |at: TextSize| -> (usize, usize) {
        let before = &wrapped[2..at.to_usize()];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        (line, column)
    };
    let valid = |(mut line, mut column): (usize, usize)| -> Option<(usize, usize)> {
        while column >= lines.get(line)?.len() {
            column = 0;
            line += 1;
        }
        Some((line, column))
    };
    let until = |from: (usize, usize), stop: &dyn Fn(char) -> bool| -> Option<(usize, usize)> {
        let mut at = valid(from)?;
        loop {
            let c = lines[at.0][at.1];
            at = match c {
                '\\' | '#' => valid((at.0 + 1, 0))?,
                c if stop(c) => return Some(at),
                _ => valid((at.0, at.1 + 1))?,
            };
        }
    };
    match &*statement.value {
        Expr::BinOp(binary) => {
            let left = until(place(binary.left.end()), &|c| !c.is_whitespace() && c != ')')?;
            let mut right = left.1 + 1;
            let operand = place(binary.right.start());
            if let Some(&c) = lines[left.0].get(right)
                && (operand.0 > left.0 || right < operand.1)
                && !c.is_whitespace()
                && c != '\\'
                && c != '#'
            {
                right += 1;
            }
            Some(Anchors { left, right: (left.0, right) })
        }
        Expr::Subscript(subscript) => {
            let left = until(place(subscript.value.end()), &|c| c == '[')?;
            Some(Anchors { left, right: place(subscript.end()) })
        }
        Expr::Call(call) => {
            let left = until(place(call.func.end()), &|c| c == '(')?;
            Some(Anchors { left, right: place(call.end()) })
        }
        _ => None,
    }
}

/// Whether the lines are `return f(…)` or `x = f(…)` and the call, by name, is all that the carets would mark.
pub fn is_plain_call(text: &str, start: usize, end: usize) -> bool {
    let Ok(parsed) = parse_module(text) else { return false };
    let value = match parsed.suite().first() {
        Some(Stmt::Return(statement)) => statement.value.as_deref(),
        Some(Stmt::Assign(statement)) if matches!(&*statement.targets, [Expr::Name(_)]) => Some(&*statement.value),
        _ => None,
    };
    let Some(Expr::Call(call)) = value else { return false };
    let by_name = matches!(&*call.func, Expr::Name(_)) || matches!(parsed.suite().first(), Some(Stmt::Assign(_)));
    let first_line_of = |at: TextSize| !text[..at.to_usize()].contains('\n');
    let last_line_of = |at: TextSize| !text[at.to_usize()..].contains('\n');
    let column = |at: TextSize| text[..at.to_usize()].rsplit('\n').next().unwrap_or_default().chars().count();
    by_name
        && first_line_of(call.start())
        && last_line_of(call.end())
        && column(call.start()) == start
        && column(call.end()) == end
}
