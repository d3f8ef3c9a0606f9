import sys
import _thread
import _awaitscope as _vm
from _thread import TIMEOUT_MAX, error as ThreadError, get_ident, get_native_id, lock as Lock
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
    "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace", "getprofile",
    "setprofile_all_threads", "settrace_all_threads", "get_native_id"]


def RLock(*args, **kwargs):
    return _thread.RLock(*args, **kwargs)


def _taken():
    lock = Lock()
    lock.acquire()
    return lock


def _address(self):
    return f"{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}"


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._waiters = []
        self.acquire, self.release = lock.acquire, lock.release
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        gate = _taken()
        self._waiters.append(gate)
        saved = self._release_save()
        woken = False
        try:
            woken = gate.acquire() if timeout is None else gate.acquire(timeout > 0, timeout if timeout > 0 else -1)
            return woken
        finally:
            self._acquire_restore(saved)
            if not woken and gate in self._waiters:
                self._waiters.remove(gate)

    def wait_for(self, predicate, timeout=None):
        end = None
        while not (result := predicate()):
            left = None
            if timeout is not None:
                if end is None:
                    end = _time() + timeout
                left = end - _time()
                if left <= 0:
                    break
            self.wait(left)
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken, self._waiters[:n] = self._waiters[:n], []
        for gate in woken:
            gate.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f"<{_address(self)}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value == 0 and (not blocking or not self._cond.wait_for(lambda: self._value > 0, timeout)):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._add(n)
            self._cond.notify(n)

    def _add(self, n):
        self._value += n

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f"<{_address(self)}: value={self._value}/{self._initial_value}>"

    def _add(self, n):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f"<{_address(self)}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class _Round:
    count, state = 0, ""


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._parties, self._action, self._timeout = parties, action, timeout
        self._round = _Round()

    def __repr__(self):
        state = " broken" if self.broken else f": waiters={self.n_waiting}/{self.parties}"
        return f"<{_address(self)}{': broken' if self.broken else state}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            current = self._round
            if current.state:
                raise BrokenBarrierError
            index = current.count
            current.count += 1
            if current.count == self._parties:
                try:
                    if self._action:
                        self._action()
                except:
                    self._end("broken")
                    raise
                self._end("passed")
            elif not self._cond.wait_for(lambda: current.state, timeout):
                self._end("broken")
                raise BrokenBarrierError
            elif current.state != "passed":
                raise BrokenBarrierError
            return index

    def _end(self, state):
        self._round.state = state
        if state != "broken":
            self._round = _Round()
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            self._end("reset")

    def abort(self):
        with self._cond:
            self._end("broken")

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return 0 if self._round.state else self._round.count

    @property
    def broken(self):
        return self._round.state == "broken"


_active = {}
_limbo = {}
_exit_functions = []
_ending = False
_names = {}


def _new_name(pattern="Thread-%d"):
    _names[pattern] = n = _names.get(pattern, 0) + 1
    return pattern % n


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name()
            if hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target, self._name, self._args, self._kwargs = target, name, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = None
        self._started = self._ended = False
        self._done = _taken()
        self._locals = []
        self._initialized = True

    def _check(self):
        assert self._initialized, "Thread.__init__() not called"

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        state = "stopped" if self._ended else "started" if self._started else "initial"
        if self._daemonic:
            state += " daemon"
        if self._ident is not None:
            state += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started:
            raise RuntimeError("threads can only be started once")
        if _ending and not self._daemonic:
            raise RuntimeError("can't create new thread at interpreter shutdown")
        self._started = True
        self._begun = _taken()
        function = self._target if self._target is not None else self.run
        _limbo[self] = self
        _thread._spawn(self._bootstrap, self._name, getattr(function, "__qualname__", None) or type(function).__qualname__)
        # The new thread runs first, until it blocks.
        self._begun.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = ident = get_ident()
        self._native_id = get_native_id()
        _active[ident] = _limbo.pop(self)
        self._begun.release()
        try:
            self.run()
        except BaseException as exc:
            _call_excepthook(exc, self)
        for values in self._locals:
            values.pop(ident, None)
        del _active[ident]
        self._ended = True
        self._done.release()

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if not self._ended and (self._done.acquire() if timeout is None else self._done.acquire(True, max(timeout, 0))):
            self._done.release()

    def is_alive(self):
        self._check()
        return self._started and not self._ended

    @property
    def name(self):
        self._check()
        return self._name

    @name.setter
    def name(self, name):
        self._check()
        self._name = str(name)
        if self._ident is not None:
            _thread._rename(self._ident, self._name)

    @property
    def ident(self):
        self._check()
        return self._ident

    @property
    def native_id(self):
        self._check()
        return self._native_id

    @property
    def daemon(self):
        self._check()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started, self._ident, self._native_id = True, _main_ident, get_native_id()
        _active[_main_ident] = self


