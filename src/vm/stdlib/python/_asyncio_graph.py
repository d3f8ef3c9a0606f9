# Who awaits whom, as asyncio of Python 3.14 tells it.
import asyncio
import collections as _collections
import sys as _sys

FrameCallGraphEntry = _collections.namedtuple("FrameCallGraphEntry", "frame", module="asyncio.graph")
FutureCallGraph = _collections.namedtuple("FutureCallGraph", "future call_stack awaited_by", module="asyncio.graph")
_KINDS = (("cr_frame", "cr_await"), ("ag_frame", "ag_await"), ("gi_frame", "gi_yieldfrom"))


def _cut(stack, limit):
    if limit is None:
        return tuple(stack)
    return tuple(stack[:limit] if limit >= 0 else stack[limit:])


def _suspended(coro):
    """The frames of a suspended coroutine, innermost first."""
    frames = []
    while coro is not None:
        for frame, awaits in _KINDS:
            if hasattr(coro, frame):
                if getattr(coro, frame) is not None:
                    frames.append(getattr(coro, frame))
                coro = getattr(coro, awaits)
                break
        else:
            break
    return frames[::-1]


def _running(coro, depth):
    """The frames from whoever asks out to the task's coroutine."""
    frames, end = [], 0
    frame = _sys._getframe(depth)
    while frame is not None:
        frames.append(frame)
        if frame.f_code is getattr(coro, "cr_code", None):
            end = len(frames)
        frame = frame.f_back
    return frames[:end]


def _graph(future, frames, limit, above):
    parents = [parent for parent in asyncio._awaited_by(future) if parent not in above]
    awaited_by = [
        _graph(parent, _suspended(parent.get_coro()) if isinstance(parent, asyncio.Task) else [], limit, above + [parent])
        for parent in parents
    ]
    return FutureCallGraph(future, _cut([FrameCallGraphEntry(frame) for frame in frames], limit), tuple(awaited_by))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    loop = asyncio._get_running_loop()
    current = asyncio.current_task(loop) if loop is not None else None
    if future is None:
        if loop is None:
            raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided")
        if current is None:
            return None
        future = current
    if not asyncio.isfuture(future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")
    if future is current:
        frames = _running(future.get_coro(), depth - 1)
    else:
        frames = _suspended(future.get_coro()) if isinstance(future, asyncio.Task) else []
    return _graph(future, frames, limit, [future])


def _lines(graph, indent, out):
    future = graph.future
    if isinstance(future, asyncio.Task):
        out.append(f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})")
    else:
        out.append(f"{indent}* Future(id={id(future):#x})")
    if graph.call_stack:
        out.append(f"{indent}  + Call stack:")
        for entry in graph.call_stack:
            code = entry.frame.f_code
            tags = ((0x80, "async "), (0x200, "async generator "), (0x20, "generator "))
            tag = next((tag for flag, tag in tags if code.co_flags & flag), "")
            out.append(f"{indent}  |   File {code.co_filename!r}, line {entry.frame.f_lineno}, in {tag}{code.co_qualname}()")
    if graph.awaited_by:
        out.append(f"{indent}  + Awaited by:")
        for parent in graph.awaited_by:
            _lines(parent, indent + "    ", out)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    graph = capture_call_graph(future, depth=depth, limit=limit)
    if graph is None:
        return ""
    out = []
    _lines(graph, "", out)
    return "\n".join(out)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    print(format_call_graph(future, depth=depth, limit=limit), file=file)
