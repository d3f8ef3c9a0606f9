import asyncio.events
import asyncio.tasks as tasks
from asyncio import CancelledError, Queue, TaskGroup, gather, run, sleep, timeout
from asyncio.exceptions import InvalidStateError
from asyncio.locks import Lock
from asyncio.queues import PriorityQueue, QueueEmpty
from asyncio.runners import Runner
from asyncio.tasks import Task

print(asyncio.tasks is tasks, tasks.sleep is sleep, Task is asyncio.Task, Queue is asyncio.queues.Queue)
print(asyncio.events.get_running_loop is asyncio.get_running_loop, InvalidStateError is asyncio.InvalidStateError)
print(asyncio.CancelledError is CancelledError, CancelledError.__module__, asyncio.TimeoutError is TimeoutError)
print([c.__module__ for c in (Lock, PriorityQueue, QueueEmpty, Runner, Task, TaskGroup, asyncio.Future, asyncio.Timeout)])
print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)
print(repr(timeout).split(" at")[0], repr(gather).split(" at")[0], repr(run).split(" at")[0])
print(asyncio.iscoroutinefunction(sleep), asyncio.iscoroutinefunction(gather))
