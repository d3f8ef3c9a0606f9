//! The sites of `examples/embed/`, really built, for the end-to-end tests: into `target/sites/`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process::Step;
use crate::{Result, root, tools};

const BUILD: Duration = Duration::from_secs(5 * 60);

/// Builds all of them; what they need is installed first.
pub fn build() -> Result<()> {
    let (examples, out) = (root().join("examples/embed"), root().join("target/sites"));
    let tools = tools::for_sites()?;
    let python = |program: &str| Step::new(program, tools.join(program));

    fresh(&out.join("html"))?;
    let (from, to) = (examples.join("html/index.html"), out.join("html/index.html"));
    std::fs::copy(&from, &to).map_err(|error| format!("{}: {error}", from.display()))?;
    python("sphinx-build")
        .args(["-q", "-E", "-b", "html", "-d"])
        .args([out.join("doctrees"), examples.join("sphinx"), fresh(&out.join("sphinx"))?])
        .within(BUILD)?;
    python("mkdocs")
        .args(["build", "--quiet", "--site-dir"])
        .args([fresh(&out.join("mkdocs"))?])
        .env("NO_MKDOCS_2_WARNING", "1")
        .in_dir(examples.join("mkdocs"))
        .within(BUILD)?;
    Step::new("mdbook", "mdbook")
        .args(["build", "--dest-dir"])
        .args([fresh(&out.join("mdbook"))?, examples.join("mdbook")])
        .within(BUILD)
}

/// An empty folder in the place of what was there.
fn fresh(folder: &Path) -> Result<PathBuf> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.to_path_buf())
}
