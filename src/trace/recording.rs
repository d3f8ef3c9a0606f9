//! A trace in a file: JSON lines, a header with the program and then one event a line. `tools/awaitscope_record.py` writes
//! them of programs that run in CPython.

use std::fmt;

use super::event::{Event, Nanos};
use super::json::{self, Json, ObjectWriter, Wrong};

/// The format that this reads. A newer one has a larger number.
const FORMAT: u32 = 1;

/// A run that happened elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    pub header: Header,
    /// `seq` without gaps from 0, `at` never decreasing.
    pub events: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// As `awaitscope`.
    pub format: u32,
    /// The file's name.
    pub program: String,
    /// The file's text: the events' lines and columns are places in it.
    pub source: String,
    /// The version of Python that ran it.
    pub python: String,
}

/// Why a text is no recording, and in which line (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: usize,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It does not begin with a header of ours.
    NotARecording,
    /// It begins with an event: the header is missing.
    OnlyEvents,
    /// Written by a newer recorder.
    Newer,
    /// Not an event, and why.
    BadEvent(Wrong),
    /// An event is missing before this one.
    Gap,
    /// An event before the one before it.
    BackInTime,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.what {
            What::NotARecording => f.write_str("this is no trace: it does not begin with a header of awaitscope's"),
            What::OnlyEvents => f.write_str("this is an event: the header with the program is missing"),
            What::Newer => f.write_str("a newer recorder wrote this trace; this page reads format 1"),
            What::BadEvent(Wrong::Field(name)) => write!(f, "not an event: the field {name} is missing or wrong"),
            What::BadEvent(Wrong::At(column)) => write!(f, "not JSON from column {} on", column + 1),
            What::BadEvent(Wrong::CutOff) => f.write_str("the line ends too early"),
            What::Gap => f.write_str("events are missing before this line"),
            What::BackInTime => f.write_str("this event is earlier than the one before it"),
        }
    }
}

impl Header {
    pub fn new(program: &str, source: &str, python: &str) -> Header {
        Header { format: FORMAT, program: program.to_owned(), source: source.to_owned(), python: python.to_owned() }
    }

    fn read(json: &Json) -> Result<Header, Wrong> {
        Ok(Header {
            format: json.get("awaitscope")?,
            program: json.get("program")?,
            source: json.get("source")?,
            python: json.get_or_default("python")?,
        })
    }
}

impl Recording {
    /// The file of a run: [`Recording::parse`] reads it back.
    pub fn write<'a>(header: &Header, events: impl Iterator<Item = &'a Event>) -> String {
        let mut first = ObjectWriter::default();
        first.put("awaitscope", &header.format);
        first.put("program", &header.program);
        first.put("source", &header.source);
        first.put("python", &header.python);
        std::iter::once(first.end()).chain(events.map(Event::to_json)).map(|line| line + "\n").collect()
    }

    /// Reads a whole file. A last line that is cut off, as when the program was killed, is left out.
    pub fn parse(text: &str) -> Result<Recording, Fault> {
        let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line)).peekable();
        let first = lines.next().map_or("", |(_, line)| line);
        let Ok(header) = json::parse(first).and_then(|json| Header::read(&json)) else {
            let is_event = Event::from_json(first).is_ok();
            return Err(Fault { line: 1, what: if is_event { What::OnlyEvents } else { What::NotARecording } });
        };
        if header.format > FORMAT {
            return Err(Fault { line: 1, what: What::Newer });
        }
        let mut events: Vec<Event> = Vec::new();
        while let Some((line, text)) = lines.next() {
            if text.is_empty() {
                continue;
            }
            let event = match Event::from_json(text) {
                Ok(event) => event,
                Err(Wrong::CutOff) if lines.peek().is_none() => break,
                Err(wrong) => return Err(Fault { line, what: What::BadEvent(wrong) }),
            };
            if event.seq != events.len() as u64 {
                return Err(Fault { line, what: What::Gap });
            }
            if event.at < events.last().map_or(Nanos::ZERO, |last| last.at) {
                return Err(Fault { line, what: What::BackInTime });
            }
            events.push(event);
        }
        Ok(Recording { header, events })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = r#"{"awaitscope":1,"program":"a.py","source":"import asyncio\n","python":"3.13.0"}"#;
    const START: &str = r#"{"seq":0,"at":5,"actor":"main","kind":"loop_started"}"#;
    const STOP: &str = r#"{"seq":1,"at":7,"actor":"main","kind":"loop_stopped"}"#;

    fn fault(lines: &[&str]) -> String {
        Recording::parse(&lines.join("\n")).expect_err("it is bad").to_string()
    }

    #[test]
    fn a_file_is_read() {
        let recording = Recording::parse(&[HEADER, START, STOP, ""].join("\n")).expect("it is good");
        assert_eq!(recording.header.program, "a.py");
        assert_eq!(recording.events.len(), 2);
        assert_eq!(Recording::parse(&Recording::write(&recording.header, recording.events.iter())), Ok(recording));
    }

    #[test]
    fn what_is_cut_off_is_left_out() {
        let recording = Recording::parse(&[HEADER, START, &STOP[..20]].join("\n")).expect("it is good");
        assert_eq!(recording.events.len(), 1);
    }

    #[test]
    fn what_is_bad_is_told_with_its_line() {
        assert!(fault(&["{}", START]).starts_with("line 1: this is no trace"));
        assert!(fault(&[""]).starts_with("line 1: this is no trace"));
        assert!(fault(&[START, STOP]).starts_with("line 1: this is an event"));
        assert!(fault(&[&HEADER.replace("\":1", "\":2")]).starts_with("line 1: a newer recorder"));
        assert!(
            fault(&[HEADER, &START.replace("loop_started", "nap"), STOP])
                .starts_with("line 2: not an event: the field kind")
        );
        assert!(fault(&[HEADER, STOP]).starts_with("line 2: events are missing"));
        assert!(fault(&[HEADER, START, &STOP.replace("\":7", "\":4")]).starts_with("line 3: this event is earlier"));
    }
}
