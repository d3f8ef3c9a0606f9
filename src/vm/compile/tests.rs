//! Facts about compiled code that need no VM. Where instructions stand is in `tests/positions.rs`, what CPython says of
//! faulty texts in `tests/cpython/syntax_errors`.

use super::{SyntaxError, compile};
use crate::vm::code::{CodeSpec, Const};
use crate::vm::op::Op;

fn compiled(source: &str) -> CodeSpec {
    compile(source).unwrap_or_else(|error| panic!("{source}: {error:?}"))
}

fn refused(source: &str) -> Box<SyntaxError> {
    compile(source).err().unwrap_or_else(|| panic!("{source}: no error"))
}

/// The code of the function, class or generator expression of that name.
fn inner<'a>(code: &'a CodeSpec, name: &str) -> &'a CodeSpec {
    fn find<'a>(code: &'a CodeSpec, name: &str) -> Option<&'a CodeSpec> {
        if code.name == name {
            return Some(code);
        }
        code.consts.iter().find_map(|constant| match constant {
            Const::Code(inner) => find(inner, name),
            _ => None,
        })
    }
    find(code, name).unwrap_or_else(|| panic!("no code is named {name}"))
}

fn cells(code: &CodeSpec) -> Vec<&str> {
    code.cellvars.iter().map(|cell| &*cell.name).collect()
}

/// Runs on a stack of half the size of the page's.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(test).expect("a thread starts");
    thread.join().expect("the stack holds");
}

#[test]
fn each_run_of_a_comprehension_has_cells_of_its_own() {
    let module = compiled("def f():\n    x = 1\n    return [lambda: x for x in y], x\n");
    let f = inner(&module, "f");
    assert_eq!((cells(f), f.varnames.as_slice()), (vec!["x"], ["x".to_string()].as_slice()));
    assert!(f.ops.contains(&Op::NewCell(0)) && f.ops.contains(&Op::StoreFast(0)));
}

#[test]
fn a_comprehension_uses_the_functions_own_locals() {
    let module = compiled("def f(a):\n    return [a + x for x in a]\n");
    assert_eq!(cells(inner(&module, "f")), Vec::<&str>::new());
}

#[test]
fn parameters_come_first_among_the_cells() {
    let module = compiled("def f(z, a):\n    m = 1\n    return lambda: (a, m, z)\n");
    let f = inner(&module, "f");
    assert_eq!(cells(f), ["z", "a", "m"]);
    assert_eq!(f.cellvars.iter().map(|cell| cell.param).collect::<Vec<_>>(), [Some(0), Some(1), None]);
}

#[test]
fn super_needs_the_class_cell() {
    let module = compiled("class A:\n    def f(self):\n        super().f()\n    def g(self):\n        pass\n");
    assert_eq!(cells(inner(&module, "A")), ["__class__"]);
    assert_eq!(inner(&module, "f").freevars, ["__class__"]);
    assert!(inner(&module, "g").freevars.is_empty());
}

#[test]
fn names_of_a_class_are_invisible_in_its_comprehensions_and_methods() {
    let module = compiled("class A:\n    n = 1\n    xs = [n for _ in range(n)]\n    def f(self):\n        return n\n");
    let class = inner(&module, "A");
    let n = class.names.iter().position(|name| name == "n").expect("the class stores n") as u32;
    let globals = class.ops.iter().filter(|op| matches!(op, Op::LoadGlobal { name, .. } if *name == n)).count();
    let own = class.ops.iter().filter(|op| **op == Op::LoadName(n)).count();
    // The element looks it up outside, the first iterable in the class.
    assert_eq!((globals, own), (1, 1));
}

#[test]
fn private_names_are_mangled() {
    let module = compiled("class _C:\n    def f(self, __x):\n        return self.__y + __x\n");
    let f = inner(&module, "f");
    assert_eq!((f.varnames[1].as_str(), f.names[0].as_str()), ("_C__x", "_C__y"));
}

