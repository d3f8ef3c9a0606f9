//! Runs the programs of `tests/cpython` and compares stdout, stderr, exit status and await log with what CPython 3.13 did.
//!
//! `cargo test --test conformance -- [--summary] [--full] [WORD] ...` runs the programs whose `TOPIC/NAME` contains one of
//! the words, or all. Each runs in a process of its own (this binary again, with `--one`), so that one that panics, hangs or
//! overflows the native stack is one failure. See `tests/cpython/README.md` for the files.
//!
//! `tests/cpython/PENDING` lists the programs that we do not run right yet. They may fail; every other program must
//! agree with CPython. `--write-pending` makes the list anew: it should only ever get shorter.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use awaitscope::run::{Ended, Options, Progress, Run, Until};
use awaitscope::trace::await_log::await_log;
use awaitscope::trace::event::{EventKind, Nanos, Stream};
use serde::{Deserialize, Serialize};

/// Wall time for one program. CPython takes a fraction of a second for each, apart from sleeping, which costs us nothing.
const WALL_LIMIT: Duration = Duration::from_secs(20);
/// Program time for one program.
const CLOCK_LIMIT: Nanos = Nanos(3600 * Nanos::SECOND.0);
/// The native stack that a program's interpreter gets, in bytes: what a main thread has by default.
const STACK: usize = 8 << 20;
/// Failures that are printed with their differences, unless `--full`.
const SHOWN: usize = 15;
/// Lines of each side of a difference that are printed, unless `--full`.
const DIFF_LINES: usize = 12;

/// What a program did.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Observed {
    stdout: String,
    stderr: String,
    exit: i32,
    awaits: String,
}

struct Program {
    /// `TOPIC/NAME`
    name: String,
    path: PathBuf,
}

/// Why a program failed.
struct Failure {
    /// One line; failures with the same cause are counted together.
    cause: String,
    detail: String,
}

fn main() -> ExitCode {
    let mut words = Vec::new();
    let (mut summary, mut full, mut write_pending) = (false, false, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--one" => return run_one(Path::new(&arguments.next().expect("--one is given a path"))),
            "--summary" => summary = true,
            "--full" => full = true,
            "--write-pending" => write_pending = true,
            // libtest's own options mean nothing here.
            "--list" => return ExitCode::SUCCESS,
            "--test-threads" | "--skip" | "--format" | "--color" => drop(arguments.next()),
            flag if flag.starts_with('-') => {}
            _ => words.push(argument),
        }
    }

    let unsupported = read_unsupported();
    let pending = read_pending();
    let programs: Vec<Program> =
        find_programs().into_iter().filter(|p| words.is_empty() || words.iter().any(|w| p.name.contains(w))).collect();
    let outcomes = run_all(&programs, &unsupported);

    let mut topics: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut causes: HashMap<&str, Vec<&str>> = HashMap::new();
    let (mut passed, mut waiting, mut shown) = (0, 0, 0);
    let mut now_good = Vec::new();
    // With words one wants to see what fails, pending or not.
    let excused = |name: &str| words.is_empty() && !summary && pending.contains(name);
    for (program, outcome) in programs.iter().zip(&outcomes) {
        let topic = program.name.split('/').next().unwrap_or_default();
        let (good, all) = topics.entry(topic).or_default();
        *all += 1;
        match outcome {
            Ok(()) => {
                *good += 1;
                passed += 1;
                if pending.contains(&program.name) {
                    now_good.push(program.name.as_str());
                }
            }
            Err(_) if excused(&program.name) => waiting += 1,
            Err(failure) => {
                causes.entry(&failure.cause).or_default().push(&program.name);
                if !summary && (full || shown < SHOWN) {
                    shown += 1;
                    println!("---- {}: {}\n{}", program.name, failure.cause, failure.detail);
                }
            }
        }
    }
    let failed = programs.len() - passed - waiting;
    if write_pending && words.is_empty() {
        let failing =
            programs.iter().zip(&outcomes).filter(|(_, outcome)| outcome.is_err()).map(|(p, _)| p.name.as_str());
        let header = "# Programs that we do not run right yet, a line each. Made by `--write-pending`; see tests/conformance.rs.\n";
        let list: String = std::iter::once(header.to_owned()).chain(failing.map(|name| format!("{name}\n"))).collect();
        std::fs::write(corpus().join("PENDING"), list).expect("tests/cpython/PENDING can be written");
        return ExitCode::SUCCESS;
    }
    if !summary && failed > shown {
        println!("... and {} more failures; --full shows them all", failed - shown);
    }
    for (topic, (good, all)) in &topics {
        println!("{} {topic}: {good} of {all}", if good == all { "ok  " } else { "FAIL" });
    }
    if failed > 0 {
        println!("\nfailures by cause:");
        let mut causes: Vec<(&str, Vec<&str>)> = causes.into_iter().collect();
        causes.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
        for (cause, names) in causes {
            let more = if names.len() > 4 { ", ..." } else { "" };
            println!("{:5}  {cause}\n       {}{more}", names.len(), names[..names.len().min(4)].join(", "));
        }
    }
    if !now_good.is_empty() {
        println!("\nno longer pending, take them off the list: {}", now_good.join(" "));
    }
    if waiting > 0 {
        println!("\n{waiting} pending programs (tests/cpython/PENDING) do not agree with CPython yet");
    }
    println!("\nconformance: {passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython")
}

