import pprint as pprint_
import reprlib
from pprint import *
from collections import *
from dataclasses import dataclass, field
from types import SimpleNamespace, MappingProxyType
@dataclass
class P:
    name: str
    tags: list = field(default_factory=list)
    d: dict = field(default_factory=dict, repr=False)
class L(list): pass
class L2(list):
    def __repr__(self): return "L2!"*40
N=namedtuple("N","aaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbb ccccccccccccccccccccccc")
objs=[list(range(50)), {"b":1,"a":[1]*40,"c":{"x":"y"*70,"z":("t"*30,"u"*50)}}, ("x"*90,), {1,"a",(2,3),None} and {3,1,2}, set(map(str,range(40))), frozenset(range(60)),
 "word "*40, "line one\nline two is rather long "*5, b"0123456789"*20, bytearray(b"0123456789"*20), P("n"*50,["a"*30,"b"*30]), [P("x",list(range(30)))]*2, SimpleNamespace(a="x"*40,b="y"*50,c=[1]*30),
 MappingProxyType({"k"+str(i):i for i in range(20)}), OrderedDict([("k"+str(i),i) for i in range(20)]), defaultdict(list,{"k"+str(i):[i] for i in range(20)}), Counter("the quick brown fox jumps over the lazy dog"*3), ChainMap({"a":"x"*50},{"b":"y"*50}), deque(["x"*20]*6), deque(["x"*20]*6,maxlen=10), UserDict({"a"*20:"b"*70}), UserList([1]*60),
 L(["abc"*10]*5), [L2()], N(1,2,3), {"n":N("x"*30,2,3)}, [[[[[1,[2]]]]]], [], {}, "", 5, None, {"a":{}}, [{"id": i, "name": "user"+str(i), "roles": ["admin","editor"]} for i in range(4)], 10**20, {(1,2):3,"x":1}, {"long key "*5: "long value "*10}]
for o in objs:
    for kw in ({},{"width":40,"depth":2},{"sort_dicts":False,"width":30,"compact":True,"indent":2}):
        pprint_.pprint(o,**kw)
a=[1]; a.append(a); print(isrecursive(a), isreadable(a), saferepr([1]), pformat(a).replace(str(id(a)),"ID"))
pp({"z":1,"a":2}); print(pformat({"z":1,"a":2}))
for bad in (lambda: PrettyPrinter(indent=-1), lambda: PrettyPrinter(depth=0), lambda: PrettyPrinter(width=0)):
    try: bad()
    except ValueError as e: print(e)
for o in [list(range(20)), "x"*100, {i:i for i in range(9)}, 10**60, [[[[[[[[1]]]]]]]], set(range(10)), (1,), deque([1]), frozenset("a")]: print(reprlib.repr(o))
r=reprlib.Repr(maxlist=2, maxstring=10, indent=2); print(r.repr([1,2,3,"abcdefghijklmn"])); print(r.repr({"a":[1,(2,)]}))
class R(list):
    @reprlib.recursive_repr()
    def __repr__(self): return "<"+"|".join(map(repr,self))+">"
x=R([1]); x.append(x); print(x)
