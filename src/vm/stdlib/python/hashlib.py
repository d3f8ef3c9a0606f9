algorithms_guaranteed = algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}


def _root(n, k, bits):
    """The first `bits` bits of the fractional part of the k-th root of n."""
    goal = n << (bits * k)
    low, high = 0, 1 << (bits + 10)
    while low + 1 < high:
        mid = (low + high) // 2
        if mid ** k <= goal:
            low = mid
        else:
            high = mid
    return low & ((1 << bits) - 1)


_primes = [n for n in range(2, 410) if all(n % d for d in range(2, n))]
_K512 = []
_K256 = []
_KMD5 = []


def _sha2(data, h, wide):
    word = 64 if wide else 32
    mask = (1 << word) - 1
    block = 128 if wide else 64
    rounds = 80 if wide else 64
    k = _K512 if wide else _K256
    if not k:
        k.extend(_root(p, 3, word) for p in _primes[:rounds])
    a1, a2, a3, b1, b2, b3, c1, c2, c3, d1, d2, d3 = (28, 34, 39, 14, 18, 41, 1, 8, 7, 19, 61, 6) if wide else (2, 13, 22, 6, 11, 25, 7, 18, 3, 17, 19, 10)
    n = len(data)
    data += b"\x80" + b"\0" * ((block - 1 - block // 8 - n) % block) + (8 * n).to_bytes(block // 8, "big")

    def rot(x, r):
        return (x >> r | x << (word - r)) & mask

    for i in range(0, len(data), block):
        w = [int.from_bytes(data[i + j * word // 8:i + (j + 1) * word // 8], "big") for j in range(16)]
        for j in range(16, rounds):
            x, y = w[j - 15], w[j - 2]
            w.append((w[j - 16] + (rot(x, c1) ^ rot(x, c2) ^ x >> c3) + w[j - 7] + (rot(y, d1) ^ rot(y, d2) ^ y >> d3)) & mask)
        a, b, c, d, e, f, g, hh = h
        for j in range(rounds):
            t = hh + (rot(e, b1) ^ rot(e, b2) ^ rot(e, b3)) + (e & f ^ ~e & g) + k[j] + w[j]
            u = (rot(a, a1) ^ rot(a, a2) ^ rot(a, a3)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, hh = (t + u) & mask, a, b, c, (d + t) & mask, e, f, g
        h = [(x + y) & mask for x, y in zip(h, (a, b, c, d, e, f, g, hh))]
    return b"".join(x.to_bytes(word // 8, "big") for x in h)


def _rol(x, n):
    return (x << n | x >> 32 - n) & 0xFFFFFFFF


def _sha1(data):
    h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    n = len(data)
    data += b"\x80" + b"\0" * ((55 - n) % 64) + (8 * n).to_bytes(8, "big")
    for i in range(0, len(data), 64):
        w = [int.from_bytes(data[i + 4 * j:i + 4 * j + 4], "big") for j in range(16)]
        for j in range(16, 80):
            w.append(_rol(w[j - 3] ^ w[j - 8] ^ w[j - 14] ^ w[j - 16], 1))
        a, b, c, d, e = h
        for j in range(80):
            if j < 20:
                f, k = b & c | ~b & d, 0x5A827999
            elif j < 40:
                f, k = b ^ c ^ d, 0x6ED9EBA1
            elif j < 60:
                f, k = b & c | b & d | c & d, 0x8F1BBCDC
            else:
                f, k = b ^ c ^ d, 0xCA62C1D6
            a, b, c, d, e = (_rol(a, 5) + f + e + k + w[j]) & 0xFFFFFFFF, a, _rol(b, 30), c, d
        h = [(x + y) & 0xFFFFFFFF for x, y in zip(h, (a, b, c, d, e))]
    return b"".join(x.to_bytes(4, "big") for x in h)


def _md5(data):
    if not _KMD5:
        from math import sin
        _KMD5.extend(int(abs(sin(i + 1)) * 2**32) for i in range(64))
    shifts = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
    h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    n = len(data)
    data += b"\x80" + b"\0" * ((55 - n) % 64) + (8 * n).to_bytes(8, "little")
    for i in range(0, len(data), 64):
        w = [int.from_bytes(data[i + 4 * j:i + 4 * j + 4], "little") for j in range(16)]
        a, b, c, d = h
        for j in range(64):
            if j < 16:
                f, g = b & c | ~b & d, j
            elif j < 32:
                f, g = d & b | ~d & c, (5 * j + 1) % 16
            elif j < 48:
                f, g = b ^ c ^ d, (3 * j + 5) % 16
            else:
                f, g = c ^ (b | ~d & 0xFFFFFFFF), 7 * j % 16
            f = (f + a + _KMD5[j] + w[g]) & 0xFFFFFFFF
            a, d, c, b = d, c, b, (b + _rol(f, shifts[j // 16][j % 4])) & 0xFFFFFFFF
        h = [(x + y) & 0xFFFFFFFF for x, y in zip(h, (a, b, c, d))]
    return b"".join(x.to_bytes(4, "little") for x in h)


def _sha_start(wide, skip):
    return [_root(p, 2, 64) >> (0 if wide else 32) for p in _primes[skip:skip + 8]]


_functions = {
    "md5": (_md5, 16, 64),
    "sha1": (_sha1, 20, 64),
    "sha224": (lambda d: _sha2(d, [x & 0xFFFFFFFF for x in _sha_start(True, 8)], False)[:28], 28, 64),
    "sha256": (lambda d: _sha2(d, _sha_start(False, 0), False), 32, 64),
    "sha384": (lambda d: _sha2(d, _sha_start(True, 8), True)[:48], 48, 128),
    "sha512": (lambda d: _sha2(d, _sha_start(True, 0), True), 64, 128),
}


class HASH:
    def __init__(self, name, data=b""):
        self.name, self._data = name, b""
        self._digest, self.digest_size, self.block_size = _functions[name]
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self):
        return self._digest(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


def new(name, data=b"", **kwargs):
    if name.lower() not in _functions:
        raise ValueError("unsupported hash type " + name)
    return HASH(name.lower(), data)


def _maker(name):
    def function(string=b"", *, usedforsecurity=True):
        return HASH(name, string)
    function.__name__ = function.__qualname__ = "openssl_" + name
    return function


for _n in _functions:
    globals()[_n] = _maker(_n)
