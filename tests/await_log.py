#!/usr/bin/env python3.13
"""Prints where each task of a program suspends under CPython 3.13. The program's own output is dropped.

usage: await_log.py PROGRAM.py

One line for each thing that happens, in order:

  create T2 NAME by T1        a task was made. Tasks are numbered by creation; NAME is the coroutine's __qualname__; by - when
                              no task was running
  step T2                     the loop ran one step of the task
  suspend T2 outer:9 inner:4  the step ended at an await: function:line of each of the program's own frames, outermost first;
                              the line is that of the await expression. A step that begins by throwing (a cancellation,
                              mostly) names only the frames that ran in it: the exception went past those further out
  return T2 | raise T2 ValueError | cancel T2     how the task ended

The tasks with which asyncio.run() shuts its loop down are left out, but for those that close async generators, named `?`.
What a finished task's variables refer to stays alive until then, so a generator in one of them is closed there, finished or
not. `run --awaits` prints the same for our own loop.
"""

import asyncio
import collections.abc
import gc
import io
import os
import sys
import types


def inner(awaitable):
    """What a suspended awaitable waits for, or None where Python's own frames end (a future)."""
    for attribute in ("cr_await", "gi_yieldfrom", "ag_await"):
        if hasattr(awaitable, attribute):
            return getattr(awaitable, attribute)
    # `coroutine.__await__()` and what an async generator's methods return tell only the collector what they drive.
    if type(awaitable).__name__ in (
        "coroutine_wrapper",
        "async_generator_asend",
        "async_generator_athrow",
        "anext_awaitable",
    ):
        kinds = (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType)
        for referent in gc.get_referents(awaitable):
            if isinstance(referent, kinds) or type(referent).__name__ == "async_generator_asend":
                return referent
    return None


def frame_of(awaitable):
    for attribute in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(awaitable, attribute):
            return getattr(awaitable, attribute)
    return None


def await_chain(coroutine):
    """The coroutine, what it awaits, what that awaits, and so on."""
    chain = []
    while coroutine is not None:
        chain.append(coroutine)
        coroutine = inner(coroutine)
    return chain


def untouched(before, after):
    """How many of the outermost members of a chain did not run when something was thrown into its innermost one."""
    count = 0
    while count + 1 < min(len(before), len(after)) and before[count + 1] is after[count + 1]:
        count += 1
    return count


def await_stack(chain, filename):
    """`function:line` of each frame of `filename` in the chain, outermost first."""
    frames = [frame_of(awaitable) for awaitable in chain]
    return [
        f"{frame.f_code.co_qualname}:{frame.f_lineno}"
        for frame in frames
        if frame is not None and frame.f_code.co_filename == filename
    ]


def ending(task, error):
    """The line that tells how a task's last step ended."""
    if isinstance(error, StopIteration):
        return f"return {task}"
    if isinstance(error, asyncio.CancelledError):
        return f"cancel {task}"
    return f"raise {task} {type(error).__name__}"


class Log:
    def __init__(self, filename):
        self.filename = filename
        self.lines = []
        self.tasks = 0
        self.running = "-"

    def task_factory(self, loop, coroutine, **options):
        name = getattr(coroutine, "__qualname__", "?")
        # What is no coroutine raises here.
        if name.startswith("BaseEventLoop.shutdown_") or not asyncio.iscoroutine(coroutine):
            return asyncio.Task(coroutine, loop=loop, **options)
        self.tasks += 1
        task = f"T{self.tasks}"
        self.lines.append(f"create {task} {name} by {self.running}")
        return asyncio.Task(Logged(coroutine, task, self), loop=loop, **options)


class Logged(collections.abc.Coroutine):
    """A task's coroutine, seen from the loop's side: it tells the log how each step begins and ends."""

    def __init__(self, coroutine, task, log):
        self.coroutine, self.task, self.log = coroutine, task, log
        self.__name__ = getattr(coroutine, "__name__", "?")
        self.__qualname__ = getattr(coroutine, "__qualname__", "?")
        # A cycle, through the frame's f_back: nothing in the frame is freed before the collector comes by.
        self.frame = getattr(coroutine, "cr_frame", None)

    def __getattr__(self, name):
        if name.startswith("cr_"):
            return getattr(self.coroutine, name)
        raise AttributeError(name)

    def step(self, thrown, advance, *arguments):
        before = await_chain(self.coroutine) if thrown else []
        log, outside = self.log, self.log.running
        log.lines.append(f"step {self.task}")
        log.running = self.task
        try:
            value = advance(*arguments)
        except BaseException as error:
            before.clear()
            log.lines.append(ending(self.task, error))
            raise
        finally:
            log.running = outside
        after = await_chain(self.coroutine)
        stack = await_stack(after[untouched(before, after) :], log.filename)
        log.lines.append(" ".join(["suspend", self.task, *stack]))
        return value

    def send(self, value):
        return self.step(False, self.coroutine.send, value)

    def throw(self, *exception):
        return self.step(True, self.coroutine.throw, *exception)

    def close(self):
        return self.coroutine.close()

    def __await__(self):
        return self.coroutine.__await__()


def main():
    path = os.path.abspath(sys.argv[1])
    log = Log(path)

    make_loop = asyncio.base_events.BaseEventLoop.__init__

    def make_logged_loop(loop, *arguments, **options):
        make_loop(loop, *arguments, **options)
        loop._task_factory = log.task_factory

    asyncio.base_events.BaseEventLoop.__init__ = make_logged_loop

    with open(path, encoding="utf-8") as file:
        source = file.read()
    sys.argv = [path]
    out, err = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    try:
        exec(compile(source, path, "exec"), module.__dict__)
    except BaseException:
        pass
    finally:
        sys.stdout, sys.stderr = out, err
    for line in log.lines:
        print(line)


if __name__ == "__main__":
    main()
