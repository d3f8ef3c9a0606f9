//! The engine of `re`: patterns are compiled to instructions for a backtracking machine with a stack of its own.

use std::collections::HashMap;

use super::super::native::{Args, NativeFn, NativeObject};
use super::super::object::*;
use super::super::{ModuleSource, PyResult, Vm};

const IGNORECASE: u32 = 2;
const LOCALE: u32 = 4;
const MULTILINE: u32 = 8;
const DOTALL: u32 = 16;
const UNICODE: u32 = 32;
const VERBOSE: u32 = 64;
const ASCII: u32 = 256;

/// Instructions of a compiled pattern at most.
const MAX_PROGRAM: usize = 200_000;
/// Steps of one match at most: patterns that backtrack without end.
const MAX_STEPS: u64 = 40_000_000;
const MAX_NESTING: usize = 100;
const UNBOUNDED: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Class {
    Digit,
    Space,
    Word,
}

#[derive(Clone, Debug)]
enum Item {
    Range(char, char),
    Class { class: Class, negated: bool },
}

/// A set of characters.
#[derive(Clone, Debug)]
struct CharSet {
    items: Vec<Item>,
    negated: bool,
    ignore_case: bool,
    ascii: bool,
}

fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(u), None) => u,
        _ => c,
    }
}

