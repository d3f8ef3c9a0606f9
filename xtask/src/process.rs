//! Programs that xtask runs: shown, timed, and ended when they take too long.

use std::ffi::OsStr;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Result;

/// One program to run, with a name for people.
pub struct Step {
    name: String,
    command: Command,
}

impl Step {
    pub fn new(name: &str, program: impl AsRef<OsStr>) -> Step {
        let mut command = Command::new(program);
        command.env("PATH", search_path()).stdin(Stdio::null());
        // Set for xtask's own run by cargo; it would pin the toolchain and the manifest of the programs below it.
        for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
            command.env_remove(name);
        }
        Step { name: name.into(), command }
    }

    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Step {
        self.command.args(args);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Step {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Step {
        self.command.env_remove(name);
        self
    }

    pub fn in_dir(mut self, dir: PathBuf) -> Step {
        self.command.current_dir(dir);
        self
    }

    /// Runs it to its end. Fails when it does, and when it is not done within `limit`: then it and every process that it
    /// started are ended.
    pub fn within(self, limit: Duration) -> Result<()> {
        let (name, line, started) = self.announce();
        let mut command = self.command;
        let mut child = command.spawn().map_err(|error| format!("{name}: cannot run `{line}`: {error}"))?;
        loop {
            match child.try_wait() {
                Ok(Some(status)) if status.success() => {
                    eprintln!("{} {name} ({:.1} s)", green("   ok"), started.elapsed().as_secs_f64());
                    return Ok(());
                }
                Ok(Some(status)) => return Err(format!("{name}: {status}, after\n  {line}")),
                Ok(None) if started.elapsed() > limit => {
                    end_with_descendants(child.id());
                    let _ = child.wait();
                    return Err(format!("{name}: not done after {} s, ended:\n  {line}", limit.as_secs()));
                }
                Ok(None) => sleep(Duration::from_millis(50)),
                Err(error) => return Err(format!("{name}: {error}")),
            }
        }
    }

    /// Runs it for as long as the person at the terminal wants.
    pub fn run_until_interrupted(self) -> Result<()> {
        let (name, line, _) = self.announce();
        let mut command = self.command;
        let status = command.status().map_err(|error| format!("{name}: cannot run `{line}`: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("{name}: {status}, after\n  {line}")) }
    }

    fn announce(&self) -> (String, String, Instant) {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        let line = words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ");
        eprintln!("\n{} {}: {line}", bold("=>"), self.name);
        (self.name.clone(), line, Instant::now())
    }
}

/// What a program prints on its standard output, or `None` when it is missing or fails.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).env("PATH", search_path()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The first of the programs that is on the search path.
pub fn which(programs: &[&str]) -> Option<PathBuf> {
    let path = search_path();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    programs.iter().find_map(|program| folders.iter().map(|dir| dir.join(program)).find(|file| file.is_file()))
}

/// `PATH`, with the two folders before it in which xtask installs tools.
pub fn search_path() -> std::ffi::OsString {
    let mut folders = vec![own_tools().join("bin")];
    if let Some(home) = cargo_home() {
        folders.push(home.join("bin"));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path)
}

/// Where a tool goes when the person has another version of it, which stays untouched.
pub fn own_tools() -> PathBuf {
    crate::root().join("target/tools")
}

fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Ends the process and all that it started, each by its id. Linux only: elsewhere only the process itself.
fn end_with_descendants(process: u32) {
    let mut ending = vec![process];
    let mut next = 0;
    while let Some(&parent) = ending.get(next) {
        ending.extend(children(parent));
        next += 1;
    }
    // Children first, so that a parent cannot start them again in the meantime and none is orphaned unseen.
    for id in ending.iter().rev() {
        let _ = Command::new("sh").args(["-c", &format!("kill -KILL {id}")]).stderr(Stdio::null()).status();
    }
}

fn children(parent: u32) -> Vec<u32> {
    let Ok(processes) = Path::new("/proc").read_dir() else { return Vec::new() };
    let ids = processes.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| parent_of(*id) == Some(parent)).collect()
}

fn parent_of(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // "pid (name) state ppid ...", and the name may hold anything.
    stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
}

pub fn red(text: &str) -> String {
    styled("31;1", text)
}

pub fn green(text: &str) -> String {
    styled("32;1", text)
}

pub fn bold(text: &str) -> String {
    styled("1", text)
}

fn styled(style: &str, text: &str) -> String {
    let plain = std::env::var_os("NO_COLOR").is_some() || !stderr().is_terminal();
    if plain { text.into() } else { format!("\x1b[{style}m{text}\x1b[0m") }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_step_past_its_limit_is_ended_with_all_that_it_started() {
        let started = Instant::now();
        let step = Step::new("sleeper", "sh").args(["-c", "sh -c 'sleep 54321; true' & sleep 54321"]);
        let message = step.within(Duration::from_millis(500)).expect_err("it sleeps for hours");
        assert!(message.contains("not done"), "{message}");
        assert!(started.elapsed() < Duration::from_secs(30));
        let processes = Path::new("/proc").read_dir().expect("Linux has /proc").flatten();
        let lines = processes.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok());
        assert_eq!(lines.filter(|line| line.windows(5).any(|part| part == b"54321")).count(), 0);
    }

    #[test]
    fn a_step_that_fails_says_so_with_its_command() {
        let message = Step::new("a failure", "false").within(Duration::from_secs(10)).expect_err("false fails");
        assert!(message.contains("a failure") && message.ends_with("false"), "{message}");
        let message =
            Step::new("nothing", "no-such-program").within(Duration::from_secs(10)).expect_err("it is not there");
        assert!(message.contains("cannot run `no-such-program`"), "{message}");
    }
}
