//! What the end-to-end tests stand on. They open the release build that `trunk build --release` left in `dist/`, in a
//! headless Chromium, and find things by the `data-testid`s that the page promises.
//!
//! `cargo xtask test` builds the page and runs them. Alone: `cargo xtask build`, then `cargo test --package e2e`.

pub mod playground;

pub mod webdriver;

pub mod server;

use std::path::{Path, PathBuf};

/// The release build.
pub fn dist() -> PathBuf {
    let e2e = Path::new(env!("CARGO_MANIFEST_DIR"));
    e2e.parent().expect("e2e is a folder of the workspace").join("dist")
}

/// Every file under a folder, sorted by its path.
pub fn files_under(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_under(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
