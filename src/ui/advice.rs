//! What a finding says, in both languages: what happened, why it matters, how to mend it. Rich text, as in `text`.

use super::text::*;
use crate::run::module_names;
use crate::trace::event::{Nanos, TaskId};
use crate::trace::findings::{Finding, FindingKind};

pub struct Advice {
    /// A few words.
    pub title: &'static str,
    pub what: String,
    pub why: &'static str,
    pub fix: &'static str,
}

pub fn advice(finding: &Finding, language: Language) -> Advice {
    match language {
        Language::En => advice_en(finding),
        Language::Zh => advice_zh(finding),
    }
}

/// The word for `data-finding`.
pub fn word(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::Blocking { .. } => "blocking",
        FindingKind::LongStep { .. } => "long-step",
        FindingKind::NeverAwaited { .. } => "never-awaited",
        FindingKind::TaskDestroyed { .. } => "task-destroyed",
        FindingKind::NeverRetrieved { .. } => "never-retrieved",
        FindingKind::Sequential { .. } => "sequential",
        FindingKind::LockHeld { .. } => "lock-held",
        FindingKind::LeftPending { .. } => "left-pending",
        FindingKind::Deadlock { .. } => "deadlock",
        FindingKind::Unbounded { .. } => "unbounded",
        FindingKind::MissingModule { .. } => "missing-module",
    }
}

/// Whether the program may be right as it is.
pub fn is_hint(kind: &FindingKind) -> bool {
    matches!(kind, FindingKind::Sequential { .. } | FindingKind::Unbounded { .. } | FindingKind::LockHeld { .. })
}

/// `T2 → T3 → T2`.
fn round(cycle: &[TaskId]) -> String {
    let names: Vec<String> = cycle.iter().chain(cycle.first()).map(|task| format!("**{task}**")).collect();
    names.join(" → ")
}

/// What a program can import.
fn modules(separator: &str) -> String {
    module_names().map(code).collect::<Vec<_>>().join(separator)
}

fn one(task: &Option<TaskId>, or: &str) -> String {
    task.map_or_else(|| or.to_owned(), |task| format!("**{task}**"))
}

