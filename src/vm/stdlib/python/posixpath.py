sep, curdir, pardir, extsep = "/", ".", "..", "."


def _text(path):
    return type(path).__fspath__(path) if hasattr(type(path), "__fspath__") else path


def join(a, *p):
    a = _text(a)
    for b in map(_text, p):
        a = b if b.startswith("/") else a + b if not a or a.endswith("/") else a + "/" + b
    return a


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    return (head.rstrip("/") or head), tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    base = p[p.rfind("/") + 1:]
    dot = base.rfind(".")
    if dot <= 0 or not base[:dot].strip("."):
        return p, ""
    return p[:len(p) - len(base) + dot], base[dot:]


def isabs(s):
    s = _text(s)
    return s.startswith("/")


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    out = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not out and not path.startswith("/") or out and out[-1] == "..":
            out.append(part)
        elif out:
            out.pop()
    return ("/" if path.startswith("/") else "") + "/".join(out) or "."


def abspath(path):
    path = _text(path)
    return normpath(join("/", path))


def exists(path):
    return False


isfile = isdir = islink = lexists = exists


def expanduser(path):
    return path


expandvars = normcase = realpath = expanduser


def commonprefix(m):
    if not m:
        return ""
    a, b = min(m), max(m)
    for i, c in enumerate(a):
        if c != b[i]:
            return a[:i]
    return a
