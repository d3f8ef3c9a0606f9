def http(status):
    match status:
        case 200 | 201 | 204:
            return "ok"
        case 404:
            return "not found"
        case 500:
            return "server error"
        case int(n) if 400 <= n < 500:
            return f"client error {n}"
        case str():
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "unknown"


for s in (200, 204, 404, 418, 500, 999, "200", None, True, False, 200.0, 3.5):
    print(repr(s), http(s))


def sign(n):
    match n:
        case 0: return "zero"
        case -1 | 1: return "unit"
        case -1.5: return "minus one and a half"
        case 2 + 3j: return "complex"
        case "a" "b": return "ab"
        case b"raw": return "bytes"
        case x if x > 0: return f"positive {x}"
        case x: return f"other {x}"


for n in (0, 1, -1, -1.5, 2 + 3j, "ab", b"raw", 7, -9):
    print(sign(n))

match 5:
    case 6:
        print("no")
print("no match falls through")

match = 3
case = match + 1
print(match, case)
match (match):
    case (3): print("soft keywords")
type = 5
_ = 1
print(type, _)
command = "go north now"
match command.split():
    case ["go", direction, *rest] if direction in ("north", "south"):
        print("going", direction, rest)
