import re as _re


class Error(ValueError):
    pass


_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")
    return bytes(s)


def _need(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not {type(s).__name__!r}")
    return bytes(s)


def b64encode(s, altchars=None):
    s = _need(s)
    out = bytearray()
    for i in range(0, len(s), 3):
        part = s[i:i + 3]
        n = int.from_bytes(part + b"\0" * (3 - len(part)), "big")
        quad = bytes([_B64[n >> k & 63] for k in (18, 12, 6, 0)])
        out += quad[:len(part) + 1] + b"=" * (3 - len(part))
    return bytes(out).translate(bytes.maketrans(b"+/", altchars)) if altchars else bytes(out)


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    import binascii
    if validate and not _re.fullmatch(b"[A-Za-z0-9+/]*={0,2}", s):
        raise binascii.Error("Only base64 data is allowed")
    return binascii.a2b_base64(s)


def standard_b64encode(s): return b64encode(s)
def standard_b64decode(s): return b64decode(s)
def urlsafe_b64encode(s): return b64encode(s, b"-_")
def urlsafe_b64decode(s): return b64decode(s, b"-_")
def encodebytes(s): return b"".join(b64encode(s[i:i + 57]) + b"\n" for i in range(0, len(s), 57))
def decodebytes(s): return b64decode(s)
def b16encode(s): return s.hex().upper().encode()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    import binascii
    if _re.search(b"[^0-9A-F]", s):
        raise binascii.Error("Non-base16 digit found")
    return bytes.fromhex(s.decode())


def b32encode(s):
    s = _need(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        n = int.from_bytes(part + b"\0" * (5 - len(part)), "big")
        keep = (len(part) * 8 + 4) // 5
        out += bytes([_B32[n >> k & 31] for k in range(35, -1, -5)])[:keep] + b"=" * (8 - keep)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    import binascii
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    out = bytearray()
    for i in range(0, len(s), 8):
        part = s[i:i + 8].rstrip(b"=")
        n = 0
        for c in part:
            if c not in _B32:
                raise binascii.Error("Non-base32 digit found")
            n = n << 5 | _B32.index(bytes([c]))
        n <<= 5 * (8 - len(part))
        out += n.to_bytes(5, "big")[:len(part) * 5 // 8]
    return bytes(out)
