import hashlib
import base64
import uuid

for name in ("md5", "sha1", "sha256"):
    h = hashlib.new(name)
    h.update(b"hello ")
    h.update("wörld".encode())
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name, len(h.digest()), getattr(hashlib, name)(b"").hexdigest())
a = hashlib.sha256(b"abc")
b = a.copy()
b.update(b"d")
print(a.hexdigest() == hashlib.sha256(b"abc").hexdigest(), a.digest()[:4], b.hexdigest()[:16])
for bad in (lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: hashlib.sha1(5)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b64encode("中".encode()).decode(), base64.b32encode(b"hi"), base64.b16encode(b"\x0f"), base64.b32decode("NBUQ===="), base64.b64decode(b"aGk"+b"="), base64.urlsafe_b64decode("__79"))
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64encode("text"), lambda: base64.b64decode("a"), lambda: base64.b64decode("!!!!", validate=True)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
u = uuid.UUID("12345678123456781234567812345678")
print(u, repr(u), u.hex, u.int, u.version, u.bytes[:2], u.urn, u == uuid.UUID(int=u.int), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x"), uuid.UUID("{12345678-1234-5678-1234-567812345678}") == u)
try:
    uuid.UUID("bad")
except ValueError as e:
    print(e)
print(len(str(uuid.uuid4())), uuid.uuid4().version, uuid.uuid4() != uuid.uuid4(), sorted([uuid.UUID(int=2), uuid.UUID(int=1)])[0])
print("".join(f"{byte:02x}" for byte in hashlib.md5(b"x").digest()) == hashlib.md5(b"x").hexdigest(), hashlib.sha256("密码".encode()).hexdigest()[:10], sorted({"md5", "sha1", "sha256"} - hashlib.algorithms_available))
