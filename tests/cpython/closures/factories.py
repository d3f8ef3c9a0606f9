def counter_with_history(start=0):
    history = []
    current = start

    def step(n=1):
        nonlocal current
        current += n
        history.append(current)
        return current

    step.history = history
    step.reset = lambda: (history.clear(), step_set(start))[0]

    def step_set(v):
        nonlocal current
        current = v
    return step


c = counter_with_history(10)
print(c(), c(5), c.history)
c.reset()
print(c(), c.history)


def make_account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            raise ValueError("too much")
        balance -= n
        return balance
    return {"deposit": deposit, "withdraw": withdraw, "balance": lambda: balance}


a = make_account(100)
b = make_account(1)
a["deposit"](50)
a["withdraw"](30)
print(a["balance"](), b["balance"]())
try:
    b["withdraw"](2)
except ValueError as e:
    print(e)


def outer():
    x = [1]

    def append(v):
        x.append(v)

    def rebind(v):
        nonlocal x
        x = v

    def read():
        return x
    return append, rebind, read


append, rebind, read = outer()
append(2)
first = read()
rebind("new")
print(first, read(), read.__closure__[0].cell_contents, [cell.cell_contents for cell in append.__closure__])


def deep(n):
    def a():
        def b():
            def c():
                nonlocal n
                n += 1
                return n
            return c
        return b
    return a()()


c = deep(5)
print(c(), c(), deep(0)())
compose = lambda f, g: lambda *a: f(g(*a))
print(compose(str, sum)([1, 2, 3]), [f(10) for f in [(lambda k: lambda x: x * k)(k) for k in range(3)]])


def memo(f):
    seen = {}

    def inner(*a):
        if a not in seen:
            seen[a] = f(*a)
        return seen[a]
    inner.seen = seen
    return inner


slow = memo(lambda a, b: (print("computing", a, b), a + b)[1])
print(slow(1, 2), slow(1, 2), slow(2, 1), slow.seen)


def empty_cell():
    def use(): return later
    try:
        use.__closure__[0].cell_contents
    except ValueError as e:
        print(e)
    later = 1
    return use()


print(empty_cell(), (lambda: None).__closure__)
