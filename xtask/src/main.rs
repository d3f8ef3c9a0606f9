//! The workspace's commands. `cargo xtask` without a command lists them.
//!
//! Each one first gets the tools that it needs and that are missing; see `tools`.

mod tools;

mod process;

mod sites;

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use process::Step;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [ARGS]   builds the page, serves it and prints its address; ARGS go to `trunk serve` (--port 9000, --release)
  test           every check: formatting, clippy, native tests, tests in the browser, the release build, end-to-end
                 tests on it, its size
  build          makes dist/, which works under any path, and awaitscope.html, the same as one file to open from a disk
  size           what the page in dist/ moves, part by part, in brotli
  sites          builds the documentation sites of examples/embed/ into target/sites/, for the end-to-end tests
  profile        watches which of the wasm's functions the lessons call, and says so in bundle/cold.txt: the others are
                 the wasm's rest, which a page loads later. For when `size` complains
  shots          builds, and saves pictures of the page to target/shots/

Tools that are missing are installed first: the wasm target, trunk and wasm-bindgen by cargo, Chromium and its driver by
apt-get when run as root; Sphinx, MkDocs and mdBook into target/.";

/// What failed, for the person who ran the command.
type Result<T> = std::result::Result<T, String>;

const MINUTE: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args.as_slice()),
    };
    let result = match command {
        "serve" => serve(rest),
        "test" => no_arguments(rest).and_then(|()| test()),
        "build" => no_arguments(rest).and_then(|()| build()),
        "size" => no_arguments(rest).and_then(|()| size()),
        "sites" => no_arguments(rest).and_then(|()| sites::build()),
        "profile" => no_arguments(rest).and_then(|()| profile()),
        "shots" => no_arguments(rest).and_then(|()| shots()),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(format!("no such command: {unknown}\n\n{USAGE}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{} {message}", process::red("xtask failed:"));
            ExitCode::FAILURE
        }
    }
}

fn no_arguments(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(argument) => Err(format!("unexpected argument: {argument}\n\n{USAGE}")),
    }
}

fn serve(args: &[String]) -> Result<()> {
    tools::for_building()?;
    let mut step = trunk("serve");
    if !args.iter().any(|arg| arg == "-p" || arg.starts_with("--port")) {
        step = step.args(["--port", &free_port().to_string()]);
    }
    step.args(args).run_until_interrupted()
}

/// trunk's own 8080, or one of the next hundred when something listens there.
fn free_port() -> u16 {
    (8080..8180).find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()).unwrap_or(8080)
}

fn build() -> Result<()> {
    tools::for_building()?;
    build_release()?;
    // It is in dist/, too, for visitors to download.
    let (from, to) = (root().join("dist/awaitscope.html"), root().join("awaitscope.html"));
    std::fs::copy(&from, &to).map_err(|error| format!("{}: {error}", from.display()))?;
    println!("{} opens by double click", to.display());
    Ok(())
}

fn build_release() -> Result<()> {
    trunk("build").args(["--release", "--cargo-profile", "page"]).within(20 * MINUTE)
}

fn size() -> Result<()> {
    e2e("size").within(10 * MINUTE)
}

fn profile() -> Result<()> {
    tools::for_building()?;
    tools::for_browser_tests()?;
    let dist = root().join("target/profile");
    trunk("build")
        .args(["--release", "--cargo-profile", "page", "--dist"])
        .args([&dist])
        .env("AWAITSCOPE_PROFILE", "1")
        .within(20 * MINUTE)?;
    e2e("profile").env("AWAITSCOPE_DIST", &dist).within(15 * MINUTE)?;
    cargo("cold.txt", &["run", "--quiet", "--package", "bundle", "cold"]).args([&dist]).within(5 * MINUTE)
}

fn shots() -> Result<()> {
    tools::for_building()?;
    build_release()?;
    tools::for_browser_tests()?;
    e2e("shots").within(15 * MINUTE)
}

fn test() -> Result<()> {
    tools::for_building()?;
    tools::for_linting()?;
    let chromedriver = tools::for_browser_tests()?;

    cargo("formatting", &["fmt", "--all", "--check"]).within(2 * MINUTE)?;

    let deny_warnings = ["--", "-D", "warnings"];
    cargo("clippy, without the page", &["clippy", "--workspace", "--all-targets", "--no-default-features"])
        .args(deny_warnings)
        .within(20 * MINUTE)?;
    cargo("clippy, the page", &["clippy", "--target", tools::WASM, "--lib", "--bins", "--test", "browser"])
        .args(deny_warnings)
        .within(20 * MINUTE)?;

    cargo("the build's own tests", &["test", "--quiet", "--package", "xtask", "--package", "bundle"])
        .within(5 * MINUTE)?;
    cargo("native tests, without the page", &["test", "--no-default-features", "--package", "awaitscope"])
        .within(25 * MINUTE)?;
    cargo("native tests, the page", &["test", "--package", "awaitscope"]).within(25 * MINUTE)?;

    cargo(
        "tests in the browser",
        &["test", "--target", tools::WASM, "--features", "embed-library", "--test", "browser"],
    )
    .env("CHROMEDRIVER", &chromedriver)
    // Seconds for the whole file.
    .env("WASM_BINDGEN_TEST_TIMEOUT", "240")
    .within(20 * MINUTE)?;

    build_release()?;
    size()?;
    sites::build()?;
    cargo("end-to-end tests", &["test", "--package", "e2e"]).within(20 * MINUTE)?;

    println!("\n{}", process::green("All checks passed."));
    Ok(())
}

fn cargo(name: &str, args: &[&str]) -> Step {
    Step::new(name, "cargo").args(args.iter().copied()).in_dir(root())
}

/// A program of the end-to-end package.
fn e2e(program: &str) -> Step {
    cargo(program, &["run", "--quiet", "--package", "e2e", "--bin", program])
}

fn trunk(command: &str) -> Step {
    Step::new(&format!("trunk {command}"), "trunk")
        // Offline: it uses the tools on PATH and fetches none.
        .args([command, "--offline"])
        // trunk wants "true" or "false" here, where everybody else sets "1".
        .without_env("NO_COLOR")
        .in_dir(root())
}

/// The workspace's folder.
fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().expect("xtask is a folder of the workspace").to_path_buf()
}