fn find_programs() -> Vec<Program> {
    let mut programs = Vec::new();
    for topic in std::fs::read_dir(corpus()).expect("tests/cpython is there").flatten() {
        let Ok(files) = std::fs::read_dir(topic.path()) else { continue };
        for path in files.flatten().map(|file| file.path()) {
            if path.extension().is_some_and(|e| e == "py") {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                programs.push(Program { name: format!("{}/{stem}", topic.file_name().to_string_lossy()), path });
            }
        }
    }
    programs.sort_by(|a, b| a.name.cmp(&b.name));
    programs
}

/// The programs that may fail for the time being.
fn read_pending() -> HashSet<String> {
    let list = std::fs::read_to_string(corpus().join("PENDING")).unwrap_or_default();
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// From `TOPIC/NAME` to the text that stderr must contain.
fn read_unsupported() -> HashMap<String, String> {
    let list = std::fs::read_to_string(corpus().join("UNSUPPORTED")).expect("tests/cpython/UNSUPPORTED is there");
    let entries = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries
        .map(|line| {
            let mut fields = line.splitn(3, '|').map(|field| field.trim().to_string());
            match (fields.next(), fields.next(), fields.next()) {
                (Some(name), Some(_reason), Some(text)) => (name, text),
                _ => panic!("UNSUPPORTED: not `name | reason | text`: {line}"),
            }
        })
        .collect()
}

fn run_all(programs: &[Program], unsupported: &HashMap<String, String>) -> Vec<Result<(), Failure>> {
    let workers = std::thread::available_parallelism().map_or(1, |n| n.get());
    let next = AtomicUsize::new(0);
    let outcomes: Mutex<Vec<Option<Result<(), Failure>>>> = Mutex::new(programs.iter().map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, program)) = take(programs, &next) {
                    let outcome = judge(program, unsupported.get(&program.name));
                    outcomes.lock().expect("no worker panics while it holds the lock")[index] = Some(outcome);
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().expect("no worker panics while it holds the lock");
    outcomes.into_iter().map(|outcome| outcome.expect("every program was run")).collect()
}

fn take<'p>(programs: &'p [Program], next: &AtomicUsize) -> Option<(usize, &'p Program)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    programs.get(index).map(|program| (index, program))
}

