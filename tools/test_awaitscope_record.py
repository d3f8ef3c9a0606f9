#!/usr/bin/env python3
"""Tests of the recorder, under the interpreter that runs them (CPython 3.12 or later):

    python tools/test_awaitscope_record.py             tests
    python tools/test_awaitscope_record.py --record    records tests/recorded anew
"""

import glob
import json
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECORDER = os.path.join(ROOT, "tools", "awaitscope_record.py")
EXAMPLES = sorted(glob.glob(os.path.join(ROOT, "tests", "cpython", "asyncio_article", "*.py")))


def record(program, arguments=(), directory=None):
    """(the process, the header, the events)"""
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace.json")
        process = subprocess.run([sys.executable, RECORDER, "-o", trace, program, *arguments], capture_output=True,
                                 text=True, encoding="utf-8", timeout=60, cwd=directory)
        if not os.path.exists(trace):
            return process, None, []
        with open(trace, encoding="utf-8") as file:
            header, *events = map(json.loads, file)
        return process, header, events


class RecorderTest(unittest.TestCase):
    def run_text(self, text, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "program.py")
            with open(program, "w", encoding="utf-8") as file:
                file.write(textwrap.dedent(text))
            process, header, events = record(program, arguments)
        self.assertEqual([event["seq"] for event in events], list(range(len(events))))
        moments = [event["at"] for event in events]
        self.assertEqual(moments, sorted(moments))
        self.process = process
        return events

    def only(self, events, kind, **fields):
        found = [event for event in events
                 if event["kind"] == kind and all(event[name] == value for name, value in fields.items())]
        self.assertEqual(len(found), 1, [event for event in events if event["kind"] == kind])
        return found[0]

    def test_a_program_runs_as_it_does_alone(self):
        for program in EXAMPLES:
            with self.subTest(os.path.basename(program)):
                alone = subprocess.run([sys.executable, program], capture_output=True, text=True, encoding="utf-8")
                process, header, events = record(program)
                self.assertEqual((process.stdout, process.returncode), (alone.stdout, alone.returncode))
                told = "".join(event["text"] for event in events if event["kind"] == "output" and event["stream"] == "stdout")
                self.assertEqual(told, alone.stdout)
                with open(program, encoding="utf-8") as file:
                    self.assertEqual(header["source"], file.read())

    def test_arguments_exit_status_and_traceback(self):
        self.run_text("import sys; sys.exit(len(sys.argv))", "a", "b")
        self.assertEqual(self.process.returncode, 3)
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "program.py")
            with open(program, "w", encoding="utf-8") as file:
                file.write("import sys; print(sys.argv[1:])")
            for arguments, told, trace in [
                (["-o", "t.json", "a", "-o", "b"], ["a", "-o", "b"], "t.json"),
                (["--", "-o", "b"], ["-o", "b"], "program.trace.json"),
                (["a"], ["a"], "program.trace.json"),
            ]:
                process = subprocess.run([sys.executable, RECORDER, program, *arguments], capture_output=True, text=True,
                                         encoding="utf-8", timeout=60, cwd=folder)
                self.assertEqual(process.stdout, f"{told}\n")
                os.remove(os.path.join(folder, trace))
        self.run_text("def f():\n    1 / 0\nf()\n")
        self.assertEqual(self.process.returncode, 1)
        self.assertNotIn("awaitscope_record", self.process.stderr)
        self.assertIn("ZeroDivisionError", self.process.stderr)

    def test_a_lock_says_who_holds_it_and_who_wakes_whom(self):
        events = self.run_text("""
            import asyncio
            async def worker(lock):
                async with lock:
                    await asyncio.sleep(0.01)
            async def main():
                lock = asyncio.Lock()
                await asyncio.gather(worker(lock), worker(lock))
            asyncio.run(main())
        """)
        on = self.only(events, "suspended", task="T3", on={"type": "object", "object": 1, "what": "Lock", "name": "Lock 1",
                                                           "holders": ["T2"]})
        # The column is that of 3.13's bytecode, or of 3.12's.
        self.assertEqual([(frame["function"], frame["line"]) for frame in on["stack"]], [("worker", 4)])
        woken = [event["by"] for event in events if event["kind"] == "woken" and event["task"] == "T3"]
        self.assertEqual(woken[0], {"type": "task", "task": "T2"})
        self.assertEqual([event["change"] for event in events if event["kind"] == "object_changed"],
                         ["acquired", "waiter_added", "released", "acquired", "released"])

    def test_cancellation_names_who_and_whom(self):
        events = self.run_text("""
            import asyncio
            async def sleeper():
                await asyncio.sleep(60)
            async def main():
                task = asyncio.create_task(sleeper(), name="long")
                await asyncio.sleep(0)
                task.cancel("enough")
                try:
                    await task
                except asyncio.CancelledError:
                    print(repr(task)[:5])
            asyncio.run(main())
        """)
        self.assertEqual(self.process.stdout, "<Task\n")
        self.assertEqual(self.only(events, "cancel_requested")["by"], "T1")
        self.only(events, "cancel_delivered", task="T2")
        self.assertEqual(self.only(events, "task_done", task="T2")["outcome"],
                         {"type": "cancelled", "message": "enough", "returned": False})
        self.assertEqual(self.only(events, "woken", task="T2")["by"], {"type": "cancellation", "by": "T1"})

    def test_executors_have_jobs_and_workers(self):
        events = self.run_text("""
            import asyncio, time
            def slow(n):
                time.sleep(0.02)
                return n
            async def main():
                print(await asyncio.to_thread(slow, 4))
            asyncio.run(main())
        """)
        self.assertEqual(self.only(events, "executor_submitted")["function"], "slow")
        self.assertEqual(self.only(events, "suspended")["on"], {"type": "executor", "job": 1, "function": "slow"})
        self.assertEqual(self.only(events, "woken")["by"], {"type": "executor", "worker": "W1"})
        self.only(events, "executor_started", worker="W1", job=1)
        self.only(events, "worker_finished", worker="W1")

    def test_a_blocking_call_is_told_with_its_line(self):
        events = self.run_text("""
            import asyncio, time
            async def main():
                time.sleep(0.03)
            asyncio.run(main())
        """)
        self.assertEqual(self.only(events, "blocking")["line"], 4)

    def test_tasks_die_as_they_do_alone(self):
        self.run_text("""
            import asyncio, gc
            async def faulty():
                raise ValueError("lost")
            async def main():
                asyncio.create_task(faulty())
                await asyncio.sleep(0.01)
                gc.collect()
                await asyncio.sleep(0)
            asyncio.run(main())
        """)
        self.assertIn("Task exception was never retrieved", self.process.stderr)

    def test_bad_input_is_told(self):
        process, _, _ = record(os.path.join(ROOT, "no_such_program.py"))
        self.assertEqual(process.returncode, 1)
        self.assertIn("cannot read the program", process.stderr)


def record_examples():
    for program in EXAMPLES:
        name = os.path.splitext(os.path.basename(program))[0] + ".json"
        target = os.path.join(ROOT, "tests", "recorded", name)
        subprocess.run([sys.executable, RECORDER, "-o", target, program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    if sys.argv[1:] == ["--record"]:
        record_examples()
    else:
        unittest.main()
