//! What happened, as sentences in both languages. They are rich text, as in `text`.

use super::text::*;
use crate::trace::event::{Actor, Change, Nanos, Outcome, TaskId, WaitingOn, Waker, WorkerId};

/// A thing that happened, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    LoopStarted,
    LoopIdle {
        until: Option<Nanos>,
    },
    LoopClosed,
    Created {
        task: TaskId,
        coroutine: String,
        by: Option<TaskId>,
    },
    Started {
        task: TaskId,
    },
    /// `code` is the text of the await; `next` whom the loop takes then.
    Suspended {
        task: TaskId,
        on: WaitingOn,
        line: Option<u32>,
        code: Option<String>,
        next: Option<TaskId>,
    },
    Woken {
        task: TaskId,
        by: Waker,
    },
    Resumed {
        task: TaskId,
        line: Option<u32>,
    },
    Ended {
        task: TaskId,
        outcome: Outcome,
    },
    CancelRequested {
        task: TaskId,
        by: Actor,
    },
    CancelDelivered {
        task: TaskId,
    },
    Blocked {
        by: Actor,
        what: String,
        duration: Nanos,
        line: u32,
    },
    Raised {
        by: Actor,
        exception: String,
        message: String,
        line: u32,
    },
    Caught {
        by: Actor,
        exception: String,
        line: u32,
    },
    Entered {
        by: Actor,
        manager: String,
        line: u32,
    },
    Left {
        by: Actor,
        manager: String,
        line: u32,
    },
    Yielded {
        by: Actor,
        generator: String,
        line: u32,
    },
    WorkerStarted {
        name: String,
    },
    WorkerFinished {
        name: String,
    },
    Warned {
        category: String,
        message: String,
    },
    Folded {
        events: u64,
        tasks: u64,
    },
    /// Mostly told only when it is just what is looked at: there are too many of its kind.
    Minor(Minor),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Minor {
    Turn { turn: u64, ready: usize },
    LoopStopped,
    Renamed { task: TaskId, name: String },
    Scheduled { callback: String },
    TimerSet { callback: String, when: Nanos },
    TimerFired { callback: String },
    HandleCancelled { callback: String },
    HandleStarted { callback: String },
    HandleFinished { callback: String },
    Printed { by: Actor, text: String, line: u32 },
    Changed { by: Actor, object: String, change: Change, depth: u64 },
    Submitted { by: Actor, function: String },
    JobStarted { worker: WorkerId, function: String },
    JobFinished { worker: WorkerId, function: String },
    WorkerIdle { worker: WorkerId },
    ThreadBlocked { by: Actor, on: String, line: u32 },
    ThreadWoken { by: Actor, woken: Actor },
    ThreadResumed { by: Actor },
    Line { line: u32 },
}

impl Minor {
    /// Threads hand over seldom enough to be told of always.
    pub fn is_told(&self) -> bool {
        matches!(
            self,
            Minor::Submitted { .. }
                | Minor::JobStarted { .. }
                | Minor::JobFinished { .. }
                | Minor::ThreadBlocked { .. }
                | Minor::ThreadWoken { .. }
        )
    }
}

/// The sentence. Rich.
pub fn said(said: &Said, language: Language) -> String {
    match language {
        Language::En => said_en(said),
        Language::Zh => said_zh(said),
    }
}