fn is_word(c: char, ascii: bool) -> bool {
    c == '_' || if ascii { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

impl Class {
    fn has(self, c: char, ascii: bool) -> bool {
        match self {
            Class::Digit => c.is_ascii_digit() || !ascii && super::super::number::decimal_digit(c).is_some(),
            Class::Space => matches!(c, ' ' | '\t'..='\r') || !ascii && super::super::number::is_space(c),
            Class::Word => is_word(c, ascii),
        }
    }
}

impl CharSet {
    fn has(&self, c: char) -> bool {
        let one = |c: char| {
            self.items.iter().any(|item| match item {
                Item::Range(a, b) => *a <= c && c <= *b,
                Item::Class { class, negated } => class.has(c, self.ascii) != *negated,
            })
        };
        (one(c) || self.ignore_case && (one(lower(c)) || one(upper(c)))) != self.negated
    }
}

#[derive(Clone, Copy, Debug)]
enum At {
    Start,
    End,
    LineStart,
    LineEnd,
    /// `$` without MULTILINE: at the end or before the last newline.
    LastLineEnd,
    Boundary {
        ascii: bool,
        negated: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Greedy,
    Lazy,
    Possessive,
}

#[derive(Clone, Debug)]
enum Node {
    Empty,
    Char(char, bool),
    Any { newline: bool },
    Set(CharSet),
    Cat(Vec<Node>),
    Alt(Vec<Node>),
    Group(usize, Box<Node>),
    Repeat { node: Box<Node>, min: u32, max: u32, kind: Kind },
    At(At),
    Backref(usize, bool),
    Look { node: Box<Node>, ahead: bool, negated: bool },
    Atomic(Box<Node>),
    Cond { group: usize, yes: Box<Node>, no: Box<Node> },
}

impl Node {
    /// How many characters it matches, at least and at most.
    fn width(&self) -> (u32, u32) {
        match self {
            Node::Empty | Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Char(..) | Node::Any { .. } | Node::Set(_) => (1, 1),
            Node::Cat(nodes) => nodes
                .iter()
                .map(Node::width)
                .fold((0, 0), |(a, b), (c, d)| (u32::saturating_add(a, c), u32::saturating_add(b, d))),
            Node::Alt(nodes) => {
                nodes.iter().map(Node::width).reduce(|(a, b), (c, d)| (a.min(c), b.max(d))).unwrap_or((0, 0))
            }
            Node::Group(_, node) | Node::Atomic(node) => node.width(),
            Node::Repeat { node, min, max, .. } => {
                let (a, b) = node.width();
                (a.saturating_mul(*min), b.saturating_mul(*max))
            }
            Node::Backref(..) => (0, UNBOUNDED),
            Node::Cond { yes, no, .. } => {
                let ((a, b), (c, d)) = (yes.width(), no.width());
                (a.min(c), b.max(d))
            }
        }
    }
}

struct Fault {
    message: String,
    position: usize,
}

type Parsed<T> = Result<T, Fault>;

struct Parser<'a> {
    text: &'a [char],
    at: usize,
    flags: u32,
    bytes: bool,
    groups: usize,
    open: Vec<usize>,
    names: Vec<(String, usize)>,
    depth: usize,
}

fn fault<T>(message: impl Into<String>, position: usize) -> Parsed<T> {
    Err(Fault { message: message.into(), position })
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += found as usize;
        found
    }

    fn ascii(&self) -> bool {
        self.bytes || self.flags & ASCII != 0
    }

    fn ignore_case(&self) -> bool {
        self.flags & IGNORECASE != 0
    }

    fn alternatives(&mut self) -> Parsed<Node> {
        self.depth += 1;
        if self.depth > MAX_NESTING {
            return fault("the pattern nests too deep", self.at);
        }
        let mut branches = vec![self.sequence()?];
        while self.eat('|') {
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Alt(branches) })
    }

    fn sequence(&mut self) -> Parsed<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        loop {
            let start = self.at;
            let Some(c) = self.peek() else { break };
            if c == '|' || c == ')' {
                break;
            }
            self.at += 1;
            if self.flags & VERBOSE != 0 {
                if c.is_ascii_whitespace() || c == '\x0b' {
                    continue;
                }
                if c == '#' {
                    while self.peek().is_some_and(|c| c != '\n') {
                        self.at += 1;
                    }
                    continue;
                }
            }
            let node = match c {
                '.' => Node::Any { newline: self.flags & DOTALL != 0 },
                '^' => Node::At(if self.flags & MULTILINE != 0 { At::LineStart } else { At::Start }),
                '$' => Node::At(if self.flags & MULTILINE != 0 { At::LineEnd } else { At::LastLineEnd }),
                '[' => self.set(start)?,
                '(' => match self.group(start)? {
                    Some(node) => node,
                    None => continue,
                },
                '\\' => self.escape(start)?,
                '*' | '+' | '?' | '{' => {
                    let (min, max) = match c {
                        '*' => (0, UNBOUNDED),
                        '+' => (1, UNBOUNDED),
                        '?' => (0, 1),
                        _ => match self.braces(start)? {
                            Some(range) => range,
                            None => {
                                nodes.push(Node::Char('{', false));
                                continue;
                            }
                        },
                    };
                    match nodes.last() {
                        None | Some(Node::At(_) | Node::Empty) => return fault("nothing to repeat", start),
                        Some(Node::Repeat { .. }) => return fault("multiple repeat", start),
                        Some(_) => {}
                    }
                    let kind = match self.peek() {
                        Some('?') => Kind::Lazy,
                        Some('+') => Kind::Possessive,
                        _ => Kind::Greedy,
                    };
                    self.at += (kind != Kind::Greedy) as usize;
                    let node = Box::new(nodes.pop().unwrap_or(Node::Empty));
                    Node::Repeat { node, min, max, kind }
                }
                c => Node::Char(c, self.ignore_case()),
            };
            nodes.push(node);
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Cat(nodes) })
    }

    fn number(&mut self) -> Option<u64> {
        let start = self.at;
        let mut n: u64 = 0;
        while let Some(d) = self.peek().and_then(|c| c.to_digit(10)) {
            n = n.saturating_mul(10).saturating_add(d as u64);
            self.at += 1;
        }
        (self.at > start).then_some(n)
    }

    /// `{2,3}` after the brace; `None` if it is none.
    fn braces(&mut self, start: usize) -> Parsed<Option<(u32, u32)>> {
        let low = self.number();
        let high = if self.eat(',') { self.number().map_or(Some(UNBOUNDED as u64), Some) } else { low };
        let comma = self.text[start + 1..self.at].contains(&',');
        if !self.eat('}') || (low.is_none() && !comma) {
            self.at = start + 1;
            return Ok(None);
        }
        let (low, high) = (low.unwrap_or(0), high.unwrap_or(0));
        if low > UNBOUNDED as u64 || high > UNBOUNDED as u64 {
            return fault("the repetition number is too large", start + 1);
        }
        if high < low {
            return fault("min repeat greater than max repeat", start + 1);
        }
        Ok(Some((low as u32, high as u32)))
    }

    fn name(&mut self, end: char, what: &str) -> Parsed<String> {
        let start = self.at;
        while self.peek().is_some_and(|c| c != end) {
            self.at += 1;
        }
        let name: String = self.text[start..self.at].iter().collect();
        if !self.eat(end) {
            return if name.is_empty() {
                fault(format!("missing {what}"), start)
            } else {
                fault(format!("missing {end}, unterminated name"), start)
            };
        }
        if name.is_empty() {
            return fault(format!("missing {what}"), start);
        }
        Ok(name)
    }

    fn check_name(&self, name: &str, position: usize) -> Parsed<()> {
        let mut chars = name.chars();
        let ok = chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
            && chars.all(unicode_ident::is_xid_continue);
        if ok { Ok(()) } else { fault(format!("bad character in group name '{name}'"), position) }
    }

    fn close(&mut self, start: usize) -> Parsed<()> {
        if self.eat(')') { Ok(()) } else { fault("missing ), unterminated subpattern", start) }
    }

    /// After `(`; `None` for a comment or global flags.
    fn group(&mut self, start: usize) -> Parsed<Option<Node>> {
        let mut name = None;
        if self.eat('?') {
            let Some(c) = self.peek() else { return fault("unexpected end of pattern", self.at) };
            self.at += 1;
            match c {
                'P' => {
                    if self.eat('<') {
                        let position = self.at;
                        let text = self.name('>', "group name")?;
                        self.check_name(&text, position)?;
                        name = Some((text, position));
                    } else if self.eat('=') {
                        let position = self.at;
                        let text = self.name(')', "group name")?;
                        self.check_name(&text, position)?;
                        let Some((_, group)) = self.names.iter().find(|(n, _)| *n == text) else {
                            return fault(format!("unknown group name '{text}'"), position);
                        };
                        if self.open.contains(group) {
                            return fault("cannot refer to an open group", position);
                        }
                        return Ok(Some(Node::Backref(*group, self.ignore_case())));
                    } else {
                        let shown: String = self.peek().map_or(String::new(), String::from);
                        if shown.is_empty() {
                            return fault("unexpected end of pattern", self.at);
                        }
                        return fault(format!("unknown extension ?P{shown}"), start + 1);
                    }
                }
                ':' => {
                    let flags = self.flags;
                    let node = self.alternatives()?;
                    self.flags = flags;
                    self.close(start)?;
                    return Ok(Some(Node::Cat(vec![node])));
                }
                '>' => {
                    let node = self.alternatives()?;
                    self.close(start)?;
                    return Ok(Some(Node::Atomic(Box::new(node))));
                }
                '#' => loop {
                    match self.peek() {
                        None => return fault("missing ), unterminated comment", start),
                        Some(c) => {
                            self.at += 1;
                            if c == ')' {
                                return Ok(None);
                            }
                        }
                    }
                },
                '=' | '!' => return self.look(start, true, c == '!').map(Some),
                '<' => match self.peek() {
                    Some(c @ ('=' | '!')) => {
                        self.at += 1;
                        return self.look(start, false, c == '!').map(Some);
                    }
                    Some(c) => return fault(format!("unknown extension ?<{c}"), start + 1),
                    None => return fault("unexpected end of pattern", self.at),
                },
                '(' => {
                    let position = self.at;
                    let text = self.name(')', "group name")?;
                    let group = match text.parse::<usize>() {
                        Ok(0) => return fault("bad group number", position),
                        Ok(group) => group,
                        Err(_) => match self.names.iter().find(|(n, _)| *n == text) {
                            Some((_, group)) => *group,
                            None => {
                                self.check_name(&text, position)?;
                                return fault(format!("unknown group name '{text}'"), position);
                            }
                        },
                    };
                    let yes = self.sequence()?;
                    let no = if self.eat('|') { self.sequence()? } else { Node::Empty };
                    if self.peek() == Some('|') {
                        return fault("conditional backref with more than two branches", self.at);
                    }
                    self.close(start)?;
                    return Ok(Some(Node::Cond { group, yes: Box::new(yes), no: Box::new(no) }));
                }
                _ => return self.inline_flags(start, c),
            }
        }
        self.groups += 1;
        let group = self.groups;
        if let Some((name, position)) = name {
            if let Some((_, old)) = self.names.iter().find(|(n, _)| *n == name) {
                let text = format!("redefinition of group name '{name}' as group {group}; was group {old}");
                return fault(text, position);
            }
            self.names.push((name, group));
        }
        self.open.push(group);
        let flags = self.flags;
        let node = self.alternatives()?;
        self.flags = flags;
        self.close(start)?;
        self.open.pop();
        Ok(Some(Node::Group(group, Box::new(node))))
    }

    fn look(&mut self, start: usize, ahead: bool, negated: bool) -> Parsed<Node> {
        let flags = self.flags;
        let node = self.alternatives()?;
        self.flags = flags;
        self.close(start)?;
        if !ahead {
            let (min, max) = node.width();
            if min != max {
                return fault("look-behind requires fixed-width pattern", usize::MAX);
            }
        }
        Ok(Node::Look { node: Box::new(node), ahead, negated })
    }

    fn inline_flags(&mut self, start: usize, first: char) -> Parsed<Option<Node>> {
        let (mut on, mut off) = (0, 0);
        let mut minus = false;
        let mut c = first;
        if !(c.is_ascii_alphabetic() && "aiLmsux".contains(c) || c == '-') {
            return fault(format!("unknown extension ?{c}"), start + 1);
        }
        loop {
            let flag = match c {
                'i' => IGNORECASE,
                'L' => LOCALE,
                'm' => MULTILINE,
                's' => DOTALL,
                'u' => UNICODE,
                'x' => VERBOSE,
                'a' => ASCII,
                '-' if !minus => {
                    minus = true;
                    0
                }
                ')' if !minus => {
                    if start != 0 {
                        return fault("global flags not at the start of the expression", start);
                    }
                    self.flags |= on;
                    return Ok(None);
                }
                ':' => break,
                c if c.is_alphabetic() => return fault("unknown flag", self.at - 1),
                _ => return fault("missing -, : or )", self.at - 1),
            };
            *(if minus { &mut off } else { &mut on }) |= flag;
            match self.peek() {
                Some(next) => c = next,
                None => return fault("missing -, : or )", self.at),
            }
            self.at += 1;
        }
        let flags = self.flags;
        self.flags = (flags | on) & !off;
        if on & UNICODE != 0 {
            self.flags &= !ASCII;
        }
        let node = self.alternatives()?;
        self.flags = flags;
        self.close(start)?;
        Ok(Some(Node::Cat(vec![node])))
    }

    fn class(c: char) -> Option<(Class, bool)> {
        Some(match c {
            'd' => (Class::Digit, false),
            'D' => (Class::Digit, true),
            's' => (Class::Space, false),
            'S' => (Class::Space, true),
            'w' => (Class::Word, false),
            'W' => (Class::Word, true),
            _ => return None,
        })
    }

    fn one_class(&self, class: Class, negated: bool) -> Node {
        Node::Set(CharSet {
            items: vec![Item::Class { class, negated }],
            negated: false,
            ignore_case: false,
            ascii: self.ascii(),
        })
    }

    /// The escapes that stand for one character, in sets and outside. `\` and `c` are read.
    fn char_escape(&mut self, c: char, start: usize) -> Parsed<Option<char>> {
        let hex = |parser: &mut Self, count: usize| {
            let digits: String =
                parser.text[parser.at..].iter().take(count).take_while(|c| c.is_ascii_hexdigit()).collect();
            parser.at += digits.len();
            if digits.len() < count {
                return fault(format!("incomplete escape \\{c}{digits}"), start);
            }
            match u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32) {
                Some(c) => Ok(Some(c)),
                None => fault(format!("bad escape \\{c}{digits}"), start),
            }
        };
        match c {
            'a' => Ok(Some('\x07')),
            'f' => Ok(Some('\x0c')),
            'n' => Ok(Some('\n')),
            'r' => Ok(Some('\r')),
            't' => Ok(Some('\t')),
            'v' => Ok(Some('\x0b')),
            'x' => hex(self, 2),
            'u' if !self.bytes => hex(self, 4),
            'U' if !self.bytes => hex(self, 8),
            c if c.is_ascii_alphabetic() => fault(format!("bad escape \\{c}"), start),
            c if !c.is_ascii_digit() => Ok(Some(c)),
            _ => Ok(None),
        }
    }

    fn escape(&mut self, start: usize) -> Parsed<Node> {
        let Some(c) = self.peek() else { return fault("bad escape (end of pattern)", start) };
        self.at += 1;
        let ascii = self.ascii();
        if let Some((class, negated)) = Self::class(c) {
            return Ok(self.one_class(class, negated));
        }
        Ok(match c {
            'A' => Node::At(At::Start),
            'Z' => Node::At(At::End),
            'b' => Node::At(At::Boundary { ascii, negated: false }),
            'B' => Node::At(At::Boundary { ascii, negated: true }),
            '0' => {
                let mut n = 0;
                for _ in 0..2 {
                    let Some(d) = self.peek().and_then(|c| c.to_digit(8)) else { break };
                    n = n * 8 + d;
                    self.at += 1;
                }
                Node::Char(char::from_u32(n).unwrap_or('\0'), self.ignore_case())
            }
            '1'..='9' => {
                let mut digits = String::from(c);
                if let Some(d) = self.peek().filter(char::is_ascii_digit) {
                    digits.push(d);
                    self.at += 1;
                    if let Some(e) = self.peek().filter(|e| ('0'..='7').contains(e))
                        && ('0'..='3').contains(&c)
                        && ('0'..='7').contains(&d)
                    {
                        digits.push(e);
                        self.at += 1;
                        let n = u32::from_str_radix(&digits, 8).unwrap_or(0);
                        return Ok(Node::Char(char::from_u32(n).unwrap_or('\0'), self.ignore_case()));
                    }
                }
                let group: usize = digits.parse().unwrap_or(0);
                if group > self.groups {
                    return fault(format!("invalid group reference {group}"), start + 1);
                }
                if self.open.contains(&group) {
                    return fault("cannot refer to an open group", start);
                }
                Node::Backref(group, self.ignore_case())
            }
            c => match self.char_escape(c, start)? {
                Some(c) => Node::Char(c, self.ignore_case()),
                None => Node::Empty,
            },
        })
    }

    fn set(&mut self, start: usize) -> Parsed<Node> {
        let negated = self.eat('^');
        let mut items = Vec::new();
        let first = self.at;
        loop {
            let here = self.at;
            let Some(c) = self.peek() else { return fault("unterminated character set", start) };
            self.at += 1;
            if c == ']' && here != first {
                break;
            }
            let low = match self.set_item(c, here, start)? {
                Item::Range(low, _) => low,
                class => {
                    if self.peek() == Some('-') && self.text.get(self.at + 1).is_some_and(|c| *c != ']') {
                        let shown: String = self.text[here..(self.at + 2).min(self.text.len())].iter().collect();
                        return fault(format!("bad character range {shown}"), here);
                    }
                    items.push(class);
                    continue;
                }
            };
            if self.peek() == Some('-') {
                match self.text.get(self.at + 1) {
                    None => return fault("unterminated character set", start),
                    Some(']') => items.push(Item::Range(low, low)),
                    Some(&next) => {
                        let place = self.at + 1;
                        self.at += 2;
                        let high = self.set_item(next, place, start)?;
                        let shown: String = self.text[here..self.at].iter().collect();
                        match high {
                            Item::Range(high, _) if high >= low => items.push(Item::Range(low, high)),
                            _ => return fault(format!("bad character range {shown}"), here),
                        }
                    }
                }
            } else {
                items.push(Item::Range(low, low));
            }
        }
        Ok(Node::Set(CharSet { items, negated, ignore_case: self.ignore_case(), ascii: self.ascii() }))
    }

    fn set_item(&mut self, c: char, here: usize, start: usize) -> Parsed<Item> {
        if c != '\\' {
            return Ok(Item::Range(c, c));
        }
        let Some(c) = self.peek() else { return fault("unterminated character set", start) };
        self.at += 1;
        if let Some((class, negated)) = Self::class(c) {
            return Ok(Item::Class { class, negated });
        }
        let c = match c {
            'b' => '\x08',
            '0'..='7' => {
                let mut n = c.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    let Some(d) = self.peek().and_then(|c| c.to_digit(8)) else { break };
                    n = n * 8 + d;
                    self.at += 1;
                }
                char::from_u32(n).unwrap_or('\0')
            }
            c => match self.char_escape(c, here)? {
                Some(c) => c,
                None => return fault(format!("bad escape \\{c}"), here),
            },
        };
        Ok(Item::Range(c, c))
    }
}

