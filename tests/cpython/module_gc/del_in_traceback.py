class R:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
def f():
    r = R('f')
    g()
def g():
    r = R('g')
    raise KeyError('k')
try:
    f()
except KeyError:
    print('handling')
print('handled')
def h():
    try: f()
    except KeyError as e:
        saved = e
    print('h ends')
h()
print('after h')
import gc; gc.collect()
print('collected')
