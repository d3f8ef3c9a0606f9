//! The playground without a network: a service worker that keeps every file of the build, and a manifest, so that it can be
//! installed. For the application only: neither its one-file forms nor other people's pages know of them.

use std::fmt::Write;
use std::path::Path;

use crate::Result;
use crate::page::{Page, read_bytes, write};
use crate::policy::sha256;

const WORKER: &str = include_str!("worker.js");
const LEAVE: &str = include_str!("leave.js");
const REGISTER: &str = include_str!("register.js");

/// What other places load, and what the worker is itself.
const NOT_KEPT: [&str; 4] = ["awaitscope.html", "embed.html", "awaitscope.js", "sw.js"];

/// Makes the page tell its browser of both; before the start script is moved out.
pub fn announce(page: &mut Page) -> Result<()> {
    let icon = page.file("icon-", ".svg")?;
    let manifest = format!(
        "{{\n  \"name\": \"awaitscope\",\n  \"description\": \"Watch Python await\",\n  \"start_url\": \"./\",\n  \"scope\": \"./\",\n  \
         \"display\": \"standalone\",\n  \"background_color\": \"#faf9f6\",\n  \"theme_color\": \"#faf9f6\",\n  \
         \"icons\": [{{ \"src\": \"./{icon}\", \"sizes\": \"any\", \"type\": \"image/svg+xml\" }}]\n}}\n"
    );
    write(&page.dir.join("manifest.webmanifest"), manifest.as_bytes())?;
    let head = page.html.find("</head>").ok_or("index.html has no </head>")?;
    page.html.insert_str(head, "<link rel=\"manifest\" href=\"./manifest.webmanifest\">\n");
    let end = crate::start::find(&page.html, &page.script)?.text.end;
    page.html.insert_str(end, REGISTER);
    Ok(())
}

/// Writes the worker, with all the files that are there: the last thing to do.
pub fn write_worker(dir: &Path) -> Result<()> {
    let mut names = Vec::new();
    list(dir, "", &mut names)?;
    let mut files = String::from("{");
    for name in names.iter().filter(|name| !NOT_KEPT.contains(&name.as_str())) {
        // The page is kept under the folder's own address.
        let path = if name == "index.html" { "" } else { name };
        let _ = write!(files, "\"{path}\":\"{}\",", short_hash(&read_bytes(&dir.join(name))?));
    }
    files.push('}');
    let version = short_hash(files.as_bytes());
    let worker = WORKER.replace("\"@files@\"", &files).replace("@version@", &version);
    write(&dir.join("sw.js"), worker.as_bytes())
}

/// Instead of a worker: what ends the one of a release, which would show its own files for those that are worked on.
pub fn write_end_of_worker(dir: &Path) -> Result<()> {
    write(&dir.join("sw.js"), LEAVE.as_bytes())
}

fn list(dir: &Path, folder: &str, names: &mut Vec<String>) -> Result<()> {
    let failed = |error: std::io::Error| format!("{}: {error}", dir.display());
    let entries = dir.join(folder).read_dir().map_err(failed)?;
    let mut entries = entries.collect::<std::io::Result<Vec<_>>>().map_err(failed)?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(dir, &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

/// Enough of a hash to tell two builds' files apart.
fn short_hash(bytes: &[u8]) -> String {
    sha256(bytes)[..6].iter().fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"))
}
