def attempt(label, action):
    try:
        action()
        print(label, "succeeded")
    except (MemoryError, OverflowError) as e:
        print(label, type(e).__name__, e)


attempt("list", lambda: [0] * 10 ** 12)
attempt("str", lambda: "a" * 10 ** 12)
attempt("bytes", lambda: b"a" * 10 ** 12)
attempt("tuple", lambda: (1,) * 10 ** 12)
attempt("bytearray", lambda: bytearray(10 ** 12))
attempt("too long", lambda: [0] * 10 ** 20)
attempt("too long str", lambda: "ab" * 2 ** 63)
attempt("ljust", lambda: "x".ljust(10 ** 12))
attempt("range len", lambda: len(range(10 ** 20)))
attempt("shift", lambda: 1 << 10 ** 20)
print("still alive", len([0] * 1000))
