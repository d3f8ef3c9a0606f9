import sys
import traceback


def level3(x): return 1 / x
def level2(x): return level3(x)
def level1(x): return level2(x)


def report(error):
    frames = traceback.extract_tb(error.__traceback__)
    path = " > ".join(f"{f.name}:{f.lineno}" for f in frames)
    return f"{type(error).__name__}({error}) at {path}"


try:
    level1(0)
except ZeroDivisionError as e:
    print(report(e))
    last = traceback.extract_tb(e.__traceback__)[-1]
    print(last.name, last.lineno, last.line, last.colno, last.end_colno)
    print(traceback.format_exc(limit=1))
    print(traceback.format_exc(limit=-1))
    summary = traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__))
    print(len(summary), summary[0].name, "".join(summary.format()[:1]))
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type.__name__, str(te), len(te.stack), list(te.format_exception_only()))
errors = []
for v in ("1", "x", None):
    try:
        int(v)
    except (ValueError, TypeError):
        errors.append(traceback.format_exc().strip().splitlines()[-1])
print(errors)
try:
    try:
        level1(0)
    except ZeroDivisionError as e:
        raise RuntimeError("wrapped") from e
except RuntimeError as e:
    print(len(traceback.format_exception(e)), len(traceback.format_exception(e, chain=False)))
    traceback.print_exception(e, file=sys.stdout, chain=False)
    cause, depth = e, 0
    while cause:
        print(" " * depth + repr(cause))
        cause, depth = cause.__cause__ or cause.__context__, depth + 1
traceback.print_stack(limit=1, file=sys.stdout)
def handler(): return traceback.format_stack()[-1].splitlines()[1].strip()
print(handler())
try:
    raise ValueError("multi\nline")
except ValueError as e:
    print(traceback.format_exception_only(e), "".join(traceback.format_exception(e.__class__, e, e.__traceback__)))