#[test]
fn a_generators_whole_body_is_guarded() {
    let module = compiled("def f():\n    yield 1\n    g()\n");
    let f = inner(&module, "f");
    let raising = |op: &Op| matches!(op, Op::Yield | Op::Call(_) | Op::LoadGlobal { .. });
    for (i, op) in f.ops.iter().enumerate().filter(|(_, op)| raising(op)) {
        let covered = f.handlers.iter().any(|h| (h.start..h.end).contains(&(i as u32)));
        assert!(covered, "{op:?} at {i}");
    }
}

#[test]
fn the_stack_is_as_deep_as_the_expression() {
    assert_eq!(compiled("x = a + (b + (c + d))\n").stack_size, 4);
    assert_eq!(compiled("x = a + b + c + d\n").stack_size, 2);
}

#[test]
fn two_locals_are_loaded_at_once_if_both_are_sure_to_have_a_value() {
    let fused = |source| inner(&compiled(source), "f").ops.iter().any(|op| matches!(op, Op::LoadFastLoadFast(..)));
    assert!(fused("def f(a, b):\n    return a + b\n"));
    assert!(fused("def f():\n    a = 1\n    for b in a:\n        a += b\n"));
    assert!(!fused("def f(a):\n    if a:\n        b = 1\n    return a + b\n"));
    assert!(!fused("def f(a, b):\n    del b\n    return a + b\n"));
    assert!(!fused("def f(a):\n    try:\n        b = g()\n    except E:\n        pass\n    return a + b\n"));
    assert!(!fused("def f(a):\n    for b in a:\n        pass\n    return a + b\n"));
}

#[test]
fn docstrings_lose_their_indentation() {
    let module = compiled("def f():\n    \"\"\"One.\n\n        Two.\n      Three.\n    \"\"\"\n");
    assert_eq!(inner(&module, "f").docstring.as_deref(), Some("One.\n\n  Two.\nThree.\n"));
}

#[test]
fn deep_texts_are_refused_and_overflow_no_stack() {
    on_a_small_stack(|| {
        for (open, middle, close) in [
            ("(", "1", ")"),
            ("[", "1", "]"),
            ("{1: ", "1", "}"),
            ("f(", "1", ")"),
            ("-", "1", ""),
            ("not ", "1", ""),
            ("2 ** ", "1", ""),
            ("lambda: ", "1", ""),
            ("1 if x else ", "1", ""),
            ("(a := ", "1", ")"),
            ("[x for x in ", "y", "]"),
        ] {
            for count in [90, 190, 590, 100_000] {
                let text = format!("x = {}{middle}{}\n", open.repeat(count), close.repeat(count));
                let result = compile(&text);
                assert!(count == 90 || count < 600 || result.is_err(), "{open} {count}");
                // The same with a fault at its end.
                let text = format!("x = {}{middle} 2{}\n", open.repeat(count), close.repeat(count));
                assert!(compile(&text).is_err(), "{open} {count}");
            }
        }
        for link in [".a", "()", "[0]", " + a", " and a", " < a"] {
            for count in [90, 100_000] {
                let _ = compile(&format!("x = a{}\n", link.repeat(count)));
            }
        }
        for line in ["if x:", "while x:", "def f():", "class A:", "with x:", "for x in y:"] {
            for count in [20, 99, 2000] {
                let indented = |i: usize| format!("{}{line}\n", " ".repeat(i));
                let text: String = (0..count).map(indented).chain([format!("{}pass\n", " ".repeat(count))]).collect();
                let result = compile(&text);
                assert!(count < 100 || result.is_err(), "{line} {count}");
            }
        }
    });
}

#[test]
fn finally_in_finally_ends() {
    let nested = |i: usize| format!("{0}try:\n{0} f()\n{0}finally:\n", " ".repeat(i));
    let text: String = (0..60).map(nested).chain([format!("{}pass\n", " ".repeat(60))]).collect();
    assert_eq!(refused(&text).kind, "SyntaxError");
}

#[test]
fn a_fault_far_down_is_found_where_it_is() {
    let text = format!("{}x = (1 2)\n", "def f(a):\n    return a(\n        1)\n".repeat(3000));
    let error = refused(&text);
    assert_eq!((error.line, error.message.as_str()), (9001, "invalid syntax. Perhaps you forgot a comma?"));
}
