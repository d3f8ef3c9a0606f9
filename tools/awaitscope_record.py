#!/usr/bin/env python3
"""Records a real asyncio program for awaitscope's stage.

    python awaitscope_record.py PROGRAM.py [-o TRACE] [ARGUMENT ...]
    python awaitscope_record.py [-o TRACE] PROGRAM.py [--] [ARGUMENT ...]

Runs the program in this interpreter, CPython 3.12 or later, with its real input and output, and writes what its event
loop and its tasks did. The file is JSON lines: a header with the program's source, then one event a line, as
`run --trace` writes them (`src/trace/event.rs` says what each means). Times are nanoseconds since the recording began.

It looks on through `sys.monitoring` and changes nothing but the class of the tasks, which tell of `cancel()`; a task
factory of the program's own is left alone. Names, texts and values are shortened to 200 characters.
"""

import argparse
import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.locks
import asyncio.queues
import asyncio.tasks
import concurrent.futures.thread
import functools
import inspect
import io
import json
import os
import reprlib
import runpy
import selectors
import sys
import threading
import time
import weakref

FORMAT = 1
LONGEST = 200
MONITORING = sys.monitoring
EVENTS = MONITORING.events


def shorten(text):
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


class Recorder:
    def __init__(self, path, out):
        self.path = path
        self.out = out
        self.begun = time.perf_counter_ns()
        self.seq = 0
        # An output event whose line has not ended.
        self.unfinished = None
        # Tasks, handles and objects by id(); each entry keeps its owner alive or knows when it died.
        self.tasks, self.handles, self.objects = Numbers(), Numbers(), Numbers()
        self.threads, self.jobs = Numbers(), Numbers()
        # The names of the threads that run, by identifier; those without work.
        self.workers, self.idle = {}, set()
        self.started, self.done, self.cancelling, self.woken = set(), set(), {}, set()
        self.suspended_on = {}
        self.running_handle = self.running_task = None
        # What made a callback ready.
        self.causes = weakref.WeakKeyDictionary()
        self.turn = 0
        self.lock = threading.RLock()

    # The log.

    def now(self):
        return time.perf_counter_ns() - self.begun

    def at_loop_time(self, loop, when):
        """A moment of the loop's clock as one of ours."""
        return max(0, self.now() + round((when - loop.time()) * 1e9))

    def emit(self, kind, actor=None, **fields):
        with self.lock:
            self.flush()
            self.write({"at": self.now(), "actor": actor or self.actor(), "kind": kind, **fields})

    def write(self, event):
        line = json.dumps({"seq": self.seq, **event}, ensure_ascii=False, separators=(",", ":"))
        self.seq += 1
        self.out.write(line + "\n")

    def output(self, stream, text):
        """Told of line by line: `print` writes its arguments and its newline one by one."""
        with self.lock:
            if self.unfinished is not None and self.unfinished["stream"] != stream:
                self.flush()
            if self.unfinished is None:
                self.unfinished = {"at": self.now(), "actor": self.actor(), "kind": "output", "stream": stream,
                                   "text": "", "line": self.line_of_program()}
            self.unfinished["text"] += text
            if text.endswith("\n"):
                self.flush()

    def flush(self):
        event, self.unfinished = self.unfinished, None
        if event is not None:
            self.write(event)

    def actor(self):
        ident = threading.get_ident()
        if ident in self.workers:
            return self.workers[ident]
        task = self.current()
        return "main" if task is None else self.name_of(task) or "main"

    @staticmethod
    def current():
        try:
            return asyncio.current_task()
        except RuntimeError:
            return None

    # Tasks.

    def name_of(self, task):
        """`T3`; met for the first time, the task is told of. `None` for those that shut a loop down."""
        coroutine = task.get_coro()
        if getattr(coroutine, "__qualname__", "") in SHUTDOWN:
            return None
        number, is_new = self.tasks.number(task)
        name = f"T{number}"
        if is_new:
            parent = self.current()
            if parent is task:
                # An eager task that has begun already.
                parent = self.running_task
            self.emit("task_created", task=name, name=shorten(task.get_name()),
                      coroutine=shorten(getattr(coroutine, "__qualname__", type(coroutine).__name__)),
                      parent=None if parent is None else self.name_of(parent),
                      line=self.line_of_program(getattr(coroutine, "cr_code", None)))
        return name

    def finish(self, task, outcome=None):
        name = self.name_of(task)
        if name is None or name in self.done:
            return
        self.done.add(name)
        if outcome is None:
            if task.cancelled():
                outcome = {"type": "cancelled", "message": "", "returned": False}
            elif (error := task.exception()) is not None:
                outcome = {"type": "raised", "exception": type(error).__name__, "message": shorten(str(error))}
            else:
                outcome = {"type": "returned", "value": short_repr(task.result())}
        self.emit("task_done", task=name, outcome=outcome)

    def await_stack(self, coroutine, yielded):
        """The frames of a suspended coroutine and of what it awaits, outermost first. `yielded` are the frames that have
        just been left, innermost first: an async generator's `asend` does not tell whose it is."""
        frames = []
        while coroutine is not None and len(frames) < 1000:
            frame = (getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
                     or getattr(coroutine, "ag_frame", None))
            if frame is not None:
                frames.append(frame)
            elif type(coroutine).__name__.startswith("async_generator_") and frames and frames[-1] in yielded:
                frames += reversed(yielded[:yielded.index(frames[-1])])
                break
            following = None
            for attribute in ("cr_await", "gi_yieldfrom", "ag_await"):
                following = getattr(coroutine, attribute, None)
                if following is not None:
                    break
            coroutine = following
        return frames

    def stack_of_program(self, frames):
        stack = []
        for frame in frames:
            if frame.f_code.co_filename == self.path:
                line, column = place(frame)
                stack.append({"function": frame.f_code.co_qualname, "line": line, "column": column})
        return stack

    def line_of_program(self, without=None):
        """The line of the program that runs; frames of the code `without` do not count."""
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self.path and frame.f_code is not without:
                return frame.f_lineno
            frame = frame.f_back
        return 0

    def waiting_on(self, frames, future):
        """Why a task is suspended: what the innermost function of asyncio that it is in says."""
        for outer, frame in zip(reversed([None, *frames[:-1]]), reversed(frames)):
            if outer is not None and isinstance(outer.f_locals.get("self"), asyncio.Queue):
                frame = outer
            reason = self.reason_in(frame)
            if reason is not None:
                return reason
            if frame.f_code.co_filename == self.path:
                break
        if future is None:
            return {"type": "turn"}
        if isinstance(future, asyncio.Task):
            return {"type": "task", "task": self.name_of(future)}
        children = getattr(future, "_children", None)
        if children is not None:
            return {"type": "tasks", "what": "gather", "tasks": self.names_of(children)}
        source = EXECUTOR_FUTURES.get(future)
        if source is not None:
            return source
        return {"type": "future", "object": self.objects.number(future)[0]}

    def names_of(self, tasks):
        names = [name for task in tasks if isinstance(task, asyncio.Task) and (name := self.name_of(task))]
        return sorted(names, key=lambda name: int(name[1:])) if isinstance(tasks, set) else names

    def reason_in(self, frame):
        code, values = frame.f_code, frame.f_locals
        if code is asyncio.sleep.__code__:
            handle = values.get("h")
            delay = values.get("delay", 0)
            if handle is None:
                return {"type": "turn"}
            until = self.at_loop_time(values["loop"], handle.when())
            return {"type": "sleep", "delay": max(0, round(delay * 1e9)), "until": until}
        if code is asyncio.tasks._wait.__code__:
            return {"type": "tasks", "what": "wait", "tasks": self.names_of(values.get("fs", ()))}
        if code is asyncio.TaskGroup.__aexit__.__code__ or code.co_qualname == "TaskGroup._aexit":
            return {"type": "tasks", "what": "TaskGroup", "tasks": self.names_of(values["self"]._tasks)}
        owner = values.get("self")
        if isinstance(owner, WATCHED):
            return {"type": "object", **self.describe(owner), "holders": self.holders(owner)}
        return None

    # Locks and their like.

    def describe(self, owner):
        number, _ = self.objects.number(owner)
        what = type(owner).__name__
        return {"object": number, "what": what, "name": f"{what} {number}"}

    def holders(self, owner):
        return list(HOLDERS.get(owner, ()))

    def object_changed(self, owner, change, depth=0, actor=None):
        names = {"put": ["_getters"], "got": ["_putters"]}.get(change, ("_waiters", "_getters", "_putters"))
        queues = [getattr(owner, name, None) for name in names]
        waiters = [WAITERS[future] for queue in queues for future in queue or () if future in WAITERS]
        if change == "waiter_left":
            waiters = [name for name in waiters if name != actor]
        self.emit("object_changed", actor=actor, **self.describe(owner), change=change, holders=self.holders(owner),
                  waiters=waiters, depth=depth)

    # What the loop does.

    def handle_number(self, handle):
        return self.handles.number(handle)[0]

    @staticmethod
    def task_of_callback(callback):
        """The task whose step a callback is."""
        task = getattr(callback, "__self__", None)
        is_step = type(callback).__name__ == "TaskStepMethWrapper" or getattr(callback, "__name__", "") in STEPS
        return task if is_step and isinstance(task, asyncio.Task) else None


