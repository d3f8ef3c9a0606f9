import json
from dataclasses import dataclass, field, asdict
from enum import Enum


class Priority(Enum):
    LOW = 1
    NORMAL = 2
    HIGH = 3


@dataclass
class Task:
    title: str
    priority: Priority = Priority.NORMAL
    done: bool = False
    tags: set = field(default_factory=set)

    def __str__(self):
        box = "x" if self.done else " "
        return f"[{box}] {self.title} ({self.priority.name.lower()})"


class TodoList:
    def __init__(self):
        self._tasks = []

    def add(self, title, **options):
        task = Task(title, **options)
        self._tasks.append(task)
        return task

    def complete(self, title):
        for task in self._tasks:
            if task.title == title:
                task.done = True
                return
        raise LookupError(f"no task called {title!r}")

    def pending(self):
        return [t for t in self._tasks if not t.done]

    def __len__(self):
        return len(self._tasks)

    def __getitem__(self, i):
        return self._tasks[i]

    def to_json(self):
        def encode(o):
            match o:
                case Priority():
                    return o.name
                case set():
                    return sorted(o)
            raise TypeError(type(o))
        return json.dumps([asdict(t) for t in self._tasks], default=encode, indent=1)


todo = TodoList()
todo.add("write tests", priority=Priority.HIGH, tags={"dev"})
todo.add("buy milk")
todo.add("sleep", priority=Priority.LOW)
todo.complete("buy milk")
for n, task in enumerate(todo, 1):
    print(n, task)
print(len(todo), len(todo.pending()), todo[-1].title)
try:
    todo.complete("fly")
except LookupError as e:
    print(e)
print(todo.to_json())
print(sorted(todo.pending(), key=lambda t: t.priority.value)[0], max(todo, key=lambda t: t.priority.value))
by_state = {}
for t in todo:
    by_state.setdefault(t.done, []).append(t.title)
print(by_state)
