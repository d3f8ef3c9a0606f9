//! A lesson's question: what happens next? The answer is in the trace, never in the text.

use super::moment::{Moment, own_line};
use super::script::{Script, code_of};
use crate::trace::event::{Event, EventKind, Stream, TaskId};

/// What is asked, as a `predict` fence says it: `order from=start lines=4`, `order from=nap.woken lines=3`,
/// `next at=nap`, `path from=nap.resumed lines=2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// In which order do the next so many lines of output come?
    Order { from: Option<Moment>, lines: usize },
    /// Which task takes the next step?
    Next { at: Moment },
    /// At which of the program's marked lines does something happen next, and then, and then?
    Path { from: Option<Moment>, lines: usize },
}

/// A question about one run, with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Puzzle {
    /// So many events have happened when it is asked; what comes after is hidden.
    pub upto: u64,
    /// What there is to choose from, in an order that tells nothing.
    pub options: Vec<String>,
    /// What happens, in order.
    pub answer: Vec<Solved>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    pub option: String,
    /// The moment just after it.
    pub upto: u64,
}

impl Question {
    /// Reads what follows the word `predict`.
    pub fn parse(text: &str) -> Option<Question> {
        let mut words = text.split_whitespace();
        let kind = words.next()?;
        let mut value = |key: &str| words.next()?.strip_prefix(key)?.strip_prefix('=');
        let question = match kind {
            "order" | "path" => {
                let from = match value("from")? {
                    "start" => None,
                    moment => Some(Moment::parse(moment)?),
                };
                let lines = value("lines")?.parse().ok().filter(|&lines| lines > 1)?;
                if kind == "order" { Question::Order { from, lines } } else { Question::Path { from, lines } }
            }
            "next" => Question::Next { at: Moment::parse(value("at")?)? },
            _ => return None,
        };
        words.next().is_none().then_some(question)
    }

    /// The moment that the question is asked at; `None` before the run.
    pub fn moment(&self) -> Option<&Moment> {
        match self {
            Question::Order { from, .. } | Question::Path { from, .. } => from.as_ref(),
            Question::Next { at } => Some(at),
        }
    }

    /// The question about a whole run of the text. `None` when the run has no such moment, or too little after it.
    pub fn about(&self, script: &Script, text: &str, events: &[Event]) -> Option<Puzzle> {
        let upto = match self.moment() {
            Some(moment) => moment.find(script, text, &mut events.iter())?,
            None => 0,
        };
        let (past, future) = events.split_at(upto as usize);
        let (options, answer) = match self {
            Question::Order { lines, .. } => {
                let answer = lines_of(future, *lines);
                if answer.len() < *lines {
                    return None;
                }
                let mut options: Vec<String> = answer.iter().map(|line| line.option.clone()).collect();
                options.sort();
                if options.iter().eq(answer.iter().map(|line| &line.option)) {
                    options.rotate_left(1);
                }
                (options, answer)
            }
            Question::Path { lines, .. } => {
                let program: Vec<&str> = text.lines().collect();
                let marked: Vec<u32> = script.markers().filter_map(|marker| script.line_in(text, marker)).collect();
                let shown =
                    |line: u32| program.get(line as usize - 1).map_or("", |line| code_of(line).trim()).to_owned();
                let mut answer: Vec<(u32, u64)> = Vec::new();
                for event in future {
                    let line = match &event.kind {
                        EventKind::Suspended { stack, .. } => stack.last().map(|frame| frame.line),
                        kind => own_line(kind),
                    };
                    if let Some(line) = line.filter(|line| marked.contains(line))
                        && answer.last().is_none_or(|(last, _)| *last != line)
                    {
                        answer.push((line, event.seq + 1));
                    }
                }
                if answer.len() < *lines {
                    return None;
                }
                answer.truncate(*lines);
                let answer = answer.into_iter().map(|(line, upto)| Solved { option: shown(line), upto });
                (marked.iter().map(|&line| shown(line)).collect(), answer.collect())
            }
            Question::Next { .. } => {
                let (task, upto) = future.iter().find_map(|event| match event.kind {
                    EventKind::StepStarted { task } | EventKind::Resumed { task } => Some((task, event.seq + 1)),
                    _ => None,
                })?;
                let mut alive: Vec<(TaskId, String)> = Vec::new();
                for event in past {
                    match &event.kind {
                        EventKind::TaskCreated { task, name, .. } => alive.push((*task, name.clone())),
                        EventKind::TaskRenamed { task, name } => {
                            alive
                                .iter_mut()
                                .filter(|(alive, _)| alive == task)
                                .for_each(|(_, old)| old.clone_from(name));
                        }
                        EventKind::TaskDone { task, .. } => alive.retain(|(alive, _)| alive != task),
                        _ => {}
                    }
                }
                let label = |(task, name): &(TaskId, String)| match name.strip_prefix("Task-") {
                    Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => task.to_string(),
                    _ => format!("{task} {name}"),
                };
                let option = label(alive.iter().find(|(alive, _)| *alive == task)?);
                (alive.iter().map(label).collect(), vec![Solved { option, upto }])
            }
        };
        (options.len() > 1).then_some(Puzzle { upto, options, answer })
    }
}

impl Puzzle {
    /// Whether these are the right options in the right order.
    pub fn is_solved_by(&self, chosen: &[String]) -> bool {
        self.answer.iter().map(|solved| &solved.option).eq(chosen)
    }
}

/// The first whole lines of standard output, and when each was there.
fn lines_of(events: &[Event], count: usize) -> Vec<Solved> {
    let (mut lines, mut open) = (Vec::new(), String::new());
    for event in events {
        if let EventKind::Output { stream: Stream::Stdout, text, .. } = &event.kind {
            open.push_str(text);
            while let Some((line, rest)) = open.split_once('\n') {
                lines.push(Solved { option: line.to_owned(), upto: event.seq + 1 });
                open = rest.to_owned();
            }
        }
    }
    lines.truncate(count);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read() {
        assert_eq!(Question::parse("order from=start lines=3"), Some(Question::Order { from: None, lines: 3 }));
        assert_eq!(Question::parse("next at=nap.woken").unwrap().moment().unwrap().to_string(), "nap.woken");
        for text in ["", "order", "order from=start", "order from=start lines=1", "next at=", "next at=nap x", "other"]
        {
            assert_eq!(Question::parse(text), None, "{text}");
        }
    }
}
