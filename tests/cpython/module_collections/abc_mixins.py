import collections.abc as A


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Seq(A.Sequence):
    def __init__(s,*a): s.a=a
    def __getitem__(s,i): return s.a[i]
    def __len__(s): return len(s.a)
q=Seq(1,2,3,2); print(list(q),2 in q,q.index(2),q.count(2),list(reversed(q)),isinstance(q,A.Iterable)); t(lambda: q.index(9))
class MM(A.MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=MM(); m["a"]=1; m.update(b=2); m.update({"c":3}); m.update([("d",4)]); print(dict(m), m.pop("a"), m.pop("zz",0), m.setdefault("e",5), m.get("q"), list(m.items()), m=={"b":2,"c":3,"d":4,"e":5}, "b" in m, m.popitem(), m.keys()&{"b","z"}); t(lambda: m.pop("no")); m.clear(); print(len(m)); t(lambda: m.popitem())
class SS(A.MutableSet):
    def __init__(s,i=()): s.s=set(i)
    def __contains__(s,x): return x in s.s
    def __iter__(s): return iter(s.s)
    def __len__(s): return len(s.s)
    def add(s,x): s.s.add(x)
    def discard(s,x): s.s.discard(x)
x=SS([1,2,3]); print(sorted(x|{4}), sorted(x&[1,2]), sorted(x-{1}), sorted(x^{3,4}), x<=SS([1,2,3,4]), x<x, x=={1,2,3}, x.isdisjoint([9]), sorted({5}|x)); x|={9}; x-={1}; x&={2,9}; x^={2,7}; print(sorted(x)); x.remove(7); t(lambda: x.remove(70)); print(x.pop(), len(x)); t(lambda: x.pop())
class MS(A.MutableSequence):
    def __init__(s): s.l=[]
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
z=MS(); z.append(1); z.extend([2,3]); z+=[4]; z.reverse(); print(list(z), z.pop(), z.pop(0)); z.remove(3); print(list(z)); z.clear(); print(len(z))
for n in sorted(A.__all__):
    if n!="ByteString": c=getattr(A,n); print(n, c.__module__, sorted(c.__abstractmethods__), [issubclass(k,c) for k in (int,str,list,dict,set,tuple,range,bytes,type(lambda:0),type({}.keys()),frozenset)])
t(lambda: A.Iterator()); t(lambda: A.Mapping[str,int]); t(lambda: Seq.__abstractmethods__); 
class Half(A.Mapping):
    def __len__(s): return 0
t(lambda: Half())
