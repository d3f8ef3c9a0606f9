//! What axe-core (<https://github.com/dequelabs/axe-core>) finds wrong with the page for people who use it otherwise than
//! with a mouse and good eyes: at rest, after a run, with everything open; light and dark, both languages, wide and narrow.
//!
//! `cargo run --package e2e --bin axe`. `AXE` may name an `axe.min.js`; else npm fetches the package.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use e2e::playground::Playground;
use serde_json::{Value, json};

const VERSION: &str = "4";

/// Deadlock, findings, a thread: most of what the page can show.
const PROGRAM: &str = "import asyncio, time

async def one(a, b):
    async with a:
        await asyncio.sleep(0.1)
        async with b:
            print('both')

async def blocks():
    time.sleep(0.2)

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    blocks()
    await asyncio.gather(one(a, b), one(b, a), blocks())

asyncio.run(main())
";

fn main() -> ExitCode {
    let script = match axe_core() {
        Ok(script) => script,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let page = Playground::prepare();
    let mut count = 0;
    for (width, height) in [(1440, 900), (390, 844)] {
        for (theme, language) in [("light", "en"), ("dark", "zh")] {
            page.browser.resize(width, height);
            page.browser.open("about:blank");
            page.go_to(&format!("lesson=concurrent_tasks&theme={theme}&lang={language}"));
            let mut look = |moment: &str| {
                for violation in violations(&page, &script) {
                    count += 1;
                    println!("{width} px, {theme}, {language}, {moment}: {violation}");
                }
            };
            look("at rest");
            page.run_to_end();
            look("after a run");
            page.click("step-back");
            look("at an earlier moment");
            page.set_program(PROGRAM);
            page.run_to_end();
            page.browser.run(
                "for (const button of document.querySelectorAll('[data-testid=timeline-table] button, [data-testid=finding-explain]')) button.click()",
                [],
            );
            look("after a deadlock, with the table");
            page.click("export");
            look("with the export menu");
            page.click("help");
            look("with the shortcuts");
        }
    }
    println!("{count} found");
    if count == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One line each: the rule, and where.
fn violations(page: &Playground, script: &str) -> Vec<String> {
    // Transitions are over, so that colours are what they will be.
    std::thread::sleep(std::time::Duration::from_millis(500));
    if page.browser.run("return typeof axe", []) != json!("object") {
        page.browser.run(script, []);
    }
    let found = page.browser.run(
        "return axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations.map(violation =>
             `${violation.id} (${violation.impact}): ` + violation.nodes.slice(0, 4).map(node =>
                 node.target.join(' ') + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? '')).join(' | ')))",
        [],
    );
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
}

fn axe_core() -> Result<String, String> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    if let Some(path) = std::env::var_os("AXE") {
        return read(Path::new(&path));
    }
    let folder: PathBuf = e2e::dist().with_file_name("target").join("axe-core");
    let script = folder.join("package").join("axe.min.js");
    if !script.is_file() {
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let run = |program: &str, arguments: &[&str]| match Command::new(program)
            .args(arguments)
            .current_dir(&folder)
            .output()
        {
            Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
            Ok(output) => Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr))),
            Err(error) => Err(format!("{program}: {error}; the check needs npm and tar, or AXE=path/to/axe.min.js")),
        };
        let archive = run("npm", &["pack", "--silent", &format!("axe-core@{VERSION}")])?;
        run("tar", &["-xzf", archive.lines().last().unwrap_or_default()])?;
    }
    read(&script)
}
