//! Every word that the page says of its own, in both languages.
//!
//! A struct with a constant a language, so that a string that is missing does not compile. What is marked *rich* is in
//! the lessons' little Markdown: `**T1**`, `` `code` ``, `[line 6](line:6)`.

use crate::browser::share::Why;
pub use crate::lesson::Language;
use crate::lessons::{Lesson, Section};
use crate::trace::event::{Actor, Await, Nanos, Outcome, TaskId, WaitingOn, Waker};
use crate::trace::lane::MarkKind;
use crate::trace::timeline::{Landmark, ObjectState};

impl Language {
    /// `zh` for any Chinese tag, English for everything else.
    pub fn of_tag(tag: &str) -> Language {
        if tag.to_ascii_lowercase().starts_with("zh") { Language::Zh } else { Language::En }
    }

    /// As in `&lang=`.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh",
        }
    }

    /// As in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh-Hans",
        }
    }

    pub fn other(self) -> Language {
        match self {
            Language::En => Language::Zh,
            Language::Zh => Language::En,
        }
    }

    pub fn text(self) -> &'static Text {
        match self {
            Language::En => &EN,
            Language::Zh => &ZH,
        }
    }

    pub fn lesson(self, lesson: &Lesson) -> &'static str {
        match self {
            Language::En => lesson.en,
            Language::Zh => lesson.zh,
        }
    }

    pub fn section(self, section: &Section) -> &'static str {
        match self {
            Language::En => section.en,
            Language::Zh => section.zh,
        }
    }
}

/// A call and its line.
pub type Cause<'a> = (&'a str, Option<u32>);

pub struct Text {
    pub title: &'static str,
    pub skip_to_editor: &'static str,

    pub lessons: &'static str,
    pub lesson_of: fn(usize, usize) -> String,
    pub edited: &'static str,
    /// What stands in the lesson's place when the program came from a link: a heading and a paragraph.
    pub linked_title: &'static str,
    pub linked_body: &'static str,
    pub broken_link_title: &'static str,
    pub broken_link: fn(Why) -> String,

    pub switch_language: &'static str,
    pub switch_language_label: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub open_playground: &'static str,

    pub controls: &'static str,
    pub run: &'static str,
    pub run_hint: &'static str,
    pub resume: &'static str,
    pub pause: &'static str,
    pub step: &'static str,
    pub step_hint: &'static str,
    pub step_back: &'static str,
    pub step_back_hint: &'static str,
    pub step_by: &'static str,
    pub replay: &'static str,
    pub replay_hint: &'static str,
    pub follow: &'static str,
    pub follow_hint: &'static str,
    pub landmark: fn(Landmark) -> &'static str,
    pub stop: &'static str,
    pub reset: &'static str,
    pub reset_hint: &'static str,
    pub speed: &'static str,
    pub speed_max: &'static str,
    pub clock: &'static str,

    pub state_idle: &'static str,
    pub state_running: &'static str,
    pub state_paused: &'static str,
    pub state_done: &'static str,
    pub state_failed: &'static str,
    pub state_stopped: &'static str,

    pub editor: &'static str,
    pub editor_hint: &'static str,
    pub line: fn(u32) -> String,

