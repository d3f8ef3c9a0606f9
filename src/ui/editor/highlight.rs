//! Colours Python text, line by line.
//!
//! It never fails: text that is being written is broken most of the time. What it cannot tell stays plain.

use std::rc::Rc;

/// What a stretch of text is. `Plain` is everything that needs no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Plain,
    Keyword,
    /// `async` and `await`: where control changes hands.
    Await,
    /// The name that a `def` or a `class` gives.
    Definition,
    /// A name that is called.
    Call,
    Constant,
    Number,
    String,
    Comment,
    Decorator,
}

impl Token {
    /// The CSS class; none for plain text.
    pub fn class(self) -> Option<&'static str> {
        match self {
            Token::Plain => None,
            Token::Keyword => Some("tok-keyword"),
            Token::Await => Some("tok-await"),
            Token::Definition => Some("tok-definition"),
            Token::Call => Some("tok-call"),
            Token::Constant => Some("tok-constant"),
            Token::Number => Some("tok-number"),
            Token::String => Some("tok-string"),
            Token::Comment => Some("tok-comment"),
            Token::Decorator => Some("tok-decorator"),
        }
    }
}

/// One line, without its newline, cut into stretches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub pieces: Vec<(Token, Rc<str>)>,
}

impl Line {
    /// Characters before the first that is not blank.
    pub fn indentation(&self) -> u32 {
        let characters = self.pieces.iter().flat_map(|(_, text)| text.chars());
        characters.take_while(|c| c.is_whitespace()).count() as u32
    }
}

/// The quote of a triple-quoted string that goes on in the next line.
type Open = char;

const KEYWORDS: [&str; 33] = [
    "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for",
    "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield", "match", "case", "type",
];

/// The lines of a text; at least one, as an editor shows them.
pub fn highlight(source: &str) -> Vec<Line> {
    let mut open = None;
    source.split('\n').map(|line| highlight_line(line, &mut open)).collect()
}

fn highlight_line(line: &str, open: &mut Option<Open>) -> Line {
    let mut out = Pieces { pieces: Vec::new(), plain: String::new() };
    let mut rest = line;
    let mut after_def = false;
    let mut at_start = true;
    if let Some(quote) = *open {
        let (end, closed) = end_of_triple(rest, quote);
        out.push(Token::String, &rest[..end]);
        rest = &rest[end..];
        if !closed {
            return out.finish();
        }
        *open = None;
    }
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '#' => {
                out.push(Token::Comment, rest);
                rest.len()
            }
            '"' | '\'' => string(&mut out, rest, 0, open),
            '0'..='9' => {
                let length = number_length(rest);
                out.push(Token::Number, &rest[..length]);
                length
            }
            '@' if at_start => {
                let length = 1 + rest[1..].find(|c: char| !is_name(c) && c != '.').unwrap_or(rest.len() - 1);
                out.push(Token::Decorator, &rest[..length]);
                length
            }
            c if is_name(c) => {
                let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
                let (word, after) = rest.split_at(length);
                if after.starts_with(['"', '\'']) && is_string_prefix(word) {
                    string(&mut out, rest, length, open)
                } else {
                    let token = word_token(word, after, after_def, at_start);
                    after_def = matches!(word, "def" | "class") && token == Token::Keyword;
                    out.push(token, word);
                    length
                }
            }
            c => {
                out.push(Token::Plain, &rest[..c.len_utf8()]);
                c.len_utf8()
            }
        };
        if !first.is_whitespace() {
            at_start = false;
        }
        rest = &rest[length..];
    }
    out.finish()
}

fn word_token(word: &str, after: &str, after_def: bool, at_start: bool) -> Token {
    let next = after.trim_start().chars().next();
    match word {
        "async" | "await" => Token::Await,
        "True" | "False" | "None" | "self" | "cls" => Token::Constant,
        _ if after_def => Token::Definition,
        // Keywords only where a statement begins and something follows that is not an operator.
        "match" | "case" | "type" if !at_start || next.is_none_or(|c| "=.,:)([+-*/%&|<>!".contains(c)) => {
            if next == Some('(') { Token::Call } else { Token::Plain }
        }
        _ if KEYWORDS.contains(&word) => Token::Keyword,
        _ if next == Some('(') => Token::Call,
        _ => Token::Plain,
    }
}

