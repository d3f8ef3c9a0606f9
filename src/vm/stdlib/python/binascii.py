class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_DIGITS = {c: i for i, c in enumerate(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}


def a2b_base64(data, /, *, strict_mode=False):
    if isinstance(data, str):
        data = data.encode("ascii")
    out = bytearray()
    n = count = pads = 0
    for c in data:
        if c == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                break
            continue
        d = _DIGITS.get(c)
        if d is None:
            continue
        pads = 0
        n = n << 6 | d
        count += 1
        if count % 4 == 0:
            out += n.to_bytes(3, "big")
            n = 0
    left = count % 4
    if left == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
    if left and left + pads < 4:
        raise Error("Incorrect padding")
    if left:
        out += (n << 6 * (4 - left)).to_bytes(3, "big")[:left - 1]
    return bytes(out)


def b2a_base64(data, /, *, newline=True):
    import base64
    return base64.b64encode(data) + (b"\n" if newline else b"")


def hexlify(data, sep=None, bytes_per_sep=1):
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr, /):
    text = hexstr if isinstance(hexstr, str) else hexstr.decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


b2a_hex, a2b_hex = hexlify, unhexlify


def crc32(data, value=0, /):
    crc = value ^ 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF
