class R:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
    def __add__(s,o): raise ValueError
def f():
    return R('1') + R('2')
try: f()
except ValueError: print('h')
print('end')
