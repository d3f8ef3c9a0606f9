import sys, atexit
class R:
    def __del__(s): print('del')
def f():
    r=R()
    raise ValueError('v')
atexit.register(lambda: print('atexit', sys.last_exc))
f()
