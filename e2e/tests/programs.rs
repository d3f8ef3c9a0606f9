//! What a reader writes: edited programs, errors in the text and in the run, and where the text stays.

use e2e::playground::{Playground, by};
use e2e::webdriver::keys;
use serde_json::json;

#[test]
fn an_edited_program_runs_as_edited() {
    let page = Playground::open();
    page.open_lesson("simple_coroutine");
    let edited =
        page.program().replace("return \"Result\"", "return \"改过 \" + str(6 * 7)").replace("sleep(1)", "sleep(0.25)");
    page.set_program(&edited);
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), "Coroutine started\nCoroutine resumed\nResult: 改过 42\n");
    assert_eq!(page.lanes()[0].suspended_ms(), [250]);
}

#[test]
fn a_program_can_be_typed_and_run_from_the_keyboard() {
    let page = Playground::open();
    page.set_speed("max");
    let editor = by("editor");
    let type_text = |text: String| page.browser.type_into(&editor, &text);
    page.set_program("");
    type_text(format!("{}x", keys::TAB));
    assert_eq!(page.program(), "    x");
    page.set_program("");
    // Enter keeps the indentation, and deepens it after a colon.
    type_text(format!("for i in range(3):{0}print(i){0}print(\"·\")", keys::ENTER));
    assert_eq!(page.program(), "for i in range(3):\n    print(i)\n    print(\"·\")");
    type_text(format!("{}{}", keys::CONTROL, keys::ENTER));
    page.wait_for_state(&["done"]);
    assert_eq!(page.stdout(), "0\n·\n1\n·\n2\n·\n");
}

#[test]
fn a_program_loads_the_library_that_it_imports_and_no_more() {
    let page = Playground::open();
    let loaded = || {
        let script = "return performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)
            .filter(path => path.includes('/library/')).map(path => path.split('/').pop()).sort()";
        page.browser.run(script, [])
    };
    page.set_program("import asyncio\n\nasyncio.run(asyncio.sleep(0))\n");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(loaded(), json!([]));
    page.set_program("from bisect import insort\n\nnumbers = [1, 3]\ninsort(numbers, 2)\nprint(numbers)\n");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), "[1, 2, 3]\n");
    assert_eq!(loaded(), json!(["bisect.py"]));
    page.set_program("name = 'json'\nprint(__import__(name).dumps([1, None]))\n");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), "[1, null]\n");
    page.assert_no_faults();
}

#[test]
fn reset_brings_the_lesson_back() {
    let page = Playground::open();
    page.open_lesson("error_handling");
    let original = page.program();
    page.set_program("print('mine')\n");
    assert_eq!(page.run_to_end(), "done");
    page.click("reset");
    assert_eq!(page.program(), original);
    assert_eq!((page.state().as_str(), page.stdout().as_str()), ("idle", ""));
}

#[test]
fn a_syntax_error_is_marked_at_its_place() {
    let page = Playground::open();
    let program = "import asyncio\n\n\nasync def main():\n    y = = 2\n\n\nasyncio.run(main())\n";
    page.set_program(program);
    assert_eq!(page.run_to_end(), "failed");
    assert_eq!(page.stderr(), "  File \"main.py\", line 5\n    y = = 2\n        ^\nSyntaxError: invalid syntax\n");
    let fault = page.fault().expect("the error is marked");
    assert_eq!((fault.line, fault.column, fault.text.as_str()), (5, 9, "="));
    assert_eq!(fault.note, "SyntaxError: invalid syntax");
    assert_eq!(page.program(), program);
    // The mark goes with the next run that has none.
    page.set_program("print(1)\n");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.fault(), None);
    page.assert_no_faults();
}

#[test]
fn an_uncaught_exception_shows_the_traceback_of_cpython() {
    let page = Playground::open();
    page.set_program("def ratio(a, b):\n    return a / b\n\n\ndef main():\n    print(ratio(1, 0))\n\n\nmain()\n");
    assert_eq!(page.run_to_end(), "failed");
    assert_eq!(
        page.stderr(),
        "Traceback (most recent call last):
  File \"main.py\", line 9, in <module>
    main()
    ~~~~^^
  File \"main.py\", line 6, in main
    print(ratio(1, 0))
          ~~~~~^^^^^^
  File \"main.py\", line 2, in ratio
    return a / b
           ~~^~~
ZeroDivisionError: division by zero
"
    );
    let fault = page.fault().expect("the line that raised is marked");
    assert_eq!((fault.line, fault.note.as_str()), (2, "ZeroDivisionError: division by zero"));
    page.assert_no_faults();
}

