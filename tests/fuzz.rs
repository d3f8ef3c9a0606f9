//! Runs mutants of the conformance programs with little fuel and memory: whatever the text is, nothing panics, nothing goes
//! on when its fuel is used up, nothing overflows the native stack.
//!
//! `cargo test --test fuzz` does so for some twenty seconds; `FUZZ_SEED=7 FUZZ_COUNT=100000 cargo test --test fuzz` for so many
//! programs. `FUZZ_ONE=123` prints the mutant of that number and runs it alone. The programs run in processes of their own
//! (this binary again, with `--from`), so that one that dies is one failure.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::vm::{compile::compile, memory};

/// How long the bounded test goes on.
const TIME: Duration = Duration::from_secs(20);
/// Wall time that one mutant may take on a machine that does other things, too.
const HANG: Duration = Duration::from_secs(60);
/// Instructions that a mutant may execute.
const FUEL: u64 = 200_000;
/// How often a mutant may wait for a timer.
const WAITS: u32 = 1000;
/// What a mutant may use, in bytes.
const MEMORY: usize = 128 << 20;
/// The native stack, in bytes. The page's is half of it, and optimised code needs a fraction of what this build needs.
const STACK: usize = 8 << 20;
/// Failures after which no more are looked for.
const ENOUGH: usize = 10;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--list") {
        return ExitCode::SUCCESS;
    }
    let seed = number("FUZZ_SEED").unwrap_or(1);
    let programs = programs();
    if let Some(one) = number("FUZZ_ONE") {
        println!("{}", mutant(&programs, seed, one));
        in_thread(move || run(&mutant(&programs, seed, one)));
        return ExitCode::SUCCESS;
    }
    if let [flag, from] = arguments.as_slice()
        && flag == "--from"
    {
        let from: u64 = from.parse().expect("--from is given a number");
        in_thread(move || {
            for number in from.. {
                println!("{number}");
                std::io::stdout().flush().expect("the parent listens");
                run(&mutant(&programs, seed, number));
            }
        });
        return ExitCode::SUCCESS;
    }
    let count = number("FUZZ_COUNT");
    let begun = Instant::now();
    let mut failures = Vec::new();
    let mut next = 0;
    let goes_on = |next: u64| count.map_or(begun.elapsed() < TIME, |count| next < count);
    while goes_on(next) && failures.len() < ENOUGH {
        let (last, fault) = watch(next, &goes_on);
        if let Some(fault) = fault {
            println!("FUZZ_SEED={seed} FUZZ_ONE={last}: {fault}");
            failures.push(last);
        }
        next = last + 1;
    }
    println!("fuzz: {next} mutants, {} failures", failures.len());
    ExitCode::from(!failures.is_empty() as u8)
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn in_thread(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread can be made");
    if thread.join().is_err() {
        std::process::exit(101);
    }
}

/// Has a process run the mutants from `from` on: the last one that it began, and what was wrong with it.
fn watch(from: u64, goes_on: &dyn Fn(u64) -> bool) -> (u64, Option<String>) {
    let exe = std::env::current_exe().expect("the test knows where it is");
    let mut child = Command::new(exe)
        .args(["--from", &from.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the test can run itself");
    let stdout = BufReader::new(child.stdout.take().expect("it is piped"));
    let stderr = BufReader::new(child.stderr.take().expect("it is piped"));
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    let said = std::thread::spawn(move || stderr.lines().map_while(Result::ok).collect::<Vec<_>>().join("\n"));
    let mut last = from;
    let fault = loop {
        match receive.recv_timeout(HANG) {
            Ok(line) => {
                last = line.parse().unwrap_or(last);
                if !goes_on(last) {
                    break None;
                }
            }
            Err(mpsc::RecvTimeoutError::Timeout) => break Some("it hangs".to_owned()),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                let status = child.wait().map_or_else(|e| e.to_string(), |status| status.to_string());
                let said = said.join().unwrap_or_default();
                return (last, Some(format!("{status}\n{said}")));
            }
        }
    };
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    let _ = child.wait();
    (last, fault)
}

fn run(source: &str) {
    memory::set_ceiling(MEMORY);
    let Ok(mut run) = Run::new(source, Options::default()) else { return };
    let (mut left, mut waits) = (FUEL, 0);
    while left > 0 && waits < WAITS {
        let slice = left.min(5000);
        match run.advance(slice, Until::FuelOut) {
            Progress::Ready => left -= slice,
            Progress::WaitUntil(_) => waits += 1,
            Progress::Done => break,
        }
        run.take_events();
    }
}

// Mutants.

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// What stands for a value that no one expects.
const EXTREMES: &[&str] = &[
    "0",
    "-1",
    "2**31",
    "2**63",
    "-2**63",
    "9223372036854775807",
    "10**30",
    "10**1000",
    "1 << 100000",
    "1e308",
    "-0.0",
    "5e-324",
    "float('nan')",
    "float('inf')",
    "1j",
    "True",
    "None",
    "...",
    "NotImplemented",
    "''",
    "'\\ud800'",
    "'\\U0001f600' * 100",
    "'a' * 10**9",
    "b''",
    "b'\\xff' * 10**7",
    "[0] * 10**8",
    "[]",
    "()",
    "{}",
    "set()",
    "range(10**18)",
    "(yield)",
    "lambda *a, **k: a",
    "object()",
    "type",
    "print",
    "int",
    "(x for x in [1])",
    "__import__('sys').setrecursionlimit(10**8)",
    "globals()",
    "locals()",
    "Exception('x')",
    "__import__('itertools').count()",
    "iter(int, 1)",
    "'%1000000000d' % 1",
    "f'{1:10000000}'",
    "str(10**5000)",
    "__name__",
    "_f(_f)",
];

/// What is put before a program, now and then.
const PREFIXES: &[&str] = &[
    "def _f(f): return f(f)\n",
    "_x = None\nfor _i in range(30000): _x = [_x]\n",
    "_x = ()\nfor _i in range(30000): _x = (_x,)\ntry: print(_x == _x, repr(_x), hash(_x))\nexcept RecursionError: pass\n",
    "class _N:\n  def __init__(s, n): s.n = n\n_x = None\nfor _i in range(9000): _x = _N(_x)\n",
    "_d = {}\n_d['d'] = _d\n_l = [_d]\n_l.append(_l)\n",
    "class _R:\n  def __repr__(s): return repr(s)\n  def __eq__(s, o): return s == o\n  def __hash__(s): return hash(s)\n",
    "class _G:\n  def __getattr__(s, n): return getattr(s, n + 'x')\n",
    "class _D:\n  def __del__(s): _D()\n",
];

fn programs() -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython");
    let mut paths = Vec::new();
    collect(&folder, &mut paths);
    paths.sort();
    let sources = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    sources.filter(|source| source.len() < 8000).map(|source| tokens(&source)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
}

/// Cuts a text into words, numbers, strings, blanks, line ends with the indentation after them, and single signs.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == '.' && first.is_ascii_digit();
        let blank = |c: char| c == ' ' || c == '\t';
        let len = match first {
            c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            '\n' => 1 + rest[1..].find(|c| !blank(c)).unwrap_or(rest.len() - 1),
            c if blank(c) => rest.find(|c| !blank(c)).unwrap_or(rest.len()),
            '\'' | '"' => {
                let end = rest[1..].find([first, '\n']).map(|end| end + 1);
                end.filter(|&end| rest[end..].starts_with(first)).map_or(1, |end| end + 1)
            }
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(len);
        tokens.push(token.to_owned());
        rest = after;
    }
    tokens
}

