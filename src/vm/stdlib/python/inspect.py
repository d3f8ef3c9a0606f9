import types
import sys
import enum
import collections as _collections
import _awaitscope as _vm

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 1, 2, 4, 8, 16, 32, 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def ismodule(o): return isinstance(o, types.ModuleType)
def isclass(o): return isinstance(o, type)
def ismethod(o): return isinstance(o, types.MethodType)
def isfunction(o): return isinstance(o, types.FunctionType)
def isgenerator(o): return isinstance(o, types.GeneratorType)
def iscoroutine(o): return isinstance(o, types.CoroutineType)
def isasyncgen(o): return isinstance(o, types.AsyncGeneratorType)
def istraceback(o): return isinstance(o, types.TracebackType)
def isframe(o): return isinstance(o, (types.FrameType, sys.frame))
def iscode(o): return isinstance(o, types.CodeType)
def isbuiltin(o): return isinstance(o, types.BuiltinFunctionType)
def isgetsetdescriptor(o): return isinstance(o, types.GetSetDescriptorType)
def ismemberdescriptor(o): return isinstance(o, types.MemberDescriptorType)
def ismethodwrapper(o): return isinstance(o, types.MethodWrapperType)
def isroutine(o): return isbuiltin(o) or isfunction(o) or ismethod(o) or ismethoddescriptor(o)


def isawaitable(o):
    from collections.abc import Awaitable
    return isinstance(o, types.CoroutineType) or isinstance(o, types.GeneratorType) and _vm.is_marked(o) or isinstance(o, Awaitable)


def _flags(f, mask):
    import functools
    while isinstance(f, (types.MethodType, functools.partial)):
        f = f.func if isinstance(f, functools.partial) else f.__func__
    return isinstance(f, types.FunctionType) and bool(f.__code__.co_flags & mask)


def isgeneratorfunction(o): return _flags(o, 32)
def isasyncgenfunction(o): return _flags(o, 512)


def iscoroutinefunction(o):
    return _flags(o, 128) or getattr(getattr(o, "__func__", o), "_is_coroutine_mark", False) is True


def markcoroutinefunction(func):
    getattr(func, "__func__", func)._is_coroutine_mark = True
    return func


def ismethoddescriptor(o):
    if isclass(o) or ismethod(o) or isfunction(o):
        return False
    return hasattr(type(o), "__get__") and not hasattr(type(o), "__set__") and not hasattr(type(o), "__delete__")


def isdatadescriptor(o):
    if isclass(o) or ismethod(o) or isfunction(o):
        return False
    return hasattr(type(o), "__set__") or hasattr(type(o), "__delete__")


def isabstract(o):
    return isinstance(o, type) and bool(getattr(o, "__abstractmethods__", ()))


def _state(prefix, o, p):
    if getattr(o, p + "_running"):
        return prefix + "_RUNNING"
    if getattr(o, p + "_frame") is None:
        return prefix + "_CLOSED"
    return prefix + ("_SUSPENDED" if getattr(o, p + "_suspended") else "_CREATED")


def getgeneratorstate(g): return _state("GEN", g, "gi")
def getcoroutinestate(c): return _state("CORO", c, "cr")
def getasyncgenstate(a): return _state("AGEN", a, "ag")


def getgeneratorlocals(g):
    return {}


getcoroutinelocals = getasyncgenlocals = getgeneratorlocals


def currentframe():
    return sys._getframe(0)


FrameInfo = _collections.namedtuple("FrameInfo", "frame filename lineno function code_context index", module="inspect")


def stack(context=1):
    out, f = [], sys._getframe(0)
    while f is not None:
        code = f.f_code
        out.append(FrameInfo(f, code.co_filename, f.f_lineno, code.co_name, [_vm.line(code, f.f_lineno) + "\n"], 0))
        f = f.f_back
    return out


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    out = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            out.append((name, value))
    return out


def getmembers_static(object, predicate=None):
    return [(n, v) for n in sorted(set(dir(object))) if (v := getattr_static(object, n, None)) is not None and (predicate is None or predicate(v))]


_nothing = __builtins__["object"]() if isinstance(__builtins__, dict) else __builtins__.object()


