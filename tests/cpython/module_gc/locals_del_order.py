class R:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
def f(a):
    b=R('b')
    c=R('c')
    raise ValueError
try:
    f(R('a'))
except ValueError:
    pass
print('x')
def g(a):
    b=R('gb')
    c=R('gc')
g(R('ga'))