    pub timeline: &'static str,
    pub timeline_empty: &'static str,
    pub timeline_no_task: &'static str,
    pub timeline_tools: &'static str,
    pub axis: &'static str,
    pub axis_time: &'static str,
    pub axis_time_hint: &'static str,
    pub axis_time_unit: &'static str,
    pub axis_turns: &'static str,
    pub axis_turns_hint: &'static str,
    pub axis_turns_unit: &'static str,
    pub wakes: &'static str,
    pub wakes_hint: &'static str,
    pub objects: &'static str,
    pub objects_hint: &'static str,
    pub zoom: &'static str,
    pub zoom_in: &'static str,
    pub zoom_in_hint: &'static str,
    pub zoom_out: &'static str,
    pub zoom_out_hint: &'static str,
    pub zoom_fit: &'static str,
    pub zoom_fit_hint: &'static str,
    pub zoom_to_range: &'static str,
    pub range: fn(Nanos, events: u64) -> String,
    pub several: fn(usize) -> String,
    pub mark: fn(&MarkKind) -> String,
    pub mark_cleanup: &'static str,
    pub band: fn(what: &str, line: Option<u32>, duration: Nanos) -> String,
    pub band_late: fn(&[(TaskId, Nanos)]) -> String,
    pub object_state: fn(&ObjectState) -> String,
    pub trace_is_long_short: &'static str,
    pub legend_running: &'static str,
    pub legend_ready: &'static str,
    pub legend_suspended: &'static str,
    pub legend_blocking: &'static str,
    pub lane_loop: &'static str,
    pub idle_share: fn(u32) -> String,
    pub close: &'static str,
    /// Rich. What a selected slice says: who, from when to when, and then why.
    pub slice_ran: fn(who: &str, duration: Nanos) -> String,
    pub slice_was_ready: fn(who: &str, duration: Nanos) -> String,
    pub slice_blocked: fn(who: &str, what: &str, duration: Nanos) -> String,
    pub slice_waited: fn(who: &str, on: &WaitingOn, duration: Nanos) -> String,
    pub slice_span: fn(start: Nanos, end: Nanos) -> String,
    pub slice_at: fn(stack: &[Await]) -> String,
    pub slice_woken: fn(by: &Waker) -> String,
    pub slice_not_woken: &'static str,
    /// How late its timer was, and the call that was the cause, with its line.
    pub slice_late: fn(late: Nanos, cause: Option<Cause>) -> String,
    pub full_stop: &'static str,

    pub event_loop: &'static str,
    pub turn: fn(u64) -> String,
    pub loop_running: &'static str,
    pub loop_ready: &'static str,
    pub loop_timers: &'static str,
    pub loop_nobody: &'static str,
    pub loop_asleep_until: fn(Nanos) -> String,
    pub loop_asleep: &'static str,
    pub loop_not_running: &'static str,
    pub loop_no_timers: &'static str,

    pub tasks: &'static str,
    pub tasks_empty: &'static str,
    pub task_running: &'static str,
    pub task_ready: &'static str,
    pub task_new: &'static str,
    pub task_blocking: &'static str,
    pub outcome: fn(&Outcome) -> String,
    pub waiting: fn(&WaitingOn) -> String,

    pub console: &'static str,
    pub console_empty: &'static str,
    pub stderr: &'static str,

    pub narration: &'static str,
    pub narration_empty: &'static str,
    /// Rich. What a finished run amounts to: waited, took, blocked.
    pub summary: fn(waited: Nanos, took: Nanos, blocked: Nanos) -> String,
    pub syntax_error_at: fn(line: u32, message: &str) -> String,
    /// Rich. Line 0 is no line.
    pub raised_at: fn(line: u32, error: &str) -> String,
    pub deadlock: &'static str,
    /// Rich.
    pub trace_is_long: &'static str,
    pub our_fault: &'static str,
    pub restart: &'static str,
}

/// A span of program time as a person says it: `1.5 s`, `20 ms`, `75 µs`.
pub fn span(duration: Nanos) -> String {
    // What would be written as 1000 of a unit is 1 of the next.
    let (unit, name) = match duration.0 {
        0 => return "0 s".into(),
        1..1_000 => return format!("{} ns", duration.0),
        1_000..999_500 => (1e3, "µs"),
        999_500..999_500_000 => (1e6, "ms"),
        _ => (1e9, "s"),
    };
    let value = duration.0 as f64 / unit;
    let places = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    let digits = format!("{value:.places$}");
    let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { &digits };
    format!("{digits} {name}")
}

/// A moment of program time, to the millisecond: `1.000`.
pub fn moment(at: Nanos) -> String {
    // Down, not to the nearest: a moment before the second is not yet the second.
    format!("{}.{:03}", at.0 / 1_000_000_000, at.0 / 1_000_000 % 1_000)
}

/// Two moments that belong together, so exactly that they differ.
fn moments(start: Nanos, end: Nanos) -> (String, String) {
    if end.saturating_sub(start).0 < 1_000_000 {
        let micros = |at: Nanos| format!("{}.{:06}", at.0 / 1_000_000_000, at.0 / 1_000 % 1_000_000);
        (micros(start), micros(end))
    } else {
        (moment(start), moment(end))
    }
}

/// Text as code in rich text; a backtick of its own would end it.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}

pub(super) fn tasks(tasks: &[TaskId], comma: &str) -> String {
    let names: Vec<String> = tasks.iter().take(6).map(|task| format!("**{task}**")).collect();
    let more = if tasks.len() > 6 { format!("{comma}… ({})", tasks.len()) } else { String::new() };
    names.join(comma) + &more
}

/// What is waited for as a label: the program's own words, the same in every language.
pub fn label(on: &WaitingOn) -> String {
    match on {
        WaitingOn::Sleep { delay, .. } => format!("sleep {}", span(*delay)),
        WaitingOn::Turn => "sleep(0)".into(),
        WaitingOn::Task { task } => format!("await {task}"),
        WaitingOn::Tasks { what, tasks } => {
            let names: Vec<String> = tasks.iter().take(6).map(TaskId::to_string).collect();
            format!("{what}({}{})", names.join(", "), if tasks.len() > 6 { ", …" } else { "" })
        }
        WaitingOn::Future { .. } => "Future".into(),
        WaitingOn::Object { what, name, holders, .. } => {
            let named = if name.starts_with(what.as_str()) { name.clone() } else { format!("{what} {name}") };
            match holders.first() {
                Some(holder) => format!("{named} ← {holder}"),
                None => named,
            }
        }
        WaitingOn::Executor { function, .. } => format!("{function} …"),
    }
}

pub(super) fn actor_en(actor: Actor) -> String {
    match actor {
        Actor::Main => "the main program".into(),
        other => format!("**{other}**"),
    }
}

pub(super) fn actor_zh(actor: Actor) -> String {
    match actor {
        Actor::Main => "主程序".into(),
        other => format!(" **{other}** "),
    }
}

pub(super) fn capital(text: String) -> String {
    match text.strip_prefix("the ") {
        Some(rest) => format!("The {rest}"),
        None => text,
    }
}

pub(super) fn waiting_en(on: &WaitingOn) -> String {
    match on {
        WaitingOn::Sleep { delay, until } => format!("sleeps {}, until {} s", span(*delay), moment(*until)),
        WaitingOn::Turn => "lets the others go first".into(),
        WaitingOn::Task { task } => format!("waits for **{task}**"),
        WaitingOn::Tasks { what, tasks: all } => format!("waits for {} of {}", code(what), tasks(all, ", ")),
        WaitingOn::Future { .. } => "waits for a future".into(),
        WaitingOn::Object { what, name, holders, .. } => {
            let named =
                if name.starts_with(what.as_str()) { code(name) } else { format!("{} {}", code(what), code(name)) };
            if holders.is_empty() {
                format!("waits for {named}")
            } else {
                format!("waits for {named}, held by {}", tasks(holders, ", "))
            }
        }
        WaitingOn::Executor { function, .. } => format!("waits for {} in a thread", code(function)),
    }
}

pub(super) fn waiting_zh(on: &WaitingOn) -> String {
    match on {
        WaitingOn::Sleep { delay, until } => format!("休眠 {}，至 {} s", span(*delay), moment(*until)),
        WaitingOn::Turn => "让其他任务先行".into(),
        WaitingOn::Task { task } => format!("等待 **{task}**"),
        WaitingOn::Tasks { what, tasks: all } => format!("等待 {}：{}", code(what), tasks(all, "、")),
        WaitingOn::Future { .. } => "等待一个期物（Future）".into(),
        WaitingOn::Object { what, name, holders, .. } => {
            let named =
                if name.starts_with(what.as_str()) { code(name) } else { format!("{} {}", code(what), code(name)) };
            if holders.is_empty() {
                format!("等待 {named}")
            } else {
                format!("等待 {named}，持有者为 {}", tasks(holders, "、"))
            }
        }
        WaitingOn::Executor { function, .. } => format!("等待线程中的 {}", code(function)),
    }
}

