//! The text as CPython's tokenizer (`Parser/lexer/lexer.c`) cuts it, with its messages. It runs over every program to
//! bound nesting, and again when the parser has found a fault, to say what CPython would say.

use super::SyntaxError;
use super::source::Source;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Name,
    Number,
    Str,
    /// An operator, a bracket, or a character that no token begins with.
    Op,
    Newline,
    Indent,
    Dedent,
    EndMarker,
    FStringStart,
    FStringMiddle,
    FStringEnd,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Byte offsets.
    pub start: u32,
    pub end: u32,
    /// How many brackets are open after it.
    pub level: u16,
}

/// A bracket that is still open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub bracket: u8,
    pub at: u32,
}

/// Why there are no more tokens.
#[derive(Debug)]
pub(super) enum Stop {
    /// After the `EndMarker`.
    Done,
    /// The text ends inside brackets or after a line continuation.
    UnexpectedEnd,
    Fault(Box<SyntaxError>),
}

pub(super) struct Tokens {
    pub tokens: Vec<Token>,
    pub stop: Stop,
    /// The brackets that are open where the tokens stop, the innermost last.
    pub open: Vec<Open>,
    /// The tokens stop inside an f-string.
    pub in_f_string: bool,
}

const MAX_BRACKETS: usize = 200;
const MAX_INDENTS: usize = 100;

/// An f-string that is not closed yet.
struct FString {
    quote: u8,
    /// 1 or 3.
    quotes: usize,
    raw: bool,
    start: usize,
    /// Brackets open inside of it.
    brackets: i32,
    /// The bracket depth at which the innermost field began, -1 outside of fields.
    field: i32,
    /// In the text, not in a field.
    in_text: bool,
    in_format_spec: bool,
}

struct Tokenizer<'a> {
    source: &'a Source<'a>,
    text: &'a [u8],
    at: usize,
    tokens: Vec<Token>,
    /// Indentation as columns, with tabs to 8 and with tabs to 1.
    indents: Vec<(usize, usize)>,
    open: Vec<Open>,
    strings: Vec<FString>,
    at_line_start: bool,
}

type Result<T> = std::result::Result<T, Stop>;

pub(super) fn tokenize(source: &Source) -> Tokens {
    let text = source.text.as_bytes();
    let at = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut tokenizer = Tokenizer {
        source,
        text,
        at,
        tokens: Vec::new(),
        indents: vec![(0, 0)],
        open: Vec::new(),
        strings: Vec::new(),
        at_line_start: true,
    };
    let stop = loop {
        match tokenizer.next() {
            Ok(()) if tokenizer.tokens.last().is_some_and(|t| t.kind == TokenKind::EndMarker) => break Stop::Done,
            Ok(()) => {}
            Err(stop) => break stop,
        }
    };
    Tokens { tokens: tokenizer.tokens, stop, open: tokenizer.open, in_f_string: !tokenizer.strings.is_empty() }
}

fn is_name_start(c: u8) -> bool {
    c.is_ascii_alphabetic() || c == b'_' || c >= 128
}

fn is_name_part(c: u8) -> bool {
    is_name_start(c) || c.is_ascii_digit()
}

/// Whether CPython's `str.isprintable` holds, for characters that no identifier has.
fn is_printable(c: char) -> bool {
    let is_format = matches!(c, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}');
    !(c.is_control() || is_format || c.is_whitespace() && c != ' ')
}

