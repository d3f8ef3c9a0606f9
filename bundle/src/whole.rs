//! One HTML file with everything in it: the application, its style sheet, the library and the lessons. It can be opened
//! from a disk, without a server.
//!
//! The wasm is deflated, in base64; files that the application reads on demand are
//! `<script type="text/plain" data-file="library/enum.py">`, where `src/browser/files.rs` looks for them first.

use std::fmt::Write;
use std::path::Path;

use crate::Result;
use crate::page::{Page, read, read_bytes};
use crate::{policy, start};

/// Makes the whole page of one file.
pub fn make(page: &Page, names: &[&str]) -> Result<String> {
    let mut html = String::new();
    let mut rest = page.html.as_str();
    let css = read(&page.dir.join(&page.style))?;
    // What the page links to goes into it, or is left out.
    while let Some((before, tag, after)) = next_tag(rest, "<link") {
        html.push_str(before);
        rest = after;
        match attribute(tag, "rel") {
            Some("stylesheet") => html.push_str(&element("style", "", &css)?),
            Some("icon") => {
                let svg = read_bytes(&page.dir.join(local(attribute(tag, "href"))?))?;
                let _ = write!(html, "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">", base64(&svg));
            }
            // Those that fetch.
            _ => {}
        }
    }
    html.push_str(rest);
    let script = start::find(&html, &page.script)?;
    html.replace_range(script.whole, "");
    let application = Application::read(page, "", "")?;
    // In the head: the application takes the body for itself.
    let end = html.find("</head>").ok_or("index.html has no </head>")?;
    html.insert_str(end, &(files(page, names)? + &application.elements()?));
    let head = html.find("<head>").ok_or("index.html has no <head>")? + "<head>".len();
    html.insert_str(head, &format!("\n{}", policy::meta(&[&application.script], &css)));
    Ok(html)
}

/// The application in two elements: its wasm, deflated and in base64, and the script that starts it.
pub struct Application {
    wasm: String,
    pub script: String,
}

impl Application {
    /// `first` is JavaScript that runs before the application is there, `then` what runs after it and sees its bindings.
    pub fn read(page: &Page, first: &str, then: &str) -> Result<Application> {
        let glue = read(&page.dir.join(&page.script))?;
        let (glue, exports) = glue.rsplit_once("export {").ok_or_else(|| format!("{} exports nothing", page.script))?;
        let init = exports.split([',', '}']).find_map(|name| name.trim().strip_suffix(" as default"));
        let init = init.ok_or_else(|| format!("{} has no default export", page.script))?;
        // An inline module has neither importers nor files beside it.
        let glue = glue.replace("\nexport ", "\n");
        let wasm = read_bytes(&page.dir.join(&page.wasm))?;
        let wasm = base64(&miniz_oxide::deflate::compress_to_vec_zlib(&wasm, 9));
        let script = format!(
            "{first}{glue}
const packed = document.querySelector('script[data-file=\"awaitscope.wasm\"]');
const bytes = Uint8Array.from(atob(packed.textContent), character => character.charCodeAt(0));
packed.remove();
const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
await {init}({{ module_or_path: await new Response(unpacked).arrayBuffer() }});
{then}"
        );
        Ok(Application { wasm, script })
    }

    pub fn elements(&self) -> Result<String> {
        Ok(element("script", " type=\"text/plain\" data-file=\"awaitscope.wasm\"", &self.wasm)?
            + &element("script", " type=\"module\"", &self.script)?)
    }
}

/// Some of the page's files, and all that is in some of its folders.
pub fn files(page: &Page, names: &[&str]) -> Result<String> {
    let mut html = String::new();
    for name in names {
        add(&page.dir, name, &mut html)?;
    }
    Ok(html)
}

fn add(dir: &Path, name: &str, html: &mut String) -> Result<()> {
    let path = dir.join(name);
    if !path.is_dir() {
        html.push_str(&element("script", &format!(" type=\"text/plain\" data-file=\"{name}\""), &read(&path)?)?);
        return Ok(());
    }
    let failed = |error: std::io::Error| format!("{name}: {error}");
    let mut entries = path.read_dir().and_then(Iterator::collect::<std::io::Result<Vec<_>>>).map_err(failed)?;
    entries.sort_by_key(|entry| entry.file_name());
    entries.iter().try_for_each(|entry| add(dir, &format!("{name}/{}", entry.file_name().to_string_lossy()), html))
}

/// An element whose text HTML takes as it is, `script` or `style`. Fails when the text would end it.
pub fn element(tag: &str, attributes: &str, text: &str) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    let ends =
        lower.contains(&format!("</{tag}")) || tag == "script" && lower.contains("<!--") && lower.contains("<script");
    if ends {
        return Err(format!("<{tag}{attributes}> would end early: its text holds </{tag}, or <!-- and <script"));
    }
    Ok(format!("<{tag}{attributes}>{text}</{tag}>\n"))
}

/// What is before the next such tag, the tag, and what is after it.
fn next_tag<'a>(html: &'a str, opening: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let start = html.find(opening)?;
    let end = start + html[start..].find('>')? + 1;
    Some((&html[..start], &html[start..end], &html[end..]))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

/// The name of a file beside the page.
fn local(href: Option<&str>) -> Result<&str> {
    let name = href.and_then(|href| href.strip_prefix("./"));
    name.ok_or_else(|| format!("index.html links to {}, which is not beside it", href.unwrap_or("nothing")))
}

/// RFC 4648 section 4.
pub fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index| u32::from(*chunk.get(index).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            text.push(match digit <= chunk.len() {
                true => ALPHABET[(bits >> (18 - 6 * digit) & 63) as usize] as char,
                false => '=',
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_padded() {
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes())),
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }

    #[test]
    fn a_text_that_would_end_its_element_is_refused() {
        assert!(element("script", "", "print('</SCRIPT>')").is_err());
        assert!(element("script", "", "'<!--' '<script'").is_err());
        assert_eq!(element("script", "", "(?<!--x)").as_deref(), Ok("<script>(?<!--x)</script>\n"));
        assert!(element("style", "", "</script>").is_ok());
    }

    #[test]
    fn links_are_found_with_what_they_say() {
        let (before, tag, after) = next_tag("a<link rel=\"icon\" href=\"./x.svg\"/>b", "<link").unwrap();
        assert_eq!(
            (before, attribute(tag, "rel"), local(attribute(tag, "href")), after),
            ("a", Some("icon"), Ok("x.svg"), "b")
        );
        assert!(local(Some("https://example.org")).is_err());
    }
}
