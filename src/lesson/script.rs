//! A lesson's program as `main.py` keeps it: one text for both languages.
//!
//! ```text
//! await asyncio.sleep(1)  # en: the server thinks  # zh: 服务器在思考  #: nap
//! ```
//!
//! A comment that begins with `en:` has its other half, `# zh:`, on the same line; the reader sees one of them, so that
//! both languages have the same lines. `#: nap` at the end of a line is a marker: the text calls the line by that name.
//! Markers are never shown.

use super::Language;

/// The whole program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    /// With its indentation; what stands in both languages.
    code: String,
    /// With their `#`, and the spaces before it.
    comments: Option<Comments>,
    marker: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Comments {
    en: String,
    zh: String,
}

impl Comments {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

const EN: &str = "# en: ";
const ZH: &str = "  # zh: ";
const MARKER: &str = "#: ";

impl Script {
    /// Reads `main.py`. The error says which line is wrong, and how.
    pub fn parse(text: &str) -> Result<Script, String> {
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .map(|(index, line)| Line::parse(line).map_err(|why| format!("line {}: {why}", index + 1)))
            .collect::<Result<_, _>>()?;
        let script = Script { lines };
        for (index, line) in script.lines.iter().enumerate() {
            if let Some(marker) = &line.marker
                && script.line_of(marker) != Some(index as u32 + 1)
            {
                return Err(format!("line {}: a second marker {marker}", index + 1));
            }
        }
        Ok(script)
    }

    /// The program as the reader of that language sees it.
    pub fn text(&self, language: Language) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(&line.text(language));
            text.push('\n');
        }
        text
    }

    /// Whether the text is this program, in whichever language.
    pub fn is(&self, text: &str) -> bool {
        [Language::En, Language::Zh].into_iter().any(|language| self.text(language) == text)
    }

    /// A reader's text with the comments that are still the lesson's in that language. No line moves.
    pub fn translate(&self, text: &str, language: Language) -> String {
        let other = match language {
            Language::En => Language::Zh,
            Language::Zh => Language::En,
        };
        let mut out = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let content = line.strip_suffix('\n').unwrap_or(line);
            let known = self.lines.iter().find(|line| line.comments.is_some() && line.text(other) == content);
            match known {
                Some(known) => {
                    out.push_str(&known.text(language));
                    out.push_str(&line[content.len()..]);
                }
                None => out.push_str(line),
            }
        }
        out
    }

    /// The line that carries the marker, from 1.
    pub fn line_of(&self, marker: &str) -> Option<u32> {
        let index = self.lines.iter().position(|line| line.marker.as_deref() == Some(marker))?;
        Some(index as u32 + 1)
    }

    /// The line that carries the marker in a reader's text, when nothing but other lines were changed.
    pub fn line_in(&self, text: &str, marker: &str) -> Option<u32> {
        let line = self.line_of(marker)? as usize;
        let mine: Vec<&str> = self.lines.iter().map(|line| line.code.as_str()).collect();
        let theirs: Vec<&str> = text.lines().map(code_of).collect();
        let same = |pair: &(&&str, &&str)| code_of(pair.0) == *pair.1;
        let head = mine.iter().zip(&theirs).take_while(same).count();
        if line <= head {
            return Some(line as u32);
        }
        let tail = mine.iter().rev().zip(theirs.iter().rev()).take_while(same).count();
        let from_end = mine.len() - line;
        if from_end < tail {
            return Some((theirs.len() - from_end) as u32);
        }
        // Between two changes: the only line that reads the same.
        let mut found = theirs.iter().enumerate().filter(|(_, theirs)| **theirs == code_of(mine[line - 1]));
        match (found.next(), found.next()) {
            (Some((index, _)), None) => Some(index as u32 + 1),
            _ => None,
        }
    }

    /// The names of the markers, in order.
    pub fn markers(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter_map(|line| line.marker.as_deref())
    }
}

