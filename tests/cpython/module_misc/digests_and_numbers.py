import errno
import hashlib
import hmac
import platform
import secrets
import timeit
import zlib


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(errno.ENOENT, errno.errorcode[2], errno.EAGAIN==errno.EWOULDBLOCK, errno.errorcode[17], len(errno.errorcode), errno.ECONNREFUSED, errno.ETIMEDOUT)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), hmac.new(b"k",b"msg","sha256").hexdigest(), hmac.new(b"k"*100,b"m",hashlib.md5).hexdigest(), hmac.compare_digest("a","a"))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0<=secrets.randbelow(5)<5, secrets.choice([3]), len(secrets.token_urlsafe(16)), platform.python_version(), platform.python_implementation(), platform.system())
print(timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat(lambda: 1, repeat=2, number=3)), timeit.timeit("x=1+1", number=5)>=0, timeit.timeit("y=z", setup="z=4", number=2)>=0)

