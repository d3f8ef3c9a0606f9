//! Code that a reader does not see runs, and every line that a run tells is the reader's.

use awaitscope::run::{Ended, Hidden, Options, Program, Progress, Run, Until, whole};
use awaitscope::trace::event::{EventKind, Stream};

fn hidden(after: u32, text: &str) -> Hidden {
    Hidden { after, text: text.into() }
}

/// Both streams, and how it ended.
fn run(source: &str, hidden: Vec<Hidden>) -> (String, String, Ended) {
    let mut run = Run::new(source, Options { hidden, ..Options::default() }).expect("it has no syntax error");
    let (mut stdout, mut stderr) = (String::new(), String::new());
    loop {
        let progress = run.advance(100_000, Until::FuelOut);
        for event in run.take_events() {
            match event.kind {
                EventKind::Output { stream: Stream::Stdout, text, line } => stdout += &format!("{line}: {text}"),
                EventKind::Output { stream: Stream::Stderr, text, .. } => stderr += &text,
                _ => {}
            }
        }
        if progress == Progress::Done {
            return (stdout, stderr, run.ended().cloned().expect("it is done"));
        }
    }
}

#[test]
fn lines_keep_the_numbers_that_the_reader_sees() {
    let source = "print(helper())\nprint('two')";
    let parts =
        vec![hidden(0, "def helper():\n    return 1\n"), hidden(1, "print('between')"), hidden(2, "print('after')")];
    let (stdout, stderr, ended) = run(source, parts);
    assert_eq!((&*stderr, ended), ("", Ended::Exited(0)));
    // Two lines are seen; the hidden ones are 3 to 6.
    assert_eq!(stdout, "1: 1\n5: between\n2: two\n6: after\n");
}

#[test]
fn a_traceback_has_the_readers_lines_and_the_hidden_ones_after_them() {
    let (_, stderr, ended) = run("x = 1\nboom(x)", vec![hidden(0, "def boom(n):\n    raise ValueError(n)")]);
    let expected = "Traceback (most recent call last):\n  File \"main.py\", line 2, in <module>\n    boom(x)\n    ~~~~^^^\n  \
                    File \"main.py\", line 4, in boom\n    raise ValueError(n)\nValueError: 1\n";
    assert_eq!(stderr, expected);
    assert_eq!(ended, Ended::Raised { exception: "ValueError".into(), message: "1".into(), line: 4 });
}

#[test]
fn a_syntax_error_is_where_the_reader_made_it() {
    let error = Program::with_hidden("x = 1\ny = (", &[hidden(0, "a = 1\nb = 2")], "main.py").err().expect("it is one");
    assert_eq!((error.line, error.column), (2, 5));
    assert!(error.text.contains("line 2\n    y = ("), "{}", error.text);
}

#[test]
fn the_whole_text_has_everything_in_its_place() {
    let parts = [hidden(0, "h0"), hidden(2, "h2\n"), hidden(99, "end")];
    assert_eq!(whole("a\nb\nc", &parts).text, "h0\na\nb\nh2\nc\nend");
    assert_eq!(whole("", &[]).text, "");
}
