//! What the end-to-end tests stand on. They open the release build that `trunk build --release` left in `dist/`, in a
//! headless Chromium, and find things by the `data-testid`s that the page promises.
//!
//! `cargo xtask test` builds the page and runs them. Alone: `cargo xtask build`, then `cargo test --package e2e`.

pub mod playground;

pub mod webdriver;

pub mod server;

use std::path::{Path, PathBuf};

/// The release build, or what `AWAITSCOPE_DIST` names.
pub fn dist() -> PathBuf {
    if let Some(other) = std::env::var_os("AWAITSCOPE_DIST") {
        return other.into();
    }
    let e2e = Path::new(env!("CARGO_MANIFEST_DIR"));
    e2e.parent().expect("e2e is a folder of the workspace").join("dist")
}

/// A file of the release build, alone in a fresh folder, and its `file://` address. The folder stays until the system
/// cleans up.
pub fn alone(name: &str) -> String {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("awaitscope-alone-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the system's temporary folder can be written");
    let from = dist().join(name);
    std::fs::copy(&from, folder.join(name)).unwrap_or_else(|error| {
        panic!("{}: {error}. `cargo xtask build` makes it, and so does `trunk build --release`", from.display())
    });
    format!("file://{}", folder.join(name).display())
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
