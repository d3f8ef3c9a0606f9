import asyncio, time
from unittest.mock import *
from unittest import mock
import unittest
def t(f):
    try: r=f(); print(repr(r))
    except BaseException as e: print(type(e).__name__, e)
import re
def norm(x): return re.sub(r"id='\d+'", "id='N'", repr(x))
m=Mock()
print(norm(m), norm(m.foo), norm(m.foo.bar()), norm(Mock(name="nm")), norm(Mock(name="nm").x.y()))
t(lambda: m.assert_called()); t(lambda: m.assert_called_with(1)); t(lambda: m.assert_called_once())
m(1, a=2); m(3)
for f in (m.assert_called, m.assert_called_once, m.assert_not_called, lambda: m.assert_called_with(3), lambda: m.assert_called_with(4, x=1), lambda: m.assert_called_once_with(3), lambda: m.assert_any_call(1, a=2), lambda: m.assert_any_call(9), lambda: m.assert_has_calls([call(1,a=2),call(3)]), lambda: m.assert_has_calls([call(3),call(1,a=2)]), lambda: m.assert_has_calls([call(3),call(1,a=2)], any_order=True), lambda: m.assert_has_calls([call(7)], any_order=True), lambda: m.assert_foo, lambda: m.call_args, lambda: m.call_args.args, lambda: m.call_args.kwargs, lambda: m.call_args[0], lambda: m.call_args_list, lambda: m.mock_calls, lambda: m.call_count, lambda: m.called, lambda: m.method_calls): t(f)
m.a.b(1); m.a().c(2)
t(lambda: m.mock_calls); t(lambda: m.method_calls); t(lambda: m.a.b.call_args == call(1)); t(lambda: call.a.b(1)); t(lambda: call(1).foo(2)); t(lambda: m.mock_calls == [call(1,a=2),call(3),call.a.b(1),call.a(),call.a().c(2)])
m2=Mock(return_value=5, side_effect=[1,2,ValueError("v")]); t(m2); t(m2); t(m2); t(m2)
m3=Mock(side_effect=KeyError("k")); t(m3)
m4=Mock(side_effect=lambda x: x*2); t(lambda: m4(4)); 
m5=Mock(side_effect=lambda x: DEFAULT, return_value=9); t(lambda: m5(4))
mm=MagicMock(); t(lambda: len(mm)); t(lambda: list(mm)); t(lambda: bool(mm)); t(lambda: int(mm)); t(lambda: mm==mm); t(lambda: 3 in mm); t(lambda: float(mm))
mm.__len__.return_value=7; mm.__getitem__.side_effect=lambda k: k*2; mm.__iter__.return_value=[1,2]; t(lambda: (len(mm), mm["a"], list(mm), list(mm)))
mm.__str__.return_value="STR"; t(lambda: str(mm))
with mm as x: print(norm(x))
mm.__enter__.assert_called_once_with(); t(lambda: mm.__exit__.call_args)
class S:
    x=1
    def meth(self, a, b=2): return a+b
    async def am(self, q): return q
s=Mock(spec=S); s.meth(1) ; t(lambda: s.nope); t(lambda: isinstance(s, S)); s.other=1; t(lambda: s.other)
ss=Mock(spec_set=S); t(lambda: setattr(ss,"other",1)); print(norm(s), type(s.am).__name__)
au=create_autospec(S); i=au(); i.meth(1); t(lambda: i.meth()); t(lambda: i.meth(1,2,3)); t(lambda: i.zzz)
t(lambda: i.meth.assert_called_once_with(1))
def func(a,b): pass
fa=create_autospec(func, return_value=3); t(lambda: fa(1,2)); t(lambda: fa(1)); t(lambda: fa.assert_called_with(1,b=2))
class Api:
    url="u"
    def get(self): return "real"
    async def aget(self): return "areal"
def use(): return Api().get()
with patch("__main__.Api") as P:
    P.return_value.get.return_value="fake"; print(use()); P.assert_called_once_with(); print(P.mock_calls)
print(use())
with patch.object(Api,"get",return_value="obj") as g: print(use(), g.call_count)
@patch.object(Api,"get")
@patch("__main__.use")
def deco(u, g): g.return_value="G"; u.return_value="U"; return use(), Api().get()
print(deco(), use())
with patch("time.sleep") as sl: time.sleep(100); sl.assert_called_once_with(100)
with patch("builtins.print") as p: print("hidden"); 
p.assert_called_with("hidden")
d={"a":1}
with patch.dict(d,{"b":2}): print(d)
print(d)
with patch.dict(d,{"c":3},clear=True): print(d)
with patch.multiple(Api, url="zz", get=DEFAULT) as made: print(Api.url, list(made))
print(Api.url)
t(lambda: patch("nodots")); t(lambda: patch.object(Api,"nope").start())
pp=patch.object(Api,"url","started"); pp.start(); print(Api.url); pp.stop(); print(Api.url)
am=AsyncMock(return_value=3)
async def main():
    print(await am(1)); am.assert_awaited_once_with(1); t(lambda: am.assert_awaited_with(2)); t(am.assert_not_awaited)
    b=AsyncMock(side_effect=[1,ValueError("x")]); print(await b()); 
    try: await b()
    except ValueError as e: print("VE", e)
    try: await b()
    except StopAsyncIteration as e: print("SAI")
    with patch.object(Api,"aget") as ag:
        ag.return_value="patched"; print(await Api().aget(), type(ag).__name__, ag.await_count)
    mg=MagicMock(); mg.__aenter__.return_value="ent"; mg.__aiter__.return_value=[1,2,3]
    async with mg as e: print(e)
    print([x async for x in mg])
    print(norm(AsyncMock(name="q")), asyncio.iscoroutinefunction(am), (await AsyncMock().x(1)) is not None)
    c=AsyncMock(); t(c.assert_awaited); t(lambda: c.assert_awaited_once()); t(lambda: c.assert_awaited_with(1))
    @patch("asyncio.sleep", new_callable=AsyncMock)
    async def inner(sl): await asyncio.sleep(5); return sl.await_args
    print(await inner())
asyncio.run(main())
print(sentinel.foo, sentinel.foo is sentinel.foo, ANY == 5, call(ANY) == call(3), repr(ANY))
with patch.object(Api, "url", new_callable=PropertyMock) as pm:
    pm.return_value="prop"; print(Api().url); pm.assert_called_once_with()
m=Mock(**{"a.b.return_value":4,"c":5}); print(m.a.b(), m.c); m.configure_mock(c=6); print(m.c)
m.reset_mock(); print(m.mock_calls, m.called)
w=Mock(wraps=[1,2]); print(w.index(2), w.index.call_args)
s=Mock(); s.a.return_value=1; seal(s); t(lambda: s.b); print(s.a())
mgr=Mock(); mgr.attach_mock(Mock(),"one"); mgr.two=Mock(); mgr.one(1); mgr.two(2); print(mgr.mock_calls)
del mgr.two; t(lambda: mgr.two)
o=mock_open(read_data="l1\nl2"); 
with patch("builtins.open", o):
    with open("f") as f: print(f.read())
print(o.mock_calls)
