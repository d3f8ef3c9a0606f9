//! What the reader has done: kept where the page keeps things, and only while it is open where it may keep nothing.

use std::collections::HashMap;

use crate::browser::storage;
use crate::lessons::LESSONS;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    by_slug: HashMap<&'static str, Mark>,
}

/// What is known of one lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its program ran to the end.
    pub is_done: bool,
    /// The first prediction counts.
    pub predicted: Option<bool>,
}

impl Mark {
    fn read(text: &str) -> Mark {
        let predicted = [("right", true), ("wrong", false)].into_iter().find(|(word, _)| text.contains(word));
        Mark { is_done: text.contains("done"), predicted: predicted.map(|(_, is_right)| is_right) }
    }

    fn text(self) -> String {
        let predicted = match self.predicted {
            Some(true) => " right",
            Some(false) => " wrong",
            None => "",
        };
        format!("{}{predicted}", if self.is_done { "done" } else { "" })
    }
}

fn key(slug: &str) -> String {
    format!("progress:{slug}")
}

impl Progress {
    pub fn load() -> Progress {
        let marks =
            LESSONS.iter().filter_map(|lesson| Some((lesson.slug, Mark::read(&storage::get(&key(lesson.slug))?))));
        Progress { by_slug: marks.collect() }
    }

    pub fn of(&self, slug: &str) -> Mark {
        self.by_slug.get(slug).copied().unwrap_or_default()
    }

    pub fn done(&self) -> usize {
        self.by_slug.values().filter(|mark| mark.is_done).count()
    }

    #[must_use]
    pub fn with_done(&self, slug: &'static str) -> Progress {
        self.with(slug, Mark { is_done: true, ..self.of(slug) })
    }

    #[must_use]
    pub fn with_prediction(&self, slug: &'static str, is_right: bool) -> Progress {
        let mark = self.of(slug);
        self.with(slug, Mark { predicted: mark.predicted.or(Some(is_right)), ..mark })
    }

    fn with(&self, slug: &'static str, mark: Mark) -> Progress {
        if mark != self.of(slug) {
            storage::set(&key(slug), &mark.text());
        }
        let mut next = self.clone();
        next.by_slug.insert(slug, mark);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for is_done in [false, true] {
            for predicted in [None, Some(true), Some(false)] {
                let mark = Mark { is_done, predicted };
                assert_eq!(Mark::read(&mark.text()), mark);
            }
        }
    }
}
