import traceback
import sys


def inner():
    raise KeyError("k")


def outer():
    inner()


try:
    outer()
except KeyError as e:
    print(traceback.format_exception_only(e))
    print(traceback.format_exception_only(type(e), e))
    lines = traceback.format_exception(e)
    print(len(lines), lines[0], lines[-1], sep="")
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    tb = e.__traceback__
    depth = 0
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
    traceback.print_exc(file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout, limit=1)
    print("".join(traceback.format_tb(e.__traceback__)))
    print("".join(traceback.format_exception(e, chain=False)) == traceback.format_exc())


def where():
    stack = traceback.extract_stack()
    print([f.name for f in stack])
    print("".join(traceback.format_stack(limit=1)))


where()
traceback.print_exc(file=sys.stdout)
te = traceback.TracebackException.from_exception(ValueError("v"))
print(list(te.format()), te.exc_type_str)