fn advice_en(finding: &Finding) -> Advice {
    let at = finding.line.map_or(String::new(), |line| format!(" at {}", at_en(line)));
    let times = if finding.times > 1 { format!(", {} times", finding.times) } else { String::new() };
    let late = |late: &[TaskId], worst: Nanos| match late {
        [] => String::new(),
        late => format!(" It made {} up to **{}** late.", tasks(late, ", "), span(worst)),
    };
    const ONE_THREAD: &str = "Everything runs on one thread. While it is held, no timer fires and no other task runs; a server answers nobody.";
    match &finding.kind {
        FindingKind::Blocking { by, what, duration, late: all, worst } => Advice {
            title: "Blocking call",
            what: capital(format!(
                "{} holds up the loop for **{}** in {}{at}{times}.{}",
                actor_en(*by),
                span(*duration),
                code(what),
                late(all, *worst)
            )),
            why: ONE_THREAD,
            fix: "Await instead: `await asyncio.sleep(…)`. What can only block belongs in a thread: `await asyncio.to_thread(f, …)`.",
        },
        FindingKind::LongStep { task, duration, late: all, worst } => Advice {
            title: "Long computation",
            what: format!(
                "**{task}** computes for **{}** without an await{times}.{}",
                span(*duration),
                late(all, *worst)
            ),
            why: ONE_THREAD,
            fix: "Compute in a thread or process (`loop.run_in_executor`), or give way now and then with `await asyncio.sleep(0)`.",
        },
        FindingKind::NeverAwaited { coroutine } => Advice {
            title: "Coroutine never awaited",
            what: format!(
                "{}{at} is called but never awaited{times}: it does not run.",
                code(&format!("{coroutine}()"))
            ),
            why: "Calling an `async def` function only makes a coroutine. Nothing in it runs before it is awaited or made a task.",
            fix: "Write `await` before the call, or start it beside this one with `asyncio.create_task(…)`.",
        },
        FindingKind::TaskDestroyed { task } => Advice {
            title: "Pending task lost",
            what: format!("{} was destroyed while it was pending{times}.", one(task, "A task")),
            why: "The loop refers to tasks only weakly: one that nobody else keeps can vanish halfway. A closed loop runs no task any more.",
            fix: "Keep the task in a variable, a set or an `asyncio.TaskGroup`, and await it before the loop ends.",
        },
        FindingKind::NeverRetrieved { task, exception, message } => Advice {
            title: "Exception never retrieved",
            what: if exception.is_empty() {
                format!("{} failed, and nobody ever asked{times}.", one(task, "A future"))
            } else {
                let failed = raised(exception, message);
                format!("{} failed with {failed}{at}, and nobody ever asked{times}.", one(task, "A future"))
            },
            why: "A task keeps its exception for whoever awaits it. If nobody does, the program goes on as if nothing had happened.",
            fix: "Await the task, or start it in an `asyncio.TaskGroup`, which raises what its tasks raise.",
        },
        FindingKind::Sequential { function, awaits, took, could, .. } => Advice {
            title: "One after the other",
            what: format!(
                "{} waits {awaits} times in a row{at}: **{}**. At the same time it would be **{}**.",
                code(function),
                span(*took),
                span(*could)
            ),
            why: "Each await here is over before the next begins, although none seems to need another's result.",
            fix: "Start them together: `a, b = await asyncio.gather(f(), g())`, or an `asyncio.TaskGroup`.",
        },
        FindingKind::LockHeld { lock, holder, on, waiters, waited } => Advice {
            title: "Lock held across an await",
            what: format!(
                "**{holder}** {} while it holds {}{at}. Meanwhile {} wait for the lock: **{}** in all.",
                waiting_en(on),
                code(lock),
                tasks(waiters, ", "),
                span(*waited)
            ),
            why: "Whoever wants the lock waits for that await, too: tasks that could wait at the same time stand in line.",
            fix: "Hold the lock only around the shared state, and await outside of it. To bound how many run at once, use a `Semaphore`.",
        },
        FindingKind::LeftPending { tasks: left, awaited } => Advice {
            title: "Tasks left pending",
            what: format!(
                "{} had not finished when the main coroutine ended, and `asyncio.run` cancelled them.{}",
                tasks(left, ", "),
                if *awaited { "" } else { " Nobody awaited them." }
            ),
            why: "`asyncio.run` waits for its own coroutine only. What other tasks have not done by then never happens.",
            fix: "Await them before the end (`gather`, `TaskGroup`); or cancel them yourself, and await their end.",
        },
        FindingKind::Deadlock { cycle, stuck } if cycle.is_empty() => Advice {
            title: "Deadlock",
            what: format!("Nobody is left to wake {}.", tasks(stuck, ", ")),
            why: "Nothing is ready, no timer is set, no thread runs. Python would hang here for ever.",
            fix: "Who was to set the event, put the item, give the result? See whether that task has ended, or waits here, too.",
        },
        FindingKind::Deadlock { cycle, .. } => Advice {
            title: "Deadlock",
            what: format!("{}: each waits for the next.", round(cycle)),
            why: "None can go on before another does, no timer is set, no thread runs. Python would hang here for ever.",
            fix: "Take locks in the same order everywhere; let no two tasks await each other; bound waits with `asyncio.timeout(…)`.",
        },
        FindingKind::Unbounded { coroutine, count } => Advice {
            title: "Unbounded concurrency",
            what: format!("**{count}** tasks of {}{at} wait at the same time.", code(coroutine)),
            why: "Each may hold a socket, a file, memory. A server may refuse so many at once.",
            fix: "Bound them: `async with semaphore:` around the work (`asyncio.Semaphore(10)`), or a few workers that take from an `asyncio.Queue`.",
        },
        FindingKind::MissingModule { name } => Advice {
            title: "No such module here",
            what: format!("There is no {} in this page. There are: {}.", code(name), modules(", ")),
            why: "The program runs in the page, without files, network and packages.",
            fix: "Stand in for it: a coroutine of your own with `await asyncio.sleep(…)` takes the time that a request would.",
        },
    }
}

