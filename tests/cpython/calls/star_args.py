def total(*numbers):
    print(type(numbers).__name__, numbers)
    return sum(numbers)


print(total())
print(total(1, 2, 3))
print(total(*[4, 5], 6, *range(3)))


def tagged(tag, *children, **attributes):
    attrs = "".join(f' {k}="{v}"' for k, v in attributes.items())
    inner = "".join(children)
    return f"<{tag}{attrs}>{inner}</{tag}>"


print(tagged("p"))
print(tagged("p", "Hello"))
print(tagged("a", "here", href="/x", id="link"))
print(tagged("ul", *(tagged("li", str(n)) for n in range(3)), **{"class": "list"}))

options = {"href": "/y"}
print(tagged("a", **options, **{"rel": "next"}))

try:
    tagged("a", **options, **{"href": "/z"})
except TypeError as e:
    print(e)

try:
    tagged("a", **{1: 2})
except TypeError as e:
    print(e)

try:
    tagged(*5)
except TypeError as e:
    print(e)

try:
    tagged("b", **[1, 2])
except TypeError as e:
    print(e)
