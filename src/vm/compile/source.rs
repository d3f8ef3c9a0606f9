//! Byte offsets in the user's text -> lines and columns.

use ruff_text_size::{TextRange, TextSize};

use super::SyntaxError;
use crate::vm::code::Position;

/// Not the first byte of a character.
fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// The user's text and where its lines begin.
pub(super) struct Source<'a> {
    pub text: &'a str,
    /// The byte offset of each line's first character.
    line_starts: Vec<u32>,
    /// Columns are byte differences.
    ascii: bool,
}

impl<'a> Source<'a> {
    /// The text must be shorter than 4 GiB.
    pub fn new(text: &'a str) -> Source<'a> {
        let bytes = text.as_bytes();
        let mut line_starts = vec![if text.starts_with('\u{feff}') { 3 } else { 0 }];
        for (i, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(i + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                line_starts.push(i as u32 + 1);
            }
        }
        Source { text, line_starts, ascii: text.is_ascii() }
    }

    /// The line, from 1, and the column, from 0, in characters.
    pub fn line_column(&self, offset: TextSize) -> (u32, u32) {
        let offset = offset.to_u32().max(self.line_starts[0]);
        let line = self.line_starts.partition_point(|&start| start <= offset) - 1;
        let start = self.line_starts[line];
        let column = if self.ascii {
            offset - start
        } else {
            let before = &self.text.as_bytes()[start as usize..(offset as usize).min(self.text.len())];
            before.iter().filter(|byte| !is_continuation(**byte)).count() as u32
        };
        (line as u32 + 1, column)
    }

    pub fn line(&self, offset: TextSize) -> u32 {
        self.line_column(offset).0
    }

    pub fn position(&self, range: TextRange) -> Position {
        let (line, column) = self.line_column(range.start());
        let (end_line, end_column) = self.line_column(range.end());
        Position { line, end_line, column, end_column }
    }

    /// The text of a line without its end; lines count from 1.
    pub fn line_text(&self, line: u32) -> &'a str {
        let index = (line as usize).clamp(1, self.line_starts.len()) - 1;
        let start = self.line_starts[index] as usize;
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |&next| next as usize);
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The offset of a line's first character; lines count from 1.
    pub fn line_start(&self, line: u32) -> TextSize {
        let index = (line as usize).clamp(1, self.line_starts.len()) - 1;
        TextSize::new(self.line_starts[index])
    }

    pub fn slice(&self, range: TextRange) -> &'a str {
        &self.text[range.start().to_usize()..range.end().to_usize()]
    }

    /// A `SyntaxError` that covers `range`.
    pub fn error(&self, message: impl Into<String>, range: TextRange) -> Box<SyntaxError> {
        let at = self.position(range);
        Box::new(SyntaxError {
            kind: "SyntaxError",
            message: message.into(),
            line: at.line,
            column: at.column + 1,
            end_line: at.end_line,
            end_column: at.end_column + 1,
        })
    }
}
