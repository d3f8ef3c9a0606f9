import re as _re

__all__ = ["escape", "unescape"]
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "©", "reg": "®", "trade": "™",
    "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«",
    "raquo": "»", "bull": "•", "middot": "·", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "deg": "°",
    "plusmn": "±", "times": "×", "divide": "÷", "frac12": "½", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "infin": "∞"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _replace(found):
    name = found[1]
    if name[0] != "#":
        name = name.rstrip(";")
        if found[1].endswith(";") or name in ("amp", "lt", "gt", "quot", "copy", "reg", "nbsp"):
            return _NAMED.get(name, found[0])
        return found[0]
    digits = name[1:].rstrip(";")
    n = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "\ufffd" if n == 0 or 0xD800 <= n < 0xE000 or n > 0x10FFFF else chr(n)


def unescape(s):
    return _re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)", _replace, s) if "&" in s else s