pub(super) fn woken_en(by: &Waker) -> String {
    match by {
        Waker::Timer { when } => format!("its timer, due at {} s", moment(*when)),
        Waker::Task { task } => format!("**{task}**"),
        Waker::Callback { .. } => "a callback".into(),
        Waker::Executor { worker } => format!("thread **{worker}**"),
        Waker::Cancellation { by } => format!("a cancellation by {}", actor_en(*by)),
        Waker::Turn => "the loop's next turn".into(),
    }
}

pub(super) fn woken_zh(by: &Waker) -> String {
    match by {
        Waker::Timer { when } => format!("它在 {} s 到点的定时器", moment(*when)),
        Waker::Task { task } => format!(" **{task}**"),
        Waker::Callback { .. } => "一个回调".into(),
        Waker::Executor { worker } => format!("线程 **{worker}**"),
        Waker::Cancellation { by } => format!("{}发出的取消", actor_zh(*by)),
        Waker::Turn => "循环的下一轮".into(),
    }
}

pub(super) fn raised(exception: &str, message: &str) -> String {
    if message.is_empty() { code(exception) } else { code(&format!("{exception}: {message}")) }
}

pub(super) fn at_en(line: u32) -> String {
    format!("[line {line}](line:{line})")
}

pub(super) fn at_zh(line: u32) -> String {
    format!("[第 {line} 行](line:{line})")
}

fn mark_en(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Output { .. } => "prints".into(),
        MarkKind::ExceptionRaised { exception, message } => format!("raises {}", plain(exception, message)),
        MarkKind::ExceptionCaught { exception } => format!("catches {exception}"),
        MarkKind::CancelRequested { by, .. } => format!("cancellation asked for by {}", who(*by, "the main program")),
        MarkKind::CancelDelivered => "CancelledError is thrown in".into(),
        MarkKind::ContextEntered { manager } => format!("enters async with {manager}"),
        MarkKind::ContextLeft { manager } => format!("leaves async with {manager}"),
        MarkKind::GeneratorYielded { generator } => format!("{generator} yields"),
        MarkKind::Warning { category, message } => plain(category, message),
    }
}

fn mark_zh(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Output { .. } => "打印".into(),
        MarkKind::ExceptionRaised { exception, message } => format!("抛出 {}", plain(exception, message)),
        MarkKind::ExceptionCaught { exception } => format!("捕获 {exception}"),
        MarkKind::CancelRequested { by, .. } => format!("{} 请求取消", who(*by, "主程序")),
        MarkKind::CancelDelivered => "CancelledError 被抛入".into(),
        MarkKind::ContextEntered { manager } => format!("进入 async with {manager}"),
        MarkKind::ContextLeft { manager } => format!("离开 async with {manager}"),
        MarkKind::GeneratorYielded { generator } => format!("{generator} 产出一个值"),
        MarkKind::Warning { category, message } => plain(category, message),
    }
}

fn who(actor: Actor, main: &str) -> String {
    if actor == Actor::Main { main.to_owned() } else { actor.to_string() }
}

fn plain(exception: &str, message: &str) -> String {
    if message.is_empty() { exception.to_owned() } else { format!("{exception}: {message}") }
}

/// `T2 0.5 s, T3 20 ms`.
fn late_tasks(late: &[(TaskId, Nanos)], comma: &str) -> String {
    let each: Vec<String> = late.iter().take(4).map(|(task, late)| format!("{task} {}", span(*late))).collect();
    each.join(comma) + if late.len() > 4 { " …" } else { "" }
}

/// `T1 · 2 waiting · 3`: the holders, how many wait, how much is in it.
fn object_words(state: &ObjectState, waiting: &str) -> String {
    let mut words: Vec<String> = state.holders.iter().take(4).map(TaskId::to_string).collect();
    if state.depth > 0 {
        words.push(state.depth.to_string());
    }
    if !state.waiters.is_empty() {
        words.push(format!("{} {waiting}", state.waiters.len()));
    }
    words.join(" · ")
}

fn stack(stack: &[Await], arrow: &str) -> String {
    let frames: Vec<String> = stack
        .iter()
        .map(|frame| format!("[{}:{}](line:{})", frame.function.replace(']', ""), frame.line, frame.line))
        .collect();
    frames.join(arrow)
}

