def f(a, b, c, d):
    return a + b + c + d


result = f("a rather long string argument number one", "a rather long string argument number two", "and the third one", 4) + "the end of a very long line"
