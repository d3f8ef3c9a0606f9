import struct


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for f,v in (("<hhl",(1,2,3)),(">I",(2**32-1,)),("!4sBx?",(b"ab",200,True)),("d",(3.14,)),("<f",(0.1,)),("e",(1.5,)),("@bhi",(1,2,3)),("3c",(b"a",b"b",b"c")),("5p",(b"hello world",)),("<q",(-5,)),("2h 3B",(1,-1,1,2,3)),("<d",(float("inf"),)),("<e",(65504.0,)),("<f",(1e-40,))):
    p=struct.pack(f,*v); print(p, struct.unpack(f,p), struct.calcsize(f))
for f in (lambda:struct.pack("b",200),lambda:struct.pack("B",-1),lambda:struct.pack("h",1.5),lambda:struct.pack("hh",1),lambda:struct.unpack("i",b"1"),lambda:struct.pack("z",1),lambda:struct.pack("<H",70000),lambda:list(struct.iter_unpack("<h",b"\1\0\2\0")),lambda:struct.Struct("<ih").size,lambda:struct.pack("s",1),lambda:struct.pack("f",1e300),lambda:struct.pack("<Q",2**64),lambda:struct.unpack_from("<h",b"\0\1\0",1),lambda:struct.pack("f","x"),lambda:struct.error.__module__): t(f)