class Numbers:
    """Numbers for objects, from 1, in the order in which they are met. The objects die when they would have died."""

    def __init__(self):
        self.count = 0
        self.by_id, self.by_number = {}, {}

    def number(self, owner):
        """(its number, whether it is new)"""
        key = id(owner)
        if key in self.by_id:
            return self.by_id[key], False
        self.count += 1
        number = self.count
        self.by_id[key] = number

        def gone(_):
            del self.by_id[key], self.by_number[number]

        self.by_number[number] = weakref.ref(owner, gone)
        return number, True

    def knows(self, owner):
        return id(owner) in self.by_id

    def owner(self, number):
        found = self.by_number.get(number)
        return None if found is None else found()


# The methods of a task that the loop calls: in C, and in Python.
STEPS = ("task_wakeup", "__step", "__wakeup")
# The coroutines of the tasks in which `asyncio.run` shuts a loop down.
SHUTDOWN = ("BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor")
# Whose the futures are that tasks are suspended on.
WAITERS = weakref.WeakKeyDictionary()
HOLDERS = weakref.WeakKeyDictionary()
# What executors do: (number, function) by the executor's future, and why a task waits by asyncio's.
JOBS = weakref.WeakKeyDictionary()
EXECUTOR_FUTURES = weakref.WeakKeyDictionary()
WATCHED = (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Barrier, asyncio.Queue)