/// Colours the string that begins at `rest`, whose prefix is `prefix` bytes long; gives its length in this line.
fn string(out: &mut Pieces, rest: &str, prefix: usize, open: &mut Option<Open>) -> usize {
    let quote = rest[prefix..].chars().next().expect("called at a quote");
    let body = &rest[prefix + 1..];
    let length = if body.starts_with(quote) && body[1..].starts_with(quote) {
        let (end, closed) = end_of_triple(&body[2..], quote);
        if !closed {
            *open = Some(quote);
        }
        prefix + 3 + end
    } else {
        let mut escaped = false;
        let end = body.find(|c| {
            let closes = c == quote && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        prefix + 1 + end.map_or(body.len(), |end| end + 1)
    };
    out.push(Token::String, &rest[..length]);
    length
}

/// Where a triple-quoted string ends in this text, after its quotes; and whether it does. A backslash guards a quote in
/// a raw string too; there it only stays in the text.
fn end_of_triple(text: &str, quote: Open) -> (usize, bool) {
    let mut quotes = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
            quotes = 0;
        } else if c == quote {
            quotes += 1;
            if quotes == 3 {
                return (at + 1, true);
            }
        } else {
            quotes = 0;
            escaped = c == '\\';
        }
    }
    (text.len(), false)
}

fn number_length(text: &str) -> usize {
    let mut before = ' ';
    text.find(|c: char| {
        let goes_on = c.is_alphanumeric()
            || c == '_'
            || c == '.'
            || ((c == '+' || c == '-') && matches!(before, 'e' | 'E') && !text.starts_with("0x"));
        before = c;
        !goes_on
    })
    .unwrap_or(text.len())
}

fn is_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn is_string_prefix(word: &str) -> bool {
    word.len() <= 2 && word.chars().all(|c| "rRbBuUfFtT".contains(c))
}

/// Gathers stretches; neighbours of plain text become one.
struct Pieces {
    pieces: Vec<(Token, Rc<str>)>,
    plain: String,
}

impl Pieces {
    fn push(&mut self, token: Token, text: &str) {
        if token == Token::Plain {
            self.plain.push_str(text);
        } else if !text.is_empty() {
            self.flush();
            self.pieces.push((token, text.into()));
        }
    }

    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.pieces.push((Token::Plain, self.plain.as_str().into()));
            self.plain.clear();
        }
    }

    fn finish(mut self) -> Line {
        self.flush();
        Line { pieces: self.pieces }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `keyword:def plain:…`, a line a line.
    fn shown(source: &str) -> Vec<String> {
        highlight(source)
            .into_iter()
            .map(|line| {
                let pieces = line.pieces.iter().filter(|(token, _)| *token != Token::Plain);
                pieces.map(|(token, text)| format!("{token:?}:{text}")).collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    #[test]
    fn words_are_told_apart_by_where_they_stand() {
        assert_eq!(
            shown(
                "async def task(name):\n    await asyncio.sleep(1.5)  # wait\n@app.get\nmatch x:\nmatch = 3\nprint(match)"
            ),
            [
                "Await:async Keyword:def Definition:task",
                "Await:await Call:sleep Number:1.5 Comment:# wait",
                "Decorator:@app.get",
                "Keyword:match",
                "Number:3",
                "Call:print",
            ]
        );
    }

    #[test]
    fn strings_end_where_python_ends_them() {
        assert_eq!(shown(r#"f"a{b}" + r'\' + x'"#), [r#"String:f"a{b}" String:r'\' + x'"#]);
        assert_eq!(
            shown("x = \"\"\"one\ntwo \\\"\"\" still\nend\"\"\" + y"),
            ["String:\"\"\"one", "String:two \\\"\"\" still", "String:end\"\"\"",]
        );
        assert_eq!(shown("'never closed\nnext"), ["String:'never closed", ""]);
    }

    #[test]
    fn no_text_is_lost_and_none_is_too_broken() {
        for source in
            ["", "\n\n", "def", "'", "\"\"\"", "@", "0x", "1e-", "é = '日本' #", "\t\\\r\u{a0}", "f'{", "rb\"\"\"\\"]
        {
            let lines: Vec<String> =
                highlight(source).iter().map(|line| line.pieces.iter().map(|(_, text)| &**text).collect()).collect();
            assert_eq!(lines.join("\n"), source);
        }
    }
}