impl Line {
    fn parse(line: &str) -> Result<Line, String> {
        let (line, marker) = match line.rsplit_once(MARKER) {
            Some((before, name)) if before.trim().is_empty() || before.ends_with("  ") => {
                if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
                    return Err(format!("a marker is lower-case letters and hyphens, not {name:?}"));
                }
                (before.trim_end(), Some(name.to_owned()))
            }
            _ => (line, None),
        };
        let Some((code, comment)) = line.split_once(EN) else {
            return match line.contains(ZH.trim_start()) {
                true => Err("a Chinese comment without an English one".into()),
                false => Ok(Line { code: line.to_owned(), comments: None, marker }),
            };
        };
        let (en, zh) = comment.split_once(ZH).ok_or("an English comment without a Chinese one")?;
        // The spaces before a comment belong to it: without it they would be left over.
        let code_end = if code.trim().is_empty() { code.len() } else { code.trim_end().len() };
        let gap = &code[code_end..];
        let comments = Comments { en: format!("{gap}# {en}"), zh: format!("{gap}# {zh}") };
        Ok(Line { code: code[..code_end].to_owned(), comments: Some(comments), marker })
    }

    fn text(&self, language: Language) -> String {
        format!("{}{}", self.code, self.comments.as_ref().map_or("", |comments| comments.of(language)))
    }
}

/// A line without the comment at its end; empty for a line that is nothing but a comment.
pub fn code_of(line: &str) -> &str {
    let code = if line.trim_start().starts_with('#') { "" } else { line.split("  #").next().unwrap_or(line) };
    code.trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: &str = "\
import asyncio
# en: One.  # zh: 一。
async def main():
    await asyncio.sleep(1)  # en: rest  # zh: 休息  #: nap
    print(\"#: no marker\")
    return 2  #: back
";

    fn script() -> Script {
        Script::parse(MAIN).unwrap()
    }

    #[test]
    fn each_language_sees_its_comments_and_nobody_the_markers() {
        assert_eq!(
            script().text(Language::En),
            "import asyncio\n# One.\nasync def main():\n    await asyncio.sleep(1)  # rest\n    print(\"#: no marker\")\n    return 2\n"
        );
        assert!(
            script().text(Language::Zh).contains("\n# 一。\n") && script().text(Language::Zh).contains("  # 休息\n")
        );
        assert_eq!(script().markers().collect::<Vec<_>>(), ["nap", "back"]);
        assert_eq!(
            (script().line_of("nap"), script().line_of("back"), script().line_of("x")),
            (Some(4), Some(6), None)
        );
    }

    #[test]
    fn a_change_of_language_keeps_what_the_reader_wrote() {
        let script = script();
        assert_eq!(script.translate(&script.text(Language::En), Language::Zh), script.text(Language::Zh));
        let mine = "# mine\n    await asyncio.sleep(1)  # rest\n    await asyncio.sleep(2)  # rest\nx";
        assert_eq!(
            script.translate(mine, Language::Zh),
            "# mine\n    await asyncio.sleep(1)  # 休息\n    await asyncio.sleep(2)  # rest\nx"
        );
        assert!(script.is(&script.text(Language::Zh)) && !script.is(mine));
    }

    #[test]
    fn a_marked_line_is_found_when_others_have_changed() {
        let script = script();
        let changed = script.text(Language::Zh).replace("async def main():\n", "x = 1\n\n\nasync def main():\n");
        assert_eq!((script.line_in(&changed, "nap"), script.line_in(&changed, "back")), (Some(7), Some(9)));
        assert_eq!(script.line_in(&changed.replace("sleep(1)", "sleep(9)"), "nap"), None);
        assert_eq!(script.line_in(&changed.replace("sleep(1)", "sleep(9)"), "back"), Some(9));
    }

    #[test]
    fn a_comment_in_one_language_only_is_refused() {
        assert_eq!(Script::parse("x  # en: a"), Err("line 1: an English comment without a Chinese one".into()));
        assert_eq!(Script::parse("\nx  # zh: a"), Err("line 2: a Chinese comment without an English one".into()));
        assert_eq!(Script::parse("x  #: a\ny  #: a"), Err("line 2: a second marker a".into()));
    }
}
