//! The little Markdown that lessons are written in: paragraphs, `##` headings, `-` lists, fences, `code`, **strong**,
//! *emphasis* and links. Never markup: what is none of these is text.
//!
//! `[words](line:6)` points at a line of the program, `[words](at:nap.woken)` at a moment of the run (see `moment`);
//! `[words](https://…)` leaves the page. Two fences are more than code:
//!
//! ````text
//! ```try What the button says
//! -    the old lines
//! +    the new ones
//! ```
//! ```predict order from=start lines=3
//! The question.
//! ---
//! The explanation, that is shown after the answer.
//! ```
//! ````

use super::attempt::Attempt;
use super::moment::Moment;
use super::question::Question;

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Vec<Inline>),
    Paragraph(Vec<Inline>),
    List(Vec<Vec<Inline>>),
    /// A fence's text, its newlines kept.
    Code(String),
    Try(Attempt),
    Predict(Box<Predict>),
}

/// A question, what is said before the answer and what after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predict {
    pub question: Question,
    pub ask: Vec<Block>,
    pub why: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Code(String),
    Strong(String),
    Emphasis(String),
    /// Points at a line, from 1.
    Line {
        text: String,
        line: u32,
    },
    /// Puts the playhead there.
    At {
        text: String,
        moment: Moment,
    },
    Link {
        text: String,
        url: String,
    },
}

/// A lesson's text without its front matter.
pub fn body(file: &str) -> &str {
    file.strip_prefix("---\n").and_then(|file| file.split_once("\n---\n")).map_or(file, |(_, body)| body)
}

pub fn parse(source: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let heading = line.strip_prefix("## ");
        let item = line.strip_prefix("- ");
        if heading.is_some() || item.is_some() || line.trim().is_empty() || line.starts_with("```") {
            end_paragraph(&mut paragraph, &mut blocks);
        }
        if let Some(text) = heading {
            blocks.push(Block::Heading(inlines(text)));
        } else if let Some(text) = item {
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(inlines(text)),
                _ => blocks.push(Block::List(vec![inlines(text)])),
            }
        } else if line.starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            blocks.push(fence(line.trim_start_matches('`'), code.join("\n")));
        } else if !line.trim().is_empty() {
            paragraph.push(line.trim());
        }
    }
    end_paragraph(&mut paragraph, &mut blocks);
    blocks
}

/// A fence that is not what it says it is, is code; `tests/lessons.rs` finds it.
fn fence(info: &str, text: String) -> Block {
    let (word, rest) = info.split_once(' ').unwrap_or((info, ""));
    match word {
        "try" => Attempt::parse(rest, &text).map_or(Block::Code(text), Block::Try),
        "predict" => match (Question::parse(rest), text.split_once("\n---\n")) {
            (Some(question), Some((ask, why))) => {
                Block::Predict(Box::new(Predict { question, ask: parse(ask), why: parse(why) }))
            }
            _ => Block::Code(text),
        },
        _ => Block::Code(text),
    }
}

fn end_paragraph(paragraph: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    if !paragraph.is_empty() {
        blocks.push(Block::Paragraph(inlines(&paragraph.join(" "))));
        paragraph.clear();
    }
}

/// The inlines of a line, or of a link's words.
pub fn inlines(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match inline(rest) {
            Some((found, length)) => {
                if !plain.is_empty() {
                    out.push(Inline::Text(std::mem::take(&mut plain)));
                }
                out.push(found);
                rest = &rest[length..];
            }
            None => {
                plain.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    if !plain.is_empty() {
        out.push(Inline::Text(plain));
    }
    out
}

/// The inline that begins here, and its length in bytes.
fn inline(text: &str) -> Option<(Inline, usize)> {
    for (mark, make) in [("`", Inline::Code as fn(String) -> Inline), ("**", Inline::Strong), ("*", Inline::Emphasis)] {
        if let Some(inner) = text.strip_prefix(mark) {
            let end = inner.find(mark).filter(|end| *end > 0)?;
            return Some((make(inner[..end].to_owned()), end + 2 * mark.len()));
        }
    }
    let (words, after) = text.strip_prefix('[')?.split_once("](").filter(|(words, _)| !words.contains(']'))?;
    let (target, _) = after.split_once(')')?;
    let length = words.len() + target.len() + 4;
    let text = words.to_owned();
    if let Some(line) = target.strip_prefix("line:") {
        return Some((Inline::Line { text, line: line.parse().ok()? }, length));
    }
    if let Some(moment) = target.strip_prefix("at:") {
        return Some((Inline::At { text, moment: Moment::parse(moment)? }, length));
    }
    target.starts_with("https://").then(|| (Inline::Link { text, url: target.to_owned() }, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Inline::*;

    #[test]
    fn a_text_becomes_blocks() {
        assert_eq!(
            parse("one\n`two` **three**\n\n## head\n- a\n- *b*\n\n```\nx\n  y\n```"),
            [
                Block::Paragraph(vec![
                    Text("one ".into()),
                    Code("two".into()),
                    Text(" ".into()),
                    Strong("three".into())
                ]),
                Block::Heading(vec![Text("head".into())]),
                Block::List(vec![vec![Text("a".into())], vec![Emphasis("b".into())]]),
                Block::Code("x\n  y".into()),
            ]
        );
    }

    #[test]
    fn links_point_at_lines_or_leave_by_https_and_nothing_else() {
        assert_eq!(
            parse("看[这里](line:6)。"),
            [Block::Paragraph(vec![Text("看".into()), Line { text: "这里".into(), line: 6 }, Text("。".into()),])]
        );
        assert_eq!(
            parse("[a](https://b.c)"),
            [Block::Paragraph(vec![Link { text: "a".into(), url: "https://b.c".into() }])]
        );
        assert_eq!(parse("[a](javascript:x)"), [Block::Paragraph(vec![Text("[a](javascript:x)".into())])]);
    }

    #[test]
    fn a_moment_a_try_and_a_question_are_read() {
        let moment = Moment::parse("nap.woken").unwrap();
        assert_eq!(
            parse("[睡醒](at:nap.woken)"),
            [Block::Paragraph(vec![At { text: "睡醒".into(), moment: moment.clone() }])]
        );
        assert_eq!(
            parse("```try Do it\n-a\n+b\n```\n```predict next at=nap.woken\nWho?\n---\nHe.\n```"),
            [
                Block::Try(Attempt::parse("Do it", "-a\n+b").unwrap()),
                Block::Predict(Box::new(Predict {
                    question: Question::Next { at: moment },
                    ask: parse("Who?"),
                    why: parse("He."),
                })),
            ]
        );
        assert_eq!(parse("```try\n-a\n```"), [Block::Code("-a".into())]);
        assert_eq!(body("---\ntitle: x\n---\ntext"), "text");
    }

    #[test]
    fn what_is_not_closed_is_text() {
        for text in ["a ` b", "2 * 3", "**", "[x", "[x](line:y)", "<b>"] {
            assert_eq!(parse(text), [Block::Paragraph(vec![Text(text.into())])]);
        }
    }
}