impl Tokenizer<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.text.get(self.at + ahead).copied()
    }

    fn push(&mut self, kind: TokenKind, start: usize, end: usize) {
        let level = self.open.len() as u16;
        self.tokens.push(Token { kind, start: start as u32, end: end as u32, level });
    }

    /// A fault whose caret is under the character before `end`.
    fn fault_before<T>(&self, end: usize, message: impl Into<String>) -> Result<T> {
        let (line, column) = self.source.line_column((end as u32).into());
        Err(Stop::Fault(Box::new(SyntaxError {
            kind: "SyntaxError",
            message: message.into(),
            line,
            column: column.max(1),
            end_line: line,
            end_column: column.max(1) + 1,
        })))
    }

    fn next(&mut self) -> Result<()> {
        if self.strings.last().is_some_and(|string| string.in_text) {
            return self.f_string_text();
        }
        if self.at_line_start {
            self.at_line_start = false;
            if self.indentation()? {
                return Ok(());
            }
        }
        self.regular()
    }

    /// Whether the line is blank or a comment.
    fn is_blank_line(&self) -> bool {
        matches!(self.peek(), Some(b'#' | b'\n' | b'\r'))
    }

    /// Reads the beginning of a line. True if it made tokens.
    fn indentation(&mut self) -> Result<bool> {
        let (mut column, mut alt_column) = (0, 0);
        let line_start = self.at;
        loop {
            match self.peek() {
                Some(b' ') => {
                    column += 1;
                    alt_column += 1;
                }
                Some(b'\t') => {
                    column = (column / 8 + 1) * 8;
                    alt_column += 1;
                }
                Some(b'\x0c') => {
                    column = 0;
                    alt_column = 0;
                }
                _ => break,
            }
            self.at += 1;
        }
        if self.is_blank_line() || !self.open.is_empty() {
            return Ok(false);
        }
        if self.peek().is_none() {
            return Ok(false);
        }
        let (top, alt_top) = *self.indents.last().expect("the first entry is never popped");
        if column == top {
            if alt_column != alt_top {
                return self.tab_error(line_start);
            }
            return Ok(false);
        }
        if column > top {
            if self.indents.len() >= MAX_INDENTS {
                return self.indentation_fault("IndentationError", "too many levels of indentation", line_start);
            }
            if alt_column <= alt_top {
                return self.tab_error(line_start);
            }
            self.indents.push((column, alt_column));
            self.push(TokenKind::Indent, self.at, self.at);
            return Ok(true);
        }
        let mut dedents = 0;
        while self.indents.last().is_some_and(|&(top, _)| column < top) {
            self.indents.pop();
            dedents += 1;
        }
        let (top, alt_top) = *self.indents.last().expect("the first entry is never popped");
        if column != top {
            let message = "unindent does not match any outer indentation level";
            let (line, _) = self.source.line_column((line_start as u32).into());
            let length = self.source.line_text(line).chars().count() as u32;
            return Err(Stop::Fault(Box::new(SyntaxError {
                kind: "IndentationError",
                message: message.to_string(),
                line,
                column: length + 1,
                end_line: line,
                end_column: length + 2,
            })));
        }
        if alt_column != alt_top {
            return self.tab_error(line_start);
        }
        for _ in 0..dedents {
            self.push(TokenKind::Dedent, self.at, self.at);
        }
        Ok(true)
    }

    fn tab_error<T>(&self, line_start: usize) -> Result<T> {
        self.indentation_fault("TabError", "inconsistent use of tabs and spaces in indentation", line_start)
    }

    fn indentation_fault<T>(&self, kind: &'static str, message: &str, line_start: usize) -> Result<T> {
        let (line, _) = self.source.line_column((line_start as u32).into());
        Err(Stop::Fault(Box::new(SyntaxError {
            kind,
            message: message.to_string(),
            line,
            column: 1,
            end_line: line,
            end_column: 2,
        })))
    }

    /// Spaces, comments and line continuations go; then one token.
    fn regular(&mut self) -> Result<()> {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\x0c')) {
                self.at += 1;
            }
            let start = self.at;
            if self.peek() == Some(b'#') {
                while !matches!(self.peek(), None | Some(b'\n' | b'\r')) {
                    self.at += 1;
                }
            }
            match self.peek() {
                None => return self.end_of_text(start),
                Some(b'\n' | b'\r') => {
                    let end = self.at;
                    self.skip_newline();
                    if !self.open.is_empty() {
                        continue;
                    }
                    self.at_line_start = true;
                    let is_blank = self
                        .tokens
                        .last()
                        .is_none_or(|t| matches!(t.kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent));
                    if is_blank {
                        // The next line begins with its indentation.
                        return Ok(());
                    }
                    self.push(TokenKind::Newline, start, end);
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    if !matches!(self.peek(), Some(b'\n' | b'\r')) && self.peek().is_some() {
                        return self.bad_continuation();
                    }
                    self.skip_newline();
                    if self.peek().is_none() {
                        return Err(Stop::UnexpectedEnd);
                    }
                }
                Some(c) => return self.token(c),
            }
        }
    }

    fn skip_newline(&mut self) {
        if self.peek() == Some(b'\r') {
            self.at += 1;
            if self.peek() == Some(b'\n') {
                self.at += 1;
            }
        } else if self.peek() == Some(b'\n') {
            self.at += 1;
        }
    }

    fn bad_continuation<T>(&self) -> Result<T> {
        let (line, column) = self.source.line_column((self.at as u32).into());
        Err(Stop::Fault(Box::new(SyntaxError {
            kind: "SyntaxError",
            message: "unexpected character after line continuation character".to_string(),
            line,
            column: column + 1,
            end_line: line,
            end_column: column + 2,
        })))
    }

    fn end_of_text(&mut self, start: usize) -> Result<()> {
        if !self.open.is_empty() {
            return Err(Stop::UnexpectedEnd);
        }
        let needs_newline = self
            .tokens
            .last()
            .is_some_and(|t| !matches!(t.kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent));
        if needs_newline {
            self.push(TokenKind::Newline, start, self.at);
            return Ok(());
        }
        let end = self.at;
        while self.indents.len() > 1 {
            self.indents.pop();
            self.push(TokenKind::Dedent, end, end);
        }
        self.push(TokenKind::EndMarker, end, end);
        Ok(())
    }

    fn token(&mut self, c: u8) -> Result<()> {
        if is_name_start(c) {
            return self.name();
        }
        if c.is_ascii_digit() || c == b'.' && self.peek_at(1).is_some_and(|c| c.is_ascii_digit()) {
            return self.number();
        }
        if c == b'"' || c == b'\'' {
            return self.string(self.at, false);
        }
        self.operator(c)
    }

    fn name(&mut self) -> Result<()> {
        let start = self.at;
        // A string's prefix: each letter once, in any case.
        let mut prefix = 0;
        while let Some(c) = self.peek_at(prefix)
            && prefix < 3
            && matches!(c.to_ascii_lowercase(), b'b' | b'u' | b'r' | b'f')
        {
            prefix += 1;
        }
        let letters: Vec<u8> = self.text[start..start + prefix].to_ascii_lowercase();
        let is_prefix = matches!(&*letters, b"b" | b"u" | b"r" | b"f" | b"br" | b"rb" | b"fr" | b"rf");
        if is_prefix && matches!(self.peek_at(prefix), Some(b'"' | b'\'')) {
            self.at += prefix;
            if letters.contains(&b'f') {
                return self.f_string_start(start, letters.contains(&b'r'));
            }
            return self.string(start, true);
        }
        while self.peek().is_some_and(is_name_part) {
            self.at += 1;
        }
        let word = &self.source.text[start..self.at];
        if !word.is_ascii() {
            self.check_identifier(start, word)?;
        }
        self.push(TokenKind::Name, start, self.at);
        Ok(())
    }

    fn check_identifier(&mut self, start: usize, word: &str) -> Result<()> {
        for (i, c) in word.char_indices() {
            let ok = c == '_' || if i == 0 { c.is_alphabetic() } else { c.is_alphanumeric() || is_mark(c) };
            if ok {
                continue;
            }
            self.at = start + i + c.len_utf8();
            let code = u32::from(c);
            if is_printable(c) {
                return self.fault_before(self.at, format!("invalid character '{c}' (U+{code:04X})"));
            }
            return self.fault_before(self.at, format!("invalid non-printable character U+{code:04X}"));
        }
        Ok(())
    }

    fn number(&mut self) -> Result<()> {
        let start = self.at;
        let second = self.peek_at(1).map(|c| c.to_ascii_lowercase());
        if self.peek() == Some(b'0') && matches!(second, Some(b'x' | b'o' | b'b')) {
            self.at += 2;
            match second {
                Some(b'x') => self.radix_digits(16, "hexadecimal")?,
                Some(b'o') => self.radix_digits(8, "octal")?,
                _ => self.radix_digits(2, "binary")?,
            }
            self.push(TokenKind::Number, start, self.at);
            return Ok(());
        }
        let mut leading_zeros = None;
        if self.peek() == Some(b'0') {
            while matches!(self.peek(), Some(b'0' | b'_')) {
                if self.peek() == Some(b'_') && !self.peek_at(1).is_some_and(|c| c.is_ascii_digit()) {
                    return self.fault_before(self.at + 1, "invalid decimal literal");
                }
                self.at += 1;
            }
            if self.peek().is_some_and(|c| c.is_ascii_digit()) {
                leading_zeros = Some(self.at + 1);
                self.decimal_digits()?;
            }
        } else if self.peek() != Some(b'.') {
            self.decimal_digits()?;
        }
        let mut is_float = false;
        if self.peek() == Some(b'.') {
            is_float = true;
            self.at += 1;
            if self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.decimal_digits()?;
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.peek_at(1), Some(b'+' | b'-')));
            if self.peek_at(1 + sign).is_some_and(|c| c.is_ascii_digit()) {
                is_float = true;
                self.at += 1 + sign;
                self.decimal_digits()?;
            } else if sign == 1 {
                return self.fault_before(self.at + 2, "invalid decimal literal");
            }
        }
        if matches!(self.peek(), Some(b'j' | b'J')) {
            self.at += 1;
            self.end_of_number("imaginary")?;
        } else {
            if let Some(end) = leading_zeros
                && !is_float
            {
                let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal \
                               integers";
                let (line, column) = self.source.line_column((start as u32).into());
                let (_, end_column) = self.source.line_column(((end - 1) as u32).into());
                return Err(Stop::Fault(Box::new(SyntaxError {
                    kind: "SyntaxError",
                    message: message.to_string(),
                    line,
                    column: column + 1,
                    end_line: line,
                    end_column: end_column + 1,
                })));
            }
            self.end_of_number("decimal")?;
        }
        self.push(TokenKind::Number, start, self.at);
        Ok(())
    }

    fn radix_digits(&mut self, radix: u32, word: &str) -> Result<()> {
        let is_digit = |c: u8| char::from(c).is_digit(radix);
        loop {
            if self.peek() == Some(b'_') {
                self.at += 1;
            }
            match self.peek() {
                Some(c) if is_digit(c) => {}
                Some(c) if c.is_ascii_digit() => return self.bad_digit(c, word),
                _ => return self.fault_before(self.at, format!("invalid {word} literal")),
            }
            while self.peek().is_some_and(is_digit) {
                self.at += 1;
            }
            if self.peek() != Some(b'_') {
                break;
            }
        }
        if let Some(c) = self.peek()
            && c.is_ascii_digit()
        {
            return self.bad_digit(c, word);
        }
        self.end_of_number(word)
    }

    fn bad_digit<T>(&self, c: u8, word: &str) -> Result<T> {
        self.fault_before(self.at + 1, format!("invalid digit '{}' in {word} literal", char::from(c)))
    }

    fn decimal_digits(&mut self) -> Result<()> {
        loop {
            while self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
            if self.peek() != Some(b'_') {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_some_and(|c| c.is_ascii_digit()) {
                return self.fault_before(self.at, "invalid decimal literal");
            }
        }
    }

    /// `1if x` is two tokens, `1x` is a fault.
    fn end_of_number(&self, word: &str) -> Result<()> {
        let rest = &self.text[self.at..];
        let keyword = [&b"and"[..], b"else", b"for", b"if", b"in", b"is", b"or", b"not"];
        if keyword.iter().any(|keyword| rest.starts_with(keyword)) {
            return Ok(());
        }
        match self.peek() {
            Some(c) if c < 128 && is_name_part(c) => self.fault_before(self.at, format!("invalid {word} literal")),
            _ => Ok(()),
        }
    }

    /// `start` is where the prefix begins.
    fn string(&mut self, start: usize, _prefixed: bool) -> Result<()> {
        let quote = self.text[self.at];
        let is_triple = self.peek_at(1) == Some(quote) && self.peek_at(2) == Some(quote);
        let quotes = if is_triple { 3 } else { 1 };
        self.at += quotes;
        if !is_triple && self.peek() == Some(quote) {
            self.at += 1;
            self.push(TokenKind::Str, start, self.at);
            return Ok(());
        }
        let mut escaped_quote = false;
        loop {
            match self.peek() {
                None => return self.unterminated(start, quote, quotes, escaped_quote),
                Some(b'\n' | b'\r') if quotes == 1 => return self.unterminated(start, quote, quotes, escaped_quote),
                Some(b'\\') => {
                    self.at += 1;
                    escaped_quote |= self.peek() == Some(quote);
                    if self.peek() == Some(b'\r') && self.peek_at(1) == Some(b'\n') {
                        self.at += 1;
                    }
                    self.at = (self.at + 1).min(self.text.len());
                }
                Some(c) => {
                    self.at += 1;
                    if c == quote && (quotes == 1 || self.text[self.at..].starts_with(&[quote, quote])) {
                        self.at += quotes - 1;
                        self.push(TokenKind::Str, start, self.at);
                        return Ok(());
                    }
                }
            }
        }
    }

    fn unterminated<T>(&self, start: usize, quote: u8, quotes: usize, escaped_quote: bool) -> Result<T> {
        if let Some(string) = self.strings.last()
            && string.quote == quote
            && string.quotes == quotes
        {
            return self.fault_before(start + 1, "f-string: expecting '}'");
        }
        let mut line = self.source.line((self.at as u32).into());
        if quotes == 3 {
            // CPython reads the empty line after a last newline only if there is one.
            if self.text.ends_with(b"\n") {
                line -= 1;
            }
            return self.fault_before(
                start + 1,
                format!("unterminated triple-quoted string literal (detected at line {line})"),
            );
        }
        let hint = if escaped_quote { "; perhaps you escaped the end quote" } else { "" };
        self.fault_before(start + 1, format!("unterminated string literal (detected at line {line}){hint}"))
    }

    fn f_string_start(&mut self, start: usize, raw: bool) -> Result<()> {
        let quote = self.text[self.at];
        let is_triple = self.peek_at(1) == Some(quote) && self.peek_at(2) == Some(quote);
        let quotes = if is_triple { 3 } else { 1 };
        self.at += quotes;
        if self.strings.len() >= 150 {
            return self.fault_before(self.at, "too many nested f-strings");
        }
        self.strings.push(FString {
            quote,
            quotes,
            raw,
            start,
            brackets: 0,
            field: -1,
            in_text: true,
            in_format_spec: false,
        });
        self.push(TokenKind::FStringStart, start, self.at);
        Ok(())
    }

    fn f_string_text(&mut self) -> Result<()> {
        let start = self.at;
        let Some(string) = self.strings.last_mut() else { return Ok(()) };
        let end_quotes = vec![string.quote; string.quotes];
        if self.text[self.at..].starts_with(&end_quotes) {
            self.at += string.quotes;
            self.strings.pop();
            self.push(TokenKind::FStringEnd, start, self.at);
            return Ok(());
        }
        let mut in_name_escape = false;
        loop {
            let rest = &self.text[self.at..];
            let second = rest.get(1).copied();
            match rest.first() {
                None => return self.unterminated_f_string(),
                Some(b'\n' | b'\r') if string.quotes == 1 => {
                    if string.in_format_spec {
                        string.in_text = false;
                        string.in_format_spec = false;
                        break;
                    }
                    return self.unterminated_f_string();
                }
                Some(_) if rest.starts_with(&end_quotes) => break,
                Some(b'{') => {
                    if second != Some(b'{') || string.in_format_spec {
                        if in_name_escape {
                            self.at += 1;
                            continue;
                        }
                        string.field += 1;
                        string.in_text = false;
                        break;
                    }
                    self.at += 2;
                    self.push(TokenKind::FStringMiddle, start, self.at - 1);
                    return Ok(());
                }
                Some(b'}') => {
                    if in_name_escape {
                        in_name_escape = false;
                        self.at += 1;
                        continue;
                    }
                    if second == Some(b'}') && !string.in_format_spec && string.brackets == 0 {
                        self.at += 2;
                        self.push(TokenKind::FStringMiddle, start, self.at - 1);
                        return Ok(());
                    }
                    string.in_text = false;
                    break;
                }
                Some(b'\\') => {
                    if matches!(second, Some(b'{' | b'}')) {
                        self.at += 1;
                    } else {
                        if !string.raw && second == Some(b'N') && rest.get(2) == Some(&b'{') {
                            in_name_escape = true;
                        }
                        let is_crlf = second == Some(b'\r') && rest.get(2) == Some(&b'\n');
                        self.at = (self.at + if is_crlf { 3 } else { 2 }).min(self.text.len());
                    }
                }
                Some(_) => self.at += 1,
            }
        }
        if self.at > start {
            self.push(TokenKind::FStringMiddle, start, self.at);
        }
        Ok(())
    }

    fn unterminated_f_string<T>(&self) -> Result<T> {
        let Some(string) = self.strings.last() else { return Err(Stop::UnexpectedEnd) };
        let mut line = self.source.line((self.at as u32).into());
        let word = if string.quotes == 3 { "triple-quoted f-string" } else { "f-string" };
        if string.quotes == 3 && self.text.ends_with(b"\n") {
            line -= 1;
        }
        self.fault_before(string.start + 1, format!("unterminated {word} literal (detected at line {line})"))
    }

    fn operator(&mut self, c: u8) -> Result<()> {
        let start = self.at;
        if let Some(string) = self.strings.last_mut()
            && c == b':'
            && string.brackets - 1 == string.field
        {
            string.in_text = true;
            string.in_format_spec = true;
            self.at += 1;
            self.push(TokenKind::Op, start, self.at);
            return Ok(());
        }
        match c {
            b'(' | b'[' | b'{' => {
                self.at += 1;
                if self.open.len() >= MAX_BRACKETS {
                    return self.fault_before(self.at, "too many nested parentheses");
                }
                self.open.push(Open { bracket: c, at: start as u32 });
                if let Some(string) = self.strings.last_mut() {
                    string.brackets += 1;
                }
            }
            b')' | b']' | b'}' => {
                self.at += 1;
                self.close(c)?;
            }
            _ => {
                let rest = &self.text[start..];
                const LONG: [&[u8]; 26] = [
                    b"**=", b"//=", b">>=", b"<<=", b"...", b"!=", b"%=", b"&=", b"**", b"*=", b"+=", b"-=", b"->",
                    b"//", b"/=", b":=", b"<<", b"<=", b"<>", b"==", b">=", b">>", b"@=", b"^=", b"|=", b"\0\0",
                ];
                let length = LONG.iter().find(|op| rest.starts_with(op)).map_or(1, |op| op.len());
                if length == 1 && (c < 32 || c == 127) {
                    self.at += 1;
                    return self.fault_before(self.at, format!("invalid non-printable character U+{c:04X}"));
                }
                self.at += length;
            }
        }
        self.push(TokenKind::Op, start, self.at);
        Ok(())
    }

    fn close(&mut self, c: u8) -> Result<()> {
        let bracket = char::from(c);
        if let Some(string) = self.strings.last()
            && string.brackets == 0
            && c == b'}'
        {
            return self.fault_before(self.at, "f-string: single '}' is not allowed");
        }
        let Some(open) = self.open.pop() else {
            return self.fault_before(self.at, format!("unmatched '{bracket}'"));
        };
        if !matches!((open.bracket, c), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            if let Some(string) = self.strings.last()
                && open.bracket == b'{'
                && string.brackets - 1 == string.field
            {
                return self.fault_before(self.at, format!("f-string: unmatched '{bracket}'"));
            }
            let opening = char::from(open.bracket);
            let open_line = self.source.line(open.at.into());
            let line = self.source.line(((self.at - 1) as u32).into());
            let mut message = format!("closing parenthesis '{bracket}' does not match opening parenthesis '{opening}'");
            if open_line != line {
                message.push_str(&format!(" on line {open_line}"));
            }
            return self.fault_before(self.at, message);
        }
        if let Some(string) = self.strings.last_mut() {
            string.brackets -= 1;
            if c == b'}' && string.brackets == string.field {
                string.field -= 1;
                string.in_text = true;
                string.in_format_spec = false;
            }
        }
        Ok(())
    }
}

/// A combining mark, which continues an identifier.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{669}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}'
        | '\u{203f}'..='\u{2040}' | '\u{20d0}'..='\u{20f0}' | '\u{302a}'..='\u{302f}' | '\u{3099}'..='\u{309a}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{b7}' | '\u{387}')
}