fn judge(program: &Program, unsupported: Option<&String>) -> Result<(), Failure> {
    let file_name = program.path.file_name().unwrap_or_default().to_string_lossy();
    let mut observed = observe(&program.path)?;
    observed.stdout = normalize(&observed.stdout, &file_name);
    observed.stderr = normalize(&observed.stderr, &file_name);
    if let Some(text) = unsupported {
        return if observed.stderr.contains(text) {
            Ok(())
        } else {
            let detail = format!("stderr should contain: {text}\nstderr: {}", observed.stderr);
            Err(Failure { cause: "not refused as UNSUPPORTED says".into(), detail })
        };
    }
    let expected = recorded(&program.path)?;
    if observed == expected {
        return Ok(());
    }
    let mut detail = String::new();
    for (what, expected, observed) in [
        ("stdout", &expected.stdout, &observed.stdout),
        ("stderr", &expected.stderr, &observed.stderr),
        ("exit", &expected.exit.to_string(), &observed.exit.to_string()),
        ("awaits", &expected.awaits, &observed.awaits),
    ] {
        if expected != observed {
            detail += &difference(what, expected, observed);
        }
    }
    Err(Failure { cause: cause(&expected, &observed), detail })
}

/// The line that best tells what to do next: the exception that CPython did not raise, else what differs.
fn cause(expected: &Observed, observed: &Observed) -> String {
    let last = |text: &str| text.trim_end().lines().last().unwrap_or_default().trim().to_string();
    let (wanted, got) = (last(&expected.stderr), last(&observed.stderr));
    if !got.is_empty() && got != wanted {
        return got;
    }
    if expected.stdout != observed.stdout {
        "stdout differs".into()
    } else if expected.stderr != observed.stderr {
        if got == wanted { "traceback differs, its last line is right".into() } else { "stderr differs".into() }
    } else if expected.exit != observed.exit {
        "exit status differs".into()
    } else {
        "await log differs".into()
    }
}

/// The lines that differ, `-` for CPython's and `+` for ours, with a line of context before.
fn difference(what: &str, expected: &str, observed: &str) -> String {
    let limit = if std::env::args().any(|a| a == "--full") { usize::MAX } else { DIFF_LINES };
    let (expected, observed): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), observed.lines().collect());
    let same = expected.iter().zip(&observed).take_while(|(a, b)| a == b).count();
    let (left, right) = (&expected[same..], &observed[same..]);
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - tail], &right[..right.len() - tail]);
    let mut text = format!("  {what}, line {} (- CPython, + ours):\n", same + 1);
    if let Some(before) = same.checked_sub(1) {
        text += &format!("      {}\n", expected[before]);
    }
    for (mark, side) in [('-', left), ('+', right)] {
        for line in side.iter().take(limit) {
            text += &format!("    {mark} {line}\n");
        }
        if side.len() > limit {
            text += &format!("    {mark} ... {} more lines\n", side.len() - limit);
        }
    }
    text
}

fn recorded(program: &Path) -> Result<Observed, Failure> {
    let read = |suffix: &str| std::fs::read_to_string(program.with_extension(suffix));
    let Ok(stdout) = read("stdout") else {
        return Err(Failure { cause: "not recorded: run tests/record.py --new".into(), detail: String::new() });
    };
    let exit = read("exit").map_or(0, |text| text.trim().parse().expect("NAME.exit holds a number"));
    Ok(Observed {
        stdout,
        stderr: read("stderr").unwrap_or_default(),
        exit,
        awaits: read("awaits").unwrap_or_default(),
    })
}

/// Runs the program in a process of its own.
fn observe(program: &Path) -> Result<Observed, Failure> {
    let binary = std::env::current_exe().expect("a test binary knows its path");
    let done = Command::new(binary)
        .arg("--one")
        .arg(program)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .output()
        .expect("a test binary can start itself");
    if done.status.success()
        && let Ok(observed) = serde_json::from_slice(&done.stdout)
    {
        return Ok(observed);
    }
    let trouble = String::from_utf8_lossy(&done.stderr).into_owned();
    let mut lines = trouble.lines().filter(|line| !line.is_empty());
    let cause = lines.find(|l| l.contains("panicked at") || l.contains("overflowed") || l.contains("limit"));
    let cause = match cause {
        Some(line) if line.contains("panicked at") => {
            let place = &line[line.find("panicked at").unwrap_or_default()..];
            format!("{place} {}", lines.next().unwrap_or_default())
        }
        Some(line) => line.to_string(),
        None => format!("ended with {}", done.status),
    };
    Err(Failure { cause, detail: trouble })
}

