import asyncio

for e in (
    asyncio.CancelledError(),
    asyncio.CancelledError("msg"),
    asyncio.TimeoutError(),
    asyncio.InvalidStateError("bad"),
    asyncio.QueueEmpty(),
    asyncio.BrokenBarrierError("b"),
    asyncio.IncompleteReadError(b"", None),
    asyncio.LimitOverrunError("too long", 5),
):
    print(repr(e), "|", e, "|", isinstance(e, Exception))