class _DummyThread(Thread):
    def __init__(self):
        Thread.__init__(self, name=_new_name("Dummy-%d"), daemon=True)
        self._started, self._ident, self._native_id = True, get_ident(), get_native_id()
        _active[self._ident] = self

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return "_thread._ExceptHookArgs(exc_type={!r}, exc_value={!r}, exc_traceback={!r}, thread={!r})".format(*self)


ExceptHookArgs.__module__ = "_thread"
ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = "_ExceptHookArgs"


def excepthook(args, /):
    if issubclass(args.exc_type, SystemExit):
        return
    name = args.thread.name if args.thread is not None else get_ident()
    sys.stderr.write(f"Exception in thread {name}:\n" + _vm.format_exception(args.exc_value))


excepthook.__module__ = "_thread"
__excepthook__ = excepthook


def _call_excepthook(exc, thread):
    try:
        excepthook(ExceptHookArgs((type(exc), exc, exc.__traceback__, thread)))
    except BaseException as fault:
        fault.__suppress_context__ = True
        sys.stderr.write("Exception in threading.excepthook:\n")
        sys.excepthook(type(fault), fault, fault.__traceback__)


def current_thread():
    return _active.get(get_ident()) or _DummyThread()


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    return [*_active.values(), *_limbo.values()]


def active_count():
    return len(_active) + len(_limbo)


activeCount = active_count


class local:
    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__values", ({get_ident(): {}}, args, kwargs))
        return self

    def __getattribute__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        if name == "_local__values":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if hasattr(getattr(type(self), name, None), "__set__"):
            object.__setattr__(self, name, value)
        else:
            _values(self)[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        values = _values(self)
        if hasattr(getattr(type(self), name, None), "__delete__"):
            object.__delattr__(self, name)
        elif name in values:
            del values[name]
        else:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


# The name is that of its errors.
local.__module__, local.__qualname__, local.__name__ = "_thread", "_local", "_thread._local"


def _values(self):
    by_thread, args, kwargs = object.__getattribute__(self, "_local__values")
    ident = get_ident()
    values = by_thread.get(ident)
    if values is None:
        by_thread[ident] = values = {}
        if ident != _main_ident:
            current_thread()._locals.append(by_thread)
        type(self).__init__(self, *args, **kwargs)
    return values


def stack_size(size=0, /):
    return 0


def settrace(func):
    pass


setprofile = settrace_all_threads = setprofile_all_threads = settrace


def gettrace():
    return None


getprofile = gettrace


def _register_atexit(func, *args, **kwargs):
    _exit_functions.append(lambda: func(*args, **kwargs))


def _shutdown():
    global _ending
    _main._ended = True
    _main._done.release()
    _ending = True
    for function in reversed(_exit_functions):
        function()
    while waiting := [t for t in _active.values() if not t.daemon and t is not _main]:
        waiting[0].join()


_main_ident = _thread._main_ident
_main = _MainThread()