fn said_en(said: &Said) -> String {
    match said {
        Said::LoopStarted => "The event loop starts.".into(),
        Said::LoopIdle { until: Some(until) } => {
            format!("Nobody is ready. The loop sleeps until {} s.", moment(*until))
        }
        Said::LoopIdle { until: None } => "Nobody is ready, and no timer is set.".into(),
        Said::LoopClosed => "The event loop is closed.".into(),
        Said::Created { task, coroutine, by: Some(by) } => {
            format!("**{by}** makes task **{task}** of {}.", code(&format!("{coroutine}()")))
        }
        Said::Created { task, coroutine, by: None } => {
            format!("{} becomes task **{task}**.", code(&format!("{coroutine}()")))
        }
        Said::Started { task } => format!("The loop runs **{task}** for the first time."),
        Said::Suspended { task, on, line, code: text, next } => {
            let at = line.map_or(String::new(), |line| format!(" at {}", at_en(line)));
            let text = text.as_ref().map_or(String::new(), |text| format!(", {}", code(text)));
            let next = next.map_or(String::new(), |next| format!("; the loop takes **{next}**"));
            format!("**{task}** suspends{at}{text}: it {}{next}.", waiting_en(on))
        }
        Said::Woken { task, by } => format!("**{task}** is ready, woken by {}.", woken_en(by)),
        Said::Resumed { task, line: Some(line) } => {
            format!("The loop resumes **{task}**: the await at {} is over.", at_en(*line))
        }
        Said::Resumed { task, line: None } => format!("The loop resumes **{task}**."),
        Said::Ended { task, outcome: Outcome::Returned { value } } => match value.as_str() {
            "None" => format!("**{task}** is done."),
            value => format!("**{task}** is done and returns {}.", code(value)),
        },
        Said::Ended { task, outcome: Outcome::Raised { exception, message } } => {
            format!("**{task}** ends with {}.", raised(exception, message))
        }
        Said::Ended { task, outcome: Outcome::Cancelled { .. } } => format!("**{task}** ends, cancelled."),
        Said::CancelRequested { task, by } => capital(format!("{} asks **{task}** to cancel.", actor_en(*by))),
        Said::CancelDelivered { task } => format!("`CancelledError` is thrown into **{task}**."),
        Said::Blocked { by, what, duration, line } => capital(format!(
            "{} blocks everybody for {}: {} at {} does not give way.",
            actor_en(*by),
            span(*duration),
            code(what),
            at_en(*line)
        )),
        Said::Raised { by, exception, message, line } => {
            capital(format!("{} raises {} at {}.", actor_en(*by), raised(exception, message), at_en(*line)))
        }
        Said::Caught { by, exception, line } => {
            capital(format!("{} catches {} at {}.", actor_en(*by), code(exception), at_en(*line)))
        }
        Said::Entered { by, manager, line } => {
            capital(format!("{} enters {} at {}.", actor_en(*by), code(manager), at_en(*line)))
        }
        Said::Left { by, manager, line } => {
            capital(format!("{} leaves {} at {}.", actor_en(*by), code(manager), at_en(*line)))
        }
        Said::Yielded { by, generator, line } => {
            capital(format!("{} gives a value to {} at {}.", code(generator), actor_en(*by), at_en(*line)))
        }
        Said::WorkerStarted { name } => format!("Thread {} starts.", code(name)),
        Said::WorkerFinished { name } => format!("Thread {} is done.", code(name)),
        Said::Warned { category, message } => format!("Python warns: {}.", raised(category, message)),
        Said::Folded { events: 0, .. } => {
            "The run is long: from here on its tasks are counted, not drawn one by one.".to_owned()
        }
        Said::Folded { events, tasks } => format!("Counted so far, and not drawn: {tasks} tasks, {events} events."),
        Said::Minor(minor) => minor_en(minor),
    }
}

fn minor_en(minor: &Minor) -> String {
    match minor {
        Minor::Turn { turn, ready: 0 } => format!("The loop begins turn {turn}; nothing is ready yet."),
        Minor::Turn { turn, ready: 1 } => format!("The loop begins turn {turn} with one callback."),
        Minor::Turn { turn, ready } => format!("The loop begins turn {turn} with {ready} callbacks."),
        Minor::LoopStopped => "The event loop stops.".into(),
        Minor::Renamed { task, name } => format!("**{task}** is called {} now.", code(name)),
        Minor::Scheduled { callback } => format!("{} joins the ready queue.", code(callback)),
        Minor::TimerSet { callback, when } => format!("A timer is set for {} s: {}.", moment(*when), code(callback)),
        Minor::TimerFired { callback } => format!("The timer {} is due and joins the ready queue.", code(callback)),
        Minor::HandleCancelled { callback } => format!("{} is cancelled: the loop will not call it.", code(callback)),
        Minor::HandleStarted { callback } => format!("The loop calls {}.", code(callback)),
        Minor::HandleFinished { callback } => format!("{} returns to the loop.", code(callback)),
        Minor::Printed { by, text, line } => {
            capital(format!("{} prints {} at {}.", actor_en(*by), code(text), at_en(*line)))
        }
        Minor::Changed { by, object, change, depth } => {
            let what = match change {
                Change::Created => "makes",
                Change::Acquired => "acquires",
                Change::Released => "releases",
                Change::Set => "sets",
                Change::Cleared => "clears",
                Change::Put => "puts an item into",
                Change::Got => "takes an item from",
                Change::WaiterAdded => "stands in line for",
                Change::WaiterLeft => "leaves the line for",
                Change::Shutdown => "shuts down",
            };
            let depth = match change {
                Change::Put | Change::Got => format!(", which now holds {depth}"),
                _ => String::new(),
            };
            capital(format!("{} {what} {}{depth}.", actor_en(*by), code(object)))
        }
        Minor::Submitted { by, function } => {
            capital(format!("{} gives {} to a thread.", actor_en(*by), code(function)))
        }
        Minor::JobStarted { worker, function } => format!("Thread **{worker}** begins {}.", code(function)),
        Minor::JobFinished { worker, function } => format!("Thread **{worker}** is done with {}.", code(function)),
        Minor::WorkerIdle { worker } => format!("Thread **{worker}** has no work."),
        Minor::ThreadBlocked { by, on, line } => {
            capital(format!("The thread of {} waits in {} at {}.", actor_en(*by), code(on), at_en(*line)))
        }
        Minor::ThreadWoken { by, woken } => {
            capital(format!("{} gives {} what its thread waits for.", actor_en(*by), actor_en(*woken)))
        }
        Minor::ThreadResumed { by } => format!("The thread of {} goes on.", actor_en(*by)),
        Minor::Line { line } => format!("The program is at {}.", at_en(*line)),
    }
}

