import array


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a=array.array("i",[1,2,3]); a.append(4); print(a, a[1:3], a.tolist(), a.typecode, a.itemsize, len(a), a.tobytes(), sum(a), 2 in a, array.array("d",[1,2.5]), array.array("i"))
for f in (lambda:a.append("x"),lambda:a.append(2**40),lambda:array.array("b",[200]),lambda:a+array.array("i",[9]),lambda:a*2,lambda:a[10],lambda:a.pop(),lambda:a.remove(99),lambda:a.index(2),lambda:array.array("q",[1])==array.array("i",[1]),lambda:array.array("z"),lambda:a+[1],lambda:a.extend([5,6]) or a, lambda: a.foo, lambda: array.array("f",[0.1])): t(f)