def place(frame):
    """Line and column, both from 1, of the instruction where a frame stands; the column counts characters."""
    line = column = None
    positions = frame.f_code.co_positions()
    for index, position in enumerate(positions):
        if index == frame.f_lasti // 2:
            line, _, column, _ = position
            break
    return line or frame.f_lineno, (column or 0) + 1


def short_repr(value):
    try:
        return shorten(reprlib.repr(value))
    except Exception as error:
        return f"<repr raised {type(error).__name__}>"


class Watcher:
    """Hears from `sys.monitoring` when functions of the loop, and coroutines of the program, start, stop and end."""

    def __init__(self, recorder):
        self.recorder = recorder
        self.tool = next(tool for tool in (4, 3, MONITORING.PROFILER_ID) if MONITORING.get_tool(tool) is None)
        # The frames that have just been left by a suspension, innermost first.
        self.yielded = []
        # The loop has not yet run a handle in this iteration.
        self.timers_are_due = False
        loop, handle = asyncio.base_events.BaseEventLoop, asyncio.events.Handle
        self.on_start = {
            loop._run_once.__code__: self.run_once,
            loop.run_forever.__code__: self.run_forever,
            handle._run.__code__: self.run_handle,
            handle.cancel.__code__: self.cancel_handle,
            concurrent.futures.thread._WorkItem.run.__code__: self.job_started,
            threading.Thread._bootstrap_inner.__code__: self.thread_started,
            threading.Thread.start.__code__: self.thread_created,
            asyncio.Lock.release.__code__: self.released,
            asyncio.Semaphore.release.__code__: self.released,
            asyncio.Event.set.__code__: self.event_set,
            asyncio.Event.clear.__code__: self.event_cleared,
            asyncio.Queue._wakeup_next.__code__: self.queue_changed,
        }
        self.on_return = {
            loop.create_task.__code__: self.create_task,
            loop._call_soon.__code__: self.call_soon,
            loop.call_at.__code__: self.call_at,
            loop.run_forever.__code__: self.loop_stopped,
            loop.close.__code__: self.loop_closed,
            asyncio.wrap_future.__code__: self.wrapped,
            concurrent.futures.thread._WorkItem.__init__.__code__: self.submitted,
            concurrent.futures.thread._WorkItem.run.__code__: self.job_finished,
            threading.Thread._bootstrap_inner.__code__: self.thread_finished,
            handle._run.__code__: self.handle_done,
            asyncio.Lock.acquire.__code__: self.acquired,
            asyncio.Semaphore.acquire.__code__: self.acquired,
        }
        for selector in ("EpollSelector", "KqueueSelector", "SelectSelector", "PollSelector", "DevpollSelector"):
            if hasattr(selectors, selector):
                self.on_start[getattr(selectors, selector).select.__code__] = self.select

    def install(self):
        MONITORING.use_tool_id(self.tool, "awaitscope")
        register = lambda event, callback: MONITORING.register_callback(self.tool, event, callback)
        register(EVENTS.PY_START, self.start)
        register(EVENTS.PY_YIELD, self.paused)
        register(EVENTS.PY_RETURN, self.returned)
        register(EVENTS.PY_UNWIND, self.unwound)
        MONITORING.set_events(
            self.tool,
            EVENTS.PY_START | EVENTS.PY_YIELD | EVENTS.PY_RETURN | EVENTS.PY_UNWIND,
        )

    def uninstall(self):
        MONITORING.set_events(self.tool, 0)
        MONITORING.free_tool_id(self.tool)

    # Events of the interpreter. Those of code that is neither the loop's nor a task's are switched off where they come from.

    def start(self, code, offset):
        frame = sys._getframe(1)
        watch = self.on_start.get(code)
        if watch is not None:
            watch(frame)
        elif not code.co_flags & COROUTINE:
            return MONITORING.DISABLE
        else:
            # An eager task starts without the loop.
            task = self.task_of(frame)
            if task is not None and (name := self.recorder.name_of(task)) and name not in self.recorder.started:
                self.step(task, name, False)

    def paused(self, code, offset, value):
        if not code.co_flags & (COROUTINE | ASYNC_GENERATOR):
            return MONITORING.DISABLE
        frame, yielded = sys._getframe(1), self.yielded
        if type(value).__name__ == "async_generator_wrapped_value":
            # An async generator gave a value: its caller runs on.
            yielded.clear()
            return
        yielded.append(frame)

    def suspended(self, task, name):
        """The step of a task has ended at an await."""
        recorder = self.recorder
        yielded, self.yielded = self.yielded, []
        frames = recorder.await_stack(task.get_coro(), yielded)
        stack = recorder.stack_of_program(frames)
        future = getattr(task, "_fut_waiter", None)
        on = recorder.waiting_on(frames, future)
        recorder.suspended_on[name] = on
        recorder.woken.discard(name)
        if future is not None:
            WAITERS[future] = name
        if on["type"] == "object":
            owner = recorder.objects.owner(on["object"])
            queues = (getattr(owner, queue, None) for queue in ("_waiters", "_getters", "_putters"))
            if any(future in queue for queue in queues if queue):
                depth = owner.qsize() if isinstance(owner, asyncio.Queue) else 0
                recorder.object_changed(owner, "waiter_added", actor=name, depth=depth)
        recorder.emit("suspended", actor=name, task=name, stack=stack, on=on)
        if future is None:
            # Its next step is in the queue already.
            recorder.woken.add(name)
            recorder.emit("woken", actor=name, task=name, by={"type": "turn"})

    def returned(self, code, offset, value):
        watch = self.on_return.get(code)
        frame = sys._getframe(1)
        if watch is not None:
            watch(frame, value)
            return
        if not code.co_flags & COROUTINE:
            return MONITORING.DISABLE
        task = self.task_of(frame)
        if task is not None:
            outcome = {"type": "returned", "value": short_repr(value)}
            if task.cancelling() and getattr(task, "_must_cancel", False):
                outcome = {"type": "cancelled", "message": "", "returned": True}
            self.recorder.finish(task, outcome)

    def unwound(self, code, offset, error):
        if code in self.on_return:
            self.on_return[code](sys._getframe(1), None)
        if not code.co_flags & COROUTINE:
            return
        task = self.task_of(sys._getframe(1))
        if task is None:
            return
        if isinstance(error, asyncio.CancelledError):
            outcome = {"type": "cancelled", "message": shorten(str(error)), "returned": False}
        else:
            outcome = {"type": "raised", "exception": type(error).__name__, "message": shorten(str(error))}
        self.recorder.finish(task, outcome)

    def task_of(self, frame):
        """The task that runs, if this is the outermost frame of its coroutine."""
        task = Recorder.current()
        if task is None:
            return None
        coroutine = task.get_coro()
        return task if getattr(coroutine, "cr_frame", None) is frame else None

    def step(self, task, name, is_cancelled):
        """The loop runs a step of a task."""
        recorder = self.recorder
        self.yielded = []
        on = recorder.suspended_on.pop(name, None)
        if name not in recorder.started:
            recorder.started.add(name)
            recorder.emit("step_started", actor=name, task=name)
        else:
            recorder.emit("resumed", actor=name, task=name)
        if is_cancelled:
            recorder.emit("cancel_delivered", actor=name, task=name)
            owner = recorder.objects.owner(on["object"]) if on is not None and on["type"] == "object" else None
            if owner is not None:
                recorder.object_changed(owner, "waiter_left", actor=name)

    # The loop.

    def run_forever(self, frame):
        self.recorder.emit("loop_started")

    def loop_stopped(self, frame, value):
        self.recorder.emit("loop_stopped")

    def loop_closed(self, frame, value):
        loop = frame.f_locals.get("self")
        if loop is not None and loop.is_closed():
            self.recorder.emit("loop_closed")

    def run_once(self, frame):
        recorder = self.recorder
        recorder.turn += 1
        ready = [recorder.handle_number(handle) for handle in frame.f_locals["self"]._ready]
        recorder.emit("loop_iteration", turn=recorder.turn, ready=ready)
        self.timers_are_due = True

    def select(self, frame):
        timeout = frame.f_locals.get("timeout")
        if timeout is None or timeout > 0:
            until = None if timeout is None else self.recorder.now() + round(timeout * 1e9)
            self.recorder.emit("loop_idle", until=until)

    def run_handle(self, frame):
        recorder, handle = self.recorder, frame.f_locals["self"]
        if self.timers_are_due:
            self.timers_are_due = False
            for due in [handle, *handle._loop._ready]:
                if isinstance(due, asyncio.TimerHandle):
                    recorder.emit("timer_fired", handle=recorder.handle_number(due))
        recorder.running_handle = handle
        recorder.emit("handle_started", handle=recorder.handle_number(handle))
        task = recorder.running_task = recorder.task_of_callback(handle._callback)
        if task is not None and not task.done() and (name := recorder.name_of(task)):
            future = next(iter(handle._args or ()), None)
            self.step(task, name, task._must_cancel or future is not None and is_cancelled(future))

    def handle_done(self, frame, value):
        recorder = self.recorder
        handle, recorder.running_handle = recorder.running_handle, None
        task, recorder.running_task = recorder.running_task, None
        if task is not None and (name := recorder.name_of(task)):
            if task.done():
                # A coroutine that is not Python's, or that was cancelled before its first step, was not seen to end.
                recorder.finish(task)
            else:
                self.suspended(task, name)
        recorder.emit("handle_finished", handle=recorder.handle_number(handle))

    def cancel_handle(self, frame):
        recorder, handle = self.recorder, frame.f_locals["self"]
        if not handle.cancelled() and recorder.handles.knows(handle):
            recorder.emit("handle_cancelled", handle=recorder.handle_number(handle))

    def create_task(self, frame, task):
        if task is None or (name := self.recorder.name_of(task)) is None:
            return
        if name in self.recorder.started and not task.done() and name not in self.recorder.suspended_on:
            # An eager task has come to its first await.
            self.suspended(task, name)

    def call_soon(self, frame, handle):
        if handle is None:
            return
        recorder = self.recorder
        callback = frame.f_locals["callback"]
        task = recorder.task_of_callback(callback)
        name = None if task is None else recorder.name_of(task)
        recorder.emit("callback_scheduled", handle=recorder.handle_number(handle), callback=describe(callback, name), task=name)
        cause = recorder.causes[handle] = self.cause()
        if name is not None and name in recorder.suspended_on and name not in recorder.woken:
            recorder.woken.add(name)
            recorder.emit("woken", task=name, by=self.waker(name, cause))

    def waker(self, name, cause):
        recorder = self.recorder
        if name in recorder.cancelling:
            return {"type": "cancellation", "by": recorder.cancelling[name]}
        return cause

    def cause(self):
        """Who makes something ready now: who runs, or what made the callback ready that runs."""
        recorder = self.recorder
        actor = recorder.actor()
        if actor != "main":
            return {"type": "executor", "worker": actor} if actor[0] == "W" else {"type": "task", "task": actor}
        handle = recorder.running_handle
        if handle is None:
            return {"type": "callback", "handle": None}
        if isinstance(handle, asyncio.TimerHandle):
            return {"type": "timer", "when": recorder.at_loop_time(handle._loop, handle.when())}
        # A callback of a task that has ended; else what made it ready, if that was no plain callback.
        ended = next((argument for argument in handle._args or () if isinstance(argument, asyncio.Task)), None)
        if ended is not None and ended.done() and (name := recorder.name_of(ended)):
            return {"type": "task", "task": name}
        cause = recorder.causes.get(handle)
        if cause is not None and cause["type"] != "callback":
            return cause
        return {"type": "callback", "handle": recorder.handle_number(handle)}

    def call_at(self, frame, handle):
        if handle is None:
            return
        recorder, callback = self.recorder, frame.f_locals["callback"]
        task = recorder.task_of_callback(callback)
        name = None if task is None else recorder.name_of(task)
        when = recorder.at_loop_time(frame.f_locals["self"], handle.when())
        recorder.emit("timer_scheduled", handle=recorder.handle_number(handle), callback=describe(callback, name),
                      task=name, when=when)

    # Locks and their like, before they wake anybody.

    def acquired(self, frame, value):
        if not value:
            return
        recorder, owner = self.recorder, frame.f_locals["self"]
        actor = recorder.actor()
        if actor[0] == "T":
            HOLDERS.setdefault(owner, []).append(actor)
        recorder.object_changed(owner, "acquired", depth=getattr(owner, "_value", 0))

    def released(self, frame):
        recorder, owner = self.recorder, frame.f_locals["self"]
        if isinstance(owner, asyncio.Lock) and not owner.locked():
            return
        holders, actor = HOLDERS.get(owner, []), recorder.actor()
        if holders:
            holders.remove(actor if actor in holders else holders[0])
        recorder.object_changed(owner, "released", depth=getattr(owner, "_value", -1) + 1)

    def event_set(self, frame):
        owner = frame.f_locals["self"]
        if not owner.is_set() and not is_of_a_queue(frame):
            self.recorder.object_changed(owner, "set", depth=1)

    def event_cleared(self, frame):
        owner = frame.f_locals["self"]
        if owner.is_set() and not is_of_a_queue(frame):
            self.recorder.object_changed(owner, "cleared")

    def queue_changed(self, frame):
        caller = frame.f_back.f_code
        change = {asyncio.Queue.put_nowait.__code__: "put", asyncio.Queue.get_nowait.__code__: "got"}.get(caller)
        if change is not None:
            owner = frame.f_locals["self"]
            self.recorder.object_changed(owner, change, depth=owner.qsize())

    # Threads and executors.

    def thread_created(self, frame):
        recorder, thread = self.recorder, frame.f_locals["self"]
        function = getattr(thread, "_target", None) or thread.run
        if name_of_function(function) == "BaseEventLoop._do_shutdown":
            return
        number, _ = recorder.threads.number(thread)
        recorder.emit("worker_created", worker=f"W{number}", name=shorten(thread.name),
                      function=name_of_function(function), line=recorder.line_of_program())

    def thread_started(self, frame):
        recorder, thread = self.recorder, frame.f_locals["self"]
        if not recorder.threads.knows(thread):
            return
        worker = f"W{recorder.threads.number(thread)[0]}"
        recorder.workers[threading.get_ident()] = worker
        recorder.emit("worker_started", worker=worker, name=shorten(thread.name))

    def thread_finished(self, frame, value):
        recorder = self.recorder
        worker = recorder.workers.get(threading.get_ident())
        if worker is not None:
            recorder.emit("worker_finished", worker=worker)
            del recorder.workers[threading.get_ident()]

    def submitted(self, frame, value):
        recorder, future = self.recorder, frame.f_locals["future"]
        job, _ = recorder.jobs.number(future)
        function = name_of_function(frame.f_locals["fn"])
        JOBS[future] = (job, function)
        recorder.emit("executor_submitted", job=job, function=function, line=recorder.line_of_program())

    def wrapped(self, frame, future):
        job = JOBS.get(frame.f_locals.get("future"))
        if job is not None and future is not None:
            EXECUTOR_FUTURES[future] = {"type": "executor", "job": job[0], "function": job[1]}

    def job_started(self, frame):
        recorder = self.recorder
        worker = recorder.workers.get(threading.get_ident())
        if worker in recorder.idle:
            recorder.idle.discard(worker)
            recorder.emit("thread_resumed")
        job = JOBS.get(frame.f_locals["self"].future)
        if job is not None and worker is not None:
            recorder.emit("executor_started", job=job[0], worker=worker)

    def job_finished(self, frame, value):
        recorder = self.recorder
        worker = recorder.workers.get(threading.get_ident())
        item = frame.f_locals.get("self")
        job = None if item is None else JOBS.get(item.future)
        if worker is not None:
            if job is not None:
                recorder.emit("executor_finished", job=job[0], worker=worker)
            recorder.idle.add(worker)
            recorder.emit("worker_idle", worker=worker)


