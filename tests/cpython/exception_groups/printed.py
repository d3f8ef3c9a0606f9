import traceback
import sys

e1 = ValueError("first")
e1.add_note("note on first")
group = ExceptionGroup("top", [e1, ExceptionGroup("mid", [TypeError("deep"), ExceptionGroup("low", [KeyError("k")])]), RuntimeError("last")])
traceback.print_exception(group, file=sys.stdout)
try:
    try:
        raise group
    except ExceptionGroup as g:
        raise LookupError("after") from g
except LookupError:
    print(traceback.format_exc())
print("".join(traceback.format_exception_only(group)))
print("".join(traceback.format_exception(ExceptionGroup("many", [ValueError(i) for i in range(20)]))))
