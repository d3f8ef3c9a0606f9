#!/usr/bin/env python3.13
"""Records what CPython 3.13 does with the programs of tests/cpython.

usage: record.py [--check | --new] [--jobs N] [TOPIC | TOPIC/NAME | path to a .py file] ...

  (nothing)   records every program named, or all of them
  --new       only the programs that have no expectation yet, or an older one than their source
  --check     writes nothing; tells which expectations are not what CPython prints now, and exits 1 if any

Beside tests/cpython/TOPIC/NAME.py it writes

  NAME.stdout   always
  NAME.stderr   only when not empty
  NAME.exit     the exit status, only when not 0
  NAME.awaits   the await log (see await_log.py), only for programs that make tasks

A program runs as a user runs it: `python3 NAME.py` in its own folder, in a fresh interpreter, without a terminal. It runs
twice, with two hash seeds, and must do the same both times. What cannot be the same on another machine is rewritten by
`normalize`, which tests/conformance.rs applies to our own output in the same way.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE / "cpython"
# Seconds that one run may take, and bytes of address space that it may ask for.
TIME_LIMIT = 60
MEMORY_LIMIT = 4 << 30

FRAME = re.compile(r'^([ |+-]*)File "([^"]*)", line \d+, in ')
LIBRARY_PATH = re.compile(r"(cannot import name '[^']*' from '[^']*' )\(/[^)]*\)")
UNITTEST_TIME = re.compile(r"^(Ran \d+ tests? in )\d+\.\d+s$")


def normalize(text, program):
    """Rewrites what differs between machines.

    Paths of the program's folder become plain file names, frames of other files than the program (CPython's own library)
    are left out of tracebacks, and unittest's time is zero. A library module has no file, as a built-in one has none.
    """
    text = text.replace(str(program.parent) + os.sep, "")
    text = LIBRARY_PATH.sub(r"\1(unknown location)", text)
    lines = []
    foreign = None
    for line in text.split("\n"):
        if foreign is not None and (line.startswith(foreign + "  ") or line.startswith(foreign + "[Previous line")):
            continue
        foreign = None
        frame = FRAME.match(line)
        if frame and frame[2] != program.name:
            foreign = frame[1]
            continue
        lines.append(UNITTEST_TIME.sub(r"\g<1>0.000s", line))
    return "\n".join(lines)


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def python(arguments, program, seed):
    """Runs CPython on the arguments in the program's folder. Returns (stdout, stderr, exit status)."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH") if name in os.environ}
    environment |= {
        "PYTHONHASHSEED": seed,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=program.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIME_LIMIT,
        preexec_fn=limit,
    )
    if done.returncode < 0:
        raise ValueError(f"killed by signal {-done.returncode}")
    out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
    return normalize(out, program), normalize(err, program), done.returncode


def observe(program):
    """What CPython does with the program: a dict from suffix to text, without the files that are not to be written.

    Raises ValueError when two runs differ.
    """
    first, second = (python([program.name], program, seed) for seed in ("0", "1"))
    for what, a, b in zip(("stdout", "stderr", "exit status"), first, second):
        if a != b:
            raise ValueError(f"{what} differs between two runs:\n--- {a!r:.600}\n+++ {b!r:.600}")
    out, err, status = first
    if re.search(r" at 0x[0-9a-f]{6,}", out + err):
        raise ValueError("prints an address")
    expected = {".stdout": out}
    if err:
        expected[".stderr"] = err
    if status:
        expected[".exit"] = f"{status}\n"
    if "async" in program.read_text("utf-8"):
        logs = [python([str(HERE / "await_log.py"), str(program)], program, seed) for seed in ("0", "1")]
        if logs[0] != logs[1]:
            raise ValueError(f"the await log differs between two runs:\n--- {logs[0]!r:.600}\n+++ {logs[1]!r:.600}")
        log, trouble, status = logs[0]
        if status:
            raise ValueError(f"await_log.py: {trouble}")
        if log.strip():
            expected[".awaits"] = log
    return expected


def recorded(program):
    """The expectations that are on disk now, in the form that `observe` gives."""
    files = {suffix: program.with_suffix(suffix) for suffix in (".stdout", ".stderr", ".exit", ".awaits")}
    return {s: f.read_bytes().decode("utf-8", "surrogateescape") for s, f in files.items() if f.exists()}


def write(program, expected):
    for suffix in (".stdout", ".stderr", ".exit", ".awaits"):
        file = program.with_suffix(suffix)
        if suffix in expected:
            file.write_bytes(expected[suffix].encode("utf-8", "surrogateescape"))
        else:
            file.unlink(missing_ok=True)


def stale(program):
    expectation = program.with_suffix(".stdout")
    return not expectation.exists() or expectation.stat().st_mtime < program.stat().st_mtime


def programs(names):
    if not names:
        return sorted(CORPUS.glob("*/*.py"))
    found = []
    for name in names:
        path = pathlib.Path(name)
        candidates = [path, CORPUS / name, CORPUS / f"{name}.py"]
        path = next((c.resolve() for c in candidates if c.exists()), None)
        if path is None:
            sys.exit(f"record.py: no program or topic {name!r}")
        found += sorted(path.glob("*.py")) if path.is_dir() else [path]
    return found


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--new", action="store_true")
    parser.add_argument("--jobs", type=int, default=4)
    arguments = parser.parse_args()
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"record.py: run it with CPython 3.13, not {sys.version.split()[0]}")

    chosen = [p for p in programs(arguments.names) if not arguments.new or stale(p)]
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for program, future in [(program, pool.submit(observe, program)) for program in chosen]:
            name = f"{program.parent.name}/{program.stem}"
            try:
                expected = future.result()
            except (ValueError, subprocess.TimeoutExpired) as error:
                print(f"{name}: {error}")
                bad += 1
                continue
            if expected == recorded(program):
                program.with_suffix(".stdout").touch() if not arguments.check else None
            elif arguments.check:
                print(f"{name}: not what CPython does now")
                bad += 1
            else:
                write(program, expected)
                status = expected.get(".exit", "0").strip()
                print(f"{name}: recorded, exit {status}{', awaits' if '.awaits' in expected else ''}")
    print(f"{len(chosen)} programs, {bad} bad")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
