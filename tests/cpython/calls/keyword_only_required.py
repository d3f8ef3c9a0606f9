def connect(host, *, port, timeout=10, secure):
    return f"{host}:{port} timeout={timeout} secure={secure}"


print(connect("localhost", port=80, secure=False))
print(connect("localhost", secure=True, port=443, timeout=1))

for arguments in ({}, {"port": 1}, {"secure": 1, "prot": 2}, {"timeout": 3}):
    try:
        print(connect("h", **arguments))
    except TypeError as e:
        print(arguments, "->", e)


def three(*, a, b, c):
    return a + b + c


try:
    three()
except TypeError as e:
    print(e)
try:
    three(1, 2, 3)
except TypeError as e:
    print(e)
print(three(c=1, a=2, b=3))
