//! The native command line: `run [--awaits] [--trace FILE] [--seed N] [--limit SECONDS] program.py`.
//!
//! Runs a program on the virtual clock, without waiting, and prints what it prints.

use std::io::{Read, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use awaitscope::run::{Ended, Options, Progress, Run, Until};
use awaitscope::trace::await_log::await_log;
use awaitscope::trace::event::{Event, EventKind, Nanos, Stream};

const USAGE: &str = "usage: run [--awaits] [--trace FILE] [--seed N] [--limit SECONDS] program.py | -";
/// Instructions between two looks at the output.
const SLICE: u64 = 1 << 14;

struct Arguments {
    program: String,
    awaits: bool,
    trace: Option<String>,
    seed: Option<u64>,
    limit: Option<Nanos>,
}

fn main() -> ExitCode {
    let arguments = match parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(fault) => {
            eprintln!("{fault}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(arguments) {
        Ok(status) => ExitCode::from(status as u8),
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments { program: String::new(), awaits: false, trace: None, seed: None, limit: None };
    while let Some(word) = words.next() {
        let mut value = |what: &str| words.next().ok_or_else(|| format!("{word} needs {what}"));
        match word.as_str() {
            "--awaits" => arguments.awaits = true,
            "--trace" => arguments.trace = Some(value("a file")?),
            "--seed" => {
                arguments.seed = Some(value("a number")?.parse().map_err(|_| "--seed needs a whole number".to_owned())?)
            }
            "--limit" => {
                let seconds: f64 =
                    value("seconds")?.parse().map_err(|_| "--limit needs a number of seconds".to_owned())?;
                arguments.limit = Some(Nanos::from_secs_f64(seconds));
            }
            flag if flag.starts_with("--") => return Err(format!("there is no option {flag}")),
            _ if arguments.program.is_empty() => arguments.program = word,
            _ => return Err("one program at a time".into()),
        }
    }
    if arguments.program.is_empty() {
        return Err("which program?".into());
    }
    Ok(arguments)
}

fn run(arguments: Arguments) -> Result<i32, String> {
    let (source, filename) = if arguments.program == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("cannot read the program from stdin: {e}"))?;
        (bytes, "<stdin>".to_owned())
    } else {
        let bytes = std::fs::read(&arguments.program).map_err(|e| format!("cannot read {}: {e}", arguments.program))?;
        // A traceback names the file by its whole path, as CPython's does.
        let path =
            std::path::absolute(&arguments.program).map_or(arguments.program.clone(), |p| p.display().to_string());
        (bytes, path)
    };
    let source =
        String::from_utf8(source).map_err(|e| format!("{}: the program is not UTF-8: {e}", arguments.program))?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let options = Options {
        filename,
        seed: arguments.seed.unwrap_or(now.as_nanos() as u64),
        started_at: now.as_secs_f64(),
        utc_offset: 0,
        keep_coroutine_locals: arguments.awaits,
        ..Options::default()
    };
    let mut run = match Run::new(&source, options) {
        Ok(run) => run,
        Err(error) => {
            if !arguments.awaits {
                eprint!("{}", error.text);
            }
            return Ok(1);
        }
    };
    let mut trace = match &arguments.trace {
        Some(file) => {
            let file = std::fs::File::create(file).map_err(|e| format!("cannot write {file}: {e}"))?;
            Some(std::io::BufWriter::new(file))
        }
        None => None,
    };
    let mut kept: Vec<Event> = Vec::new();
    let mut over = false;
    loop {
        let progress = run.advance(SLICE, Until::FuelOut);
        let events = run.take_events();
        if let Some(trace) = &mut trace {
            for event in &events {
                let line = event.to_json();
                writeln!(trace, "{line}").map_err(|e| format!("cannot write the trace: {e}"))?;
            }
        }
        if arguments.awaits {
            kept.extend(events);
        } else {
            print(&events)?;
        }
        if progress == Progress::Done {
            break;
        }
        let reached = match progress {
            Progress::WaitUntil(until) => until,
            _ => run.clock(),
        };
        if arguments.limit.is_some_and(|limit| reached > limit) {
            over = true;
            break;
        }
    }
    if let Some(mut trace) = trace {
        trace.flush().map_err(|e| format!("cannot write the trace: {e}"))?;
    }
    if arguments.awaits {
        print!("{}", await_log(&kept));
    }
    if over {
        let limit = arguments.limit.unwrap_or_default().as_secs_f64();
        eprintln!("run: stopped: the program's clock passed the limit of {limit} s");
        return Ok(124);
    }
    Ok(match run.ended() {
        Some(Ended::Exited(status)) => *status,
        _ => 1,
    })
}

/// What the program printed, to the stream it printed it to.
fn print(events: &[Event]) -> Result<(), String> {
    let (mut stdout, mut stderr) = (std::io::stdout().lock(), std::io::stderr().lock());
    for event in events {
        if let EventKind::Output { stream, text, .. } = &event.kind {
            let result = match stream {
                Stream::Stdout => stdout.write_all(text.as_bytes()),
                Stream::Stderr => stdout.flush().and_then(|()| stderr.write_all(text.as_bytes())),
            };
            result.map_err(|e| format!("cannot print: {e}"))?;
        }
    }
    stdout.flush().map_err(|e| format!("cannot print: {e}"))
}