def getattr_static(obj, attr, default=_nothing):
    if not isinstance(obj, type):
        own = getattr(obj, "__dict__", {})
        if attr in own:
            return own[attr]
    for cls in (obj if isinstance(obj, type) else type(obj)).__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is not _nothing:
        return default
    raise AttributeError(attr)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")], default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None or isinstance(object, type) and doc is type.__doc__:
        doc = None
        if isinstance(object, type):
            for base in object.__mro__[1:-1]:
                if base.__dict__.get("__doc__"):
                    doc = base.__dict__["__doc__"]
                    break
        else:
            name = getattr(object, "__name__", None)
            cls = type(getattr(object, "__self__", None)) if ismethod(object) else None
            if cls is None and isfunction(object):
                cls = _owner(object)
            for base in cls.__mro__ if cls else ():
                found = base.__dict__.get(name)
                if found is not None and getattr(found, "__doc__", None):
                    doc = found.__doc__
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def _owner(f):
    obj = sys.modules.get(f.__module__)
    for part in f.__qualname__.split(".")[:-1]:
        obj = getattr(obj, part, None)
    return obj if isinstance(obj, type) else None


getcomments = lambda object: None


def getmodule(object):
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def getfile(object):
    code = getattr(getattr(object, "__func__", object), "__code__", object)
    if iscode(code):
        return code.co_filename
    raise TypeError(f"{object!r} is a built-in")


getsourcefile = getfile


def getsourcelines(object):
    code = getattr(unwrap(getattr(object, "__func__", object)), "__code__", object)
    source = _vm.source(code) if iscode(code) else None
    if source is None:
        if isclass(object):
            main = [v.__code__ for v in vars(object).values() if isfunction(v)]
            if main and (source := _vm.source(main[0])):
                lines = source.splitlines(True)
                start = next((i for i, line in enumerate(lines) if line.lstrip().startswith(f"class {object.__name__}")), None)
                if start is not None:
                    return _block(lines, start), start + 1
        raise OSError("could not get source code")
    lines = source.splitlines(True)
    return _block(lines, code.co_firstlineno - 1), code.co_firstlineno


def _block(lines, start):
    lead = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    header = lines[start].lstrip().startswith("@")
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip()) <= lead and not line.lstrip().startswith((")", "]", "}")):
            if not header:
                break
            header = line.lstrip().startswith("@")
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def getsource(object):
    return "".join(getsourcelines(object)[0])


def unwrap(func, *, stop=None):
    seen = set()
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
        func = func.__wrapped__
    return func


class _empty:
    pass


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self]


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if getattr(annotation, "__module__", None) == "typing" and not isinstance(annotation, type):
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ in ("builtins", base_module) else f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and kind in (2, 4):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_nothing, kind=_nothing, annotation=_nothing, default=_nothing):
        pick = lambda new, old: old if new is _nothing else new
        return type(self)(pick(name, self._name), pick(kind, self._kind), default=pick(default, self._default), annotation=pick(annotation, self._annotation))

    __replace__ = replace

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self._kind), "") + self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        out = []
        for name, p in self.signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            if p.kind == 2:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        started = False
        for name, p in self.signature.parameters.items():
            if not started and p.kind not in (3, 4):
                if name in self.arguments:
                    continue
                started = True
                continue
            if name in self.arguments:
                if p.kind == 4:
                    out.update(self.arguments[name])
                else:
                    out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        new = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind == 2:
                new[name] = ()
            elif p.kind == 4:
                new[name] = {}
        self.arguments = new

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"

    def __eq__(self, other):
        return isinstance(other, BoundArguments) and self.signature == other.signature and self.arguments == other.arguments


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = {}
        last, default = -1, False
        for p in parameters or ():
            if p.kind < last:
                raise ValueError(f"wrong parameter order: {_ParameterKind(last).description} parameter before {p.kind.description} parameter")
            last = p.kind
            if p.kind < 2:
                if p.default is _empty and default:
                    raise ValueError("non-default argument follows default argument")
                default = p.default is not _empty
            if p.name in params:
                raise ValueError(f"duplicate parameter name: {p.name!r}")
            params[p.name] = p
        self._parameters = types.MappingProxyType(params)
        self._return = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_nothing, return_annotation=_nothing):
        return type(self)(self._parameters.values() if parameters is _nothing else parameters,
                          return_annotation=self._return if return_annotation is _nothing else return_annotation)

    __replace__ = replace

    def _bind(self, args, kwargs, partial=False):
        arguments, kwargs = {}, dict(kwargs)
        args = list(args)
        params = list(self._parameters.values())
        many = None
        for p in params:
            if p.kind == 2:
                arguments_left, args = args, []
                if arguments_left:
                    arguments[p.name] = tuple(arguments_left)
                many = p
            elif p.kind < 2 and args:
                if p.kind == 1 and p.name in kwargs:
                    raise TypeError(f"multiple values for argument {p.name!r}")
                arguments[p.name] = args.pop(0)
            elif p.kind in (1, 3) and p.name in kwargs:
                arguments[p.name] = kwargs.pop(p.name)
            elif p.kind == 4:
                if args:
                    break
                if kwargs:
                    arguments[p.name] = {k: v for k, v in kwargs.items()}
                    kwargs = {}
            elif p.default is _empty and not partial:
                if args:
                    break
                raise TypeError(f"missing a required argument: {p.name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def format(self, *, max_width=None):
        out, positional, keyword = [], False, True
        for p in self._parameters.values():
            if p.kind == 0:
                positional = True
            elif positional:
                out.append("/")
                positional = False
            if p.kind == 2:
                keyword = False
            elif p.kind == 3 and keyword:
                out.append("*")
                keyword = False
            out.append(str(p))
        if positional:
            out.append("/")
        text = f"({', '.join(out)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(out) + "\n)"
        return text + (f" -> {formatannotation(self._return)}" if self._return is not _empty else "")

    __str__ = format

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self._parameters.items()) == list(other._parameters.items()) and self._return == other._return

    def __hash__(self):
        return hash(tuple(self._parameters))


