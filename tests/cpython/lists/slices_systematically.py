L = list(range(10))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for a in [None, 0, 3, -3, 20, -20]:
    for b in [None, 0, 7, -2, 20, -20]:
        for c in [None, 1, 2, -1, -3]:
            print(L[a:b:c], end=" ")
    print()
def st(f):
    m = list(range(8))
    try:
        f(m); print(m)
    except Exception as e: print(type(e).__name__, e, m)
def s1(m): m[2:4] = [9, 9, 9]
def s2(m): m[::2] = [0] * 4
def s3(m): m[::2] = [0] * 3
def s4(m): m[5:2] = "ab"
def s5(m): m[2:2] = [1]
def s6(m): m[:] = []
def s7(m): del m[1:7:2]
def s8(m): del m[::-1]
def s9(m): m[1:3] = 5
def s10(m): m[10] = 1
def s11(m): del m[10]
def s12(m): m["a"] = 1
def s13(m): m[-1], m[0] = m[0], m[-1]
def s14(m): m[::-1] = m
def s15(m): m[1:4] = (x * x for x in range(2))
def s16(m): m[0:0] = m
def s17(m): m += "ab"; m *= 2
def s18(m): m += 5
def s19(m): m.insert(-100, "a"); m.insert(100, "z"); m.insert(-1, "y")
def s20(m): m.pop(); m.pop(0); m.pop(-2); m.pop(50)
def s21(m): m.remove(3); m.remove(99)
def s22(m): print(m.index(3), m.index(5, 2), m.index(5, 2, 4))
def s23(m): m.sort(key=lambda x: -x); m.reverse(); m.extend("ab"); m.append([]); m.sort()
def s24(m): m.sort(reverse=True, key=str)
def s25(m): m.clear(); m.pop()
def s26(m): m[1.5] = 2
def s27(m): del m["x"]
def s28(m): m.insert("a", 1)
def s29(m): m.sort(lambda x: x)
def s30(m): m.extend(5)
def s31(m): m.append(1, 2)
def s32(m): m.index()
def s33(m): m[:3] = range(5); m[-2:] = ()
def s34(m): m[None] = 1
def s35(m): m[::0] = []
def s36(m): m[1:2:1] = None
def s37(m): m[::2] = 5
for f in [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21, s22, s23, s24, s25, s26, s27, s28, s29, s30, s31, s32, s33, s34, s35, s36, s37]:
    print(f.__name__, end=" "); st(f)
print(slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(5), slice(1) == slice(None, 1), slice(3).stop, [1, 2, 3][slice(1, None)])
t(lambda: slice()); t(lambda: slice(1).indices(-1)); t(lambda: slice("a").indices(3)); t(lambda: (1, 2)[5]); t(lambda: ()[0]); t(lambda: [][0]); t(lambda: [1][True]); t(lambda: range(5)[9]); t(lambda: range(10)[2:8:3]); t(lambda: range(5)[::-1]); t(lambda: range(0)); t(lambda: range(1, 2, 0)); t(lambda: range(1.5)); t(lambda: range("a")); t(lambda: range()); t(lambda: range(1, 2, 3, 4)); t(lambda: list(range(5, 0, -2))); t(lambda: 3 in range(5)); t(lambda: range(5).index(3)); t(lambda: range(5).index(9)); t(lambda: range(5).count(2)); t(lambda: range(3) == range(0, 3, 1)); t(lambda: hash(range(3)) == hash(range(0, 3))); t(lambda: len(range(10**20))); t(lambda: range(10**20)); t(lambda: range(10**20)[5]); t(lambda: 10**19 in range(10**20)); t(lambda: list(range(10**20, 10**20 + 3))); t(lambda: range(10**30)[-1]); t(lambda: range(10**20)[10**19:][0]); t(lambda: range(-10**20, 10**20, 10**19).index(0)); t(lambda: bool(range(10**20))); t(lambda: list(reversed(range(10**20, 10**20 + 3)))); t(lambda: range(10**20) == range(0, 10**20)); t(lambda: range(0, 10**20).start); t(lambda: next(iter(range(10**25)))); t(lambda: range(2**63 - 1)[-1]); t(lambda: len(range(-2**63, 2**63 - 1))); t(lambda: range(0, 2**64, 2)[2**40]); t(lambda: hash(range(10**20)) == hash(range(0, 10**20, 1))); t(lambda: [x for x in range(2**63 - 2, 2**63 + 2)]); t(lambda: list(range(2**63 - 1, 2**63 + 10, 5))); t(lambda: range(10**20).count(5)); t(lambda: sum(1 for _ in zip(range(10**30), "abc")))
a, *b = [1, 2, 3]; *c, d = "xyz"; e, (f, *g), h = 1, (2, 3, 4), 5; print(a, b, c, d, e, f, g, h)
def u1(): a, b = 1
def u2(): a, b = [1]
def u3(): a, b = [1, 2, 3]
def u4(): a, *b, c = [1]
def u5(): (a, b), c = [1, 2]
def u6(): a, b = "abc"
def u7(): a, b = {1: 2, 3: 4, 5: 6}
def u8(): a, b = iter([1])
def u9(): [a, b] = None
def u10():
    for i, j in [(1, 2), 3]: pass
def u11():
    for i, j in [(1, 2, 3)]: pass
def u12(): a, b = (x for x in range(5))
def u13(): [*a], b = [1, 2], 3; print(a, b)
def u14(): a = b = c = []; a.append(1); print(b, c)
def u15(): x = [0]; i = 0; i, x[i] = 1, 5 ; print(i, x)
for f in [u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13, u14, u15]:
    t(f)
