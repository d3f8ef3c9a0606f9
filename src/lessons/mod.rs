//! The lessons: a folder each, `NN_slug/{main.py,en.md,zh.md}`.
//!
//! A new folder is a new lesson: the build script collects them, and refuses a folder that lacks a language, or whose
//! two texts disagree about what is not language. A text opens with its front matter:
//!
//! ```text
//! ---
//! title: Three waits at once
//! section: 3
//! tags: gather, task
//! ---
//! ```
//!
//! What follows is the little Markdown that `ui::markdown` knows; `[words](line:6)` points at a line of the program.

/// One lesson, in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Lesson {
    /// From 1, in reading order; the folder's number.
    pub number: u8,
    /// The folder's name without its number. It stands in links and does not change.
    pub slug: &'static str,
    /// The article's section that it teaches, from 1; an index into `SECTIONS`, less one.
    pub section: u8,
    /// What it is about, in Python's own words.
    pub tags: &'static [&'static str],
    pub program: &'static str,
    pub en: Page,
    pub zh: Page,
}

/// A lesson's text in one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub title: &'static str,
    /// Markdown, without the front matter.
    pub body: &'static str,
}

/// A section of the article, named in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    pub en: &'static str,
    pub zh: &'static str,
}

/// The article's ten sections, in order.
pub static SECTIONS: [Section; 10] = [
    Section { en: "Asynchronous programming", zh: "异步编程概述" },
    Section { en: "The basics", zh: "异步编程基础" },
    Section { en: "The async/await syntax", zh: "async/await 语法" },
    Section { en: "What it is good for", zh: "异步编程的优势" },
    Section { en: "What to mind", zh: "注意事项" },
    Section { en: "Handling errors", zh: "错误处理" },
    Section { en: "Async context managers", zh: "异步上下文管理器" },
    Section { en: "Async and concurrency", zh: "异步与并发" },
    Section { en: "Async generators", zh: "异步生成器" },
    Section { en: "Summary", zh: "总结" },
];

include!(concat!(env!("OUT_DIR"), "/lessons.rs"));

/// The lesson of that slug.
pub fn find(slug: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lessons_stand_in_reading_order_under_slugs_of_their_own() {
        for pair in LESSONS.windows(2) {
            assert!(pair[0].number < pair[1].number);
        }
        for lesson in LESSONS {
            assert_eq!(find(lesson.slug).map(|found| found.number), Some(lesson.number));
        }
    }

    #[test]
    fn a_line_that_a_text_points_at_is_in_the_program() {
        for lesson in LESSONS {
            let lines = lesson.program.lines().count();
            for page in [&lesson.en, &lesson.zh] {
                for rest in page.body.split("](line:").skip(1) {
                    let line: usize = rest.split(')').next().unwrap().parse().unwrap();
                    assert!(
                        !lesson.program.lines().nth(line - 1).unwrap_or("").trim().is_empty(),
                        "{}: line {line} of {lines}",
                        lesson.slug
                    );
                }
            }
        }
    }

    #[test]
    fn the_articles_five_examples_are_here() {
        for slug in
            ["simple_coroutine", "concurrent_tasks", "error_handling", "async_context_manager", "async_generator"]
        {
            assert!(find(slug).is_some(), "{slug}");
        }
    }
}
