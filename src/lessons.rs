//! The list of lessons: what there is, and in which order. It is all that the wasm holds of them.
//!
//! A lesson is a folder, `src/lessons/NN_slug/{main.py,en.md,zh.md}`, and a new folder is a new lesson: the build script
//! collects them, and refuses a folder that lacks a file, or whose two texts disagree about what is not language. The
//! files themselves lie beside the page (`lessons/NN_slug/…`); `crate::lesson` reads them. A text opens with its front matter:
//!
//! ```text
//! ---
//! title: Three waits at once
//! section: 3            the article's section, 1 to 10, or `more` for what goes beyond it
//! part: example 2       optional, which of the article's examples, cautions or points it teaches
//! tags: gather, task
//! level: beginner       or intermediate, advanced
//! view: timeline        the view to look at first; or loop, tasks, console
//! ---
//! ```

/// One lesson, as the table of contents knows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Lesson {
    /// From 1, in reading order; the folder's number.
    pub number: u8,
    /// The folder's name without its number. It stands in links and does not change.
    pub slug: &'static str,
    /// Where it stands in the table of contents: an index into [`SECTIONS`].
    pub section: usize,
    pub part: Option<Part>,
    /// What it is about, in Python's own words.
    pub tags: &'static [&'static str],
    pub level: Level,
    pub view: View,
    pub en: &'static str,
    pub zh: &'static str,
}

/// Whose programs call nothing in the rest of the page's wasm (see `browser::rest`): the article's five, and the concepts
/// before them. `e2e/tests/parts.rs` watches it.
const OF_FIRST_PART: [&str; 10] = [
    "overview",
    "coroutine",
    "event_loop",
    "task",
    "future",
    "simple_coroutine",
    "concurrent_tasks",
    "error_handling",
    "async_context_manager",
    "async_generator",
];

impl Lesson {
    pub fn needs_the_first_part_only(&self) -> bool {
        OF_FIRST_PART.contains(&self.slug)
    }
}

/// What of the article a lesson teaches, within its section. Numbers count from 1, as the article's lists do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of the five programs.
    Example(u8),
    /// One of the four concepts of section 2.
    Concept(u8),
    /// One of the three advantages of section 4.
    Advantage(u8),
    /// One of the ten cautions of section 5.
    Caution(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Beginner,
    Intermediate,
    Advanced,
}

/// Where the lesson is best watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Timeline,
    Loop,
    Tasks,
    Console,
}

/// A section of the table of contents, named in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    pub en: &'static str,
    pub zh: &'static str,
}

/// The article's ten sections, in order, and what goes beyond it.
pub static SECTIONS: [Section; 11] = [
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
    Section { en: "Beyond the article", zh: "文章之外" },
];

include!(concat!(env!("OUT_DIR"), "/lessons.rs"));

impl Lesson {
    /// The folder with the lesson's files, relative to the page and to `src/`.
    pub fn folder(&self) -> String {
        format!("lessons/{:02}_{}", self.number, self.slug)
    }
}

impl View {
    /// As in a text's front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            View::Timeline => "timeline",
            View::Loop => "loop",
            View::Tasks => "tasks",
            View::Console => "console",
        }
    }
}

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
            assert!(pair[0].number < pair[1].number && pair[0].section <= pair[1].section, "{}", pair[1].slug);
        }
        for lesson in LESSONS {
            assert_eq!(find(lesson.slug).map(|found| found.number), Some(lesson.number));
        }
    }
}
