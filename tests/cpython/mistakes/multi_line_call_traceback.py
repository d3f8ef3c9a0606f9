def build(name, size, colour):
    return name * size + colour


result = build(
    name="box",
    size=2,
    colour="red",
)
print(result)
result = build(
    name="box",
    size="2",
    colour="red",
)