/// The mutant of this number; the same for the same seed and programs.
fn mutant(programs: &[Vec<String>], seed: u64, number: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0x1000_0000_01b3) ^ number);
    let mut tokens = programs[random.below(programs.len())].clone();
    for _ in 0..1 + random.below(12) {
        if tokens.is_empty() {
            break;
        }
        let before = tokens.clone();
        let at = random.below(tokens.len());
        let some = 1 + random.below(8).min(tokens.len() - at - 1);
        match random.below(9) {
            0 => drop(tokens.drain(at..at + some)),
            1 => {
                let again = tokens[at..at + some].to_vec();
                tokens.splice(at..at, again);
            }
            2 => {
                let other = random.below(tokens.len());
                tokens.swap(at, other);
            }
            3 => {
                let other = &programs[random.below(programs.len())];
                tokens[at] = other[random.below(other.len())].clone();
            }
            4 => {
                let other = &programs[random.below(programs.len())];
                let from = random.below(other.len());
                let to = (from + 1 + random.below(60)).min(other.len());
                tokens.splice(at..at + some, other[from..to].iter().cloned());
            }
            5 => {
                // Most mutants of numbers and names still compile.
                let values: Vec<usize> = (0..tokens.len()).filter(|&i| is_value(&tokens[i])).collect();
                if let Some(&at) = values.get(random.below(values.len())) {
                    tokens[at] = format!("({})", random.pick(EXTREMES));
                }
            }
            6 => {
                let names: Vec<usize> = (0..tokens.len()).filter(|&i| is_value(&tokens[i])).collect();
                if !names.is_empty() {
                    let (a, b) = (names[random.below(names.len())], names[random.below(names.len())]);
                    tokens[a] = tokens[b].clone();
                }
            }
            7 => {
                let depth = [10, 150, 1000, 20_000][random.below(4)];
                let (open, close) =
                    random.pick(&[&("(", ")"), &("[", "]"), &("not ", ""), &("-", ""), &("f(", ")"), &("{1:", "}")]);
                tokens[at] = format!("{}{}{}", open.repeat(depth), tokens[at], close.repeat(depth));
            }
            _ => {
                let lines: Vec<usize> = (0..tokens.len()).filter(|&i| tokens[i].starts_with('\n')).collect();
                if let Some(&line) = lines.get(random.below(lines.len())) {
                    let prefix = random.pick(&[
                        "while True:",
                        "yield ",
                        "await ",
                        "return ",
                        "del ",
                        "raise ",
                        "async ",
                        "print(",
                        "if 1:",
                        "*a, ",
                    ]);
                    tokens.insert(line + 1, prefix.to_owned());
                }
            }
        }
        // Most mutants are to run.
        if random.below(16) != 0 && compile(&tokens.concat()).is_err() {
            tokens = before;
        }
    }
    let prefix = if random.below(8) == 0 { random.pick(PREFIXES) } else { "" };
    prefix.to_owned() + &tokens.concat()
}

/// A number, a string or a name.
fn is_value(token: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "def", "class", "if", "else", "elif", "for", "while", "in", "import", "from", "try", "except", "finally",
        "with", "as", "return", "async", "await", "yield", "lambda", "not", "and", "or", "is", "pass", "break",
        "continue", "global", "nonlocal", "raise", "del", "assert",
    ];
    token.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '\'' || c == '"') && !KEYWORDS.contains(&token)
}
