//! The start script, which trunk writes into the page, goes into a file: so `script-src 'self' 'wasm-unsafe-eval'` is
//! enough of a content security policy.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::Result;
use crate::page::{Page, write};

const OPENING: &str = "<script type=\"module\">";
const CLOSING: &str = "</script>";

pub fn move_out(page: &mut Page) -> Result<()> {
    let import = format!("from './{}'", page.script);
    let start = page.html.match_indices(OPENING).map(|(at, _)| at + OPENING.len());
    let script = start.filter_map(|start| {
        let length = page.html[start..].find(CLOSING)?;
        page.html[start..start + length].contains(&import).then_some(start..start + length)
    });
    let Some(script) = script.last() else {
        return Err(format!("index.html has no start script that imports {}", page.script));
    };
    let text = page.html[script.clone()].trim().to_owned() + "\n";
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let name = format!("start-{:016x}.js", hasher.finish());
    write(&page.dir.join(&name), text.as_bytes())?;
    page.html.replace_range(script.start - 1..script.end, &format!(" src=\"./{name}\">"));
    Ok(())
}
