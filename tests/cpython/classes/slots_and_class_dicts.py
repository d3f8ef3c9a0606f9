class A:
    __slots__=('x',)
a=A()
for f in [lambda: delattr(a,'x'), lambda: a.x, lambda: delattr(A,'zz'), lambda: delattr(a,'zz')]:
    try: f()
    except AttributeError as e: print(repr(e), e.name, e.obj is a, e.obj is A)
class B(A): pass
print(list(vars(A)), list(vars(B)), list(vars(type('E',(Exception,),{}))), list(vars(type('E',(int,),{}))), list(vars(type('E',(list,),{}))), list(vars(type('E',(set,),{}))), list(vars(type('E',(str,),{}))), list(vars(type('E',(dict,),{"a":1}))))
class C:
    "doc"
    __slots__=('x','__dict__','__weakref__')
print(list(vars(C)))
print(B.__dict__['__dict__'], B.__dict__['__weakref__'], B().__weakref__)
try:
    class E(B): __slots__=('__dict__',)
except TypeError as e: print(e)
try:
    class E(B): __slots__=('__weakref__',)
except TypeError as e: print(e)
try:
    class E(int): __slots__=('x',)
except TypeError as e: print(e)
try:
    class E: __slots__=('1x',)
except TypeError as e: print(e)
try:
    class E: __slots__=(1,)
except TypeError as e: print(e)
try:
    class F1: __slots__=('a',)
    class F2: __slots__=('b',)
    class F3(F1,F2): pass
except TypeError as e: print(e)
try: print(~True)
except Exception as e: print(e)
x=True
print(~x)
for i in range(2): print(~x, bool(NotImplemented), not NotImplemented)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    ~x
    print(w[0].category, w[0].lineno)
warnings.simplefilter("error")
try: ~x
except DeprecationWarning as e: print("caught", e)
try:
    if NotImplemented: pass
except DeprecationWarning as e: print("caught", e)
def g():
    yield
it=g()
try: it.throw(ValueError, "x")
except (DeprecationWarning,ValueError) as e: print("caught", e)
