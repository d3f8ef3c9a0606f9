//! Events as JSON, written and read. By hand, because the page has no other use for a library that does it.
//!
//! An event is one flat object: `{"seq":3,"at":25000,"actor":"T1","kind":"task_created",...}`. What is read may hold more
//! than is known here.

use std::borrow::Cow;
use std::fmt::Write;

use super::event::{
    Actor, Await, Change, Event, EventKind, HandleId, JobId, Nanos, ObjectId, Outcome, Stream, TaskId, WaitingOn,
    Waker, WorkerId,
};

/// What a text is instead of JSON, or instead of what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It ends too early.
    CutOff,
    /// No JSON from this byte on.
    At(usize),
    /// This field is missing or is of another kind.
    Field(&'static str),
}

impl Event {
    pub fn to_json(&self) -> String {
        let mut out = ObjectWriter::default();
        out.put("seq", &self.seq);
        out.put("at", &self.at);
        out.put("actor", &self.actor);
        self.kind.put_fields(&mut out);
        out.end()
    }

    pub fn from_json(text: &str) -> Result<Event, Wrong> {
        let fields = parse(text)?;
        Ok(Event {
            seq: fields.get("seq")?,
            at: fields.get("at")?,
            actor: fields.get("actor")?,
            kind: EventKind::get_fields(&fields)?,
        })
    }
}

#[derive(Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// `None`: one that no event has, negative or with a fraction.
    Number(Option<u64>),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Lists and objects in one another; more is not read.
const DEEPEST: u32 = 32;

pub fn parse(text: &str) -> Result<Json, Wrong> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let json = parser.value()?;
    parser.space();
    if parser.at < text.len() { Err(Wrong::At(parser.at)) } else { Ok(json) }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn wrong<T>(&self) -> Result<T, Wrong> {
        Err(if self.at >= self.text.len() { Wrong::CutOff } else { Wrong::At(self.at) })
    }

    fn expect(&mut self, byte: u8) -> Result<(), Wrong> {
        self.space();
        if self.peek() != Some(byte) {
            return self.wrong();
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self) -> Result<Json, Wrong> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'{') => {
                let mut fields = Vec::new();
                self.items(b'}', &mut |parser| {
                    parser.space();
                    let name = parser.string()?;
                    parser.expect(b':')?;
                    fields.push((name, parser.value()?));
                    Ok(())
                })?;
                Ok(Json::Object(fields))
            }
            Some(b'[') => {
                let mut list = Vec::new();
                self.items(b']', &mut |parser| {
                    list.push(parser.value()?);
                    Ok(())
                })?;
                Ok(Json::List(list))
            }
            Some(b'-' | b'0'..=b'9') => {
                let start = self.at;
                while let Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') = self.peek() {
                    self.at += 1;
                }
                Ok(Json::Number(self.text[start..self.at].parse().ok()))
            }
            _ => {
                for (word, json) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
                    let rest = &self.text.as_bytes()[self.at.min(self.text.len())..];
                    if rest.starts_with(word.as_bytes()) {
                        self.at += word.len();
                        return Ok(json);
                    }
                    if word.as_bytes().starts_with(rest) {
                        return Err(Wrong::CutOff);
                    }
                }
                self.wrong()
            }
        }
    }

    /// What stands between an opening bracket and the closing one, item by item.
    fn items(&mut self, closing: u8, item: &mut dyn FnMut(&mut Self) -> Result<(), Wrong>) -> Result<(), Wrong> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Wrong::At(self.at));
        }
        self.space();
        let mut is_first = true;
        while self.peek() != Some(closing) {
            if !is_first {
                self.expect(b',')?;
            }
            is_first = false;
            item(self)?;
            self.space();
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }

    fn string(&mut self) -> Result<String, Wrong> {
        if self.peek() != Some(b'"') {
            return self.wrong();
        }
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find(['"', '\\']) else { return Err(Wrong::CutOff) };
            out.push_str(&rest[..end]);
            self.at += end + 1;
            if rest.as_bytes()[end] == b'"' {
                return Ok(out);
            }
            let Some(escape) = self.peek() else { return Err(Wrong::CutOff) };
            self.at += 1;
            out.push(match escape {
                b'"' | b'\\' | b'/' => escape as char,
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.escaped()?,
                _ => return Err(Wrong::At(self.at - 1)),
            });
        }
    }

    /// After `\u`. Half a character is a replacement character.
    fn escaped(&mut self) -> Result<char, Wrong> {
        let high = self.unit()?;
        if (0xd800..0xdc00).contains(&high) && self.text[self.at..].starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                return Ok(char::from_u32(code).unwrap_or('\u{fffd}'));
            }
            self.at = before;
        }
        Ok(char::from_u32(high).unwrap_or('\u{fffd}'))
    }

    fn unit(&mut self) -> Result<u32, Wrong> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or(Wrong::CutOff)?;
        let mut unit = 0;
        for digit in digits {
            unit = unit * 16 + (*digit as char).to_digit(16).ok_or(Wrong::At(self.at))?;
        }
        self.at += 4;
        Ok(unit)
    }
}

