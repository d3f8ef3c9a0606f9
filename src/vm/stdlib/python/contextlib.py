import sys
from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "AsyncContextDecorator", "ExitStack",
    "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]


def _defines(cls, *names):
    """Whether all of the names are methods of the class, as `__subclasshook__` answers."""
    for name in names:
        if next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None) is None:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _defines(other, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _defines(other, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# Managers that are generators.

def _came_back(thrown, raised, traceback, stops):
    """Whether a generator raised what was thrown into it, perhaps as the cause of a RuntimeError (PEP 479)."""
    if raised is not thrown and not (isinstance(raised, RuntimeError) and isinstance(thrown, stops)
            and raised.__cause__ is thrown):
        return False
    thrown.__traceback__ = traceback
    return True


class _Generated:
    def __init__(self, func, args, kwds):
        self.gen, self._made_by = func(*args, **kwds), (func, args, kwds)
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(*self._made_by)


class _GeneratorContextManager(_Generated, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        # The arguments may die while the block runs.
        del self._made_by
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        try:
            if kind is None:
                next(self.gen)
                fault = "generator didn't stop"
            else:
                value = kind() if value is None else value
                self.gen.throw(value)
                fault = "generator didn't stop after throw()"
        except StopIteration as stop:
            return kind is not None and stop is not value
        except BaseException as raised:
            if kind is not None and _came_back(value, raised, traceback, StopIteration):
                return False
            raise
        try:
            raise RuntimeError(fault)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_Generated, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self._made_by
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        try:
            if kind is None:
                await anext(self.gen)
                fault = "generator didn't stop"
            else:
                value = kind() if value is None else value
                await self.gen.athrow(value)
                fault = "generator didn't stop after athrow()"
        except StopAsyncIteration as stop:
            return kind is not None and stop is not value
        except BaseException as raised:
            if kind is not None and _came_back(value, raised, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        try:
            raise RuntimeError(fault)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# Small managers.

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc):
        await self.thing.aclose()


class redirect_stdout(AbstractContextManager):
    _stream = "stdout"

    def __init__(self, new_target):
        self._target, self._before = new_target, []

    def __enter__(self):
        self._before.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._target)
        return self._target

    def __exit__(self, *exc):
        setattr(sys, self._stream, self._before.pop())


class redirect_stderr(redirect_stdout):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None or issubclass(kind, self._exceptions):
            return kind is not None
        if not issubclass(kind, BaseExceptionGroup):
            return False
        rest = value.split(self._exceptions)[1]
        if rest is not None:
            raise rest
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc):
        pass


class chdir(AbstractContextManager):
    def __init__(self, path):
        raise OSError("there are no directories here")

    def __exit__(self, *exc):
        pass


# Stacks of managers.

class _Unwinding:
    """What has come of the exception while callbacks are called."""

    def __init__(self, exc):
        self.exc, self.received, self.outer = exc, exc is not None, sys.exception()
        self.news = self.suppressed = False

    def details(self):
        return (None,) * 3 if self.exc is None else (type(self.exc), self.exc, self.exc.__traceback__)

    def done(self, result):
        if result:
            self.exc, self.news, self.suppressed = None, False, True

    def failed(self, new):
        """A callback raised: its exception's context is the one that was on its way, not what was handled outside."""
        last = new
        while last.__context__ not in (None, self.exc, self.outer):
            last = last.__context__
        if last.__context__ is not None and last.__context__ is not self.exc:
            last.__context__ = self.exc
        self.exc, self.news = new, True

    def result(self):
        if self.news:
            context = self.exc.__context__
            try:
                raise self.exc
            except BaseException as exc:
                exc.__context__ = context
                raise
        return self.received and self.suppressed


class _Stack:
    def __init__(self):
        self._callbacks = []

    def pop_all(self):
        new = type(self)()
        new._callbacks, self._callbacks = self._callbacks, []
        return new

    def _add(self, is_sync, callback):
        self._callbacks.append((is_sync, callback))

    def _add_exit(self, is_sync, exit, name):
        """A manager, or a function that is called as its exit."""
        method = getattr(type(exit), name, None)
        self._add(is_sync, exit if method is None else MethodType(method, exit))
        return exit

    def _methods(self, cm, kind, *names):
        cls = type(cm)
        try:
            return [getattr(cls, name) for name in names]
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol") from None

    def push(self, exit):
        return self._add_exit(True, exit, "__exit__")

    def enter_context(self, cm):
        enter, exit = self._methods(cm, "context manager", "__enter__", "__exit__")
        result = enter(cm)
        self._add(True, MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        def call(kind, exc, tb):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._add(True, call)
        return callback


class ExitStack(_Stack, AbstractContextManager):
    def __exit__(self, kind, exc, tb):
        unwinding = _Unwinding(exc)
        while self._callbacks:
            callback = self._callbacks.pop()[1]
            try:
                unwinding.done(callback(*unwinding.details()))
            except BaseException as new:
                unwinding.failed(new)
        return unwinding.result()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter, exit = self._methods(cm, "asynchronous context manager", "__aenter__", "__aexit__")
        result = await enter(cm)
        self._add(False, MethodType(exit, cm))
        return result

    def push_async_exit(self, exit):
        return self._add_exit(False, exit, "__aexit__")

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(kind, exc, tb):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._add(False, call)
        return callback

    async def __aexit__(self, kind, exc, tb):
        unwinding = _Unwinding(exc)
        while self._callbacks:
            is_sync, callback = self._callbacks.pop()
            try:
                result = callback(*unwinding.details())
                unwinding.done(result if is_sync else await result)
            except BaseException as new:
                unwinding.failed(new)
        return unwinding.result()

    async def aclose(self):
        await self.__aexit__(None, None, None)
