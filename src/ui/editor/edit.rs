//! What the editor's keys do to the text: pure, so that it can be tested without a page.
//!
//! Offsets are bytes here; the browser's are UTF-16 units, `utf16_to_byte` and `byte_to_utf16` translate.

use std::ops::Range;

/// Replace `range` by `insert`, then select `selection` (in the new text).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub insert: String,
    pub selection: Range<usize>,
}

const INDENT: &str = "    ";

/// Tab: to the next multiple of four, or every selected line one level deeper. On an empty line that Enter has indented
/// after a colon it does nothing more: no block is deeper, and who types the Tab by habit means the same.
pub fn indent(text: &str, selection: Range<usize>) -> Edit {
    if selection.is_empty() {
        let line = line_start(text, selection.start);
        let rest = text[selection.start..].split('\n').next().unwrap_or("");
        if text[line..selection.start].chars().all(|c| c == ' ') && rest.is_empty() && line > 0 {
            let before = &text[line_start(text, line - 1)..line - 1];
            let spaces = before.len() - before.trim_start_matches(' ').len();
            if opens_block(before) && selection.start - line >= spaces + INDENT.len() {
                return insert(selection, "");
            }
        }
        let width = INDENT.len() - text[line..selection.start].chars().count() % INDENT.len();
        return insert(selection, &INDENT[..width]);
    }
    each_line(text, selection, |line| if line.is_empty() { line.to_owned() } else { format!("{INDENT}{line}") })
}

/// Shift-Tab: every selected line one level out.
pub fn dedent(text: &str, selection: Range<usize>) -> Edit {
    each_line(text, selection, |line| {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        let width = match spaces {
            0 if line.starts_with('\t') => 1,
            0 => 0,
            _ => (spaces - 1) % INDENT.len() + 1,
        };
        line[width..].to_owned()
    })
}

/// Enter: the line's indentation again, one level deeper after a colon, one level out after what leaves the block.
pub fn newline(text: &str, selection: Range<usize>) -> Edit {
    let line = &text[line_start(text, selection.start)..selection.start];
    let code = line.split('#').next().unwrap_or("").trim_end();
    let mut indentation: String = line.chars().take_while(|c| *c == ' ' || *c == '\t').collect();
    if opens_block(line) {
        indentation.push_str(INDENT);
    } else if matches!(code.split_whitespace().next(), Some("return" | "raise" | "pass" | "break" | "continue")) {
        indentation = indentation.strip_suffix(INDENT).unwrap_or(&indentation).to_owned();
    }
    insert(selection, &format!("\n{indentation}"))
}

fn opens_block(line: &str) -> bool {
    line.split('#').next().unwrap_or("").trim_end().ends_with(':')
}

/// Ctrl-/: comments the selected lines, or uncomments them when all of them are comments.
pub fn toggle_comment(text: &str, selection: Range<usize>) -> Edit {
    let lines = || text[lines_of(text, &selection)].split('\n').filter(|line| !line.trim().is_empty());
    let commented = lines().all(|line| line.trim_start().starts_with('#'));
    let column = lines().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let empty = lines().next().is_none();
    each_line(text, selection, |line| {
        if empty {
            return line.to_owned();
        }
        match line.find('#') {
            Some(at) if commented => {
                let after = &line[at + 1..];
                format!("{}{}", &line[..at], after.strip_prefix(' ').unwrap_or(after))
            }
            _ if line.trim().is_empty() => line.to_owned(),
            _ => format!("{}# {}", &line[..column], &line[column..]),
        }
    })
}

/// Backspace in the indentation: a level at once. `None` where it is an ordinary backspace.
pub fn backspace(text: &str, selection: Range<usize>) -> Option<Edit> {
    let line = &text[line_start(text, selection.start)..selection.start];
    if !selection.is_empty() || line.is_empty() || !line.chars().all(|c| c == ' ') {
        return None;
    }
    let start = selection.start - ((line.len() - 1) % INDENT.len() + 1);
    Some(Edit { range: start..selection.start, insert: String::new(), selection: start..start })
}

