from operator import attrgetter, itemgetter, methodcaller
from collections import namedtuple

Student = namedtuple("Student", "name grade age")
students = [Student("john", "A", 15), Student("jane", "B", 12), Student("dave", "B", 10), Student("zoe", "A", 12)]
print([s.name for s in sorted(students, key=attrgetter("age"))])
print([s.name for s in sorted(students, key=attrgetter("grade", "age"))])
print([s.name for s in sorted(students, key=itemgetter(2), reverse=True)])
print(sorted(sorted(students, key=attrgetter("age"), reverse=True), key=attrgetter("grade"))[0])
words = ["banana", "Apple", "cherry pie", "date"]
print(sorted(words, key=methodcaller("lower")), sorted(words, key=methodcaller("count", "a")), list(map(methodcaller("split"), words))[2], max(words, key=len))
table = {"x": [3, 1], "y": [2, 9], "z": [1, 5]}
print(sorted(table, key=table.get), sorted(table.items(), key=lambda kv: kv[1][1]), max(table, key=lambda k: table[k][1]), list(map(itemgetter(0), table.values())))
rows = [("b", 2, 0.5), ("a", 2, 0.25), ("c", 1, 0.75)]
rows.sort(key=lambda r: (-r[1], r[0]))
print(rows)


def multisort(items, *specs):
    for getter, reverse in reversed(specs):
        items = sorted(items, key=getter, reverse=reverse)
    return items


print([s.name for s in multisort(students, (attrgetter("grade"), False), (attrgetter("age"), True))])
ranks = {s.name: i for i, s in enumerate(sorted(students, key=attrgetter("age", "name")), 1)}
print(ranks, min(students, key=attrgetter("age")).name, sorted("bca", reverse=True), sorted([[2], [1, 5], [1]]), sorted({"b": 1, "a": 2}.items()))
natural = ["file10", "file2", "File1", "file1"]
import re
print(sorted(natural), sorted(natural, key=lambda s: [int(p) if p.isdigit() else p.lower() for p in re.split(r"(\d+)", s)]))
print(sorted([3, -1, 2], key=abs), sorted([(1, "b"), (1, "a")], key=itemgetter(0)), sorted([None, 3, 1], key=lambda v: (v is None, v)), sorted("The Quick brown".split(), key=str.casefold))
