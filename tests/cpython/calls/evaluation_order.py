def t(label, value=None):
    print("eval", label)
    return value


def f(*args, **kwargs):
    print("called", args, kwargs)
    return {}


t("f", f)(t("a", 1), *t("b", [2]), k=t("c", 3), **t("d", {"m": 4}))

result = t("left", 1) + t("right", 2) * t("third", 3)
print(result)

d = t("dict", {})
t("target", d)[t("key", "k")] = t("value", "v")
print(d)

x = [t("e1", 1), t("e2", 2)]
y = {t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
print(x, y)
print(t("p", 1) < t("q", 0) < t("r", 5))
print(t("s", 0) and t("never"))
print(t("u", 0) or t("w", 9))
print(t("yes", 1) if t("cond", True) else t("no", 2))