fn insert(range: Range<usize>, text: &str) -> Edit {
    let at = range.start + text.len();
    Edit { range, insert: text.to_owned(), selection: at..at }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The whole lines that a selection touches; a line of which only the start is touched does not count.
fn lines_of(text: &str, selection: &Range<usize>) -> Range<usize> {
    let start = line_start(text, selection.start);
    let last = if selection.end > selection.start && text[..selection.end].ends_with('\n') {
        selection.end - 1
    } else {
        selection.end
    };
    let end = text[last..].find('\n').map_or(text.len(), |newline| last + newline);
    start..end
}

/// Changes each line that is touched. A caret stays where it was in its line, a selection grows to the lines.
fn each_line(text: &str, selection: Range<usize>, change: impl Fn(&str) -> String) -> Edit {
    let range = lines_of(text, &selection);
    let insert: Vec<String> = text[range.clone()].split('\n').map(change).collect();
    let insert = insert.join("\n");
    let selection = if selection.is_empty() {
        let from_end = range.end - selection.start;
        let at = range.start + insert.len().saturating_sub(from_end);
        at..at
    } else {
        range.start..range.start + insert.len()
    };
    Edit { range, insert, selection }
}

/// The byte at which a UTF-16 offset stands; inside a surrogate pair its end, past the end the end.
pub fn utf16_to_byte(text: &str, offset: usize) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= offset {
            return at;
        }
        units += c.len_utf16();
    }
    text.len()
}

pub fn byte_to_utf16(text: &str, at: usize) -> usize {
    text[..at].encode_utf16().count()
}

/// The bytes of a line, without its newline; lines count from 1. `None` past the last.
pub fn line_range(text: &str, line: u32) -> Option<Range<usize>> {
    let mut start = 0;
    for (index, content) in text.split('\n').enumerate() {
        if index as u32 + 1 == line {
            return Some(start..start + content.len());
        }
        start += content.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In and out, `|` is the caret and `[…]` the selection.
    fn check(key: impl Fn(&str, Range<usize>) -> Edit, before: &str, after: &str) {
        let plain = before.replace(['|', '[', ']'], "");
        let start = before.find(['|', '[']).unwrap();
        let end = before.find(']').map_or(start, |at| at - 1);
        let edit = key(&plain, start..end);
        let mut text = plain;
        text.replace_range(edit.range, &edit.insert);
        if edit.selection.is_empty() {
            text.insert(edit.selection.start, '|');
        } else {
            text.insert(edit.selection.end, ']');
            text.insert(edit.selection.start, '[');
        }
        assert_eq!(text, after);
    }

    #[test]
    fn tab_goes_to_the_next_stop_and_moves_selected_lines() {
        check(indent, "|x", "    |x");
        check(indent, "ab|", "ab  |");
        check(indent, "a\n[b\n\nc]\n", "a\n[    b\n\n    c]\n");
        check(indent, "[a\n]b", "[    a]\nb");
        check(indent, "if a:\n    |", "if a:\n    |");
        check(indent, "if a:\n|", "if a:\n    |");
        check(indent, "if a:\n    b\n    |", "if a:\n    b\n        |");
    }

    #[test]
    fn shift_tab_moves_out_to_the_stop_before() {
        check(dedent, "      x|", "    x|");
        check(dedent, "[    a\n  b\nc]", "[a\nb\nc]");
        check(dedent, "\ta|", "a|");
        check(dedent, "  |  a", "|a");
    }

    #[test]
    fn enter_keeps_the_indentation_and_deepens_after_a_colon() {
        check(newline, "    x|", "    x\n    |");
        check(newline, "def f():  # why|", "def f():  # why\n    |");
        check(newline, "    return 1|", "    return 1\n|");
        check(newline, "  |  x", "  \n  |  x");
    }

    #[test]
    fn comments_come_and_go() {
        check(toggle_comment, "    a|", "    # a|");
        check(toggle_comment, "    # a|", "    a|");
        check(toggle_comment, "[if a:\n\n    b]", "[# if a:\n\n#     b]");
        check(toggle_comment, "[# if a:\n#     b]", "[if a:\n    b]");
    }

    #[test]
    fn backspace_takes_a_level_of_indentation() {
        check(|text, at| backspace(text, at).unwrap(), "      |x", "    |x");
        assert_eq!(backspace("a  ", 3..3), None);
        assert_eq!(backspace("\n", 1..1), None);
    }

    #[test]
    fn offsets_survive_what_is_not_ascii() {
        let text = "日😀a";
        assert_eq!(utf16_to_byte(text, 3), 7);
        assert_eq!(byte_to_utf16(text, 7), 3);
        assert_eq!(utf16_to_byte(text, 99), 8);
        assert_eq!(line_range("a\n日b\n", 2), Some(2..6));
        assert_eq!(line_range("a", 2), None);
    }
}
