//! No text may make the parser or the compiler, which both recurse, overflow the stack. CPython has limits too: 200
//! open brackets, 100 levels of indentation, and a depth of its parser at which it says `MemoryError`.

use ruff_text_size::{TextRange, TextSize};

use super::SyntaxError;
use super::source::Source;
use super::token::{TokenKind, Tokens};

/// How deep the tree of one statement may be, in fifths of a level.
const MAX_DEPTH: usize = 3000;

/// A bound of the tree's depth that is never too low: every bracket, prefix operator, right-leaning operator, `lambda`,
/// conditional expression and trailer may go one level down, until a comma or the end of its bracket. The operators that
/// lean to the left make a deep tree too, but only its removal recurses along it.
pub(super) fn check(source: &Source, tokens: &Tokens) -> Result<(), Box<SyntaxError>> {
    // What each open bracket has added so far; the first entry is the statement's own.
    let mut levels: Vec<usize> = vec![0];
    let mut depth: usize = 0;
    let mut after_operand = false;
    for token in &tokens.tokens {
        let text = &source.text[token.start as usize..token.end as usize];
        let weight = match (token.kind, text) {
            (TokenKind::Newline, _) => {
                levels.truncate(1);
                levels[0] = 0;
                depth = 0;
                0
            }
            (TokenKind::Op, "," | ";") => {
                let level = levels.last_mut().expect("the statement's level stays");
                depth -= *level;
                *level = 0;
                0
            }
            (TokenKind::Op, "(" | "[" | "{") | (TokenKind::FStringStart, _) => {
                levels.push(0);
                15
            }
            (TokenKind::Op, ")" | "]" | "}") | (TokenKind::FStringEnd, _) if levels.len() > 1 => {
                depth -= levels.pop().unwrap_or(0);
                5
            }
            (TokenKind::Op, "+" | "-" | "*" | "/" | "//" | "%" | "@" | "<<" | ">>" | "&" | "|" | "^")
                if after_operand =>
            {
                1
            }
            (TokenKind::Op, "+" | "-" | "~" | "**" | ".") => 5,
            (TokenKind::Name, "not" | "lambda" | "if" | "await") => 5,
            _ => 0,
        };
        after_operand = match token.kind {
            TokenKind::Name => weight == 0,
            TokenKind::Number | TokenKind::Str | TokenKind::FStringEnd => true,
            TokenKind::Op => matches!(text, ")" | "]" | "}" | "..."),
            _ => false,
        };
        *levels.last_mut().expect("the statement's level stays") += weight;
        depth += weight;
        if depth > MAX_DEPTH {
            let range = TextRange::new(TextSize::new(token.start), TextSize::new(token.end));
            return Err(source.error("the program is nested too deeply, or one of its expressions is too long", range));
        }
    }
    Ok(())
}
