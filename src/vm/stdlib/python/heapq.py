__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _down(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _up(heap, pos):
    end, start, item = len(heap), pos, heap[pos]
    child = 2 * pos + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _down(heap, start, pos)


def _check(heap, name, argument=" 1"):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument{argument} must be list, not {type(heap).__name__}")


def heappush(heap, item, /):
    _check(heap, "heappush")
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    _check(heap, "heappop", "")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        top, heap[0] = heap[0], last
        _up(heap, 0)
        return top
    return last


def heapreplace(heap, item, /):
    _check(heap, "heapreplace")
    if not heap:
        raise IndexError("index out of range")
    top, heap[0] = heap[0], item
    _up(heap, 0)
    return top


def heappushpop(heap, item, /):
    _check(heap, "heappushpop")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(heap, /):
    _check(heap, "heapify", "")
    for i in reversed(range(len(heap) // 2)):
        _up(heap, i)


def merge(*iterables, key=None, reverse=False):
    heads = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            heads.append([value if key is None else key(value), order, value, it])
            break
    while heads:
        best = heads[0]
        for head in heads[1:]:
            if (best[0] < head[0]) if reverse else (head[0] < best[0]):
                best = head
        yield best[2]
        for value in best[3]:
            best[0], best[2] = value if key is None else key(value), value
            break
        else:
            heads.remove(best)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
