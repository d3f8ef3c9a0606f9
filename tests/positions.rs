//! Where instructions stand in the source: what CPython 3.13 does (`tests/positions/record.py`) is what we do, so that
//! tracebacks and await logs name the same lines and columns.

use std::collections::BTreeSet;
use std::path::Path;

use awaitscope::vm::code::{CodeSpec, Const};
use awaitscope::vm::compile::compile;
use awaitscope::vm::op::Op;

/// The name that the record has for an instruction; None for those it leaves out.
fn kind(op: Op) -> Option<&'static str> {
    Some(match op {
        Op::Call(_) | Op::CallKw { .. } | Op::CallEx { .. } => "call",
        Op::Binary(_) | Op::InPlace(_) => "operator",
        Op::LoadAttr { .. } | Op::LoadMethod { .. } => "attribute",
        Op::Compare(_) | Op::Contains { .. } => "compare",
        Op::LoadItem => "item",
        Op::StoreItem => "store item",
        Op::StoreAttr { .. } => "store attribute",
        Op::DeleteItem => "delete item",
        Op::GetIter => "iter",
        Op::ForIter(_) => "next",
        Op::Send => "send",
        Op::GetAwaitable { .. } => "await",
        Op::GetANext => "async next",
        Op::GetAIter => "async iter",
        Op::EndAsyncFor => "end async for",
        Op::Raise(_) => "raise",
        Op::Yield => "yield",
        Op::BeforeWith { .. } => "with",
        Op::CheckExcMatch => "except",
        Op::ImportName(_) => "import",
        Op::ImportFrom(_) => "import name",
        Op::Format { .. } => "format",
        Op::UnpackSequence(_) | Op::UnpackEx { .. } => "unpack",
        Op::Negative => "negative",
        _ => return None,
    })
}

fn codes<'a>(code: &'a CodeSpec, into: &mut Vec<&'a CodeSpec>) {
    into.push(code);
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            codes(inner, into);
        }
    }
}

fn record(source: &str) -> String {
    let module = compile(source).expect("the program compiles");
    let mut all = Vec::new();
    codes(&module, &mut all);
    all.sort_by(|a, b| (a.first_line, &a.qualname).cmp(&(b.first_line, &b.qualname)));
    let mut text = String::new();
    for code in all {
        text.push_str(&format!("{} at {}\n", code.qualname, code.first_line));
        let places = code.ops.iter().zip(&code.positions).filter_map(|(op, p)| {
            // The calls of `__enter__` belong to CPython's BEFORE_WITH.
            Some((p.line, p.column, p.end_line, p.end_column, kind(*op)?))
        });
        for (line, column, end_line, end_column, kind) in places.collect::<BTreeSet<_>>() {
            text.push_str(&format!("  {kind} {line}:{column}-{end_line}:{end_column}\n"));
        }
    }
    text
}

fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/positions");
    let source = std::fs::read_to_string(folder.join(name).with_extension("py")).expect("the program is there");
    let expected = std::fs::read_to_string(folder.join(name).with_extension("txt")).expect("the record is there");
    let ours = record(&source);
    let (ours, expected): (Vec<_>, Vec<_>) = (ours.lines().collect(), expected.lines().collect());
    let missing: Vec<_> = expected.iter().filter(|line| !ours.contains(line)).collect();
    let extra: Vec<_> = ours.iter().filter(|line| !expected.contains(line)).collect();
    assert!(ours == expected, "{name}: only CPython has {missing:#?}, only we have {extra:#?}");
}

#[test]
fn statements_and_expressions_stand_where_cpython_puts_them() {
    check("statements");
}

#[test]
fn awaits_stand_where_cpython_puts_them() {
    check("coroutines");
}

#[test]
fn patterns_stand_where_cpython_puts_them() {
    check("patterns");
}
