import sys
import atexit

atexit.register(print, "atexit 1")
atexit.register(lambda: print("atexit 2"))


class Guard:
    def __enter__(self): print("enter")
    def __exit__(self, *e): print("exit", e[0].__name__)


def stop(code):
    with Guard():
        try:
            sys.exit(code)
        except Exception:
            print("SystemExit is no Exception")
        finally:
            print("finally")


stop(7)
