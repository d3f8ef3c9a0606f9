def fib(n):
    """Print a Fibonacci series less than n."""
    a, b = 0, 1
    while a < n:
        print(a, end=" ")
        a, b = b, a + b
    print()


fib(2000)
print(fib.__doc__, fib.__name__, fib(0))
f = fib
f(100)


def ask_ok(answers, retries=2, reminder="Please try again!"):
    for reply in answers:
        if reply in {"y", "ye", "yes"}:
            return True
        if reply in {"n", "no", "nop", "nope"}:
            return False
        retries = retries - 1
        if retries < 0:
            raise ValueError("invalid user response")
        print(reminder)


print(ask_ok(["maybe", "yes"]), ask_ok(["n"]))
try:
    ask_ok(["a", "b", "c"], reminder="Again!")
except ValueError as e:
    print(e)


def parrot(voltage, state="a stiff", action="voom", type="Norwegian Blue"):
    print("-- This parrot wouldn't", action, end=" ")
    print("if you put", voltage, "volts through it.", type, state)


parrot(1000)
parrot(action="VOOOOM", voltage=1000000)
parrot("a million", "bereft of life", "jump")


def cheeseshop(kind, *arguments, **keywords):
    print("Do you have any", kind, "?")
    for arg in arguments:
        print(arg)
    print("-" * 20)
    for kw in keywords:
        print(kw, ":", keywords[kw])


cheeseshop("Limburger", "It's very runny, sir.", "Really.", shopkeeper="Michael", client="John")


def concat(*args, sep="/"):
    return sep.join(args)


print(concat("earth", "mars"), concat("earth", "mars", sep="."))
args = [3, 6]
print(list(range(*args)), (lambda *a, **k: (a, k))(*[1, 2], **{"x": 3}))


def make_incrementor(n):
    return lambda x: x + n


g = make_incrementor(42)
print(g(0), g(1))
pairs = [(1, "one"), (2, "two"), (3, "three"), (4, "four")]
pairs.sort(key=lambda pair: pair[1])
print(pairs)


def f(ham: str, eggs: str = "eggs") -> str:
    print("Annotations:", f.__annotations__)
    return ham + " and " + eggs


print(f("spam"))
for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0:
            print(n, "equals", x, "*", n // x)
            break
    else:
        print(n, "is a prime number")
