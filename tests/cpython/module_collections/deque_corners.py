from collections import *
import copy


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


d=deque([1,2,3]); d.append(4); d.appendleft(0); print(d, len(d), d[0], d[-1], d[2], list(d), list(reversed(d)), 3 in d, d.count(3), d.index(3), bool(d), d.maxlen)
d.rotate(2); print(d); d.rotate(-1); print(d); d.rotate(); print(d); d.extend([7,8]); d.extendleft([9,10]); print(d, d.pop(), d.popleft()); d.insert(1,"x"); d.remove("x"); d.reverse(); print(d, d.copy(), d+deque([1]), d*2, d==d.copy(), d<deque([100])); del d[0]; d[0]="z"; print(d)
m=deque(range(10),maxlen=3); print(m, m.maxlen); m.append(1); m.appendleft(5); m.extend("ab"); print(m); m+=deque("q"); m*=2; print(m, deque(m), deque([],0))
for f in (lambda: deque([]).pop(), lambda: deque([]).popleft(), lambda: d[100], lambda: d["a"], lambda: d[0:1], lambda: deque(5), lambda: deque([],-1), lambda: deque([],"x"), lambda: d.remove(99), lambda: d.index(99), lambda: d+[1], lambda: hash(d), lambda: d.foo, lambda: deque([1],maxlen=1).insert(0,2), lambda: d.append(), lambda: d.append(1,2), lambda: d.rotate("x"), lambda: d<[1], lambda: deque(1,2,3), lambda: deque(x=1), lambda: setattr(d,"maxlen",3), lambda: deque.__name__, lambda: deque, lambda: type(iter(d)), lambda: d.pop(1), lambda: d.__class__.__module__, lambda: d+5): t(f)
def mut():
    q=deque([1,2,3])
    for x in q: q.append(x)
t(mut)
r=deque([1]); r.append(r); print(r)
class S(deque):
    def __init__(self,*a): super().__init__(*a); self.extra=1
    def first(self): return self[0]
s=S([1,2]); s.append(3); print(s, s.first(), s.extra, s.copy(), isinstance(s,deque))
print(copy.copy(d), copy.deepcopy(deque([[1],[2]])), deque(x*x for x in range(4)), deque("abc")==deque("abc"), deque.__mro__)
c=Counter("abracadabra"); print(c, c.most_common(2), c["z"], Counter(a=3,b=1), c+Counter("abc"), sorted(c.elements())[:3]); c.update("aaa"); c.update({"z":5}); print(c); t(lambda: Counter([[1]])); print(Counter(x%3 for x in range(10)), Counter())
