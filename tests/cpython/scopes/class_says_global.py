def test(x):
    class Foo:
        global x

        def __call__(self, y):
            return x + y
    return Foo()


x = 0
print(test(6)(2))