fn said_zh(said: &Said) -> String {
    match said {
        Said::LoopStarted => "事件循环启动。".into(),
        Said::LoopIdle { until: Some(until) } => format!("没有就绪的任务，循环休眠至 {} s。", moment(*until)),
        Said::LoopIdle { until: None } => "没有就绪的任务，也没有定时器。".into(),
        Said::LoopClosed => "事件循环关闭。".into(),
        Said::Created { task, coroutine, by: Some(by) } => {
            format!("**{by}** 用 {} 创建任务 **{task}**。", code(&format!("{coroutine}()")))
        }
        Said::Created { task, coroutine, by: None } => {
            format!("{} 成为任务 **{task}**。", code(&format!("{coroutine}()")))
        }
        Said::Started { task } => format!("循环首次运行 **{task}**。"),
        Said::Suspended { task, on, line, code: text, next } => {
            let at = line.map_or(String::new(), |line| format!("在{}", at_zh(line)));
            let text = text.as_ref().map_or(String::new(), |text| format!(" {} ", code(text)));
            let next = next.map_or(String::new(), |next| format!("；循环接着运行 **{next}**"));
            format!("**{task}** {at}{text}挂起：{}{next}。", waiting_zh(on))
        }
        Said::Woken { task, by } => format!("**{task}** 就绪，唤醒它的是{}。", woken_zh(by)),
        Said::Resumed { task, line: Some(line) } => format!("循环恢复 **{task}**：{}的等待结束。", at_zh(*line)),
        Said::Resumed { task, line: None } => format!("循环恢复 **{task}**。"),
        Said::Ended { task, outcome: Outcome::Returned { value } } => match value.as_str() {
            "None" => format!("**{task}** 完成。"),
            value => format!("**{task}** 完成，返回 {}。", code(value)),
        },
        Said::Ended { task, outcome: Outcome::Raised { exception, message } } => {
            format!("**{task}** 因 {} 而结束。", raised(exception, message))
        }
        Said::Ended { task, outcome: Outcome::Cancelled { .. } } => format!("**{task}** 被取消，结束。"),
        Said::CancelRequested { task, by } => format!("{}请求取消 **{task}**。", actor_zh(*by)).trim_start().into(),
        Said::CancelDelivered { task } => format!("`CancelledError` 在 **{task}** 中抛出。"),
        Said::Blocked { by, what, duration, line } => format!(
            "{}阻塞了所有任务 {}：{}的 {} 不会让出控制权。",
            actor_zh(*by),
            span(*duration),
            at_zh(*line),
            code(what)
        )
        .trim_start()
        .into(),
        Said::Raised { by, exception, message, line } => {
            format!("{}在{}抛出 {}。", actor_zh(*by), at_zh(*line), raised(exception, message)).trim_start().into()
        }
        Said::Caught { by, exception, line } => {
            format!("{}在{}捕获 {}。", actor_zh(*by), at_zh(*line), code(exception)).trim_start().into()
        }
        Said::Entered { by, manager, line } => {
            format!("{}在{}进入 {}。", actor_zh(*by), at_zh(*line), code(manager)).trim_start().into()
        }
        Said::Left { by, manager, line } => {
            format!("{}在{}离开 {}。", actor_zh(*by), at_zh(*line), code(manager)).trim_start().into()
        }
        Said::Yielded { by, generator, line } => {
            format!("{} 在{}向{}产出一个值。", code(generator), at_zh(*line), actor_zh(*by).trim_end())
        }
        Said::WorkerStarted { name } => format!("线程 {} 启动。", code(name)),
        Said::WorkerFinished { name } => format!("线程 {} 结束。", code(name)),
        Said::Warned { category, message } => format!("Python 警告：{}。", raised(category, message)),
        Said::Folded { events: 0, .. } => "运行很长：从这里起，任务只计数，不再逐个绘制。".to_owned(),
        Said::Folded { events, tasks } => format!("至此只计数、未绘制：{tasks} 个任务，{events} 个事件。"),
        Said::Minor(minor) => minor_zh(minor),
    }
}