def is_cancelled(future):
    """Whether awaiting it raises `CancelledError`: that of `gather` is not cancelled itself."""
    return future.cancelled() or isinstance(getattr(future, "_exception", None), asyncio.CancelledError)


def is_of_a_queue(frame):
    """A queue's own event, which `join` waits for, is no object of the program's."""
    return frame.f_back.f_code.co_filename == asyncio.queues.__file__


COROUTINE = inspect.CO_COROUTINE | inspect.CO_ITERABLE_COROUTINE
ASYNC_GENERATOR = inspect.CO_ASYNC_GENERATOR


def name_of_function(function):
    while isinstance(function, functools.partial):
        # `to_thread` gives the executor `partial(context.run, function, …)`.
        is_in_context = getattr(function.func, "__qualname__", "") == "Context.run" and function.args
        function = function.args[0] if is_in_context else function.func
    return shorten(getattr(function, "__qualname__", None) or type(function).__name__)


def describe(callback, task):
    if task is not None:
        return f"{'wakeup' if 'wakeup' in getattr(callback, '__name__', '') else 'step'} {task}"
    if callback is getattr(asyncio.futures, "_set_result_unless_cancelled", None):
        return "end of sleep"
    return name_of_function(callback)


def tasks_that_tell(recorder):
    """The task class of a loop's own factory, but `cancel` is told of. It is named as the class that it stands for."""

    class Task(asyncio.Task):
        def cancel(self, msg=None):
            name = recorder.name_of(self)
            if not self.done() and name is not None:
                by = recorder.actor()
                recorder.emit("cancel_requested", task=name, by=by, message="" if msg is None else shorten(str(msg)))
                # Whom it wakes meanwhile, it wakes; a task that waits for another one is woken by that one's end.
                recorder.cancelling[name] = by
            try:
                return super().cancel(msg)
            finally:
                recorder.cancelling.pop(name, None)

    Task.__module__, Task.__qualname__ = "_asyncio", "Task"
    original = asyncio.base_events.BaseEventLoop.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.set_task_factory(lambda loop, coroutine, **kwargs: Task(coroutine, loop=loop, **kwargs))

    asyncio.base_events.BaseEventLoop.__init__ = __init__
    return lambda: setattr(asyncio.base_events.BaseEventLoop, "__init__", original)