/// `--one PATH`: runs one program and prints what it did as JSON.
fn run_one(path: &Path) -> ExitCode {
    let path = path.to_path_buf();
    std::thread::spawn(|| {
        std::thread::sleep(WALL_LIMIT);
        eprintln!("past the limit of {} s", WALL_LIMIT.as_secs());
        std::process::exit(124);
    });
    let interpreter = std::thread::Builder::new().stack_size(STACK).spawn(move || interpret(&path));
    match interpreter.expect("a thread can be started").join() {
        Ok(observed) => {
            println!("{}", serde_json::to_string(&observed).expect("strings and numbers are JSON"));
            ExitCode::SUCCESS
        }
        Err(_) => ExitCode::FAILURE,
    }
}

/// Runs the program, and once more for its await log, as `run --awaits` does.
fn interpret(path: &Path) -> Observed {
    let mut observed = interpret_as(path, false);
    if path.with_extension("awaits").exists() || !observed.awaits.is_empty() {
        observed.awaits = interpret_as(path, true).awaits;
    }
    observed
}

fn interpret_as(path: &Path, keep_coroutine_locals: bool) -> Observed {
    let source = std::fs::read_to_string(path).expect("the program can be read");
    let filename = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut observed = Observed::default();
    let mut run = match Run::new(&source, Options { filename, keep_coroutine_locals, ..Options::default() }) {
        Ok(run) => run,
        Err(error) => {
            observed.stderr = error.text;
            observed.exit = 1;
            return observed;
        }
    };
    let mut events = Vec::new();
    loop {
        let progress = run.advance(1_000_000, Until::FuelOut);
        for event in run.take_events() {
            match &event.kind {
                EventKind::Output { stream: Stream::Stdout, text, .. } => observed.stdout += text,
                EventKind::Output { stream: Stream::Stderr, text, .. } => observed.stderr += text,
                _ => events.push(event),
            }
        }
        if progress == Progress::Done {
            break;
        }
        if run.clock() > CLOCK_LIMIT {
            eprintln!("past the limit of {} s of program time", CLOCK_LIMIT.as_secs_f64());
            std::process::exit(124);
        }
    }
    observed.awaits = await_log(&events);
    observed.exit = match run.ended() {
        Some(Ended::Exited(status)) => *status,
        Some(Ended::Raised { .. } | Ended::Deadlock { .. }) => 1,
        None => panic!("a run that is done has ended"),
    };
    observed
}

/// The same as `normalize` in `tests/record.py`: leaves out the frames of other files and unittest's time.
fn normalize(text: &str, file_name: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut foreign: Option<&str> = None;
    for line in text.split('\n') {
        if let Some(rest) = foreign.and_then(|indent| line.strip_prefix(indent))
            && (rest.starts_with("  ") || rest.starts_with("[Previous line"))
        {
            continue;
        }
        foreign = None;
        if let Some((indent, file)) = frame_line(line)
            && file != file_name
        {
            foreign = Some(indent);
            continue;
        }
        lines.push(without_unittest_time(line));
    }
    lines.join("\n")
}

/// What stands before `File` and the file's name, of a line such as `  File "main.py", line 3, in main`.
fn frame_line(line: &str) -> Option<(&str, &str)> {
    let indent = &line[..line.find(|c| !" |+-".contains(c))?];
    let (file, rest) = line[indent.len()..].strip_prefix("File \"")?.split_once('"')?;
    let number = rest.strip_prefix(", line ")?;
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    (after.len() < number.len() && after.starts_with(", in ")).then_some((indent, file))
}

fn without_unittest_time(line: &str) -> String {
    if let Some(rest) = line.strip_prefix("Ran ")
        && let Some((tests, time)) = rest.split_once(" in ")
        && let Some((count, "test" | "tests")) = tests.split_once(' ')
        && count.parse::<u64>().is_ok()
        && time.strip_suffix('s').is_some_and(|t| t.parse::<f64>().is_ok())
    {
        return format!("Ran {tests} in 0.000s");
    }
    line.to_string()
}
