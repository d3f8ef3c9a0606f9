//! The start script, which trunk writes into the page, goes into a file: so `script-src 'self' 'wasm-unsafe-eval'` is
//! enough of a content security policy.

use std::ops::Range;

use crate::page::{Page, write};
use crate::{Result, hash};

const OPENING: &str = "<script type=\"module\">";
const CLOSING: &str = "</script>";

/// Where the start script is in a page.
pub struct Start {
    /// With its tags.
    pub whole: Range<usize>,
    /// Without.
    pub text: Range<usize>,
}

pub fn find(html: &str, imports: &str) -> Result<Start> {
    let import = format!("from './{imports}'");
    let start = html.match_indices(OPENING).map(|(at, _)| at + OPENING.len());
    let found = start.filter_map(|start| {
        let end = start + html[start..].find(CLOSING)?;
        html[start..end].contains(&import).then_some(start..end)
    });
    let text = found.last().ok_or_else(|| format!("index.html has no start script that imports {imports}"))?;
    Ok(Start { whole: text.start - OPENING.len()..text.end + CLOSING.len(), text })
}

pub fn move_out(page: &mut Page) -> Result<()> {
    let script = find(&page.html, &page.script)?.text;
    let text = crate::element::small(&page.html[script.clone()]);
    let name = format!("start-{:016x}.js", hash(text.as_bytes()));
    write(&page.dir.join(&name), text.as_bytes())?;
    page.html.replace_range(script.start - 1..script.end, &format!(" src=\"./{name}\">"));
    Ok(())
}
