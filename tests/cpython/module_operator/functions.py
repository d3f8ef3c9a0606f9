import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul(2, "ab"), op.truediv(1, 4), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 8), op.neg(5), op.pos(-5), op.abs(-3), op.invert(0), op.index(7))
print(op.eq(1, 1.0), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt("b", "a"), op.ge(1, 2), op.not_([]), op.truth("x"), op.is_(None, None), op.is_not(1, None), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.contains([1, 2], 2), op.concat([1], [2]), op.countOf("banana", "a"), op.indexOf("abc", "c"), op.length_hint([1, 2]))
get2 = op.itemgetter(2)
print(get2("abc"), op.itemgetter(0, -1)([1, 2, 3]), op.itemgetter("k")({"k": "v"}), op.itemgetter(slice(1, 3))("hello"), op.attrgetter("real", "imag")(1 + 2j), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.attrgetter("__class__.__name__")(5))
rows = [{"n": "b", "v": 2}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
print(sorted(rows, key=op.itemgetter("v", "n")), max(rows, key=op.itemgetter("v"))["n"])
l = [1, 2, 3]
op.setitem(l, 0, 10)
op.delitem(l, 1)
print(l, op.getitem(l, 0), op.iadd(l, [4]), l, op.imul(3, 4), op.matmul.__name__)
table = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}


def rpn(text):
    stack = []
    for token in text.split():
        if token in table:
            b, a = stack.pop(), stack.pop()
            stack.append(table[token](a, b))
        else:
            stack.append(float(token))
    return stack.pop()


print(rpn("3 4 + 2 *"), rpn("5 1 2 + 4 * + 3 -"))
for bad in (lambda: op.add(1, "a"), lambda: op.itemgetter(), lambda: op.itemgetter(5)([1]), lambda: op.attrgetter("x")(1), lambda: op.attrgetter(5), lambda: op.indexOf([1], 2), lambda: op.methodcaller(), lambda: op.index(1.5), lambda: op.concat(1, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(get2, op.attrgetter("a.b"), op.methodcaller("f", 1, k=2))
