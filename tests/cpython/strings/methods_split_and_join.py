print("a,b,,c".split(","), "a,b,,c".split(",", 2), "a,b,,c".rsplit(",", 1))
print("  several   spaces here ".split(), "  several   spaces here ".split(" "), " a b c ".split(None, 1), " a b c ".rsplit(None, 1))
print("".split(), "".split(","), ",".split(","), "abc".split("abc"))
print("one\ntwo\r\nthree\rfour\x0bfive\x1csix\u2028seven".splitlines())
print("one\ntwo\n".splitlines(), "one\ntwo\n".splitlines(keepends=True), "\n".splitlines(), "".splitlines())
print("key=value=more".partition("="), "key".partition("="), "key=value=more".rpartition("="), "key".rpartition("="))
print(", ".join(["a", "b", "c"]), "".join(("x", "y")), "-".join("abc"), "-".join([]), "-".join(["solo"]), "+".join({"k": 1, "j": 2}))
for call in (lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(5)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print("a b c".split(maxsplit=1), "a b c".split(sep="b"))
print("tic-tac-toe".replace("-", ""), "aaa".replace("a", "b", 2), "abc".replace("", "."), "aaa".replace("a", ""), "".replace("", "x"))
print("1,2,3".split(",")[-1], [int(n) for n in "1 2 3".split()])