fn advice_zh(finding: &Finding) -> Advice {
    let at = finding.line.map_or(String::new(), |line| format!("在{}", at_zh(line)));
    let times = if finding.times > 1 { format!("，共 {} 次", finding.times) } else { String::new() };
    let late = |late: &[TaskId], worst: Nanos| match late {
        [] => String::new(),
        late => format!("{} 因此最多迟了 **{}**。", tasks(late, "、"), span(worst)),
    };
    const ONE_THREAD: &str =
        "所有任务共用一个线程。线程被占住时，定时器不会触发，别的任务也不能运行；服务器谁也不应答。";
    match &finding.kind {
        FindingKind::Blocking { by, what, duration, late: all, worst } => Advice {
            title: "阻塞调用",
            what: format!(
                "{}{at}用 {} 占住循环 **{}**{times}。{}",
                actor_zh(*by),
                code(what),
                span(*duration),
                late(all, *worst)
            )
            .trim_start()
            .into(),
            why: ONE_THREAD,
            fix: "改用 await：`await asyncio.sleep(…)`。只能阻塞的调用放到线程里：`await asyncio.to_thread(f, …)`。",
        },
        FindingKind::LongStep { task, duration, late: all, worst } => Advice {
            title: "长时间计算",
            what: format!(
                "**{task}** 连续计算了 **{}**，其间没有 await{times}。{}",
                span(*duration),
                late(all, *worst)
            ),
            why: ONE_THREAD,
            fix: "把计算放到线程或进程里（`loop.run_in_executor`），或者不时用 `await asyncio.sleep(0)` 让出控制权。",
        },
        FindingKind::NeverAwaited { coroutine } => Advice {
            title: "协程从未被 await",
            what: format!("{at}调用了 {}，却没有 await 它{times}：它不会运行。", code(&format!("{coroutine}()"))),
            why: "调用 `async def` 函数只会得到一个协程对象。在被 await 或成为任务之前，其中的代码一行也不会执行。",
            fix: "在调用前写上 `await`；想让它同时运行，就用 `asyncio.create_task(…)`。",
        },
        FindingKind::TaskDestroyed { task } => Advice {
            title: "未完成的任务丢失",
            what: format!("{} 还没完成就被销毁了{times}。", one(task, "一个任务")),
            why: "循环对任务只保留弱引用：没有别处引用的任务可能中途消失。循环关闭之后，任务也不会再运行。",
            fix: "把任务保存在变量、集合或 `asyncio.TaskGroup` 里，并在循环结束前 await 它。",
        },
        FindingKind::NeverRetrieved { task, exception, message } => Advice {
            title: "异常从未被取出",
            what: if exception.is_empty() {
                format!("{} 失败了，却没有人过问{times}。", one(task, "一个期物"))
            } else {
                format!("{} {at}因 {} 失败，却没有人过问{times}。", one(task, "一个期物"), raised(exception, message))
            },
            why: "任务把异常留给 await 它的人。没有人 await，程序就会若无其事地继续。",
            fix: "await 这个任务；或者在 `asyncio.TaskGroup` 里启动它，组会抛出成员抛出的异常。",
        },
        FindingKind::Sequential { function, awaits, took, could, .. } => Advice {
            title: "逐个等待",
            what: format!(
                "{} {at}接连等了 {awaits} 次，共 **{}**。同时等待只需 **{}**。",
                code(function),
                span(*took),
                span(*could)
            ),
            why: "这里每个 await 都等到结束才开始下一个，而它们似乎并不需要彼此的结果。",
            fix: "让它们同时开始：`a, b = await asyncio.gather(f(), g())`，或者用 `asyncio.TaskGroup`。",
        },
        FindingKind::LockHeld { lock, holder, on, waiters, waited } => Advice {
            title: "持锁等待",
            what: format!(
                "**{holder}** {at}持有 {} 时{}。其间 {} 都在等这把锁，共 **{}**。",
                code(lock),
                waiting_zh(on),
                tasks(waiters, "、"),
                span(*waited)
            ),
            why: "想要这把锁的任务也得陪着等这个 await：本可同时等待的任务排成了队。",
            fix: "只在访问共享状态的几行里持锁，在锁外 await。想限制同时运行的数量，用 `Semaphore`。",
        },
        FindingKind::LeftPending { tasks: left, awaited } => Advice {
            title: "任务没有做完",
            what: format!(
                "主协程结束时 {} 还没有完成，被 `asyncio.run` 取消。{}",
                tasks(left, "、"),
                if *awaited { "" } else { "没有人 await 过它们。" }
            ),
            why: "`asyncio.run` 只等它自己的协程。到那时别的任务还没做的事，就不会再做了。",
            fix: "在结束前 await 它们（`gather`、`TaskGroup`）；或者自己取消它们，并等它们结束。",
        },
        FindingKind::Deadlock { cycle, stuck } if cycle.is_empty() => Advice {
            title: "死锁",
            what: format!("再没有谁能唤醒 {}。", tasks(stuck, "、")),
            why: "没有就绪的回调，没有定时器，也没有线程在运行。真正的 Python 会永远停在这里。",
            fix: "该由谁来设置事件、放入数据、给出结果？看看那个任务是不是已经结束，或者也在等。",
        },
        FindingKind::Deadlock { cycle, .. } => Advice {
            title: "死锁",
            what: format!("{}：每个都在等下一个。", round(cycle)),
            why: "谁都要等别人先走，没有定时器，也没有线程在运行。真正的 Python 会永远停在这里。",
            fix: "各处按相同的顺序取锁；不要让两个任务互相 await；用 `asyncio.timeout(…)` 限定等待时间。",
        },
        FindingKind::Unbounded { coroutine, count } => Advice {
            title: "并发没有上限",
            what: format!(
                "**{count}** 个 {} 任务（{}）同时在等。",
                code(coroutine),
                finding.line.map_or(String::new(), at_zh)
            ),
            why: "每个任务都可能占着一个套接字、一个文件、一些内存；服务器也可能拒绝这么多请求。",
            fix: "限制数量：用 `async with semaphore:`（`asyncio.Semaphore(10)`）包住工作，或者让几个工人任务从 `asyncio.Queue` 里取活。",
        },
        FindingKind::MissingModule { name } => Advice {
            title: "这里没有这个模块",
            what: format!("这个页面里没有 {}。有的是：{}。", code(name), modules("、")),
            why: "程序就在页面里运行，没有文件、网络，也没有第三方包。",
            fix: "找个替身：自己写一个协程，用 `await asyncio.sleep(…)` 占掉一次请求要花的时间。",
        },
    }
}
