import _awaitscope as _vm
import _thread
import sys
import threading
from _thread import Empty, SimpleQueue
from time import monotonic as _time

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
PENDING, RUNNING, CANCELLED, FINISHED = "PENDING", "RUNNING", "CANCELLED", "FINISHED"
# The waiters of a cancelled future have been told.
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


def _log(level, text, exc=None):
    logging = sys.modules.get("logging")
    if logging:
        getattr(logging.getLogger("concurrent.futures"), level)(text, exc_info=exc)
    else:
        sys.stderr.write(text + "\n" + (_vm.format_exception(exc) if exc else ""))


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = self._exception = None
        self._done_callbacks = []
        # Called once, with the future, when it is done; before the callbacks.
        self._watchers = []

    def __repr__(self):
        with self._condition:
            text = f"<{type(self).__name__} at {id(self):#x} state={'cancelled' if self.cancelled() else self._state.lower()}"
            if self._state == FINISHED:
                if self._exception is not None:
                    text += f" raised {type(self._exception).__name__}"
                else:
                    text += f" returned {type(self._result).__name__}"
            return text + ">"

    def _call_back(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as exc:
            _log("error", f"exception calling callback for {self!r}", exc)

    def _tell(self):
        for watcher in self._watchers:
            watcher(self)
        self._watchers.clear()

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self.cancelled():
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state not in (PENDING, RUNNING)

    def _is_told(self):
        return self._state in (CANCELLED_AND_NOTIFIED, FINISHED)

    def _await(self, timeout):
        if not self.done():
            self._condition.wait(timeout)
        if self.cancelled():
            raise CancelledError
        if self._state != FINISHED:
            raise TimeoutError

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def result(self, timeout=None):
        try:
            with self._condition:
                self._await(timeout)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._await(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell()
                return False
            _log("critical", f"Future {id(self)} in unexpected state: {self._state}")
            raise RuntimeError("Future in unexpected state")

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result, self._exception, self._state = result, exception, FINISHED
            self._tell()
            self._condition.notify_all()
        self._call_back()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    __class_getitem__ = classmethod(_vm.GenericAlias)


class DoneAndNotDoneFutures(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def _watch(futures, watcher):
    # The watcher is told of those that are not done yet. Gives the others.
    done = []
    for future in futures:
        with future._condition:
            if future._is_told():
                done.append(future)
            else:
                future._watchers.append(watcher)
    return done


def _unwatch(futures, watcher):
    for future in futures:
        with future._condition:
            if watcher in future._watchers:
                future._watchers.remove(watcher)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    event, done = threading.Event(), set()

    def watcher(future):
        done.add(future)
        failed = not future.cancelled() and future._exception is not None
        if return_when == FIRST_COMPLETED or len(done) == len(fs) or return_when == FIRST_EXCEPTION and failed:
            event.set()

    for future in _watch(fs, watcher):
        watcher(future)
    if fs:
        event.wait(timeout)
    _unwatch(fs - done, watcher)
    done = set(done)
    return DoneAndNotDoneFutures((done, fs - done))


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _time()
    fs = list(dict.fromkeys(fs))
    total, queue = len(fs), SimpleQueue()
    first = _watch(fs, queue.put)
    pending = set(fs).difference(first)
    first.reverse()
    fs = None
    try:
        while first:
            yield first.pop()
        while pending:
            left = None if end is None else end - _time()
            try:
                future = queue.get(left is None or left > 0, left)
            except Empty:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished") from None
            pending.discard(future)
            yield future
            future = None
    finally:
        _unwatch(pending, queue.put)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + _time()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    try:
                        yield future.result(None if end is None else end - _time())
                    finally:
                        future.cancel()
                        del future
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.shutdown(wait=True)
        return False


class BrokenThreadPool(BrokenExecutor):
    pass


_jobs = 0
_ending = False
# The work queue of each worker.
_queues = {}


@threading._register_atexit
def _end_workers():
    global _ending
    _ending = True
    workers = list(_queues.items())
    for _, queue in workers:
        queue.put(None)
    for thread, _ in workers:
        thread.join()


class _Work:
    def __init__(self, future, fn, args, kwargs):
        global _jobs
        _jobs += 1
        self.future, self.call, self.job = future, (fn, args, kwargs), _jobs
        _thread._submitted(_jobs, getattr(fn, "__qualname__", None) or type(fn).__qualname__)

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        fn, args, kwargs = self.call
        _thread._started(self.job)
        try:
            result = fn(*args, **kwargs)
        except BaseException as exc:
            _thread._finished(self.job)
            self.future.set_exception(exc)
            self = None
        else:
            _thread._finished(self.job)
            self.future.set_result(result)


def _worker(pool, queue, initializer, initargs):
    try:
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException as exc:
                _log("critical", "Exception in initializer:", exc)
                executor = pool()
                if executor is not None:
                    executor._initializer_failed()
                return
        while True:
            try:
                work = queue.get_nowait()
            except Empty:
                executor = pool()
                if executor is not None:
                    executor._idle_semaphore.release()
                del executor
                work = queue.get()
            if work is not None:
                work.run()
                del work
                continue
            executor = pool()
            if _ending or executor is None or executor._shutdown:
                if executor is not None:
                    executor._shutdown = True
                # The next one is to end, too.
                queue.put(None)
                return
            del executor
    finally:
        _queues.pop(threading.current_thread(), None)


class ThreadPoolExecutor(Executor):
    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = _thread._cpu_count + 4
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = self._shutdown = False
        self._shutdown_lock = threading.Lock()
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._pools}"
            ThreadPoolExecutor._pools += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer, self._initargs = initializer, initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _ending:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            work = _Work(future, fn, args, kwargs)
            future._job = work.job
            self._work_queue.put(work)
            del work
            self._add_worker()
            return future

    def _add_worker(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        queue, count = self._work_queue, len(self._threads)
        if count < self._max_workers:
            # Without its executor a worker ends.
            pool = _vm.ref(self, lambda _: queue.put(None))
            args = pool, queue, self._initializer, self._initargs
            thread = threading.Thread(name=f"{self._thread_name_prefix or self}_{count}", target=_worker, args=args)
            thread.start()
            self._threads.add(thread)
            _queues[thread] = queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for work in self._drain():
                work.future.set_exception(BrokenThreadPool(self._broken))

    def _drain(self):
        while True:
            try:
                work = self._work_queue.get_nowait()
            except Empty:
                return
            if work is not None:
                yield work

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for work in self._drain():
                    work.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in sorted(self._threads, key=lambda thread: thread.ident):
                thread.join()


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("there are no processes here: use a ThreadPoolExecutor")


for _class in (Error, CancelledError, InvalidStateError, BrokenExecutor, Future, DoneAndNotDoneFutures, Executor):
    _class.__module__ = "concurrent.futures._base"
for _class in (BrokenThreadPool, ThreadPoolExecutor):
    _class.__module__ = "concurrent.futures.thread"
ProcessPoolExecutor.__module__ = "concurrent.futures.process"
_base = thread = sys.modules[__name__]
sys.modules["concurrent.futures._base"] = sys.modules["concurrent.futures.thread"] = _base