#[test]
fn an_exception_leaves_a_task_through_run_with_the_frames_of_the_program() {
    let page = Playground::open();
    page.set_program(
        "import asyncio


async def fetch(url):
    await asyncio.sleep(1)
    raise LookupError(f\"no {url}\")


async def main():
    print(\"before\")
    await fetch(\"x\")
    print(\"never\")


asyncio.run(main())
",
    );
    assert_eq!(page.run_to_end(), "failed");
    assert_eq!(page.stdout(), "before\n");
    let stderr = page.stderr();
    let begins = "Traceback (most recent call last):\n  File \"main.py\", line 15, in <module>\n    asyncio.run(main())\n    ~~~~~~~~~~~^^^^^^^^\n";
    let ends = "  File \"main.py\", line 11, in main\n    await fetch(\"x\")\n  File \"main.py\", line 6, in fetch\n    raise LookupError(f\"no {url}\")\nLookupError: no x\n";
    assert!(stderr.starts_with(begins) && stderr.ends_with(ends), "{stderr}");
    assert_eq!(page.lanes()[0].outcome, "raised");
}

#[test]
fn run_inside_a_plain_function_returns_to_the_statements_after_it() {
    let page = Playground::open();
    page.set_program(
        "import asyncio


async def answer():
    await asyncio.sleep(1)
    return 42


def plain():
    print(\"before\")
    result = asyncio.run(answer())
    print(\"after\", result)
    return result + asyncio.run(answer())


print(plain())
",
    );
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), "before\nafter 42\n84\n");
    let suspended: Vec<_> = page.lanes().iter().map(|lane| lane.suspended_ms()).collect();
    assert_eq!(suspended, [[1000], [1000]]);
}

#[test]
fn what_is_not_there_is_named_at_its_line() {
    let page = Playground::open();
    page.set_program("import asyncio\n\nimport numpy\n");
    assert_eq!(page.run_to_end(), "failed");
    let stderr = page.stderr();
    assert!(stderr.contains("File \"main.py\", line 3") && stderr.contains("No module named 'numpy'"), "{stderr}");
    assert_eq!(page.fault().map(|fault| fault.line), Some(3));

    page.set_program("bullet = 1\nprint('\\N{BULLET}')\n");
    assert_eq!(page.run_to_end(), "failed");
    let stderr = page.stderr();
    assert!(stderr.contains("line 2") && stderr.contains("SyntaxError"), "{stderr}");
    page.assert_no_faults();
}

/// A program can raise; it cannot trap the wasm, overflow its stack or end the page.
#[test]
fn programs_without_bottom_are_python_errors() {
    let page = Playground::open();
    let programs = [
        ("def f():\n    return f()\n\n\nf()\n".to_string(), "RecursionError"),
        (
            "class A:\n    def __eq__(self, other):\n        return self == other\n\n\nA() == A()\n".to_string(),
            "RecursionError",
        ),
        ("x = []\nfor _ in range(100000):\n    x = [x]\nprint(repr(x))\n".to_string(), "RecursionError"),
        (format!("x = {}{}\n", "(".repeat(5000), ")".repeat(5000)), "SyntaxError"),
        (format!("x = {}1\n", "-".repeat(50_000)), "Error"),
        (format!("x = {}\n", vec!["1"; 50_000].join("+")), ""),
        (format!("x = {}1\n", "lambda: ".repeat(20_000)), "Error"),
    ];
    for (program, error) in programs {
        page.set_program(&program);
        let state = page.run_to_end();
        let stderr = page.stderr();
        let start: String = program.chars().take(60).collect();
        assert!(stderr.contains(error), "{state}, after {start:?}: {stderr}");
        page.assert_no_faults();
    }
    page.set_program("print('still here')\n");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), "still here\n");
}

#[test]
fn the_text_survives_an_error_and_a_reload() {
    let page = Playground::open();
    let program = "# 我的程序\nraise ValueError('mine')\n";
    page.set_program(program);
    assert_eq!(page.run_to_end(), "failed");
    assert_eq!(page.program(), program);
    page.reload();
    assert_eq!(page.program(), program);
    assert_eq!(page.state(), "idle");
}

#[test]
fn the_text_survives_storage_that_throws() {
    let denied = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })";
    let full = "for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear'])
        Storage.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError') }";
    let empty = "for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { return null } })";
    for storage in [denied, full, empty] {
        let page = Playground::prepare();
        page.browser.before_each_document(storage);
        page.go_to("");
        page.open_lesson("concurrent_tasks");
        let program = "print('kept')\nraise ValueError\n";
        page.set_program(program);
        assert_eq!(page.run_to_end(), "failed");
        assert_eq!((page.program().as_str(), page.stdout().as_str()), (program, "kept\n"));
        page.click("language");
        page.click("theme");
        assert_eq!(page.program(), program);
        page.assert_no_faults();
    }
}

#[test]
fn output_is_text_and_never_markup() {
    let page = Playground::open();
    page.set_program("print('<img src=x onerror=\"window.broken = 1\">&amp;')\n");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), "<img src=x onerror=\"window.broken = 1\">&amp;\n");
    assert_eq!(page.browser.run("return window.broken ?? 0", []), json!(0));
    page.assert_no_faults();
}
