import _awaitscope as _vm

garbage, callbacks = [], []
_on = True
_threshold = (2000, 10, 10)
_debug = _collections = _collected = 0
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38


def collect(generation=2):
    global _collections, _collected
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    for callback in callbacks:
        callback("start", {"generation": generation, "collected": 0, "uncollectable": 0})
    found = _vm.collect()
    _collections += 1
    _collected += found
    for callback in callbacks:
        callback("stop", {"generation": generation, "collected": found, "uncollectable": 0})
    return found


def enable():
    global _on
    _on = True
    _vm.collect(True)


def disable():
    global _on
    _on = False
    _vm.collect(False)


def isenabled():
    return _on


def get_objects(generation=None):
    return _vm.registered()


def get_referents(*objs):
    return [child for obj in objs for child in _vm.children(obj)]


def get_referrers(*objs):
    # What is not registered is found from what is.
    wanted, seen, found = {id(obj) for obj in objs}, set(), []
    todo = _vm.registered()
    while todo:
        holder = todo.pop()
        if id(holder) in seen:
            continue
        seen.add(id(holder))
        held = _vm.children(holder)
        if holder is not objs and not wanted.isdisjoint(map(id, held)):
            found.append(holder)
        todo += [child for child in held if not isinstance(child, (int, float, str, bytes, type, list, dict, set))]
    return found


def get_count():
    return (_vm.counts()[0], 0, 0)


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)
    _vm.collect(_on and threshold0 != 0)


def get_stats():
    full = {"collections": _collections, "collected": _collected, "uncollectable": 0}
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(2)] + [full]


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def set_debug(flags, /):
    global _debug
    _debug = flags


def get_debug():
    return _debug


def is_tracked(obj, /):
    if type(obj) is dict:
        return any(map(is_tracked, obj.values()))
    return not isinstance(obj, (int, float, complex, str, bytes, bytearray, range, type(None), type(...))) and obj != ()


def is_finalized(obj, /):
    return False
