__all__ = ["split", "quote", "join"]


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, mark, i = [], None, "", 0
    while i < len(s):
        c = s[i]
        i += 1
        if mark:
            if c == mark:
                mark = ""
                word += "" if posix else c
            elif posix and c == "\\" and mark == '"' and s[i:i + 1] in ('"', "\\"):
                word += s[i]
                i += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif comments and c == "#" and word is None:
            i = (s + "\n").find("\n", i)
        elif c in "'\"":
            word, mark = (word or "") + ("" if posix else c), c
        elif posix and c == "\\":
            if i == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[i]
            i += 1
        else:
            word = (word or "") + c
    if mark:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]


def quote(s):
    if not isinstance(s, str):
        raise TypeError(f"expected string or bytes-like object, got {type(s).__name__!r}")
    if s and s.isascii() and all(c.isalnum() or c in "_@%+=:,./-" for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))
