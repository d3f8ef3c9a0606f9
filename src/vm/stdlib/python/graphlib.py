from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        # For each node how many predecessors are not done yet (-1 when it was handed out, -2 when it is done), and what
        # follows it.
        self._left, self._next, self._ready, self._out, self._done = {}, {}, None, 0, 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        if node not in self._left:
            self._left[node], self._next[node] = 0, []

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node)
        self._left[node] += len(predecessors)
        for before in predecessors:
            self._node(before)
            self._next[before].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, left in self._left.items() if left == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen = set()
        for start in self._left:
            if start in seen:
                continue
            path, on_path, todo = [], {}, [(start, None)]
            stack = [iter((start,))]
            while stack:
                for node in stack[-1]:
                    if node in on_path:
                        return path[on_path[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        on_path[node] = len(path)
                        path.append(node)
                        stack.append(iter(self._next[node]))
                        break
                else:
                    stack.pop()
                    if path:
                        del on_path[path.pop()]
        return None

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        ready, self._ready = tuple(self._ready), []
        for node in ready:
            self._left[node] = -1
        self._out += len(ready)
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._done < self._out or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._left:
                raise ValueError(f"node {node!r} was not added using add()")
            left = self._left[node]
            if left != -1:
                raise ValueError(f"node {node!r} was already marked done" if left == -2 else
                    f"node {node!r} was not passed out (still not ready)")
            self._left[node] = -2
            self._done += 1
            for after in self._next[node]:
                self._left[after] -= 1
                if self._left[after] == 0:
                    self._ready.append(after)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(GenericAlias)
