# What asyncio has that needs no loop of ours: exceptions with fields, policies, and what a page cannot have, by name.


def __getattr__(name):
    if name == "logger":
        import logging
        return logging.getLogger("asyncio")
    if name in ("capture_call_graph", "format_call_graph", "print_call_graph", "FutureCallGraph", "FrameCallGraphEntry"):
        # Python 3.14's.
        import _asyncio_graph
        return getattr(_asyncio_graph, name)
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'", name=name, obj=_module())


class IncompleteReadError(EOFError):
    __module__ = "asyncio.exceptions"

    def __init__(self, partial, expected):
        total = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {total} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    __module__ = "asyncio.exceptions"

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class AbstractEventLoopPolicy:
    __module__ = "asyncio.events"

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    __module__ = "asyncio.events"
    _loop_factory = None

    def get_event_loop(self):
        return _policy_get(self)

    def set_event_loop(self, loop):
        _policy_set(loop)

    def new_event_loop(self):
        return self._loop_factory()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    __module__ = "asyncio.unix_events"
    _loop_factory = SelectorEventLoop


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        kind = type(policy).__name__
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{kind}'")
    _policy = policy
    _policy_use(None if type(policy) is DefaultEventLoopPolicy else policy)


class BaseProtocol:
    __module__ = "asyncio.protocols"

    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass

    def pause_writing(self):
        pass

    def resume_writing(self):
        pass


class Protocol(BaseProtocol):
    __module__ = "asyncio.protocols"

    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class DatagramProtocol(BaseProtocol):
    __module__ = "asyncio.protocols"

    def datagram_received(self, data, addr):
        pass

    def error_received(self, exc):
        pass


class BufferedProtocol(BaseProtocol):
    __module__ = "asyncio.protocols"


class SubprocessProtocol(BaseProtocol):
    __module__ = "asyncio.protocols"


class BaseTransport:
    __module__ = "asyncio.transports"


class ReadTransport(BaseTransport):
    __module__ = "asyncio.transports"


class WriteTransport(BaseTransport):
    __module__ = "asyncio.transports"


class Transport(ReadTransport, WriteTransport):
    __module__ = "asyncio.transports"


class DatagramTransport(BaseTransport):
    __module__ = "asyncio.transports"


class SubprocessTransport(BaseTransport):
    __module__ = "asyncio.transports"


def _enter_task(loop, task):
    current = current_task(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _swap_current_task(loop, task)


def _leave_task(loop, task):
    current = current_task(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    _swap_current_task(loop, None)


def _register_task(task):
    pass


_unregister_task = _register_task


def _refusal(name, lacks):
    return NotImplementedError(f"{name}() is not available: a program here has no {lacks}")


def _absent(name, lacks, is_async):
    if is_async:
        async def absent(*args, **kwargs):
            raise _refusal(name, lacks)
    else:
        def absent(*args, **kwargs):
            raise _refusal(name, lacks)
    absent.__name__ = absent.__qualname__ = name
    return absent


def _absent_class(name, lacks):
    def refuse(self, *args, **kwargs):
        raise _refusal(name, lacks)
    return type(name, (), {"__module__": "asyncio", "__init__": refuse})


for _name in "open_connection start_server open_unix_connection start_unix_server".split():
    globals()[_name] = _absent(_name, "network", True)
for _name in "create_subprocess_exec create_subprocess_shell".split():
    globals()[_name] = _absent(_name, "other processes", True)
for _name in "StreamReader StreamWriter StreamReaderProtocol AbstractServer Server".split():
    globals()[_name] = _absent_class(_name, "network")
for _name in ("AbstractChildWatcher SafeChildWatcher FastChildWatcher PidfdChildWatcher MultiLoopChildWatcher "
              "ThreadedChildWatcher").split():
    globals()[_name] = _absent_class(_name, "other processes")
for _name in "get_child_watcher set_child_watcher".split():
    globals()[_name] = _absent(_name, "other processes", False)
for _names, _lacks, _is_async in (
    ("create_connection create_server create_datagram_endpoint create_unix_connection create_unix_server "
     "connect_accepted_socket sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto "
     "sock_connect sock_accept sock_sendfile sendfile start_tls getaddrinfo getnameinfo", "network", True),
    ("connect_read_pipe connect_write_pipe subprocess_exec subprocess_shell", "other processes", True),
    ("add_reader remove_reader add_writer remove_writer", "network", False),
    ("add_signal_handler remove_signal_handler", "signals", False),
):
    for _name in _names.split():
        _loop_method(_name, _absent(_name, _lacks, _is_async))
del _name, _names, _lacks, _is_async
__all__ = _public_names()
