//! Says what CPython would say of a text that does not parse: its PEG parser's two passes over `grammar`. The first
//! finds how far the text makes sense, the second, with the rules for known mistakes, looks for a better message.

use std::collections::HashMap;

use ruff_python_ast::{self as ast, CmpOp, Expr};
use ruff_python_parser::{parse_expression, parse_parenthesized_expression_range};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::SyntaxError;
use super::grammar::GRAMMAR;
use super::literal;
use super::source::Source;
use super::token::{Stop, Token, TokenKind, Tokens};

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

type RuleId = usize;

enum Node {
    /// A keyword or an operator.
    Word(&'static str),
    Soft(&'static str),
    Kind(TokenKind),
    AnySoftKeyword,
    Rule(RuleId),
    Group(Vec<Alternative>),
    Optional(Box<Node>),
    Star(Box<Node>),
    Plus(Box<Node>),
    Separated(Box<Node>, &'static str),
    Ahead(Box<Node>),
    NotAhead(Box<Node>),
    Cut,
    Forced(&'static str),
}

struct Item {
    /// 1 for `a:`, 2 for `b:`, 0 for none.
    capture: usize,
    node: Node,
}

struct Alternative {
    items: Vec<Item>,
    action: Option<Action>,
}

/// What an alternative of a rule for mistakes says.
struct Action {
    place: Place,
    message: &'static str,
}

#[derive(Clone, Copy)]
enum Place {
    A,
    FromAToB,
    /// To the last token read.
    FromA,
    Last,
    Next,
    Indent,
    /// One of `Recognizer::special`.
    Special,
}

struct Rule {
    alternatives: Vec<Alternative>,
    remembered: bool,
    /// For mistakes: second pass only.
    bad: bool,
    /// Its inside sees no rules for mistakes.
    without_bad: bool,
}

struct Grammar {
    rules: Vec<Rule>,
}

impl Grammar {
    fn read() -> Grammar {
        let headers = GRAMMAR.lines().filter(|line| !line.is_empty() && !line.starts_with('|'));
        let mut ids = HashMap::new();
        for header in headers {
            let name = header.split(' ').next().unwrap_or_default();
            ids.insert(name, ids.len());
        }
        let mut rules: Vec<Rule> = Vec::new();
        for line in GRAMMAR.lines().filter(|line| !line.is_empty()) {
            if let Some(alternative) = line.strip_prefix("| ") {
                let rule = rules.last_mut().expect("the grammar begins with a rule's name");
                rule.alternatives.push(read_alternative(alternative, &ids));
            } else {
                let name = line.split(' ').next().unwrap_or_default();
                rules.push(Rule {
                    alternatives: Vec::new(),
                    remembered: line.ends_with(" +"),
                    bad: name.starts_with("bad_"),
                    without_bad: name == "without_invalid",
                });
            }
        }
        Grammar { rules }
    }
}

fn read_alternative(line: &'static str, ids: &HashMap<&str, RuleId>) -> Alternative {
    let (body, action) = match line.split_once(" => ") {
        Some((body, action)) => (body, Some(read_action(action))),
        None => (line, None),
    };
    let mut words = body.split(' ').peekable();
    let mut alternatives = read_items(&mut words, ids);
    debug_assert!(words.next().is_none() && alternatives.len() == 1, "{line}");
    let mut alternative = alternatives.pop().expect("read_items returns at least one alternative");
    alternative.action = action;
    alternative
}

fn read_action(action: &'static str) -> Action {
    let (place, message) = action.split_once('"').map_or((action, ""), |(place, rest)| {
        (place.trim_end(), rest.strip_suffix('"').expect("a message ends with a quote"))
    });
    let place = match place {
        "at a" => Place::A,
        "from a to b" => Place::FromAToB,
        "from a" => Place::FromA,
        "last" => Place::Last,
        "next" => Place::Next,
        "indent" => Place::Indent,
        _ => return Action { place: Place::Special, message: place.strip_prefix("do ").expect("a known place") },
    };
    Action { place, message }
}

type Words<'w> = std::iter::Peekable<std::str::Split<'w, char>>;

/// Reads up to a closing parenthesis, which it leaves, or to the end.
fn read_items(words: &mut Words<'static>, ids: &HashMap<&str, RuleId>) -> Vec<Alternative> {
    let mut alternatives = vec![Alternative { items: Vec::new(), action: None }];
    while let Some(&word) = words.peek() {
        if word.starts_with(')') {
            break;
        }
        words.next();
        if word == "|" {
            alternatives.push(Alternative { items: Vec::new(), action: None });
            continue;
        }
        let (capture, word) = match word.as_bytes() {
            [b'a', b':', ..] => (1, &word[2..]),
            [b'b', b':', ..] => (2, &word[2..]),
            _ => (0, word),
        };
        let node = read_node(word, words, ids);
        alternatives.last_mut().expect("never empty").items.push(Item { capture, node });
    }
    alternatives
}

fn read_node(word: &'static str, words: &mut Words<'static>, ids: &HashMap<&str, RuleId>) -> Node {
    if word == "~" {
        return Node::Cut;
    }
    if let Some(rest) = word.strip_prefix('&') {
        return Node::Ahead(Box::new(read_node(rest, words, ids)));
    }
    if let Some(rest) = word.strip_prefix('!') {
        return Node::NotAhead(Box::new(read_node(rest, words, ids)));
    }
    if let Some(rest) = word.strip_prefix("^'") {
        return Node::Forced(rest.trim_end_matches('\''));
    }
    let (node, suffix) = if word == "(" {
        let group = Node::Group(read_items(words, ids));
        let close = words.next().expect("a group is closed");
        (group, &close[1..])
    } else if let Some(rest) = word.strip_prefix('\'') {
        let end = rest.rfind('\'').expect("a quoted word is closed");
        (Node::Word(&rest[..end]), &rest[end + 1..])
    } else if let Some(rest) = word.strip_prefix('"') {
        let end = rest.rfind('"').expect("a quoted word is closed");
        (Node::Soft(&rest[..end]), &rest[end + 1..])
    } else {
        let end = word.find(['?', '*', '+', '%']).unwrap_or(word.len());
        let node = match &word[..end] {
            "NAME" => Node::Kind(TokenKind::Name),
            "NUMBER" => Node::Kind(TokenKind::Number),
            "STRING" => Node::Kind(TokenKind::Str),
            "NEWLINE" => Node::Kind(TokenKind::Newline),
            "INDENT" => Node::Kind(TokenKind::Indent),
            "DEDENT" => Node::Kind(TokenKind::Dedent),
            "ENDMARKER" => Node::Kind(TokenKind::EndMarker),
            "FSTRING_START" => Node::Kind(TokenKind::FStringStart),
            "FSTRING_MIDDLE" => Node::Kind(TokenKind::FStringMiddle),
            "FSTRING_END" => Node::Kind(TokenKind::FStringEnd),
            "SOFT_KEYWORD" => Node::AnySoftKeyword,
            name => Node::Rule(ids[name]),
        };
        (node, &word[end..])
    };
    match suffix {
        "" => node,
        "?" => Node::Optional(Box::new(node)),
        "*" => Node::Star(Box::new(node)),
        "+" => Node::Plus(Box::new(node)),
        separated => Node::Separated(Box::new(node), &separated[1..]),
    }
}

/// What a text with a fault is called.
enum Failure {
    /// The tokens end before the parser is satisfied.
    Tokenizer,
    Error(Box<SyntaxError>),
    /// Too deep or too slow; the message is the general one.
    GivenUp,
}

struct Recognizer<'a> {
    grammar: &'a Grammar,
    source: &'a Source<'a>,
    tokens: &'a Tokens,
    /// How many tokens have been read so far.
    fill: usize,
    second_pass: bool,
    memo: HashMap<(RuleId, usize), Option<usize>>,
    failure: Option<Failure>,
    depth: usize,
    steps: usize,
}

/// More of the stack than the text of any person needs is not used, nor more time.
const MAX_DEPTH: usize = 1200;
const MAX_STEPS: usize = 4_000_000;

/// The error that CPython reports, or None if its grammar allows the text. The text before the token `first`, where a
/// statement begins, is known to be fine.
pub(super) fn explain(source: &Source, tokens: &Tokens, first: usize) -> Option<Box<SyntaxError>> {
    let grammar = Grammar::read();
    let mut recognizer = Recognizer {
        grammar: &grammar,
        source,
        tokens,
        fill: 0,
        second_pass: false,
        memo: HashMap::new(),
        failure: None,
        depth: 0,
        steps: 0,
    };
    if recognizer.rule(0, first).is_some() {
        return None;
    }
    let last = recognizer.fill.saturating_sub(1);
    let given_up = match recognizer.failure.take() {
        Some(Failure::Tokenizer) => return Some(recognizer.tokenizer_error()),
        Some(Failure::Error(error)) => return Some(recognizer.or_tokenizer_error(error)),
        Some(Failure::GivenUp) => true,
        None => false,
    };
    if !given_up {
        recognizer.second_pass = true;
        recognizer.memo.clear();
        recognizer.steps = 0;
        recognizer.rule(0, first);
        match recognizer.failure.take() {
            Some(Failure::Tokenizer) => return Some(recognizer.tokenizer_error()),
            Some(Failure::Error(error)) => return Some(recognizer.or_tokenizer_error(error)),
            Some(Failure::GivenUp) | None => {}
        }
    }
    let token = tokens.tokens.get(last)?;
    if matches!(token.kind, TokenKind::Indent | TokenKind::Dedent) {
        let word = if token.kind == TokenKind::Indent { "indent" } else { "unindent" };
        return Some(recognizer.indentation_error(format!("unexpected {word}"), token));
    }
    let error = recognizer.error_at("invalid syntax", token);
    Some(recognizer.or_tokenizer_error(error))
}

impl<'a> Recognizer<'a> {
    fn token(&mut self, at: usize) -> Option<Token> {
        let token = self.tokens.tokens.get(at).copied();
        if token.is_none() {
            self.failure.get_or_insert(Failure::Tokenizer);
            return None;
        }
        self.fill = self.fill.max(at + 1);
        token
    }

    fn text(&self, token: Token) -> &'a str {
        &self.source.text[token.start as usize..token.end as usize]
    }

    fn token_range(&self, at: usize) -> TextRange {
        let index = at.min(self.tokens.tokens.len().saturating_sub(1));
        self.tokens
            .tokens
            .get(index)
            .map_or(TextRange::default(), |token| TextRange::new(TextSize::new(token.start), TextSize::new(token.end)))
    }

    fn error(&self, message: impl Into<String>, range: TextRange) -> Box<SyntaxError> {
        let mut error = self.source.error(message, range);
        if error.end_line == error.line {
            error.end_column = error.end_column.max(error.column + 1);
        }
        error
    }

    /// An error at a token. Those of the indentation have no column of their own.
    fn error_at(&self, message: impl Into<String>, token: &Token) -> Box<SyntaxError> {
        let range = TextRange::new(TextSize::new(token.start), TextSize::new(token.end));
        let mut error = self.error(message, range);
        if matches!(token.kind, TokenKind::Indent | TokenKind::Dedent | TokenKind::EndMarker) {
            if token.start as usize == self.source.text.len() && error.line > 1 && error.column == 1 {
                // CPython is still in the last line, in no column of it.
                error.line -= 1;
                error.column = 0;
                error.end_line = error.line;
                error.end_column = 0;
            } else {
                // So that no caret is shown: it would stand in the indentation.
                error.column -= 1;
                error.end_column = error.column;
            }
        }
        error
    }

    fn indentation_error(&self, message: String, token: &Token) -> Box<SyntaxError> {
        let mut error = self.error_at(message, token);
        error.kind = "IndentationError";
        error
    }

    /// The last token read.
    fn last(&self) -> Option<&Token> {
        self.tokens.tokens.get(self.fill.saturating_sub(1))
    }

    fn fail_at_last(&mut self, message: impl Into<String>) -> Option<usize> {
        let error = match self.last() {
            Some(token) => self.error_at(message, token),
            None => self.error(message, TextRange::default()),
        };
        self.failure = Some(Failure::Error(error));
        None
    }

    /// Why the tokens end.
    fn tokenizer_error(&self) -> Box<SyntaxError> {
        match &self.tokens.stop {
            Stop::Fault(error) => error.clone(),
            Stop::UnexpectedEnd | Stop::Done => self.never_closed().unwrap_or_else(|| {
                let last = self.tokens.tokens.len().saturating_sub(1);
                let end = TextSize::new(self.source.text.trim_end_matches(['\n', '\r']).len() as u32);
                let mut error = self.error("unexpected EOF while parsing", TextRange::empty(end));
                if self.tokens.tokens.is_empty() {
                    error = self.error("unexpected EOF while parsing", self.token_range(last));
                }
                error
            }),
        }
    }

    fn never_closed(&self) -> Option<Box<SyntaxError>> {
        let open = self.tokens.open.last()?;
        let start = TextSize::new(open.at);
        let message = format!("'{}' was never closed", char::from(open.bracket));
        Some(self.error(message, TextRange::new(start, start + TextSize::new(1))))
    }

    /// A fault of the tokenizer anywhere in the text goes before one of the parser, but for one inside an f-string.
    fn or_tokenizer_error(&self, error: Box<SyntaxError>) -> Box<SyntaxError> {
        if self.tokens.in_f_string {
            return error;
        }
        match &self.tokens.stop {
            Stop::Done => error,
            Stop::Fault(fault) if !is_quiet(fault) => fault.clone(),
            Stop::Fault(_) | Stop::UnexpectedEnd => {
                let line = self.source.line(self.token_range(self.fill.saturating_sub(1)).start());
                match self.tokens.open.last() {
                    Some(open) if line > self.source.line(open.at.into()) => self.never_closed().unwrap_or(error),
                    _ => error,
                }
            }
        }
    }

    fn rule(&mut self, id: RuleId, at: usize) -> Option<usize> {
        let grammar = self.grammar;
        let rule = &grammar.rules[id];
        if self.failure.is_some() || rule.bad && !self.second_pass {
            return None;
        }
        if rule.remembered
            && let Some(&result) = self.memo.get(&(id, at))
        {
            return result;
        }
        self.steps += 1;
        if self.depth >= MAX_DEPTH || self.steps >= MAX_STEPS {
            self.failure = Some(Failure::GivenUp);
            return None;
        }
        self.depth += 1;
        let second_pass = self.second_pass;
        if rule.without_bad {
            self.second_pass = false;
        }
        let result = self.alternatives(&rule.alternatives, at);
        self.second_pass = second_pass;
        self.depth -= 1;
        if rule.remembered && self.failure.is_none() {
            self.memo.insert((id, at), result);
        }
        result
    }

    fn alternatives(&mut self, alternatives: &'a [Alternative], at: usize) -> Option<usize> {
        for alternative in alternatives {
            let mut captures = [(0, 0); 3];
            let mut cut = false;
            let mut here = Some(at);
            for item in &alternative.items {
                let Some(start) = here else { break };
                if matches!(item.node, Node::Cut) {
                    cut = true;
                    continue;
                }
                here = self.node(&item.node, start);
                if self.failure.is_some() {
                    return None;
                }
                captures[item.capture] = (start, here.unwrap_or(start));
            }
            if let Some(end) = here {
                let Some(action) = &alternative.action else { return Some(end) };
                return self.act(action, captures[1], captures[2], end);
            }
            if cut {
                return None;
            }
        }
        None
    }

    fn node(&mut self, node: &'a Node, at: usize) -> Option<usize> {
        match node {
            Node::Word(word) => {
                let token = self.token(at)?;
                let fits = matches!(token.kind, TokenKind::Name | TokenKind::Op) && self.text(token) == *word;
                fits.then_some(at + 1)
            }
            Node::Soft(word) => {
                let token = self.token(at)?;
                (token.kind == TokenKind::Name && self.text(token) == *word).then_some(at + 1)
            }
            Node::Kind(TokenKind::Name) => {
                let token = self.token(at)?;
                let is_name = token.kind == TokenKind::Name && !KEYWORDS.contains(&self.text(token));
                is_name.then_some(at + 1)
            }
            Node::Kind(kind) => (self.token(at)?.kind == *kind).then_some(at + 1),
            Node::AnySoftKeyword => {
                let token = self.token(at)?;
                // As in CPython, the beginning of a soft keyword is taken for one: `f(t 5)` has no comma forgotten.
                let is_soft = ["_", "case", "match", "type"].iter().any(|word| word.starts_with(self.text(token)));
                (token.kind == TokenKind::Name && is_soft).then_some(at + 1)
            }
            Node::Rule(id) => self.rule(*id, at),
            Node::Group(alternatives) => self.alternatives(alternatives, at),
            Node::Optional(node) => self.node(node, at).or(Some(at)),
            Node::Star(node) => {
                let mut here = at;
                while let Some(next) = self.node(node, here) {
                    if next == here {
                        break;
                    }
                    here = next;
                }
                Some(here)
            }
            Node::Plus(node) => {
                let mut here = self.node(node, at)?;
                while let Some(next) = self.node(node, here) {
                    if next == here {
                        break;
                    }
                    here = next;
                }
                Some(here)
            }
            Node::Separated(node, separator) => {
                let mut here = self.node(node, at)?;
                loop {
                    let token = self.token(here)?;
                    if token.kind != TokenKind::Op || self.text(token) != *separator {
                        return Some(here);
                    }
                    match self.node(node, here + 1) {
                        Some(next) => here = next,
                        None => return Some(here),
                    }
                }
            }
            Node::Ahead(node) => self.node(node, at).map(|_| at),
            Node::NotAhead(node) => match self.node(node, at) {
                Some(_) => None,
                None => Some(at),
            },
            Node::Cut => Some(at),
            Node::Forced(word) => {
                let token = self.token(at)?;
                if token.kind == TokenKind::Op && self.text(token) == *word {
                    return Some(at + 1);
                }
                let error = self.error(format!("expected '{word}'"), self.token_range(at));
                self.failure = Some(Failure::Error(error));
                None
            }
        }
    }

    /// The text of captured tokens. For an expression its parentheses do not count, as they are no part of the tree.
    fn range(&self, (start, end): (usize, usize)) -> TextRange {
        let outer = self.token_range(start).cover(self.token_range(end.saturating_sub(1).max(start)));
        if end - start > 1 && self.source.text.as_bytes().get(outer.start().to_usize()) == Some(&b'(') {
            return self.parse(outer).map_or(outer, |expr| expr.range());
        }
        outer
    }

    fn parse(&self, range: TextRange) -> Option<Expr> {
        parse_parenthesized_expression_range(self.source.text, range).ok().map(|parsed| parsed.into_expr())
    }

    fn fail(&mut self, message: impl Into<String>, range: TextRange) -> Option<usize> {
        self.failure = Some(Failure::Error(self.error(message, range)));
        None
    }

    /// To the last token read; CPython leaves out that token's last character.
    fn fail_from(&mut self, message: impl Into<String>, range: TextRange) -> Option<usize> {
        let last = self.token_range(self.fill.saturating_sub(1));
        let mut error = self.error(message, range.cover(last));
        let is_newline =
            self.tokens.tokens.get(self.fill.wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Newline);
        if !is_newline {
            error.end_column -= 1;
        }
        self.failure = Some(Failure::Error(error));
        None
    }

    /// A message, or `end`, or nothing if the mistake is not the one that the rule describes.
    fn act(&mut self, action: &'a Action, a: (usize, usize), b: (usize, usize), end: usize) -> Option<usize> {
        if matches!(action.place, Place::Special) {
            return self.special(action.message, a, b, end);
        }
        let mut message = action.message.replace("\\\"", "\"");
        if message.contains("%e") {
            let name = self.parse(self.range(a)).map_or("expression", |expr| expr_name(&expr));
            message = message.replace("%e", name);
        }
        if message.contains("%t") {
            message = message.replace("%t", self.source.slice(self.token_range(a.0)));
        }
        if message.contains("%l") {
            let line = self.source.line(self.token_range(a.0).start());
            message = message.replace("%l", &line.to_string());
        }
        match action.place {
            Place::A => self.fail(message, self.range(a)),
            Place::FromAToB => self.fail(message, self.range(a).cover(self.range(b))),
            Place::FromA => self.fail_from(message, self.range(a)),
            Place::Last => self.fail_at_last(message),
            Place::Next => {
                // The token must have been read.
                self.token(end)?;
                self.fail(message, self.token_range(end))
            }
            Place::Indent => {
                let token = *self.last()?;
                self.failure = Some(Failure::Error(self.indentation_error(message, &token)));
                None
            }
            Place::Special => unreachable!("handled above"),
        }
    }

    fn special(&mut self, name: &str, a: (usize, usize), b: (usize, usize), end: usize) -> Option<usize> {
        match name {
            "strings" => {
                for at in a.0..a.1 {
                    let token = self.tokens.tokens[at];
                    let fault = match token.kind {
                        TokenKind::Str => literal::check(self.text(token)),
                        _ => None,
                    };
                    if let Some(message) = fault {
                        return self.fail(message, self.token_range(at));
                    }
                }
                let tokens = &self.tokens.tokens[a.0..a.1];
                let top: Vec<bool> = top_level_strings(tokens).map(|t| literal::is_bytes(self.text(t))).collect();
                if top.contains(&true) && top.contains(&false) {
                    return self
                        .fail("cannot mix bytes and nonbytes literals", self.token_range(self.fill.saturating_sub(1)));
                }
                Some(end)
            }
            "conversion" => {
                let (mark, word) = (self.token_range(a.0), self.token_range(b.0));
                if mark.end() != word.start() {
                    let message = "f-string: conversion type must come right after the exclamation mark";
                    return self.fail(message, mark.cover(word));
                }
                let text = self.source.slice(word);
                if !matches!(text, "s" | "r" | "a") {
                    let message = format!("f-string: invalid conversion character '{text}': expected 's', 'r', or 'a'");
                    return self.fail(message, word);
                }
                Some(end)
            }
            "nonparen_genexp" => {
                let call = self.parse_arguments(a)?;
                let (args, offset) = call;
                if args.args.len() <= 1 {
                    return None;
                }
                let start = args.args.last()?.range().start() + offset - TextSize::new(2);
                let last = self.range(b);
                self.fail("Generator expression must be parenthesized", TextRange::new(start, last.end()))
            }
            "arguments" => {
                let (args, _) = self.parse_arguments(a)?;
                let unpacks = args.keywords.iter().any(|keyword| keyword.arg.is_none());
                let what = if unpacks { "keyword argument unpacking" } else { "keyword argument" };
                self.fail_at_last(format!("positional argument follows {what}"))
            }
            "legacy" => {
                let text = self.source.slice(self.token_range(a.0));
                if !matches!(text, "print" | "exec") {
                    return None;
                }
                let message = format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
                self.fail(message, self.range(a).cover(self.range(b)))
            }
            "missing_comma" => {
                let is_legacy = a.1 - a.0 == 1 && matches!(self.source.slice(self.token_range(a.0)), "print" | "exec");
                if is_legacy || self.tokens.tokens[end - 1].level == 0 {
                    return None;
                }
                let range = self.range(a).cover(self.range(b));
                self.fail("invalid syntax. Perhaps you forgot a comma?", range)
            }
            "bound_tuple" | "bound_spec" => {
                let is_tuple = matches!(self.parse(self.range(b)), Some(Expr::Tuple(_)));
                let what = if is_tuple { "constraints" } else { "bound" };
                let of = if name == "bound_tuple" { "TypeVarTuple" } else { "ParamSpec" };
                self.fail_from(format!("cannot use {what} with {of}"), self.range(a))
            }
            "star_target" => self.bad_target(a, Targets::Star),
            "for_target" => self.bad_target(a, Targets::For),
            "del_target" => self.bad_target(a, Targets::Del),
            "param_order" => {
                let last = self.tokens.tokens[a.1 - 1];
                let stop = if self.text(last) == "," { a.1 - 1 } else { a.1 };
                let range = self.token_range(a.0).cover(self.token_range(stop.max(a.0 + 1) - 1));
                self.fail("parameter without a default follows parameter with a default", range)
            }
            "kvpair" => {
                let end = self.range(a).end();
                let mut error = self.error("':' expected after dictionary key", TextRange::empty(end));
                error.column = error.column.saturating_sub(1).max(1);
                error.end_column = error.column + 1;
                self.failure = Some(Failure::Error(error));
                None
            }
            _ => Some(end),
        }
    }

    /// The arguments at `a`, and what to add to their offsets, less the two characters `f(`.
    fn parse_arguments(&self, a: (usize, usize)) -> Option<(ast::Arguments, TextSize)> {
        let range = self.token_range(a.0).cover(self.token_range(a.1 - 1));
        let text = format!("f({})", self.source.slice(range));
        match parse_expression(&text).ok()?.into_expr() {
            Expr::Call(call) => Some((call.arguments, range.start())),
            _ => None,
        }
    }

    fn bad_target(&mut self, a: (usize, usize), targets: Targets) -> Option<usize> {
        let range = self.token_range(a.0).cover(self.token_range(a.1 - 1));
        let expr = self.parse(range)?;
        let bad = invalid_target(&expr, targets)?;
        let verb = if targets == Targets::Del { "delete" } else { "assign to" };
        let message = format!("cannot {verb} {}", expr_name(bad));
        self.fail(message, bad.range())
    }
}

/// Faults that CPython's tokenizer does not raise itself: the parser does, if it comes so far.
fn is_quiet(fault: &SyntaxError) -> bool {
    fault.kind != "SyntaxError" || fault.message.starts_with("unexpected character after line continuation")
}

/// The strings of a concatenation, without what stands in the fields of f-strings.
fn top_level_strings(tokens: &[Token]) -> impl Iterator<Item = Token> {
    let mut depth = 0;
    tokens.iter().copied().filter(move |token| {
        match token.kind {
            TokenKind::FStringStart => {
                depth += 1;
                return depth == 1;
            }
            TokenKind::FStringEnd => depth -= 1,
            _ => {}
        }
        depth == 0 && token.kind == TokenKind::Str
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Targets {
    Star,
    For,
    Del,
}

/// The part of an expression that cannot be a target (`_PyPegen_get_invalid_target`).
fn invalid_target(expr: &Expr, targets: Targets) -> Option<&Expr> {
    match expr {
        Expr::List(ast::ExprList { elts, .. }) | Expr::Tuple(ast::ExprTuple { elts, .. }) => {
            elts.iter().find_map(|elt| invalid_target(elt, targets))
        }
        Expr::Starred(_) if targets == Targets::Del => Some(expr),
        Expr::Starred(starred) => invalid_target(&starred.value, targets),
        Expr::Compare(compare) if targets == Targets::For => {
            if compare.ops.first() == Some(&CmpOp::In) {
                invalid_target(&compare.left, targets)
            } else {
                None
            }
        }
        Expr::Name(_) | Expr::Subscript(_) | Expr::Attribute(_) => None,
        _ => Some(expr),
    }
}

/// What messages call an expression (`_PyPegen_get_expr_name`).
fn expr_name(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(e) => {
            if e.value {
                "True"
            } else {
                "False"
            }
        }
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}
