//! The tools that the commands need: found on PATH in the right version, or installed.

use std::path::PathBuf;
use std::time::Duration;

use crate::process::{Step, bold, output, own_tools, which};
use crate::{Result, root};

pub const WASM: &str = "wasm32-unknown-unknown";

/// The version that is installed. Later patches of it do as well.
const TRUNK: &str = "0.21.14";

const MDBOOK: &str = "0.5.4";

/// Compiling a tool on two slow cores.
const INSTALL: Duration = Duration::from_secs(40 * 60);

/// The wasm target, trunk, and the wasm-bindgen that `Cargo.lock` asks for.
pub fn for_building() -> Result<()> {
    wasm_target()?;
    if !trunk_will_do() {
        // Its lock file holds versions that are known to build together.
        install("trunk", TRUNK, &["--locked"])?;
        if !trunk_will_do() {
            return Err(format!("trunk {TRUNK} was installed, but `trunk --version` does not say so"));
        }
    }
    let wanted = locked_version("wasm-bindgen")?;
    if version("wasm-bindgen").as_deref() != Some(&wanted) || version("wasm-bindgen-test-runner").is_none() {
        // Without its lock file, whose crates are older than the compiler.
        install("wasm-bindgen-cli", &wanted, &[])?;
        if version("wasm-bindgen").as_deref() != Some(&wanted) {
            return Err(format!("wasm-bindgen {wanted} was installed, but `wasm-bindgen --version` does not say so"));
        }
    }
    Ok(())
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub fn for_linting() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output("cargo", &[command, "--version"]).is_none() {
            Step::new(&format!("adding {component}"), "rustup")
                .args(["component", "add", component])
                .within(INSTALL)?;
        }
    }
    Ok(())
}

/// Chromium and its driver. Returns the driver's path.
pub fn for_browser_tests() -> Result<PathBuf> {
    if let Some(driver) = browser_and_driver() {
        return Ok(driver);
    }
    let install_them = "apt-get install -y --no-install-recommends chromium chromium-driver";
    if which(&["apt-get"]).is_none() || output("id", &["-u"]).as_deref() != Some("0") {
        return Err(format!(
            "the tests need Chromium (or Chrome) and chromedriver on PATH. On Debian, as root:\n\n  apt-get update && {install_them}\n"
        ));
    }
    // It fails when one of many package sources is out of reach; whether that matters, the installation shows.
    if let Err(message) = Step::new("the packages' index", "apt-get").args(["update"]).within(INSTALL) {
        eprintln!("{message}");
    }
    Step::new("Chromium and its driver", "apt-get")
        .args(install_them.split(' ').skip(1))
        .env("DEBIAN_FRONTEND", "noninteractive")
        .within(INSTALL)?;
    browser_and_driver().ok_or_else(|| "chromium and chromium-driver were installed but are not on PATH".into())
}

/// Sphinx, MkDocs and their themes in an environment of their own, and mdBook. Returns the folder with the programs in Python.
pub fn for_sites() -> Result<PathBuf> {
    let (wanted, folder) = (root().join("examples/embed/requirements.txt"), own_tools().join("python"));
    let (programs, installed) = (folder.join("bin"), folder.join("requirements.txt"));
    let requirements = std::fs::read(&wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
    if std::fs::read(&installed).ok().as_ref() != Some(&requirements) {
        python_with_environments()?;
        Step::new("an environment for Sphinx and MkDocs", "python3")
            .args(["-m", "venv", "--clear"])
            .args([&folder])
            .within(INSTALL)?;
        Step::new("installing Sphinx and MkDocs", programs.join("pip"))
            .args(["install", "--quiet", "--requirement"])
            .args([&wanted])
            .within(INSTALL)?;
        std::fs::write(&installed, requirements).map_err(|error| format!("{}: {error}", installed.display()))?;
    }
    let mdbook = output("mdbook", &["--version"]);
    if mdbook.is_none_or(|version| !version.trim_start_matches("mdbook v").starts_with("0.5.")) {
        // Without its server, which is most of it.
        install("mdbook", MDBOOK, &["--locked", "--no-default-features", "--features", "search"])?;
    }
    Ok(programs)
}

/// Debian has a package of its own for what makes environments.
fn python_with_environments() -> Result<()> {
    let is_there = || output("python3", &["-c", "import venv, ensurepip"]).is_some();
    if !is_there() && which(&["apt-get"]).is_some() && output("id", &["-u"]).as_deref() == Some("0") {
        Step::new("Python's environments", "apt-get")
            .args(["install", "-y", "--no-install-recommends", "python3-venv"])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .within(INSTALL)?;
    }
    match is_there() {
        true => Ok(()),
        false => {
            Err("the sites need python3 with venv. On Debian, as root:\n\n  apt-get install python3-venv\n".into())
        }
    }
}

fn browser_and_driver() -> Option<PathBuf> {
    which(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
    which(&["chromedriver"])
}

fn wasm_target() -> Result<()> {
    let Some(libraries) = output("rustc", &["--print", "target-libdir", "--target", WASM]) else {
        return Err("rustc is not on PATH".into());
    };
    if PathBuf::from(libraries).is_dir() {
        return Ok(());
    }
    Step::new("adding the wasm target", "rustup").args(["target", "add", WASM]).within(INSTALL)
}

fn trunk_will_do() -> bool {
    let patch = |version: &str| version.strip_prefix("0.21.")?.parse::<u32>().ok();
    version("trunk").is_some_and(|found| patch(&found) >= patch(TRUNK))
}

/// The second word of what `program --version` prints: `trunk 0.21.14`.
fn version(program: &str) -> Option<String> {
    let text = output(program, &["--version"])?;
    text.split_whitespace().nth(1).map(str::to_string)
}

/// The version of a crate in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_string).ok_or_else(|| format!("{}: no {package} in it", path.display()))
}

/// Compiles a tool into cargo's own bin folder, or into target/tools when the person keeps another version there.
fn install(package: &str, version: &str, extra: &[&str]) -> Result<()> {
    let program = if package == "wasm-bindgen-cli" { "wasm-bindgen" } else { package };
    let taken = which(&[program]).is_some();
    eprintln!("{} {package} {version} is missing; compiling it takes some minutes, once", bold("=>"));
    let mut step = Step::new(&format!("installing {package} {version}"), "cargo")
        .args(["install", package, "--version", version])
        .args(extra)
        // The tools run for seconds: compile them fast, not for speed.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    if taken {
        step = step.args(["--force", "--root"]).args([own_tools()]);
    }
    step.within(INSTALL)
}
