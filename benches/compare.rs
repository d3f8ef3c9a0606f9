//! The native runner against CPython, on the same programs and in one run:
//! `cargo bench --no-default-features --bench compare [-- [--rounds N] WORD ...]`, the words being parts of the paths of
//! programs under `benches/programs/`.
//!
//! Every program is a process of its own and is timed as a whole, start-up included; the two take turns, so that what
//! else the machine does hits both. CPython is `$PYTHON`, or else the first 3.13 on `PATH`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output, Stdio};
use std::time::{Duration, Instant};

const USAGE: &str = "usage: cargo bench --no-default-features --bench compare [-- [--rounds N] WORD ...]";

fn main() -> ExitCode {
    match compare() {
        Ok(agree) => ExitCode::from(!agree as u8),
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

/// Whether all programs printed the same under both.
fn compare() -> Result<bool, String> {
    let (mut rounds, mut words) = (7, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // Cargo says so to every benchmark.
            "--bench" => {}
            "--rounds" => {
                let number = arguments.next().and_then(|n| n.parse().ok()).filter(|n| *n > 0);
                rounds = number.ok_or(format!("--rounds needs a number\n{USAGE}"))?;
            }
            flag if flag.starts_with('-') => return Err(format!("there is no option {flag}\n{USAGE}")),
            word => words.push(word.to_owned()),
        }
    }
    let python = python()?;
    let runner = runner()?;
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/programs");
    let mut paths = Vec::new();
    collect(&programs, &mut paths).map_err(|e| format!("cannot read {}: {e}", programs.display()))?;
    paths.sort();
    let name = |path: &Path| path.strip_prefix(&programs).unwrap_or(path).with_extension("").display().to_string();
    paths.retain(|path| words.is_empty() || words.iter().any(|word| name(path).contains(word)));

    println!("{}, {rounds} rounds, milliseconds a process", version(&python)?);
    println!("{:<36} {:^17} {:^17} {:^15}", "", "CPython", "ours", "ours / CPython");
    println!("{:<36} {:>8} {:>8} {:>8} {:>8} {:>7} {:>7}", "", "min", "median", "min", "median", "min", "median");
    let mut agree = true;
    let (mut product, mut slower) = (0.0, 0);
    for path in &paths {
        let (mut theirs, mut ours) = (Vec::new(), Vec::new());
        for round in 0..rounds {
            let (output, time) = timed(Command::new(&python).arg(path))?;
            theirs.push(time);
            let (our_output, time) = timed(Command::new(&runner).arg(path))?;
            ours.push(time);
            if round == 0 && (output.stdout != our_output.stdout || output.status.code() != our_output.status.code()) {
                agree = false;
                println!("{}: the outputs differ", name(path));
            }
        }
        let ((their_min, their_median), (min, median)) = (times(theirs), times(ours));
        let ratio = min / their_min;
        let columns = [their_min, their_median, min, median].map(|ms| format!("{ms:>8.1}")).join(" ");
        println!("{:<36} {columns} {ratio:>7.2} {:>7.2}", name(path), median / their_median);
        product += ratio.ln();
        slower += (ratio > 1.0) as usize;
    }
    if !paths.is_empty() {
        let mean = (product / paths.len() as f64).exp();
        println!("geometric mean of the ratios of the minima {mean:.2}; slower in {slower} of {}", paths.len());
    }
    Ok(agree)
}

/// The whole process, and what it printed.
fn timed(command: &mut Command) -> Result<(Output, Duration), String> {
    let begun = Instant::now();
    let output = command.stdin(Stdio::null()).output();
    let time = begun.elapsed();
    output.map(|output| (output, time)).map_err(|e| format!("cannot run {command:?}: {e}"))
}

/// The least and the middle one, in ms.
fn times(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    (times[0].as_secs_f64() * 1e3, times[times.len() / 2].as_secs_f64() * 1e3)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
    Ok(())
}

/// `$PYTHON`, whatever its version; else a 3.13.
fn python() -> Result<String, String> {
    if let Ok(python) = std::env::var("PYTHON") {
        return version(&python).map(|_| python);
    }
    let is_ours = |python: &&str| version(python).is_ok_and(|version| version.starts_with("Python 3.13"));
    let found = ["python3.13", "python3", "python"].into_iter().find(is_ours);
    found.map(str::to_owned).ok_or("there is no CPython 3.13 on PATH: set PYTHON to one".to_owned())
}

/// `Python 3.13.0`.
fn version(python: &str) -> Result<String, String> {
    let (output, _) = timed(Command::new(python).arg("--version"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    Err(format!("{python} --version: {}", output.status))
}

/// The native runner, built as `cargo build --release` builds it; `$RUNNER` if that is set.
fn runner() -> Result<PathBuf, String> {
    if let Ok(runner) = std::env::var("RUNNER") {
        return Ok(runner.into());
    }
    let cargo = std::env::var("CARGO").unwrap_or("cargo".to_owned());
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--no-default-features", "--example", "run"]);
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    match build.status() {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("cannot build the runner: {status}")),
        Err(e) => return Err(format!("cannot run {build:?}: {e}")),
    }
    // This program is release/deps/compare-….
    let here = std::env::current_exe().map_err(|e| format!("where is this program? {e}"))?;
    let release = here.parent().and_then(Path::parent).ok_or("this program is not in cargo's folders")?;
    Ok(release.join("examples").join(format!("run{}", std::env::consts::EXE_SUFFIX)))
}
