import operator as _operator
from _itertools import combinations, combinations_with_replacement, permutations, product

_none = object()


class _Iter:
    """An iterator over a generator; the class is what shows."""
    __slots__ = ("_gen", "__weakref__")

    def __iter__(self):
        return self._gen

    def __next__(self):
        return next(self._gen)


def _made(generator):
    """A class whose instances iterate over what the generator function gives."""
    name = generator.__name__.strip("_")

    def __new__(cls, *args, **kwds):
        self = object.__new__(cls)
        self._gen = generator(*args, **kwds)
        return self

    __new__.__qualname__ = name
    return type(name, (_Iter,), {"__slots__": (), "__new__": __new__, "__module__": "itertools",
        "__init__": lambda self, *args, **kwds: None})


@_made
def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, total):
    if total is None:
        for total in it:
            break
        else:
            return
    yield total
    if func is None:
        for x in it:
            total = total + x
            yield total
    else:
        for x in it:
            total = func(total, x)
            yield total


@_made
def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(it, n, strict):
    while batch := tuple(islice(it, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


@_made
def chain(*iterables):
    for it in iterables:
        yield from it


def _from_iterable(cls, iterable):
    self = object.__new__(cls)
    self._gen = _chained(iter(iterable))
    return self


def _chained(iterables):
    for it in iterables:
        yield from it


chain.from_iterable = classmethod(_from_iterable)


@_made
def compress(data, selectors):
    return (d for d, s in zip(data, selectors) if s)


class count(_Iter):
    __slots__ = ("_n", "_step")

    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, (str, list, tuple)):
            raise TypeError("a number is required")
        self._n, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        n = self._n
        self._n = n + self._step
        return n

    def __repr__(self):
        return f"count({self._n!r})" if self._step == 1 and type(self._step) is int else f"count({self._n!r}, {self._step!r})"


@_made
def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(it):
    saved = []
    for x in it:
        yield x
        saved.append(x)
    while saved:
        yield from saved


@_made
def dropwhile(predicate, iterable):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for x in it:
        if not predicate(x):
            yield x
            break
    yield from it


@_made
def takewhile(predicate, iterable):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, it):
    for x in it:
        if not predicate(x):
            return
        yield x


@_made
def filterfalse(predicate, iterable):
    it = iter(iterable)
    return (x for x in it if not x) if predicate is None or predicate is bool else (x for x in it if not predicate(x))


class groupby:
    __slots__ = ("_key", "_it", "_tgt", "_cur", "_val", "_id")

    def __init__(self, iterable, key=None):
        self._key = key
        self._it = iter(iterable)
        self._tgt = self._cur = _none
        self._id = None

    def __iter__(self):
        return self

    def _advance(self):
        self._val = next(self._it)
        self._cur = self._val if self._key is None else self._key(self._val)

    def __next__(self):
        self._id = object()
        if self._cur is _none:
            self._advance()
        while self._tgt is not _none and self._cur == self._tgt:
            self._advance()
        self._tgt = self._cur
        return self._cur, _grouper(self, self._tgt, self._id)


def _grouper(parent, key, mark):
    while parent._id is mark and parent._cur == key:
        yield parent._val
        try:
            parent._advance()
        except StopIteration:
            return


@_made
def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError(f"islice expected at {'least 2' if not args else 'most 4'} arguments, got {len(args) + 1}")
    s = slice(*args)
    for v in (s.stop,) if len(args) == 1 else (s.start, s.stop):
        if v is not None and (not hasattr(v, "__index__") or v.__index__() < 0):
            what = "Stop argument" if len(args) == 1 else "Indices"
            raise ValueError(f"{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if s.step is not None and (not hasattr(s.step, "__index__") or s.step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), s.start or 0, s.stop, s.step or 1)


def _islice(it, start, stop, step):
    i = 0
    if stop is not None and start >= stop:
        while i < stop:
            for _ in it:
                break
            else:
                return
            i += 1
        return
    want = start
    while stop is None or want < stop:
        while i < want:
            for _ in it:
                break
            else:
                return
            i += 1
        for x in it:
            break
        else:
            return
        i += 1
        yield x
        want += step
    while i < stop:
        for _ in it:
            break
        else:
            return
        i += 1


@_made
def pairwise(iterable):
    return _pairwise(iter(iterable))


def _pairwise(it):
    for a in it:
        break
    else:
        return
    for b in it:
        yield a, b
        a = b


class repeat(_Iter):
    __slots__ = ("_object", "_times")

    def __init__(self, object, times=None):
        self._object = object
        self._times = None if times is None else max(0, times.__index__())

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times <= 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        return f"repeat({self._object!r})" if self._times is None else f"repeat({self._object!r}, {self._times})"


@_made
def starmap(function, iterable):
    it = iter(iterable)
    return (function(*tuple(args)) for args in it)


class _tee:
    __slots__ = ("_it", "_link", "__weakref__")

    def __init__(self, iterable=(), /):
        self._it, self._link = iter(iterable), [None, None]

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._it)
            link[1] = [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        new = _tee()
        new._it, new._link = self._it, self._link
        return new


_tee.__name__ = _tee.__qualname__ = "_tee"


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = iterable.__copy__() if isinstance(iterable, _tee) else _tee(iterable)
    result = [first]
    for _ in range(n - 1):
        result.append(first.__copy__())
    return tuple(result)


@_made
def zip_longest(*iterables, fillvalue=None):
    return _zip_longest(list(map(iter, iterables)), fillvalue)


def _zip_longest(its, fill):
    live = len(its)
    if not live:
        return
    while True:
        values = []
        for i, it in enumerate(its):
            if it is None:
                values.append(fill)
                continue
            for x in it:
                break
            else:
                live -= 1
                if not live:
                    return
                its[i] = None
                x = fill
            values.append(x)
        yield tuple(values)


for _c in (count, groupby, repeat, _tee):
    _c.__module__ = "itertools"
del _c
