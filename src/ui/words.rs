//! The words of the panels: the loop, the tasks, findings, export, shortcuts, the table. What `text` is to the page.

use super::text::{Language, moment};
use crate::trace::event::{Nanos, TaskId};

pub struct Words {
    /// Findings.
    pub findings: &'static str,
    pub why: &'static str,
    pub fix: &'static str,
    pub show_moment: fn(Nanos) -> String,
    pub explain: &'static str,

    /// The loop: its parts, and what it does in each turn.
    pub threads: &'static str,
    pub browser: &'static str,
    pub due: &'static str,
    pub next: &'static str,
    pub call_soon: &'static str,
    pub next_turn: &'static str,
    pub phases: [&'static str; 3],
    pub phases_label: &'static str,
    pub browser_runs: &'static str,
    pub browser_timer: fn(Nanos) -> String,
    pub browser_thread: &'static str,
    pub browser_never: &'static str,
    pub browser_nothing: &'static str,
    pub thread_running: &'static str,
    pub thread_waiting: &'static str,
    pub thread_blocked: fn(&str) -> String,
    pub thread_idle: &'static str,

    /// Rich.
    pub waits_for: fn(TaskId, TaskId) -> String,
    pub also_awaited_by: fn(&str) -> String,
    pub ended: &'static str,
    pub cycle: &'static str,

    pub stack_of: fn(TaskId) -> String,
    pub locals: &'static str,

    pub export: &'static str,
    pub export_svg: &'static str,
    pub export_png: &'static str,
    pub export_trace: &'static str,
    pub export_perfetto: &'static str,
    pub export_output: &'static str,
    pub export_tree: &'static str,

    pub shortcuts: &'static str,
    pub keys: &'static [(&'static str, &'static str)],

    pub table: &'static str,
    pub table_hide: &'static str,
    pub columns: [&'static str; 6],
    pub rows_left_out: fn(usize) -> String,
}

impl Language {
    pub fn words(self) -> &'static Words {
        match self {
            Language::En => &EN,
            Language::Zh => &ZH,
        }
    }
}

static EN: Words = Words {
    findings: "Findings",
    why: "Why it matters",
    fix: "What to do",
    show_moment: |at| format!("Show {} s", moment(at)),
    explain: "Explain",

    threads: "Threads",
    browser: "Browser",
    due: "due",
    next: "first",
    call_soon: "call_soon: back into the queue",
    next_turn: "next turn",
    phases: ["wait", "due timers join the queue", "run what is ready"],
    phases_label: "Each turn of the loop",
    browser_runs: "its callback runs the loop for a few milliseconds; then the page paints",
    browser_timer: |at| format!("setTimeout: calls back at {} s", moment(at)),
    browser_thread: "calls back when a thread is done",
    browser_never: "will not call back: nothing is left to wait for",
    browser_nothing: "no callback: no loop is running",
    thread_running: "running",
    thread_waiting: "waiting for a thread",
    thread_blocked: |what| format!("blocked in {what}"),
    thread_idle: "idle",

    waits_for: |one, other| format!("**{one}** waits for **{other}**"),
    also_awaited_by: |who| format!("awaited by {who}, too"),
    ended: "Ended",
    cycle: "These tasks wait for each other",

    stack_of: |task| format!("Await stack of {task}"),
    locals: "Values",

    export: "Export",
    export_svg: "Timeline as SVG",
    export_png: "Timeline as PNG",
    export_trace: "Trace as JSON",
    export_perfetto: "Trace for ui.perfetto.dev",
    export_output: "Output as text",
    export_tree: "Task tree as text",

    shortcuts: "Keyboard shortcuts",
    keys: &[
        ("Ctrl Enter", "in the editor: run the program"),
        ("Space", "run, pause, continue"),
        ("← →", "a step back, a step forward"),
        ("Shift ← →", "an event back, an event forward"),
        ("↑ ↓ ← → Home End", "in the timeline: from slice to slice"),
        ("W A S D", "in the timeline: zoom and pan"),
        ("Tab", "to the next control; in the editor after typing: indent"),
        ("Esc", "close; in the editor: let Tab leave"),
        ("?", "this list"),
    ],

    table: "Show as a table",
    table_hide: "Hide the table",
    columns: ["Task", "State", "From (s)", "To (s)", "Line", "Reason"],
    rows_left_out: |count| format!("{count} earlier rows are left out."),
};

static ZH: Words = Words {
    findings: "发现",
    why: "为什么重要",
    fix: "怎么办",
    show_moment: |at| format!("查看 {} s", moment(at)),
    explain: "说明",

    threads: "线程",
    browser: "浏览器",
    due: "到点",
    next: "队首",
    call_soon: "call_soon：回到队列",
    next_turn: "下一轮",
    phases: ["等待", "到点的定时器入队", "运行就绪的回调"],
    phases_label: "循环的每一轮",
    browser_runs: "它的回调让循环运行几毫秒，然后页面重绘",
    browser_timer: |at| format!("setTimeout：{} s 时回调", moment(at)),
    browser_thread: "线程完成时回调",
    browser_never: "不会再回调：没有什么可等了",
    browser_nothing: "没有回调：没有循环在运行",
    thread_running: "运行中",
    thread_waiting: "等待线程",
    thread_blocked: |what| format!("阻塞于 {what}"),
    thread_idle: "空闲",

    waits_for: |one, other| format!("**{one}** 等待 **{other}**"),
    also_awaited_by: |who| format!("{who} 也在等它"),
    ended: "已结束",
    cycle: "这些任务在互相等待",

    stack_of: |task| format!("{task} 的等待栈"),
    locals: "变量",

    export: "导出",
    export_svg: "时间线（SVG）",
    export_png: "时间线（PNG）",
    export_trace: "事件记录（JSON）",
    export_perfetto: "用于 ui.perfetto.dev 的记录",
    export_output: "输出（文本）",
    export_tree: "任务树（文本）",

    shortcuts: "键盘快捷键",
    keys: &[
        ("Ctrl Enter", "在编辑器内：运行程序"),
        ("Space", "运行、暂停、继续"),
        ("← →", "退一步、进一步"),
        ("Shift ← →", "退一个事件、进一个事件"),
        ("↑ ↓ ← → Home End", "在时间线上：逐段移动"),
        ("W A S D", "在时间线上：缩放、平移"),
        ("Tab", "到下一个控件；在编辑器内输入后：缩进"),
        ("Esc", "关闭；在编辑器内：让 Tab 离开"),
        ("?", "本列表"),
    ],

    table: "以表格显示",
    table_hide: "隐藏表格",
    columns: ["任务", "状态", "开始（s）", "结束（s）", "行", "原因"],
    rows_left_out: |count| format!("较早的 {count} 行未显示。"),
};
