x = ((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))
print(x)
y = [[[[[[[[[[[[[[[[[[[[2]]]]]]]]]]]]]]]]]]]]
print(y)
z = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
print(z)
s = "a" "b" "c" "d" "e" "f" "g" "h"
print(s)
f = lambda a: lambda b: lambda c: lambda d: lambda e: a + b + c + d + e
print(f(1)(2)(3)(4)(5))
d = {"a": {"b": {"c": {"d": {"e": {"f": {"g": 1}}}}}}}
print(d["a"]["b"]["c"]["d"]["e"]["f"]["g"])
print(not not not not not not True, - - - - 5, ~~~~7)
if 1:
    if 1:
        if 1:
            if 1:
                if 1:
                    if 1:
                        if 1:
                            if 1:
                                if 1:
                                    for i in range(2):
                                        while True:
                                            try:
                                                with __import__("contextlib").nullcontext():
                                                    print("deep", i)
                                            finally:
                                                break
print(1 if 0 else 2 if 0 else 3 if 0 else 4 if 0 else 5)
print((lambda: (lambda: (lambda: (lambda: "nested"))))()()()())
print([[[[i + j + k + l for i in range(2)] for j in range(2)] for k in range(2)] for l in range(2)])
print("".join(["x"] * 10).replace("x", "y").upper().lower().strip("y") or "empty")
print(sum([sum([sum([sum([1, 2]), 3]), 4]), 5]), max(1, max(2, max(3, max(4, 5)))))
print(1 < 2 < 3 < 4 < 5 < 6 < 7 < 8 < 9, f"{f'{f'{f'{1}'}'}'}")
