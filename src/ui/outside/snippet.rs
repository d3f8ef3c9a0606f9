//! A program as others put it into their pages. Text in, text out: what is shared may hold anything.

use crate::browser::share::{self, Link, Program};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An address.
    Link,
    /// `<await-scope>`, with the script that defines it.
    Element,
    /// `<iframe>`.
    Frame,
    /// A code block in Markdown.
    Fence,
}

impl Form {
    pub const ALL: [Form; 4] = [Form::Link, Form::Element, Form::Frame, Form::Fence];

    pub fn as_str(self) -> &'static str {
        match self {
            Form::Link => "link",
            Form::Element => "element",
            Form::Frame => "frame",
            Form::Fence => "fence",
        }
    }
}

/// What is shared. `page` is this page's address without its hash; `link` names the program, `code` is its text.
pub struct Subject<'a> {
    pub page: &'a str,
    pub link: Link,
    pub code: &'a str,
}

impl Subject<'_> {
    pub fn write(self, form: Form) -> String {
        let Subject { page, link, code } = self;
        // A page that is a file is no place that others can load from; what lies beside theirs is.
        let folder = match page.starts_with("http") {
            true => page.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned() + "/",
            false => String::new(),
        };
        let code = code.trim_end_matches('\n');
        // What an element and a fence can say.
        let mut options = Vec::new();
        if let Some(speed) = link.speed {
            options.push(("speed", speed.value()));
        }
        if let Some(lang) = &link.lang {
            options.push(("lang", lang.clone()));
        }
        match form {
            Form::Link => format!("{page}{}", share::build(&link)),
            Form::Element => {
                let options: String =
                    options.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
                format!(
                    "<script src=\"{}awaitscope.js\" defer></script>\n<await-scope{options}>\n{}\n</await-scope>\n",
                    escaped(&folder),
                    escaped(code)
                )
            }
            Form::Frame => {
                // A frame holds a program; the lessons are the page's.
                let link = Link { program: Some(Program::Code(code.to_owned() + "\n")), ..link };
                let src = format!("{folder}embed.html?view=both&theme=auto{}", share::build(&link));
                format!(
                    "<iframe src=\"{}\" title=\"awaitscope\" width=\"100%\" height=\"480\" frameborder=\"0\" loading=\"lazy\" sandbox=\"allow-scripts\"></iframe>\n",
                    escaped(&src)
                )
            }
            Form::Fence => {
                // Longer than any run of backticks in the program.
                let (mut longest, mut run) = (0, 0);
                for c in code.chars() {
                    run = if c == '`' { run + 1 } else { 0 };
                    longest = longest.max(run);
                }
                let fence = "`".repeat(3.max(longest + 1));
                let options: String = options.iter().map(|(name, value)| format!(" {name}={value}")).collect();
                let options = if options.is_empty() { options } else { format!("#| awaitscope:{options}\n") };
                // As a language of its own it comes through every renderer, as a class.
                format!("{fence}awaitscope\n{options}{code}\n{fence}\n")
            }
        }
    }
}

/// Text inside markup, between tags or between double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::pace::Speed;

    const CODE: &str = "print('</await-scope><img src=x onerror=alert(1)>')\n# ```` &amp;\n";

    fn written(form: Form, page: &str) -> String {
        let link = Link {
            program: Some(Program::Code(CODE.into())),
            speed: Some(Speed::Percent(50)),
            lang: Some("zh".into()),
            ..Link::default()
        };
        Subject { page, link, code: CODE }.write(form)
    }

    #[test]
    fn what_is_shared_never_leaves_its_place() {
        let page = "https://example.org/a\"b/index.html";
        assert_eq!(
            written(Form::Element, page),
            "<script src=\"https://example.org/a&quot;b/awaitscope.js\" defer></script>\n\
             <await-scope speed=\"0.5\" lang=\"zh\">\n\
             print('&lt;/await-scope&gt;&lt;img src=x onerror=alert(1)&gt;')\n# ```` &amp;amp;\n</await-scope>\n"
        );
        assert_eq!(
            written(Form::Fence, page),
            format!("`````awaitscope\n#| awaitscope: speed=0.5 lang=zh\n{CODE}`````\n")
        );
        let frame = written(Form::Frame, page);
        assert!(
            frame
                .starts_with("<iframe src=\"https://example.org/a&quot;b/embed.html?view=both&amp;theme=auto#code=z1.")
        );
        assert_eq!((frame.matches('<').count(), frame.matches('"').count() % 2), (2, 0));
        let link = written(Form::Link, page);
        assert_eq!(share::parse(link.split_once('#').unwrap().1).program, Some(Program::Code(CODE.into())));
    }

    #[test]
    fn a_page_that_is_a_file_names_what_lies_beside_the_readers() {
        assert!(written(Form::Element, "file:///home/me/awaitscope.html").contains("src=\"awaitscope.js\""));
        assert!(written(Form::Link, "file:///home/me/awaitscope.html").starts_with("file:///home/me/awaitscope.html#"));
    }
}