class Tee(io.TextIOBase):
    """A stream whose text is told of as well as written."""

    def __init__(self, stream, name, recorder):
        self.stream, self.name_of_stream, self.recorder = stream, name, recorder

    def write(self, text):
        written = self.stream.write(text)
        if text:
            self.recorder.output(self.name_of_stream, text)
        return written

    def writable(self):
        return True

    def __getattr__(self, name):
        return getattr(self.stream, name)


def watch_blocking(recorder):
    """`time.sleep` on a thread that runs a loop."""
    sleep = time.sleep

    def telling(seconds, /):
        if asyncio._get_running_loop() is None:
            return sleep(seconds)
        recorder.emit("blocking", what="time.sleep", line=recorder.line_of_program(), duration=max(0, round(seconds * 1e9)))
        return sleep(seconds)

    telling.__name__ = telling.__qualname__ = "sleep"
    time.sleep = telling
    return lambda: setattr(time, "sleep", sleep)


def record(path, source, arguments, out):
    """Runs the program and writes its trace; returns what it raised, `SystemExit` among it, or None."""
    path = os.path.abspath(path)
    header = {"awaitscope": FORMAT, "program": os.path.basename(path), "source": source,
              "python": sys.version.split()[0]}
    out.write(json.dumps(header, ensure_ascii=False, separators=(",", ":")) + "\n")
    recorder = Recorder(path, out)
    watcher = Watcher(recorder)
    streams, argv, search = (sys.stdout, sys.stderr), sys.argv, sys.path[0]
    sys.argv, sys.path[0] = [path, *arguments], os.path.dirname(path)
    undo = [tasks_that_tell(recorder), watch_blocking(recorder)]
    sys.stdout, sys.stderr = Tee(streams[0], "stdout", recorder), Tee(streams[1], "stderr", recorder)
    watcher.install()
    raised = None
    try:
        runpy.run_path(path, run_name="__main__")
    except BaseException as error:
        raised = error
        watcher.uninstall()
        if not isinstance(error, SystemExit):
            show(error, path)
    else:
        watcher.uninstall()
    finally:
        recorder.flush()
        sys.stdout, sys.stderr = streams
        sys.argv, sys.path[0] = argv, search
        for action in undo:
            action()
    return raised