def _of_function(f):
    code = f.__code__
    names = code.co_varnames
    n, pos, kw = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    notes = f.__annotations__
    defaults = f.__defaults__ or ()
    kwdefaults = f.__kwdefaults__ or {}
    P = Parameter
    note = lambda name: notes.get(name, _empty)
    params = []
    for i, name in enumerate(names[:n]):
        j = i - (n - len(defaults))
        params.append(P(name, P.POSITIONAL_ONLY if i < pos else P.POSITIONAL_OR_KEYWORD, annotation=note(name), default=defaults[j] if j >= 0 else _empty))
    at = n + kw
    if code.co_flags & 4:
        params.append(P(names[at], P.VAR_POSITIONAL, annotation=note(names[at])))
        at += 1
    for name in names[n:n + kw]:
        params.append(P(name, P.KEYWORD_ONLY, annotation=note(name), default=kwdefaults.get(name, _empty)))
    if code.co_flags & 8:
        params.append(P(names[at], P.VAR_KEYWORD, annotation=note(names[at])))
    return Signature(params, return_annotation=note("return"))


def _without_first(sig):
    params = list(sig.parameters.values())
    if params and params[0].kind < 2:
        params = params[1:]
    return sig.replace(parameters=params)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    import functools
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return signature(obj)
    sig = getattr(obj, "__signature__", None)
    if isinstance(sig, Signature):
        return sig
    if isinstance(obj, types.FunctionType):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        sig = signature(obj.func)
        bound = sig.bind_partial(*obj.args, **obj.keywords).arguments
        params, only = [], False
        taken = len(obj.args)
        for p in sig.parameters.values():
            if taken and p.kind < 2:
                taken -= 1
                continue
            if p.name in obj.keywords and p.kind != 0:
                p = p.replace(default=obj.keywords[p.name], kind=Parameter.KEYWORD_ONLY)
                only = True
            elif only and p.kind == 1:
                p = p.replace(kind=Parameter.KEYWORD_ONLY)
            elif only and p.kind == 2:
                continue
            params.append(p)
        return sig.replace(parameters=params)
    if isinstance(obj, type):
        meta = type(obj).__dict__.get("__call__")
        for name in ("__new__", "__init__"):
            for cls in obj.__mro__[:-1]:
                f = cls.__dict__.get(name)
                f = getattr(f, "__func__", f)
                if isinstance(f, types.FunctionType):
                    return _without_first(signature(f))
        if obj.__module__ == "builtins":
            raise ValueError(f"no signature found for builtin type {obj!r}")
        return Signature()
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _without_first(signature(call))
    raise ValueError(f"no signature found for builtin {obj!r}")


FullArgSpec = _collections.namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations", module="inspect")
ArgInfo = _collections.namedtuple("ArgInfo", "args, varargs, keywords, locals", module="inspect")


def getfullargspec(func):
    sig = signature(func, follow_wrapped=False) if not isinstance(func, types.MethodType) else _of_function(func.__func__)
    args, varargs, varkw, defaults, only, kwdefaults, notes = [], None, None, (), [], {}, {}
    for p in sig.parameters.values():
        if p.kind < 2:
            args.append(p.name)
            if p.default is not _empty:
                defaults += (p.default,)
        elif p.kind == 2:
            varargs = p.name
        elif p.kind == 3:
            only.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            notes[p.name] = p.annotation
    if sig.return_annotation is not _empty:
        notes["return"] = sig.return_annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, only, kwdefaults or None, notes)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        return dict(obj.__dict__.get("__annotations__", {}))
    return dict(getattr(obj, "__annotations__", None) or {})


def getclosurevars(func):
    raise NotImplementedError("inspect.getclosurevars() is not supported here")