pub static EN: Text = Text {
    title: "awaitscope: watch Python await",
    skip_to_editor: "Skip to the program",

    lessons: "Lessons",
    lesson_of: |number, count| format!("Example {number} of {count}"),
    edited: "edited",
    linked_title: "A program from a link",
    linked_body: "Somebody sent you this program. Read it, then press **Run**: it runs in this page only, and can reach nothing outside it.",
    broken_link_title: "The link is damaged",
    broken_link: |why| {
        let why = match why {
            Why::Version => "It was made by a newer version of this page.",
            Why::Characters | Why::Damaged => "Part of it is missing: chats and mails sometimes cut long links.",
            Why::TooLong => "Its program is longer than a link may carry.",
            Why::NotText => "What it carries is not text.",
        };
        format!("{why} The editor shows as much of the program as could be read. Ask for the link again.")
    },

    switch_language: "中文",
    switch_language_label: "中文: switch to Chinese",
    theme: "Colours",
    theme_auto: "as the system",
    theme_light: "light",
    theme_dark: "dark",
    open_playground: "Open in awaitscope",

    controls: "Controls",
    run: "Run",
    run_hint: "Run the program (Ctrl+Enter in the editor)",
    resume: "Continue",
    pause: "Pause",
    step: "Step forward",
    step_hint: "One step forward; at the end of what has happened, the program runs on to it",
    step_back: "Step back",
    step_back_hint: "One step back in what has happened",
    step_by: "A step goes to the next or last",
    replay: "Play back",
    replay_hint: "Plays back what was recorded, from here on, at the speed that is set",
    follow: "Latest",
    follow_hint: "Back to the newest moment of the run",
    landmark: |landmark| match landmark {
        Landmark::Await => "await",
        Landmark::Line => "line",
        Landmark::Turn => "loop turn",
        Landmark::Event => "event",
        Landmark::Output => "output",
        Landmark::Exception => "exception",
        Landmark::Cancellation => "cancellation",
    },
    stop: "Stop",
    reset: "Reset",
    reset_hint: "Clear the run and bring the original program back; Ctrl+Z in the editor undoes that",
    speed: "Speed",
    speed_max: "max",
    clock: "Program time",

    state_idle: "not started",
    state_running: "running",
    state_paused: "paused",
    state_done: "finished",
    state_failed: "failed",
    state_stopped: "stopped",

    editor: "Python program",
    editor_hint: "Tab indents; press Esc first to leave the editor with Tab",
    line: |line| format!("line {line}"),

    timeline: "Timeline",
    timeline_empty: "Press Run, and every task gets a lane here.",
    timeline_no_task: "This run made no task.",
    timeline_tools: "Timeline tools",
    axis: "Axis",
    axis_time: "time",
    axis_time_hint: "The axis is program time",
    axis_time_unit: "program time",
    axis_turns: "turns",
    axis_turns_hint: "The axis is turns: every step of a task is a column, and a wait is no longer than a step",
    axis_turns_unit: "one column a step",
    wakes: "wakes",
    wakes_hint: "Arrows from who woke to who was woken",
    objects: "locks, queues",
    objects_hint: "A thin lane for each lock, semaphore, event and queue: who holds it, who waits",
    zoom: "Zoom",
    zoom_in: "Zoom in",
    zoom_in_hint: "Zoom in (W; or Ctrl and the wheel; A and D move)",
    zoom_out: "Zoom out",
    zoom_out_hint: "Zoom out (S)",
    zoom_fit: "fit",
    zoom_fit_hint: "The whole run (0)",
    zoom_to_range: "zoom here",
    range: |duration, events| format!("{} · {events} events", span(duration)),
    several: |count| format!("{count} slices, too short to be drawn apart: zoom in"),
    mark: mark_en,
    mark_cleanup: "cleaning up after the cancellation",
    band: |what, line, duration| match line {
        Some(line) => format!("{what} · line {line} · blocks {}", span(duration)),
        None => format!("{what} · blocks {}", span(duration)),
    },
    band_late: |late| format!("late: {}", late_tasks(late, ", ")),
    object_state: |state| object_words(state, "waiting"),
    trace_is_long_short: "Paused: the record has become very long. Run goes on.",
    legend_running: "running",
    legend_ready: "ready",
    legend_suspended: "suspended",
    legend_blocking: "blocking",
    lane_loop: "loop",
    idle_share: |percent| format!("{percent} % idle"),
    close: "Close",
    slice_ran: |who, duration| format!("**{who}** ran for {}.", span(duration)),
    slice_was_ready: |who, duration| format!("**{who}** was ready and waited {} for its turn.", span(duration)),
    slice_blocked: |who, what, duration| {
        format!("**{who}** blocked everybody for {} in {}.", span(duration), code(what))
    },
    slice_waited: |who, on, duration| {
        format!("**{who}** was suspended for {}, in {}.", span(duration), code(&label(on)))
    },
    slice_span: |start, end| {
        let (start, end) = moments(start, end);
        format!("{start} s to {end} s")
    },
    slice_at: |frames| format!("Await stack: {}.", stack(frames, " → ")),
    slice_woken: |by| format!("Woken by {}.", woken_en(by)),
    slice_not_woken: "Nobody has woken it.",
    slice_late: |late, cause| match cause {
        Some((what, line)) => format!(
            "Its timer was {} late, because {}{} held the loop.",
            span(late),
            code(what),
            line.map_or(String::new(), |line| format!(" at {}", at_en(line)))
        ),
        None => format!("Its timer was {} late.", span(late)),
    },
    full_stop: ".",

    event_loop: "Event loop",
    turn: |turn| format!("turn {turn}"),
    loop_running: "Running",
    loop_ready: "Ready queue",
    loop_timers: "Timers",
    loop_nobody: "nobody",
    loop_asleep_until: |until| format!("idle until {} s", moment(until)),
    loop_asleep: "idle, no timer set",
    loop_not_running: "not running",
    loop_no_timers: "none",

    tasks: "Tasks",
    tasks_empty: "No task yet.",
    task_running: "running",
    task_ready: "ready",
    task_new: "not started",
    task_blocking: "blocking everybody",
    outcome: |outcome| match outcome {
        Outcome::Returned { value } if value == "None" => "done".into(),
        Outcome::Returned { value } => format!("returned {}", code(value)),
        Outcome::Raised { exception, message } => format!("raised {}", raised(exception, message)),
        Outcome::Cancelled { .. } => "cancelled".into(),
    },
    waiting: waiting_en,

    console: "Output",
    console_empty: "What the program prints appears here.",
    stderr: "error output",

    narration: "What just happened",
    narration_empty: "Nothing yet.",
    summary: |waited, took, blocked| {
        if blocked.0 > 0 {
            format!("The loop was blocked for **{}** of **{}**: nobody else could run.", span(blocked), span(took))
        } else if waited > Nanos(took.0 + took.0 / 100) {
            format!("**{}** of waiting took **{}**: the tasks waited at the same time.", span(waited), span(took))
        } else {
            format!("The run took **{}** of program time, **{}** of it waiting.", span(took), span(waited.min(took)))
        }
    },
    syntax_error_at: |line, message| format!("Nothing ran: {} has {}.", at_en(line), code(message)),
    raised_at: |line, error| match line {
        0 => format!("The program ended with {}.", code(error)),
        line => format!("The program ended with {}, raised at {}.", code(error), at_en(line)),
    },
    deadlock: "Deadlock: every task waits for another, and no timer is set. Python would hang here for ever.",
    trace_is_long: "The run is paused: it has recorded a great many events. **Continue** goes on, **Stop** ends it.",
    our_fault: "This is a fault of the page, not of your program. Your text is kept.",
    restart: "Restart",
};