#[derive(Debug)]
enum Inst {
    Char(char),
    CharIgnoreCase(char),
    Any,
    AnyNoNewline,
    Set(Box<CharSet>),
    /// Tries the first, then the second.
    Split(usize, usize),
    Jump(usize),
    Save(usize),
    At(At),
    Backref(usize, bool),
    /// One character repeated; the instruction for it comes next, and then what follows.
    Run {
        min: u32,
        max: u32,
        kind: Kind,
    },
    /// Sets a loop's count to 0.
    LoopStart(usize),
    /// The head of a loop over what comes next, up to `LoopEnd`.
    Loop {
        slot: usize,
        min: u32,
        max: u32,
        kind: Kind,
        exit: usize,
    },
    LoopEnd {
        head: usize,
    },
    Look {
        ahead: bool,
        negated: bool,
        width: usize,
        end: usize,
    },
    Atomic {
        end: usize,
    },
    Cond {
        group: usize,
        no: usize,
    },
    Match,
}

#[derive(Default)]
struct Compiler {
    program: Vec<Inst>,
    loops: usize,
}

impl Compiler {
    fn emit(&mut self, inst: Inst) -> usize {
        self.program.push(inst);
        self.program.len() - 1
    }

    fn node(&mut self, node: &Node) {
        if self.program.len() > MAX_PROGRAM {
            return;
        }
        match node {
            Node::Empty => {}
            Node::Char(c, ignore_case) => {
                let caseless = *ignore_case && (lower(*c) != *c || upper(*c) != *c);
                self.emit(if caseless { Inst::CharIgnoreCase(lower(*c)) } else { Inst::Char(*c) });
            }
            Node::Any { newline } => {
                self.emit(if *newline { Inst::Any } else { Inst::AnyNoNewline });
            }
            Node::Set(set) => {
                self.emit(Inst::Set(Box::new(set.clone())));
            }
            Node::Cat(nodes) => nodes.iter().for_each(|node| self.node(node)),
            Node::Alt(nodes) => {
                let mut ends = Vec::new();
                for (i, node) in nodes.iter().enumerate() {
                    if i + 1 == nodes.len() {
                        self.node(node);
                    } else {
                        let split = self.emit(Inst::Split(0, 0));
                        self.node(node);
                        ends.push(self.emit(Inst::Jump(0)));
                        self.program[split] = Inst::Split(split + 1, self.program.len());
                    }
                }
                let end = self.program.len();
                for jump in ends {
                    self.program[jump] = Inst::Jump(end);
                }
            }
            Node::Group(group, node) => {
                self.emit(Inst::Save(2 * group));
                self.node(node);
                self.emit(Inst::Save(2 * group + 1));
            }
            Node::Repeat { node, min, max, kind } => {
                let single = match &**node {
                    Node::Cat(nodes) if nodes.len() == 1 => &nodes[0],
                    node => node,
                };
                if matches!(single, Node::Char(..) | Node::Any { .. } | Node::Set(_)) {
                    self.emit(Inst::Run { min: *min, max: *max, kind: *kind });
                    self.node(single);
                    return;
                }
                let atomic = (*kind == Kind::Possessive).then(|| self.emit(Inst::Atomic { end: 0 }));
                let slot = self.loops;
                self.loops += 1;
                self.emit(Inst::LoopStart(slot));
                let head = self.emit(Inst::Match);
                self.node(node);
                self.emit(Inst::LoopEnd { head });
                let exit = self.program.len();
                self.program[head] = Inst::Loop { slot, min: *min, max: *max, kind: *kind, exit };
                if let Some(atomic) = atomic {
                    self.emit(Inst::Match);
                    self.program[atomic] = Inst::Atomic { end: self.program.len() };
                }
            }
            Node::At(at) => {
                self.emit(Inst::At(*at));
            }
            Node::Backref(group, ignore_case) => {
                self.emit(Inst::Backref(*group, *ignore_case));
            }
            Node::Look { node, ahead, negated } => {
                let look = self.emit(Inst::Match);
                self.node(node);
                self.emit(Inst::Match);
                let (width, end) = (node.width().0 as usize, self.program.len());
                self.program[look] = Inst::Look { ahead: *ahead, negated: *negated, width, end };
            }
            Node::Atomic(node) => {
                let atomic = self.emit(Inst::Match);
                self.node(node);
                self.emit(Inst::Match);
                self.program[atomic] = Inst::Atomic { end: self.program.len() };
            }
            Node::Cond { group, yes, no } => {
                let cond = self.emit(Inst::Match);
                self.node(yes);
                let jump = self.emit(Inst::Match);
                self.program[cond] = Inst::Cond { group: *group, no: self.program.len() };
                self.node(no);
                self.program[jump] = Inst::Jump(self.program.len());
            }
        }
    }
}

