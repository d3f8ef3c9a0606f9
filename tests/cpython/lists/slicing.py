n = list(range(10))
for s in (slice(2, 5), slice(None, 3), slice(7, None), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -2), slice(-3, None), slice(None, -7),
          slice(20, 30), slice(-100, 2), slice(5, 2), slice(5, None, -3), slice(None, None, 100), slice(-1, -4, -1)):
    print(s, n[s], s.indices(10))
try:
    n[::0]
except ValueError as e:
    print(e)
try:
    n["a":2]
except TypeError as e:
    print(e)
n[2:5] = []
print(n)
n[1:1] = "abc"
print(n)
try:
    n[::2] = [1, 2]
except ValueError as e:
    print(e)
n[::2] = range(len(n[::2]))
print(n)
n[5:2] = ["here"]
print(n)
n[-2:] = [[1], [2]]
print(n)


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[::3], s[1:2, 3], s[...], s[:, ::2], s["k"], s[()], s[1,])
s[1:2] = 5
del s[:, 1]
s[0] += 1
x = slice(1, 2, 3)
print(x.start, x.stop, x.step, x == slice(1, 2, 3), x == slice(1, 2))