impl Json {
    pub fn field(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A field that must be there, unless it may be `null`.
    pub fn get<T: Get>(&self, name: &'static str) -> Result<T, Wrong> {
        T::get(self.field(name).unwrap_or(&Json::Null)).ok_or(Wrong::Field(name))
    }

    /// A field that older recordings do not have.
    pub fn get_or_default<T: Get + Default>(&self, name: &'static str) -> Result<T, Wrong> {
        if self.field(name).is_none() { Ok(T::default()) } else { self.get(name) }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A JSON string.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[derive(Default)]
pub struct ObjectWriter(String);

impl ObjectWriter {
    pub fn put(&mut self, name: &'static str, value: &dyn Put) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        quote(name, &mut self.0);
        self.0.push(':');
        value.put(&mut self.0);
    }

    pub fn end(self) -> String {
        self.0 + "}"
    }
}

pub trait Put {
    fn put(&self, out: &mut String);

    /// Whether it can be left out where it may be.
    fn is_nothing(&self) -> bool {
        false
    }
}

pub trait Get: Sized {
    fn get(json: &Json) -> Option<Self>;
}

macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl Put for $type {
            fn put(&self, out: &mut String) {
                let _ = write!(out, "{self}");
            }
        }
        impl Get for $type {
            fn get(json: &Json) -> Option<$type> {
                match json {
                    Json::Number(number) => (*number)?.try_into().ok(),
                    _ => None,
                }
            }
        }
    )*};
}

numbers!(u32 u64);

macro_rules! numbered {
    ($($type:ident)*) => {$(
        impl Put for $type {
            fn put(&self, out: &mut String) {
                self.0.put(out);
            }
        }
        impl Get for $type {
            fn get(json: &Json) -> Option<$type> {
                Get::get(json).map($type)
            }
        }
    )*};
}

numbered!(Nanos HandleId ObjectId JobId);

impl Put for bool {
    fn put(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Get for bool {
    fn get(json: &Json) -> Option<bool> {
        match json {
            Json::Bool(bool) => Some(*bool),
            _ => None,
        }
    }
}

impl Put for &str {
    fn put(&self, out: &mut String) {
        quote(self, out);
    }
}

impl Put for String {
    fn put(&self, out: &mut String) {
        quote(self, out);
    }
}

impl Get for String {
    fn get(json: &Json) -> Option<String> {
        json.text().map(str::to_owned)
    }
}

impl Put for Cow<'static, str> {
    fn put(&self, out: &mut String) {
        quote(self, out);
    }
}

impl Get for Cow<'static, str> {
    fn get(json: &Json) -> Option<Cow<'static, str>> {
        String::get(json).map(Cow::Owned)
    }
}

