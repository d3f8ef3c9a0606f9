//! The core in wasm: what differs from a native run is the stack and the clock, and neither may show.

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::event::EventKind;
use wasm_bindgen_test::wasm_bindgen_test;

/// Instructions in a slice: small, so that a program is stopped and continued at every kind of place.
const FUEL: u64 = 7;

#[wasm_bindgen_test]
fn a_program_in_slices_prints_what_it_prints_at_once() {
    let source = "import asyncio\n\n\nasync def main():\n    for i in range(3):\n        await asyncio.sleep(i)\n        print(i)\n\n\nasyncio.run(main())\n";
    for fuel in [FUEL, u64::MAX] {
        assert_eq!(printed(source, fuel), "0\n1\n2\n");
    }
}

#[wasm_bindgen_test]
fn text_without_bottom_is_a_syntax_error_and_no_overflow() {
    for depth in [201, 5_000, 100_000] {
        let source = format!("x = {}{}\n", "(".repeat(depth), ")".repeat(depth));
        let error = Run::new(&source, Options::default()).err().expect("CPython refuses more than 200 parentheses");
        assert_eq!(error.kind, "SyntaxError");
    }
}

/// Standard output of a whole run.
fn printed(source: &str, fuel: u64) -> String {
    let mut run = Run::new(source, Options::default()).expect("a program without syntax errors");
    let mut output = String::new();
    loop {
        let progress = run.advance(fuel, Until::FuelOut);
        for event in run.take_events() {
            if let EventKind::Output { text, .. } = event.kind {
                output.push_str(&text);
            }
        }
        if progress == Progress::Done {
            return output;
        }
    }
}
