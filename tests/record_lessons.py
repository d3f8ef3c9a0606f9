#!/usr/bin/env python3.13
"""Records what CPython 3.13 does with the programs of the lessons, and with each "try".

usage: record_lessons.py [--check] [SLUG ...]

`cargo run --example lessons` takes the programs out of src/lessons. Each is run as `record.py` runs the programs of
tests/cpython, and what it did goes to tests/lessons/SLUG.json: for `main`, `try1`, … the program (in English), its stdout
and stderr, its exit status, its await log. The Chinese program must do exactly the same. With --check nothing is written.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import record

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE / "lessons"
# A loaded machine makes a clock show a tenth too much: then once more.
ATTEMPTS = 4


def observe(program):
    for attempt in range(ATTEMPTS):
        try:
            return record.observe(program)
        except ValueError:
            if attempt == ATTEMPTS - 1:
                raise


def record_variant(folder, name):
    """What `folder/NAME.en.py` does, as it is kept. Raises ValueError when the Chinese program does something else."""
    for attempt in range(ATTEMPTS):
        seen = []
        for language in ("en", "zh"):
            program = folder / f"{name}.{language}.py"
            # Both under one name, which stands in tracebacks.
            alone = folder / f"{name}.{language}"
            alone.mkdir(exist_ok=True)
            main = alone / "main.py"
            main.write_text(program.read_text("utf-8"), "utf-8")
            seen.append(observe(main))
        if seen[0] == seen[1]:
            break
    else:
        raise ValueError(f"the languages differ: {seen}")
    expected = seen[0]
    lines = lambda suffix: expected.get(suffix, "").splitlines()
    return {
        "program": (folder / f"{name}.en.py").read_text("utf-8").splitlines(),
        "stdout": lines(".stdout"),
        "stderr": lines(".stderr"),
        "exit": int(expected.get(".exit", "0")),
        "awaits": lines(".awaits"),
    }


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--jobs", type=int, default=8)
    arguments = parser.parse_args()
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"record_lessons.py: run it with CPython 3.13, not {sys.version.split()[0]}")
    bad = 0
    with tempfile.TemporaryDirectory() as temporary, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        command = ["cargo", "run", "--quiet", "--no-default-features", "--example", "lessons", "--", temporary]
        subprocess.run(command, cwd=HERE.parent, check=True)
        jobs = {}
        for folder in sorted(pathlib.Path(temporary).iterdir()):
            if arguments.slugs and folder.name not in arguments.slugs:
                continue
            names = sorted(program.name.removesuffix(".en.py") for program in folder.glob("*.en.py"))
            jobs[folder.name] = {name: pool.submit(record_variant, folder, name) for name in names}
        for slug, variants in jobs.items():
            kept = {}
            for name, future in variants.items():
                try:
                    kept[name] = future.result()
                except (ValueError, subprocess.TimeoutExpired) as error:
                    print(f"{slug} {name}: {error}")
                    bad += 1
            text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
            file = TARGET / f"{slug}.json"
            if file.exists() and file.read_text("utf-8") == text:
                continue
            if arguments.check:
                print(f"{slug}: not what CPython does now")
                bad += 1
            else:
                file.write_text(text, "utf-8")
                print(f"{slug}: recorded")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