impl<T: Put> Put for Option<T> {
    fn put(&self, out: &mut String) {
        match self {
            Some(value) => value.put(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Get> Get for Option<T> {
    fn get(json: &Json) -> Option<Option<T>> {
        if *json == Json::Null { Some(None) } else { T::get(json).map(Some) }
    }
}

impl<T: Put> Put for Vec<T> {
    fn put(&self, out: &mut String) {
        out.push('[');
        for (index, value) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            value.put(out);
        }
        out.push(']');
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Get> Get for Vec<T> {
    fn get(json: &Json) -> Option<Vec<T>> {
        match json {
            Json::List(list) => list.iter().map(T::get).collect(),
            _ => None,
        }
    }
}

/// A name and its value.
impl Put for (String, String) {
    fn put(&self, out: &mut String) {
        out.push('[');
        self.0.put(out);
        out.push(',');
        self.1.put(out);
        out.push(']');
    }
}

impl Get for (String, String) {
    fn get(json: &Json) -> Option<(String, String)> {
        match json {
            Json::List(list) => match &list[..] {
                [name, value] => Some((String::get(name)?, String::get(value)?)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Ids are written as they are shown: `"T1"`, `"W2"`, `"main"`.
macro_rules! as_shown {
    ($($type:ty, $parse:expr;)*) => {$(
        impl Put for $type {
            fn put(&self, out: &mut String) {
                let _ = write!(out, "\"{self}\"");
            }
        }
        impl Get for $type {
            fn get(json: &Json) -> Option<$type> {
                let parse: fn(&str) -> Option<$type> = $parse;
                parse(json.text()?)
            }
        }
    )*};
}

as_shown! {
    TaskId, |text| text.strip_prefix('T')?.parse().ok().map(TaskId);
    WorkerId, |text| text.strip_prefix('W')?.parse().ok().map(WorkerId);
    Actor, |text| match text.split_at_checked(1)? {
        ("T", number) => number.parse().ok().map(|number| Actor::Task(TaskId(number))),
        ("W", number) => number.parse().ok().map(|number| Actor::Worker(WorkerId(number))),
        _ => (text == "main").then_some(Actor::Main),
    };
}

macro_rules! words {
    ($type:ident { $($word:literal $variant:ident)* }) => {
        impl Put for $type {
            fn put(&self, out: &mut String) {
                quote(match self { $($type::$variant => $word),* }, out);
            }
        }
        impl Get for $type {
            fn get(json: &Json) -> Option<$type> {
                match json.text()? {
                    $($word => Some($type::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

words!(Stream { "stdout" Stdout "stderr" Stderr });
words!(Change {
    "created" Created "acquired" Acquired "released" Released "set" Set "cleared" Cleared "put" Put "got" Got
    "waiter_added" WaiterAdded "waiter_left" WaiterLeft "shutdown" Shutdown
});

/// Variants as objects with a tag. What follows `or` may be missing.
macro_rules! tagged {
    ($type:ident by $tag:literal {
        $($word:literal $variant:ident $({ $($field:ident),* $(; or $($extra:ident),*)? })?)*
    }) => {
        impl $type {
            fn put_fields(&self, out: &mut ObjectWriter) {
                match self {
                    $($type::$variant $({ $($field,)* $($($extra,)*)? })? => {
                        out.put($tag, &$word);
                        $($(out.put(stringify!($field), $field);)*
                        $($(if !$extra.is_nothing() {
                            out.put(stringify!($extra), $extra);
                        })*)?)?
                    })*
                }
            }

            fn get_fields(from: &Json) -> Result<$type, Wrong> {
                Ok(match from.field($tag).and_then(Json::text) {
                    $(Some($word) => $type::$variant $({
                        $($field: from.get(stringify!($field))?,)*
                        $($($extra: from.get_or_default(stringify!($extra))?,)*)?
                    })?,)*
                    _ => return Err(Wrong::Field($tag)),
                })
            }
        }

        impl Put for $type {
            fn put(&self, out: &mut String) {
                let mut object = ObjectWriter::default();
                self.put_fields(&mut object);
                out.push_str(&object.end());
            }
        }

        impl Get for $type {
            fn get(json: &Json) -> Option<$type> {
                $type::get_fields(json).ok()
            }
        }
    };
}

impl Put for Await {
    fn put(&self, out: &mut String) {
        let mut object = ObjectWriter::default();
        object.put("function", &self.function);
        object.put("line", &self.line);
        object.put("column", &self.column);
        out.push_str(&object.end());
    }
}

impl Get for Await {
    fn get(json: &Json) -> Option<Await> {
        let (function, line, column) = (json.get("function"), json.get("line"), json.get("column"));
        Some(Await { function: function.ok()?, line: line.ok()?, column: column.ok()? })
    }
}

tagged!(WaitingOn by "type" {
    "sleep" Sleep { delay, until }
    "turn" Turn
    "task" Task { task }
    "tasks" Tasks { what, tasks }
    "future" Future { object }
    "object" Object { object, what, name, holders }
    "executor" Executor { job, function }
});

tagged!(Waker by "type" {
    "timer" Timer { when }
    "task" Task { task }
    "callback" Callback { handle }
    "executor" Executor { worker }
    "cancellation" Cancellation { by }
    "turn" Turn
});

tagged!(Outcome by "type" {
    "returned" Returned { value }
    "raised" Raised { exception, message }
    "cancelled" Cancelled { message, returned }
});

tagged!(EventKind by "kind" {
    "loop_started" LoopStarted
    "loop_iteration" LoopIteration { turn, ready }
    "loop_idle" LoopIdle { until }
    "loop_stopped" LoopStopped
    "loop_closed" LoopClosed
    "task_created" TaskCreated { task, name, coroutine, parent, line }
    "task_renamed" TaskRenamed { task, name }
    "step_started" StepStarted { task }
    "resumed" Resumed { task }
    "suspended" Suspended { task, stack, on }
    "woken" Woken { task, by }
    "task_done" TaskDone { task, outcome }
    "cancel_requested" CancelRequested { task, by, message }
    "cancel_delivered" CancelDelivered { task }
    "thrown_past" ThrownPast { task, frames }
    "callback_scheduled" CallbackScheduled { handle, callback, task }
    "timer_scheduled" TimerScheduled { handle, callback, task, when }
    "timer_fired" TimerFired { handle }
    "handle_cancelled" HandleCancelled { handle }
    "handle_started" HandleStarted { handle }
    "handle_finished" HandleFinished { handle }
    "output" Output { stream, text, line }
    "blocking" Blocking { what, line, duration }
    "exception_raised" ExceptionRaised { exception, message, line }
    "exception_caught" ExceptionCaught { exception, line }
    "object_changed" ObjectChanged { object, what, name, change, holders, waiters, depth; or waiting }
    "context_entered" ContextEntered { manager, line }
    "context_left" ContextLeft { manager, line }
    "generator_yielded" GeneratorYielded { generator, line }
    "worker_created" WorkerCreated { worker, name, function, line }
    "worker_started" WorkerStarted { worker, name }
    "worker_renamed" WorkerRenamed { worker, name }
    "worker_idle" WorkerIdle { worker }
    "worker_finished" WorkerFinished { worker }
    "thread_blocked" ThreadBlocked { on, line, until }
    "thread_woken" ThreadWoken { woken }
    "thread_resumed" ThreadResumed
    "executor_submitted" ExecutorSubmitted { job, function, line }
    "executor_started" ExecutorStarted { job, worker }
    "executor_finished" ExecutorFinished { job, worker }
    "warning" Warning { category, message, line, task }
    "folded" Folded { events, tasks, steps, turns, returned, raised, cancelled }
    "line_reached" LineReached { line; or locals }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_whatever_its_form() {
        let text = " {\"a\" : [1, -2, 3.5e1, true, null], \"b\\u0041\\ud83d\\udc0d\\ud800x\": {\"c\": \"\\\"\\\\\\/\\n中\"}, \"d\": []} ";
        let json = parse(text).expect("it is JSON");
        assert_eq!(
            json.field("a"),
            Some(&Json::List(vec![
                Json::Number(Some(1)),
                Json::Number(None),
                Json::Number(None),
                Json::Bool(true),
                Json::Null
            ]))
        );
        let inner = json.field("bA🐍\u{fffd}x").and_then(|inner| inner.field("c"));
        assert_eq!(inner, Some(&Json::Text("\"\\/\n中".into())));
        assert_eq!(json.field("d"), Some(&Json::List(vec![])));
    }

    #[test]
    fn what_is_no_json_is_told_from_what_is_cut_off() {
        let whole = "{\"seq\": 12, \"a\": [\"x\\u00e9\", true, {}]}";
        for end in whole.char_indices().map(|(end, _)| end) {
            assert_eq!(parse(&whole[..end]), Err(Wrong::CutOff), "{}", &whole[..end]);
        }
        for (bad, at) in [("x", 0), ("{1}", 1), ("[1 2]", 3), ("{\"a\" 1}", 5), ("\"\\x\"", 2), ("1 1", 2), ("[,]", 1)]
        {
            assert_eq!(parse(bad), Err(Wrong::At(at)), "{bad}");
        }
        assert_eq!(parse(&"[".repeat(100_000)), Err(Wrong::At(33)));
    }

    #[test]
    fn a_field_that_is_missing_or_another_is_named() {
        let wrong = |text: &str| Event::from_json(text).expect_err("it is no event");
        assert_eq!(wrong("[]"), Wrong::Field("seq"));
        assert_eq!(wrong("{\"seq\":0,\"at\":1,\"actor\":\"X1\",\"kind\":\"loop_closed\"}"), Wrong::Field("actor"));
        assert_eq!(wrong("{\"seq\":0,\"at\":1,\"actor\":\"main\",\"kind\":\"nap\"}"), Wrong::Field("kind"));
        let event = "{\"seq\":0,\"at\":1,\"actor\":\"main\",\"kind\":\"resumed\",\"task\":4294967296}";
        assert_eq!(wrong(event), Wrong::Field("task"));
    }
}
