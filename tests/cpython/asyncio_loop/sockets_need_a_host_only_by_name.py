import asyncio

for name in ("open_connection", "start_server", "create_subprocess_exec", "StreamReader", "IncompleteReadError"):
    print(name, hasattr(asyncio, name))
e = asyncio.IncompleteReadError(b"abc", 10)
print(e, e.partial, e.expected)
print(issubclass(asyncio.IncompleteReadError, EOFError))
for name in ("CancelledError", "InvalidStateError", "TimeoutError", "QueueEmpty", "QueueFull", "QueueShutDown", "BrokenBarrierError"):
    print(name, [c.__name__ for c in getattr(asyncio, name).__mro__])