fn minor_zh(minor: &Minor) -> String {
    match minor {
        Minor::Turn { turn, ready: 0 } => format!("循环开始第 {turn} 轮，还没有就绪的回调。"),
        Minor::Turn { turn, ready } => format!("循环开始第 {turn} 轮，有 {ready} 个回调就绪。"),
        Minor::LoopStopped => "事件循环停下。".into(),
        Minor::Renamed { task, name } => format!("**{task}** 改名为 {}。", code(name)),
        Minor::Scheduled { callback } => format!("{} 进入就绪队列。", code(callback)),
        Minor::TimerSet { callback, when } => format!("设定定时器，{} s 到点：{}。", moment(*when), code(callback)),
        Minor::TimerFired { callback } => format!("定时器 {} 到点，进入就绪队列。", code(callback)),
        Minor::HandleCancelled { callback } => format!("{} 被取消，循环不会再调用它。", code(callback)),
        Minor::HandleStarted { callback } => format!("循环调用 {}。", code(callback)),
        Minor::HandleFinished { callback } => format!("{} 返回循环。", code(callback)),
        Minor::Printed { by, text, line } => {
            format!("{}在{}打印 {}。", actor_zh(*by), at_zh(*line), code(text)).trim_start().into()
        }
        Minor::Changed { by, object, change, depth } => {
            let what = match change {
                Change::Created => "创建",
                Change::Acquired => "获得",
                Change::Released => "释放",
                Change::Set => "设置",
                Change::Cleared => "清除",
                Change::Put => "放入一项到",
                Change::Got => "取走一项，来自",
                Change::WaiterAdded => "排队等待",
                Change::WaiterLeft => "不再等待",
                Change::Shutdown => "关闭",
            };
            let depth = match change {
                Change::Put | Change::Got => format!("，现有 {depth} 项"),
                _ => String::new(),
            };
            format!("{}{what} {}{depth}。", actor_zh(*by), code(object)).trim_start().into()
        }
        Minor::Submitted { by, function } => {
            format!("{}把 {} 交给线程。", actor_zh(*by), code(function)).trim_start().into()
        }
        Minor::JobStarted { worker, function } => format!("线程 **{worker}** 开始运行 {}。", code(function)),
        Minor::JobFinished { worker, function } => format!("线程 **{worker}** 运行完 {}。", code(function)),
        Minor::WorkerIdle { worker } => format!("线程 **{worker}** 没有事做。"),
        Minor::ThreadBlocked { by, on, line } => {
            format!("{}所在的线程在{}的 {} 中等待。", actor_zh(*by), at_zh(*line), code(on)).trim_start().into()
        }
        Minor::ThreadWoken { by, woken } => {
            format!("{}给了{}所在线程所等的东西。", actor_zh(*by), actor_zh(*woken)).trim_start().into()
        }
        Minor::ThreadResumed { by } => format!("{}所在的线程继续。", actor_zh(*by)).trim_start().into(),
        Minor::Line { line } => format!("程序到了{}。", at_zh(*line)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backtick_of_the_programs_does_not_end_the_code() {
        let value = "'`'".into();
        let ended = Said::Ended { task: TaskId(1), outcome: Outcome::Returned { value } };
        assert_eq!(said(&ended, Language::En), "**T1** is done and returns `'''`.");
    }
}
