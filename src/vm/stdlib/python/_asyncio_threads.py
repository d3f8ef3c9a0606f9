import asyncio
import concurrent.futures as _cf
import contextvars
import threading


def _failure(future):
    # The exception of a future that is done, in the words of asyncio.
    exc = future.exception()
    for theirs, ours in ((_cf.CancelledError, asyncio.CancelledError), (_cf.InvalidStateError, asyncio.InvalidStateError)):
        if type(exc) is theirs:
            return ours(*exc.args).with_traceback(exc.__traceback__)
    return exc


def _settle(target, source):
    if not asyncio.isfuture(target):
        if source.cancelled():
            target.cancel()
        if not target.set_running_or_notify_cancel():
            return
    elif target.cancelled():
        return
    elif source.cancelled():
        target.cancel()
        return
    exc = _failure(source)
    if exc is not None:
        target.set_exception(exc)
    else:
        target.set_result(source.result())


def _loop_of(future):
    return future.get_loop() if asyncio.isfuture(future) else None


def _chain_future(source, target):
    # The source's outcome becomes the target's; that the target is cancelled goes the other way.
    source_loop, target_loop = _loop_of(source), _loop_of(target)

    def _call_check_cancel(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if target_loop is None or target_loop is source_loop:
            _settle(target, source)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_settle, target, source)

    target.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    if asyncio.isfuture(future):
        return future
    assert isinstance(future, _cf.Future), f"concurrent.futures.Future is expected, got {future!r}"
    wrapped = (asyncio.get_event_loop() if loop is None else loop).create_future()
    _chain_future(future, wrapped)
    return wrapped


def run_coroutine_threadsafe(coro, loop):
    if not asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = _cf.Future()

    def callback():
        try:
            _chain_future(asyncio.ensure_future(coro, loop=loop), future)
        except BaseException as exc:
            if not isinstance(exc, (SystemExit, KeyboardInterrupt)) and future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def _name(func):
    return getattr(func, "__qualname__", None) or type(func).__qualname__


async def to_thread(func, /, *args, **kwargs):
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()

    def call():
        return context.run(func, *args, **kwargs)

    call.__qualname__ = _name(func)
    return await loop.run_in_executor(None, call)


def _run_in_executor(loop, executor, func, /, *args):
    if executor is None:
        if loop._executor_shutdown_called:
            raise RuntimeError("Executor shutdown has been called")
        executor = loop._default_executor
        if executor is None:
            loop._default_executor = executor = _cf.ThreadPoolExecutor(thread_name_prefix="asyncio")
    future = executor.submit(func, *args)
    wrapped = wrap_future(future, loop=loop)
    asyncio._in_executor(wrapped, getattr(future, "_job", 0), _name(func))
    return wrapped


_run_in_executor.__qualname__ = "BaseEventLoop.run_in_executor"


def _set_default_executor(loop, executor):
    if not isinstance(executor, _cf.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    loop._default_executor = executor


async def _shutdown_default_executor(loop, timeout=None):
    executor = loop._default_executor
    done = loop.create_future()

    def _do_shutdown():
        try:
            executor.shutdown(wait=True)
            outcome, value = done.set_result, None
        except Exception as exc:
            outcome, value = done.set_exception, exc
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: done.cancelled() or outcome(value))

    thread = threading.Thread(target=_do_shutdown)
    thread.start()
    try:
        async with asyncio.timeout(timeout):
            await done
    except TimeoutError:
        import warnings  # for shutdown_default_executor
        text = f"The executor did not finishing joining its threads within {timeout} seconds."
        warnings.warn(text, RuntimeWarning, stacklevel=2)
        executor.shutdown(wait=False)
    else:
        thread.join()
