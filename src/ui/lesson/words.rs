//! The words of the lessons' side, in both languages.

use super::super::text::Language;
use crate::lessons::{Level, View};

pub struct Words {
    pub progress: fn(done: usize, of: usize) -> String,
    /// A section's number, from 1, as the article counts; none beyond its ten.
    pub section: fn(usize) -> &'static str,
    pub search: &'static str,
    pub nothing_found: &'static str,
    pub is_done: &'static str,
    pub was_right: &'static str,
    pub was_wrong: &'static str,
    pub level: fn(Level) -> &'static str,
    pub view: fn(View) -> &'static str,
    pub loading: &'static str,
    pub unreachable: &'static str,
    pub retry: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub lost: &'static str,
    pub to_try: &'static str,
    pub undo: &'static str,
    pub from_original: &'static str,
    pub old_line: &'static str,
    pub new_line: &'static str,
    pub predict: &'static str,
    pub predict_start: &'static str,
    pub predict_puts_back: &'static str,
    pub predict_order: &'static str,
    pub predict_next: &'static str,
    pub predict_path: &'static str,
    pub check: &'static str,
    pub right: &'static str,
    pub wrong: &'static str,
    pub what_happens: &'static str,
    pub no_moment: &'static str,
    pub again: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &EN,
        Language::Zh => &ZH,
    }
}

static EN: Words = Words {
    progress: |done, of| format!("{done} of {of} seen"),
    section: |number| {
        ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].get(number).copied().unwrap_or_default()
    },
    search: "Find a lesson",
    nothing_found: "No lesson is about that.",
    is_done: "seen to its end",
    was_right: "predicted right",
    was_wrong: "predicted, not right",
    level: |level| match level {
        Level::Beginner => "for a start",
        Level::Intermediate => "further on",
        Level::Advanced => "in depth",
    },
    view: |view| match view {
        View::Timeline => "watch the timeline",
        View::Loop => "watch the event loop",
        View::Tasks => "watch the tasks",
        View::Console => "watch the output",
    },
    loading: "The lesson is on its way …",
    unreachable: "The lesson could not be loaded. The program that you have in the editor is untouched.",
    retry: "Try again",
    previous: "Previous",
    next: "Next",
    lost: "The changed program has no such moment.",
    to_try: "Change the program",
    undo: "Change it back",
    from_original: "starts again from the lesson's program",
    old_line: "removed",
    new_line: "added",
    predict: "Predict",
    predict_start: "Hide the future and ask me",
    predict_puts_back: "The question is about the lesson's own program; it comes back into the editor (Ctrl+Z returns yours).",
    predict_order: "Pick what is printed next, in order:",
    predict_next: "Pick the task that runs next:",
    predict_path: "Pick the lines at which something happens next, in order:",
    check: "Let it run",
    right: "Right.",
    wrong: "Not quite.",
    what_happens: "What happens:",
    no_moment: "This run has no such moment.",
    again: "Ask again",
};

static ZH: Words = Words {
    progress: |done, of| format!("已看 {done} / {of}"),
    section: |number| {
        ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].get(number).copied().unwrap_or_default()
    },
    search: "查找课程",
    nothing_found: "没有相关的课程。",
    is_done: "已运行到底",
    was_right: "预测正确",
    was_wrong: "预测过，没猜对",
    level: |level| match level {
        Level::Beginner => "入门",
        Level::Intermediate => "进阶",
        Level::Advanced => "深入",
    },
    view: |view| match view {
        View::Timeline => "请看时间线",
        View::Loop => "请看事件循环",
        View::Tasks => "请看任务树",
        View::Console => "请看输出",
    },
    loading: "课程正在加载……",
    unreachable: "课程加载失败。编辑器里的程序没有受到影响。",
    retry: "重试",
    previous: "上一课",
    next: "下一课",
    lost: "改动后的程序里没有这个时刻。",
    to_try: "改到程序里",
    undo: "改回去",
    from_original: "会先恢复本课原来的程序",
    old_line: "删去",
    new_line: "加上",
    predict: "预测",
    predict_start: "藏起后面的过程，考考我",
    predict_puts_back: "题目问的是本课原来的程序，编辑器会先恢复成它（按 Ctrl+Z 可以找回你的改动）。",
    predict_order: "按先后顺序，选出接下来的输出：",
    predict_next: "选出接下来运行的任务：",
    predict_path: "按先后顺序，选出接下来发生动静的代码行：",
    check: "运行看看",
    right: "答对了。",
    wrong: "不完全对。",
    what_happens: "实际的过程：",
    no_moment: "这次运行里没有这个时刻。",
    again: "再来一次",
};