/// What a compiled pattern holds.
struct Program {
    insts: Vec<Inst>,
    groups: usize,
    loops: usize,
}

impl NativeObject for Program {}

const UNSET: usize = usize::MAX;

/// What is to be undone or tried when a way turns out wrong.
enum Back {
    Branch {
        pc: usize,
        pos: usize,
    },
    /// A greedy run: one less, down to `min_pos`.
    Run {
        pc: usize,
        min_pos: usize,
        pos: usize,
    },
    /// A lazy run: one more, up to `max_pos`.
    LazyRun {
        inst: usize,
        pos: usize,
        max_pos: usize,
    },
    Save {
        slot: usize,
        old: usize,
    },
    Loop {
        slot: usize,
        old: (u32, usize),
    },
    /// A lazy loop goes round once more.
    Again {
        head: usize,
        pos: usize,
    },
}

struct Matcher<'a> {
    program: &'a Program,
    text: &'a [char],
    end: usize,
    saves: Vec<usize>,
    /// How often each loop went round, and where it was then.
    loops: Vec<(u32, usize)>,
    back: Vec<Back>,
    steps: u64,
    depth: u32,
    /// The match must reach the end.
    full: bool,
    /// Where an empty match was found before: the next one there is not empty.
    must_advance: usize,
}

