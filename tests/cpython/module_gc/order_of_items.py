class R:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n, end=' ')
def mk(): return [R(i) for i in range(3)]
l=mk(); l.clear(); print('clear')
l=mk(); del l; print('del list')
t=tuple(mk()); del t; print('del tuple')
d={i:R(i) for i in range(3)}; d.clear(); print('dict')
d={i:R(i) for i in range(3)}; del d; print('dict del')
l=mk(); l[:]=[]; print('slice')
l=mk(); del l[:]; print('delslice')
l=mk(); del l[0:2]; print('delslice2'); del l; print()
def f(*a): pass
f(*mk()); print('args')
f(R(1),R(2)); print('args2')
import collections
q=collections.deque(mk()); q.clear(); print('deque')
q=collections.deque(mk()); del q; print('deque del')
l=mk(); l=None; print()
class C: pass
c=C(); c.a=R('a'); c.b=R('b'); del c; print('inst')
x=[R(1)]+[R(2)]; x=0; print()
