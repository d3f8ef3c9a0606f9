//! `embed.html`: one playground in one file, for frames. It speaks with its host by messages, keeps nothing, and asks for
//! nothing.

use crate::Result;
use crate::page::{Page, read};
use crate::policy;
use crate::whole::{Application, element, files};

const HELLO: &str = include_str!("hello.js");
const FRAME: &str = include_str!("frame.js");

pub fn make(page: &Page) -> Result<String> {
    let css = read(&page.dir.join(&page.style))?;
    let application = Application::read(page, HELLO, FRAME)?;
    Ok(format!(
        "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
{}<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>awaitscope</title>
{}{}</head>
<body class=\"frame\">
<div class=\"embed\"><p class=\"boot\">awaitscope …</p><div class=\"root\"></div></div>
<noscript><p class=\"boot\">This frame runs Python in your browser and needs JavaScript. · 本框架在浏览器中运行 Python，需要启用 JavaScript。</p></noscript>
{}</body>
</html>
",
        policy::meta(&[&application.script], &css),
        element("style", "", &css)?,
        files(page, &["library"])?,
        application.elements()?,
    ))
}
