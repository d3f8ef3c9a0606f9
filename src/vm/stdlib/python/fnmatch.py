import functools
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def translate(pat):
    out, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        end = pat.find("]", i + 1 + (pat[i:i + 1] == "!")) if c == "[" else -1
        if c == "*":
            if out[-1:] != [".*"]:
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif end > 0:
            inside = pat[i:end].replace("\\", r"\\").replace("[", r"\[")
            out.append("[" + ("^" + inside[1:] if inside[0] == "!" else "\\" + inside if inside[0] == "^" else inside) + "]")
            i = end + 1
        else:
            out.append(re.escape(c))
    return f"(?s:{''.join(out)})\\Z"


@functools.lru_cache(maxsize=256)
def _compiled(pat):
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    return _compiled(pat)(name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if _compiled(pat)(name)]