pub static ZH: Text = Text {
    title: "awaitscope：看见 Python 的 await",
    skip_to_editor: "跳到程序",

    lessons: "课程",
    lesson_of: |number, count| format!("示例 {number}，共 {count} 个"),
    edited: "已修改",
    linked_title: "来自链接的程序",
    linked_body: "这个程序是别人分享给你的。先读一读，再点击**运行**：它只在本页面内运行，接触不到页面以外的任何东西。",
    broken_link_title: "链接已损坏",
    broken_link: |why| {
        let why = match why {
            Why::Version => "它是由本页面的更新版本生成的。",
            Why::Characters | Why::Damaged => "它缺了一部分：聊天软件和邮件有时会截断长链接。",
            Why::TooLong => "其中的程序超出了链接所能携带的长度。",
            Why::NotText => "它携带的内容不是文本。",
        };
        format!("{why}编辑器里显示的是能读出的部分。请向对方重新索取链接。")
    },

    switch_language: "English",
    switch_language_label: "English：切换为英文",
    theme: "配色",
    theme_auto: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    open_playground: "在 awaitscope 中打开",

    controls: "控制",
    run: "运行",
    run_hint: "运行程序（编辑器内按 Ctrl+Enter）",
    resume: "继续",
    pause: "暂停",
    step: "前进一步",
    step_hint: "前进一步；到了已发生部分的末尾，程序会继续运行到那里",
    step_back: "后退一步",
    step_back_hint: "在已发生的部分里后退一步",
    step_by: "每一步走到前一个或后一个",
    replay: "回放",
    replay_hint: "从这里起，按所设速度回放已记录的过程",
    follow: "最新",
    follow_hint: "回到运行的最新时刻",
    landmark: |landmark| match landmark {
        Landmark::Await => "await",
        Landmark::Line => "代码行",
        Landmark::Turn => "循环轮次",
        Landmark::Event => "事件",
        Landmark::Output => "输出",
        Landmark::Exception => "异常",
        Landmark::Cancellation => "取消",
    },
    stop: "停止",
    reset: "重置",
    reset_hint: "清除本次运行，恢复原来的程序；在编辑器内按 Ctrl+Z 可以撤销",
    speed: "速度",
    speed_max: "最快",
    clock: "程序时间",

    state_idle: "未开始",
    state_running: "运行中",
    state_paused: "已暂停",
    state_done: "已完成",
    state_failed: "出错",
    state_stopped: "已停止",

    editor: "Python 程序",
    editor_hint: "Tab 键缩进；先按 Esc，再按 Tab 可离开编辑器",
    line: |line| format!("第 {line} 行"),

    timeline: "时间线",
    timeline_empty: "点击“运行”，每个任务都会在这里有一条泳道。",
    timeline_no_task: "这次运行没有创建任务。",
    timeline_tools: "时间线工具",
    axis: "横轴",
    axis_time: "时间",
    axis_time_hint: "横轴是程序时间",
    axis_time_unit: "程序时间",
    axis_turns: "步序",
    axis_turns_hint: "横轴是步序：任务的每一步占一列，等待再久也只占一列",
    axis_turns_unit: "每步一列",
    wakes: "唤醒",
    wakes_hint: "箭头从唤醒者指向被唤醒者",
    objects: "锁与队列",
    objects_hint: "每个锁、信号量、事件、队列各占一条细泳道：谁持有，谁在等",
    zoom: "缩放",
    zoom_in: "放大",
    zoom_in_hint: "放大（W；或 Ctrl 加滚轮；A、D 左右移动）",
    zoom_out: "缩小",
    zoom_out_hint: "缩小（S）",
    zoom_fit: "全部",
    zoom_fit_hint: "整个运行过程（0）",
    zoom_to_range: "放大到此",
    range: |duration, events| format!("{} · {events} 个事件", span(duration)),
    several: |count| format!("{count} 段，太短而合画在一起：请放大"),
    mark: mark_zh,
    mark_cleanup: "取消之后的清理",
    band: |what, line, duration| match line {
        Some(line) => format!("{what} · 第 {line} 行 · 阻塞 {}", span(duration)),
        None => format!("{what} · 阻塞 {}", span(duration)),
    },
    band_late: |late| format!("延误：{}", late_tasks(late, "、")),
    object_state: |state| object_words(state, "在等"),
    trace_is_long_short: "已暂停：记录已经很长。点击运行可继续。",
    legend_running: "运行",
    legend_ready: "就绪",
    legend_suspended: "挂起",
    legend_blocking: "阻塞",
    lane_loop: "循环",
    idle_share: |percent| format!("空闲 {percent} %"),
    close: "关闭",
    slice_ran: |who, duration| format!("**{who}** 运行了 {}。", span(duration)),
    slice_was_ready: |who, duration| format!("**{who}** 已就绪，等了 {} 才轮到它。", span(duration)),
    slice_blocked: |who, what, duration| format!("**{who}** 在 {} 中阻塞了所有任务 {}。", code(what), span(duration)),
    slice_waited: |who, on, duration| format!("**{who}** 挂起了 {}，在等 {}。", span(duration), code(&label(on))),
    slice_span: |start, end| {
        let (start, end) = moments(start, end);
        format!("{start} s 至 {end} s")
    },
    slice_at: |frames| format!("等待栈：{}。", stack(frames, " → ")),
    slice_woken: |by| format!("唤醒它的是{}。", woken_zh(by)),
    slice_not_woken: "尚未被唤醒。",
    slice_late: |late, cause| match cause {
        Some((what, line)) => format!(
            "它的定时器晚了 {}，因为{}的 {} 占住了循环。",
            span(late),
            line.map_or(String::new(), at_zh),
            code(what)
        ),
        None => format!("它的定时器晚了 {}。", span(late)),
    },
    full_stop: "。",

    event_loop: "事件循环",
    turn: |turn| format!("第 {turn} 轮"),
    loop_running: "正在运行",
    loop_ready: "就绪队列",
    loop_timers: "定时器",
    loop_nobody: "无",
    loop_asleep_until: |until| format!("休眠至 {} s", moment(until)),
    loop_asleep: "休眠中，没有定时器",
    loop_not_running: "未运行",
    loop_no_timers: "无",

    tasks: "任务",
    tasks_empty: "还没有任务。",
    task_running: "运行中",
    task_ready: "就绪",
    task_new: "未开始",
    task_blocking: "阻塞了所有任务",
    outcome: |outcome| match outcome {
        Outcome::Returned { value } if value == "None" => "完成".into(),
        Outcome::Returned { value } => format!("返回 {}", code(value)),
        Outcome::Raised { exception, message } => format!("抛出 {}", raised(exception, message)),
        Outcome::Cancelled { .. } => "已取消".into(),
    },
    waiting: waiting_zh,

    console: "输出",
    console_empty: "程序打印的内容会出现在这里。",
    stderr: "错误输出",

    narration: "刚刚发生了什么",
    narration_empty: "还没有。",
    summary: |waited, took, blocked| {
        if blocked.0 > 0 {
            format!("在 **{}** 里，循环被阻塞了 **{}**：其间别的任务都无法运行。", span(took), span(blocked))
        } else if waited > Nanos(took.0 + took.0 / 100) {
            format!("总共 **{}** 的等待，只用了 **{}**：任务们同时在等。", span(waited), span(took))
        } else {
            format!("这次运行用了 **{}** 程序时间，其中 **{}** 在等待。", span(took), span(waited.min(took)))
        }
    },
    syntax_error_at: |line, message| format!("程序没有运行：{}有 {}。", at_zh(line), code(message)),
    raised_at: |line, error| match line {
        0 => format!("程序因 {} 而结束。", code(error)),
        line => format!("程序因 {} 而结束，它在{}抛出。", code(error), at_zh(line)),
    },
    deadlock: "死锁：所有任务都在互相等待，也没有定时器。真正的 Python 会永远停在这里。",
    trace_is_long: "运行已暂停：它记录了太多事件。点击**继续**接着运行，点击**停止**则结束。",
    our_fault: "这是页面自身的故障，不是你的程序的问题。你的代码已保留。",
    restart: "重新启动",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_a_person_says_them() {
        let shown = [0, 25, 1_500, 999_999, 20_000_000, 1_000_000_000, 1_250_000_000, 123_456_000_000]
            .map(|ns| span(Nanos(ns)));
        assert_eq!(shown, ["0 s", "25 ns", "1.5 µs", "1 ms", "20 ms", "1 s", "1.25 s", "123 s"]);
        assert_eq!(moment(Nanos(999_999_999)), "0.999");
        assert_eq!(moment(Nanos(61_000_000_000)), "61.000");
    }
}