def show(error, path):
    """The traceback, without the frames that are ours."""
    import traceback

    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != path:
        trace = trace.tb_next
    sys.stderr.write("".join(traceback.format_exception(error.with_traceback(trace))))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-o", metavar="TRACE", help="where the trace goes; by default beside the program, PROGRAM.trace.json")
    parser.add_argument("program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.o is None and len(options.arguments) > 1:
        # Right behind the program it is ours, too; what follows `--` is the program's, whatever it is.
        behind = sys.argv[sys.argv.index(options.program, 1) + 1]
        if behind == "-o":
            options.o = options.arguments[1]
            del options.arguments[:2]
    if sys.version_info < (3, 12):
        sys.exit(f"awaitscope_record needs Python 3.12 or later (sys.monitoring); this is {sys.version.split()[0]}")
    target = options.o or os.path.splitext(options.program)[0] + ".trace.json"
    try:
        with open(options.program, encoding="utf-8") as file:
            source = file.read()
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"cannot read the program: {error}")
    try:
        out = open(target, "w", encoding="utf-8")
    except OSError as error:
        sys.exit(f"cannot write the trace: {error}")
    with out:
        raised = record(options.program, source, options.arguments, out)
    if isinstance(raised, SystemExit):
        raise raised
    sys.exit(0 if raised is None else 1)


if __name__ == "__main__":
    main()
