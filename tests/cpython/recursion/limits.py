import sys

print(sys.getrecursionlimit())


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth() > 900)


def forever():
    return forever()


try:
    forever()
except RecursionError as e:
    print(e)


class Node:
    def __init__(self):
        self.me = self

    def __repr__(self):
        return repr(self.me)

    def __eq__(self, o):
        return self.me == o

    def __getattr__(self, name):
        return getattr(self, name + "x")


for action in (lambda: repr(Node()), lambda: Node().anything, lambda: str(Node())):
    try:
        action()
    except RecursionError as e:
        print(type(e).__name__)


class Prop:
    @property
    def x(self):
        return self.x


try:
    Prop().x
except RecursionError as e:
    print(e)


class SetAttr:
    def __setattr__(self, k, v):
        self.k = v


try:
    SetAttr().a = 1
except RecursionError as e:
    print(e)
sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), 100 < depth() < 200)
sys.setrecursionlimit(5000)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(4000))
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