/// Too many steps.
struct Exhausted;

impl Matcher<'_> {
    fn one(&self, inst: &Inst, c: char) -> bool {
        match inst {
            Inst::Char(x) => *x == c,
            Inst::CharIgnoreCase(x) => lower(c) == *x || lower(upper(c)) == *x,
            Inst::Any => true,
            Inst::AnyNoNewline => c != '\n',
            Inst::Set(set) => set.has(c),
            _ => false,
        }
    }

    fn save(&mut self, slot: usize, value: usize) {
        let old = std::mem::replace(&mut self.saves[slot], value);
        self.back.push(Back::Save { slot, old });
    }

    fn set_loop(&mut self, slot: usize, value: (u32, usize)) {
        let old = std::mem::replace(&mut self.loops[slot], value);
        self.back.push(Back::Loop { slot, old });
    }

    fn at(&self, at: At, pos: usize) -> bool {
        let text = self.text;
        match at {
            At::Start => pos == 0,
            At::End => pos == self.end,
            At::LineStart => pos == 0 || text[pos - 1] == '\n',
            At::LineEnd => pos == self.end || text[pos] == '\n',
            At::LastLineEnd => pos == self.end || pos + 1 == self.end && text[pos] == '\n',
            At::Boundary { ascii, negated } => {
                let before = pos > 0 && is_word(text[pos - 1], ascii);
                let after = pos < self.end && is_word(text[pos], ascii);
                (before != after) != negated
            }
        }
    }

    /// Runs from `pc` at `pos`; the position at the end of the match.
    fn run(&mut self, mut pc: usize, mut pos: usize, top: bool) -> Result<Option<usize>, Exhausted> {
        let program = self.program;
        let floor = self.back.len();
        self.depth += 1;
        if self.depth > 200 {
            return Err(Exhausted);
        }
        loop {
            self.steps += 1;
            if self.steps > MAX_STEPS || self.back.len() > 8_000_000 {
                return Err(Exhausted);
            }
            let ok = match &program.insts[pc] {
                inst @ (Inst::Char(_) | Inst::CharIgnoreCase(_) | Inst::Any | Inst::AnyNoNewline | Inst::Set(_)) => {
                    let ok = pos < self.end && self.one(inst, self.text[pos]);
                    pos += 1;
                    pc += 1;
                    ok
                }
                Inst::Split(a, b) => {
                    self.back.push(Back::Branch { pc: *b, pos });
                    pc = *a;
                    true
                }
                Inst::Jump(to) => {
                    pc = *to;
                    true
                }
                Inst::Save(slot) => {
                    self.save(*slot, pos);
                    pc += 1;
                    true
                }
                Inst::At(at) => {
                    pc += 1;
                    self.at(*at, pos)
                }
                Inst::Backref(group, ignore_case) => {
                    let (start, end) = (self.saves[2 * group], self.saves[2 * group + 1]);
                    pc += 1;
                    if start == UNSET || end == UNSET || end < start || pos + (end - start) > self.end {
                        false
                    } else {
                        let (a, b) = (&self.text[start..end], &self.text[pos..pos + (end - start)]);
                        pos += end - start;
                        a == b || *ignore_case && a.iter().zip(b).all(|(a, b)| lower(*a) == lower(*b))
                    }
                }
                Inst::Run { min, max, kind } => {
                    let inst = &program.insts[pc + 1];
                    let left = self.end - pos;
                    let (least, most) = (*min as usize, (*max as usize).min(left));
                    let mut count = 0;
                    let goal = if *kind == Kind::Lazy { least.min(left) } else { most };
                    while count < goal && self.one(inst, self.text[pos + count]) {
                        count += 1;
                    }
                    self.steps += count as u64 / 8;
                    if count < least {
                        false
                    } else {
                        match kind {
                            Kind::Greedy if count > least => {
                                self.back.push(Back::Run { pc: pc + 2, min_pos: pos + least, pos: pos + count });
                            }
                            Kind::Lazy if count < most => {
                                self.back.push(Back::LazyRun { inst: pc + 1, pos: pos + count, max_pos: pos + most });
                            }
                            _ => {}
                        }
                        pos += count;
                        pc += 2;
                        true
                    }
                }
                Inst::LoopStart(slot) => {
                    self.set_loop(*slot, (0, UNSET));
                    pc += 1;
                    true
                }
                Inst::Loop { slot, min, max, kind, exit } => {
                    let (count, last) = self.loops[*slot];
                    if count < *min {
                        self.set_loop(*slot, (count + 1, pos));
                        pc += 1;
                    } else if count >= *max || last == pos {
                        // A round that matched nothing is the last.
                        pc = *exit;
                    } else if *kind == Kind::Lazy {
                        self.back.push(Back::Again { head: pc, pos });
                        pc = *exit;
                    } else {
                        self.back.push(Back::Branch { pc: *exit, pos });
                        self.set_loop(*slot, (count + 1, pos));
                        pc += 1;
                    }
                    true
                }
                Inst::LoopEnd { head } => {
                    pc = *head;
                    true
                }
                Inst::Look { ahead, negated, width, end } => {
                    let (ahead, negated, width, end) = (*ahead, *negated, *width, *end);
                    let start = if ahead { Some(pos) } else { pos.checked_sub(width) };
                    let mark = self.back.len();
                    let found = match start {
                        Some(start) => {
                            let full = std::mem::replace(&mut self.full, false);
                            let found = self.run(pc + 1, start, false)?;
                            self.full = full;
                            found.is_some()
                        }
                        None => false,
                    };
                    if found && negated {
                        self.undo(mark);
                    }
                    self.cut(mark);
                    pc = end;
                    found != negated
                }
                Inst::Atomic { end } => {
                    let end = *end;
                    let mark = self.back.len();
                    let full = std::mem::replace(&mut self.full, false);
                    let found = self.run(pc + 1, pos, false)?;
                    self.full = full;
                    self.cut(mark);
                    pc = end;
                    match found {
                        Some(to) => {
                            pos = to;
                            true
                        }
                        None => false,
                    }
                }
                Inst::Cond { group, no } => {
                    let set = self.saves.get(2 * group + 1).is_some_and(|end| *end != UNSET);
                    pc = if set { pc + 1 } else { *no };
                    true
                }
                Inst::Match => {
                    if !top || (!self.full || pos == self.end) && pos != self.must_advance {
                        self.depth -= 1;
                        return Ok(Some(pos));
                    }
                    false
                }
            };
            if ok {
                continue;
            }
            // Back to the last choice.
            loop {
                if self.back.len() == floor {
                    self.depth -= 1;
                    return Ok(None);
                }
                let Some(back) = self.back.pop() else { return Ok(None) };
                match back {
                    Back::Save { slot, old } => self.saves[slot] = old,
                    Back::Loop { slot, old } => self.loops[slot] = old,
                    Back::Branch { pc: to, pos: at } => {
                        (pc, pos) = (to, at);
                        break;
                    }
                    Back::Run { pc: to, min_pos, pos: at } => {
                        let at = at - 1;
                        if at > min_pos {
                            self.back.push(Back::Run { pc: to, min_pos, pos: at });
                        }
                        (pc, pos) = (to, at);
                        break;
                    }
                    Back::LazyRun { inst, pos: at, max_pos } => {
                        if self.one(&program.insts[inst], self.text[at]) {
                            if at + 1 < max_pos {
                                self.back.push(Back::LazyRun { inst, pos: at + 1, max_pos });
                            }
                            (pc, pos) = (inst + 1, at + 1);
                            break;
                        }
                    }
                    Back::Again { head, pos: at } => {
                        if let Inst::Loop { slot, .. } = &program.insts[head] {
                            let slot = *slot;
                            let (count, _) = self.loops[slot];
                            self.set_loop(slot, (count + 1, at));
                        }
                        (pc, pos) = (head + 1, at);
                        break;
                    }
                }
            }
        }
    }

    /// Drops the choices made since `mark`, and keeps what is to be undone.
    fn cut(&mut self, mark: usize) {
        let rest = self.back.split_off(mark);
        self.back.extend(rest.into_iter().filter(|back| matches!(back, Back::Save { .. } | Back::Loop { .. })));
    }

    fn undo(&mut self, mark: usize) {
        while self.back.len() > mark {
            match self.back.pop() {
                Some(Back::Save { slot, old }) => self.saves[slot] = old,
                Some(Back::Loop { slot, old }) => self.loops[slot] = old,
                _ => {}
            }
        }
    }

    /// A match that starts at `pos`.
    fn try_at(&mut self, pos: usize) -> Result<bool, Exhausted> {
        self.saves.fill(UNSET);
        self.back.clear();
        self.depth = 0;
        match self.run(0, pos, true)? {
            Some(end) => {
                self.saves[0] = pos;
                self.saves[1] = end;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    fn search(&mut self, from: usize) -> Result<bool, Exhausted> {
        for pos in from..=self.end {
            if let Inst::Char(c) = &self.program.insts[0]
                && self.text.get(pos) != Some(c)
            {
                continue;
            }
            if self.try_at(pos)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_sre", ModuleSource::Native(init));
}

fn chars(value: &Value) -> Option<Vec<char>> {
    match value.base().view() {
        View::Str(text) => Some(text.as_str().chars().collect()),
        View::Bytes(bytes) => Some(bytes.data.iter().map(|b| *b as char).collect()),
        View::ByteArray(bytes) => Some(bytes.data.borrow().iter().map(|b| *b as char).collect()),
        _ => None,
    }
}

/// `compile(pattern, flags)`: (program, flags, groups, {name: group}), or (message, position).
fn compile(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (Some(pattern), Some(Value::Int(flags))) = (args.get(0), args.get(1)) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let Some(text) = chars(pattern) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let bytes = pattern.as_str().is_none();
    let mut parser = Parser {
        text: &text,
        at: 0,
        flags: *flags as u32,
        bytes,
        groups: 0,
        open: Vec::new(),
        names: Vec::new(),
        depth: 0,
    };
    let parsed = match parser.alternatives() {
        Ok(_) if parser.at < text.len() => fault("unbalanced parenthesis", parser.at),
        parsed => parsed,
    };
    let node = match parsed {
        Ok(node) => node,
        Err(fault) => {
            let position = if fault.position == UNSET { Value::None } else { Value::from(fault.position) };
            return Ok(vm.tuple(vec![Value::from(fault.message), position]));
        }
    };
    let mut compiler = Compiler::default();
    compiler.node(&node);
    if compiler.program.len() > MAX_PROGRAM {
        return Err(vm.memory_error());
    }
    compiler.emit(Inst::Match);
    let flags = parser.flags | if bytes || parser.flags & ASCII != 0 { 0 } else { UNICODE };
    let names = Dict::new();
    for (name, group) in &parser.names {
        names.set_text(name, Value::from(*group));
    }
    let groups = parser.groups;
    let class = vm.extension::<Classes>().program(vm);
    let program = Program { insts: compiler.program, groups, loops: compiler.loops };
    let program = Instance::new(class, Payload::Native(Box::new(program))).into();
    Ok(vm.tuple(vec![program, Value::Int(flags as i64), Value::from(groups), Gc::new(names).into()]))
}

#[derive(Default)]
struct Classes(std::cell::RefCell<HashMap<(), Gc<super::super::object::Class>>>);

impl Classes {
    fn program(&self, vm: &mut Vm) -> Gc<super::super::object::Class> {
        self.0.borrow_mut().entry(()).or_insert_with(|| vm.new_class("_sre", "Program", &[], Layout::Native)).clone()
    }
}

/// `scan(program, text, pos, endpos, mode, limit)`: the spans of up to `limit` matches (0: all), each a flat tuple.
/// Mode 0 searches, 1 matches at `pos`, 2 matches all of it.
fn scan(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "scan", 0, 6, 6)?;
    let Some(program) = args[0].native::<Program>() else { return Err(vm.type_error("a pattern was expected")) };
    let Some(text) = chars(&args[1]) else {
        let text = format!("expected string or bytes-like object, got '{}'", vm.class_name(&args[1]));
        return Err(vm.type_error(text));
    };
    let mut numbers = [0i64; 4];
    for (number, value) in numbers.iter_mut().zip(&args.values[2..]) {
        *number = match vm.index(value)? {
            Value::Int(i) => i,
            _ => i64::MAX,
        };
    }
    let [pos, end, mode, limit] = numbers;
    let end = end.clamp(0, text.len() as i64) as usize;
    let mut pos = pos.max(0) as usize;
    let mut found: Vec<Value> = Vec::new();
    let mut matcher = Matcher {
        program,
        text: &text,
        end,
        saves: vec![UNSET; 2 * (program.groups + 1)],
        loops: vec![(0, UNSET); program.loops],
        back: Vec::new(),
        steps: 0,
        depth: 0,
        full: mode == 2,
        must_advance: UNSET,
    };
    let mut exhausted = false;
    while pos <= end {
        let hit = if mode == 0 { matcher.search(pos) } else { matcher.try_at(pos) };
        match hit {
            Ok(true) => {}
            Ok(false) => break,
            Err(Exhausted) => {
                exhausted = true;
                break;
            }
        }
        let (start, stop) = (matcher.saves[0], matcher.saves[1]);
        let spans = matcher.saves.iter().map(|s| if *s == UNSET { Value::Int(-1) } else { Value::from(*s) });
        // A group that was opened and not closed has not matched.
        let mut spans: Vec<Value> = spans.collect();
        for pair in spans.chunks_exact_mut(2) {
            if matches!(pair, [Value::Int(-1), _] | [_, Value::Int(-1)]) {
                pair.fill(Value::Int(-1));
            }
        }
        found.push(vm.tuple(spans));
        if limit > 0 && found.len() as i64 >= limit {
            break;
        }
        matcher.must_advance = if start == stop { stop } else { UNSET };
        pos = stop;
        if mode != 0 {
            break;
        }
    }
    vm.charge((matcher.steps / 8) as usize);
    if exhausted {
        return Err(vm.runtime_error("this pattern takes too many steps on this text"));
    }
    Ok(found.into())
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    vm.function(module, "compile", NativeFn::Plain(compile));
    vm.function(module, "scan", NativeFn::Plain(scan));
    Ok(())
}
