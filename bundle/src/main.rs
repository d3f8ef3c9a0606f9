//! Finishes the page that trunk has built, before trunk puts it into `dist/`: a `post_build` hook of `Trunk.toml`, so that
//! `trunk serve` and `trunk build` do it too.

mod page;

mod start;

mod element;

mod whole;

mod frame;

mod policy;

mod offline;

use std::path::PathBuf;
use std::process::ExitCode;

use page::Page;

/// What failed, for the person who builds.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let Some(dir) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        eprintln!(
            "trunk calls this program (Trunk.toml, [[hooks]]), with the built page's folder in TRUNK_STAGING_DIR"
        );
        return ExitCode::FAILURE;
    };
    match finish(dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("bundle: {message}");
            ExitCode::FAILURE
        }
    }
}

fn finish(dir: PathBuf) -> Result<()> {
    let mut page = Page::read(dir)?;
    // Not while somebody edits and reloads: it takes seconds, and a worker would keep what they had before.
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "debug");
    if is_release {
        let single = whole::make(&page, &["library", "lessons", "awaitscope_record.py"])?;
        page::write(&page.dir.join("awaitscope.html"), single.as_bytes())?;
        page::write(&page.dir.join("embed.html"), frame::make(&page)?.as_bytes())?;
        offline::announce(&mut page)?;
    }
    start::move_out(&mut page)?;
    element::write_loader(&page)?;
    page.write()?;
    if is_release { offline::write_worker(&page.dir) } else { offline::write_end_of_worker(&page.dir) }
}
