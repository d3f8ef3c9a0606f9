import types

def f(): yield
async def co(): pass
print(isinstance(f, types.FunctionType), isinstance(lambda: 0, types.LambdaType), isinstance(f(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance("".upper, types.BuiltinMethodType), isinstance(None, types.NoneType), isinstance(..., types.EllipsisType))
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [1]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[1]), vars(ns))
del ns.a
print(ns)
try:
    ns.a
except AttributeError as e:
    print(e)
proxy = types.MappingProxyType({"k": 1})
print(proxy["k"], proxy, len(proxy), list(proxy))
try:
    proxy["k"] = 2
except TypeError as e:
    print(e)


class C:
    def m(self): return self.v
    v = 5


c = C()
print(isinstance(c.m, types.MethodType), types.MethodType(lambda self, x: (self.v, x), c)(1))
c.bound = types.MethodType(lambda self: self.v * 2, c)
print(c.bound(), type(C.__dict__).__name__)
D = types.new_class("D", (C,), {}, lambda ns: ns.update(w=7))
print(D().w, D().v, D.__name__, types.resolve_bases((C,)))
mod = types.ModuleType("mymod", "doc")
mod.x = 5
print(mod.__name__, mod.__doc__, mod.x, mod)
coro = co()
print(isinstance(coro, types.CoroutineType))
coro.close()
print(isinstance(f.__code__, types.CodeType), f.__code__.co_name, f.__code__.co_varnames, f.__code__.co_argcount, types.GenericAlias(list, (int,)), isinstance(int | str, types.UnionType))


@types.coroutine
def old():
    yield


print(type(old()).__name__, types.DynamicClassAttribute.__name__)
try:
    raise ValueError
except ValueError as e:
    print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
