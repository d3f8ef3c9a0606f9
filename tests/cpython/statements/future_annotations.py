from __future__ import annotations

import typing


def f(x: undefined_thing, y: list[int] = None) -> Also.Undefined:
    return x


print(f(1), f.__annotations__)


class Node:
    def __init__(self, value: int, next: Node | None = None):
        self.value = value
        self.next: Node | None = next

    def tail(self) -> Node:
        return self if self.next is None else self.next.tail()


n = Node(1, Node(2))
print(n.tail().value, Node.tail.__annotations__)
print(typing.get_type_hints(Node.tail)["return"] is Node)
z: nothing = 3
print(z, __annotations__)
print(annotations.compiler_flag > 0, annotations.getOptionalRelease()[:2])
