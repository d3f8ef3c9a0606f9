"""Records where CPython 3.13 places its instructions: `python3.13 tests/positions/record.py`.

For each code object of each program, the places of the instructions that tracebacks and await logs can show. One line an
instruction: its kind, then line:column-line:column, lines from 1, columns from 0 in characters, sorted, each once.
`tests/positions.rs` compares them with those of our compiler.
"""

import dis
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent
KINDS = {
    "CALL": "call", "CALL_KW": "call", "CALL_FUNCTION_EX": "call", "BINARY_OP": "operator", "LOAD_ATTR": "attribute",
    "COMPARE_OP": "compare", "CONTAINS_OP": "compare", "BINARY_SUBSCR": "item", "BINARY_SLICE": "item",
    "STORE_SUBSCR": "store item", "STORE_SLICE": "store item", "STORE_ATTR": "store attribute", "DELETE_SUBSCR": "delete item",
    "GET_ITER": "iter", "FOR_ITER": "next", "SEND": "send", "GET_AWAITABLE": "await", "GET_ANEXT": "async next",
    "GET_AITER": "async iter", "END_ASYNC_FOR": "end async for", "RAISE_VARARGS": "raise", "YIELD_VALUE": "yield",
    "BEFORE_WITH": "with", "BEFORE_ASYNC_WITH": "with", "CHECK_EXC_MATCH": "except", "IMPORT_NAME": "import",
    "IMPORT_FROM": "import name", "FORMAT_SIMPLE": "format", "FORMAT_WITH_SPEC": "format", "UNPACK_SEQUENCE": "unpack",
    "UNPACK_EX": "unpack", "UNARY_NEGATIVE": "negative",
}


def codes(code):
    yield code
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            yield from codes(constant)


def record(source, name):
    lines = source.split("\n")

    def characters(line, column):
        return len(lines[line - 1].encode()[:column].decode())

    out = []
    for code in sorted(codes(compile(source, name, "exec")), key=lambda c: (c.co_firstlineno, c.co_qualname)):
        places = set()
        for instruction in dis.get_instructions(code):
            kind = KINDS.get(instruction.opname)
            if kind is None or kind == "yield" and instruction.arg == 1:
                continue
            p = instruction.positions
            start, end = characters(p.lineno, p.col_offset), characters(p.end_lineno, p.end_col_offset)
            places.add((p.lineno, start, p.end_lineno, end, kind))
        out.append(f"{code.co_qualname} at {code.co_firstlineno}\n")
        out += [f"  {kind} {a}:{b}-{c}:{d}\n" for a, b, c, d, kind in sorted(places)]
    return "".join(out)


if __name__ == "__main__":
    for program in sorted(ROOT.glob("*.py")):
        if program.name != "record.py":
            program.with_suffix(".txt").write_text(record(program.read_text(), program.name))
            print(program.name, file=sys.stderr)
