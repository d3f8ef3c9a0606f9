import re

TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[a-z]+)|(?P<op>\*\*|[-+*/()=,]))")


class CalcError(Exception):
    pass


def tokenize(text):
    pos = 0
    text = text.rstrip()
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m:
            raise CalcError(f"unexpected {text[pos:].lstrip()[0]!r} at {pos}")
        pos = m.end()
        kind = m.lastgroup
        yield kind, m[kind]
    yield "end", None


class Parser:
    functions = {"max": max, "min": min, "abs": abs, "sqrt": lambda x: x ** 0.5}

    def __init__(self, variables=None):
        self.vars = variables if variables is not None else {}

    def run(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0
        if len(self.tokens) > 2 and self.tokens[0][0] == "name" and self.tokens[1] == ("op", "="):
            self.i = 2
            value = self.vars[self.tokens[0][1]] = self.expr()
        else:
            value = self.expr()
        if self.peek()[0] != "end":
            raise CalcError(f"unexpected {self.peek()[1]!r}")
        return value

    def peek(self): return self.tokens[self.i]

    def take(self, *ops):
        kind, value = self.peek()
        if kind == "op" and value in ops:
            self.i += 1
            return value

    def expr(self):
        value = self.term()
        while op := self.take("+", "-"):
            right = self.term()
            value = value + right if op == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while op := self.take("*", "/"):
            right = self.factor()
            try:
                value = value * right if op == "*" else value / right
            except ZeroDivisionError:
                raise CalcError("division by zero") from None
        return value

    def factor(self):
        if self.take("-"):
            return -self.factor()
        base = self.atom()
        return base ** self.factor() if self.take("**") else base

    def atom(self):
        kind, value = self.peek()
        self.i += 1
        match kind:
            case "num":
                return float(value) if "." in value else int(value)
            case "name" if self.take("("):
                args = [self.expr()]
                while self.take(","):
                    args.append(self.expr())
                if not self.take(")"):
                    raise CalcError("expected )")
                return self.functions[value](*args)
            case "name":
                try:
                    return self.vars[value]
                except KeyError as e:
                    raise CalcError(f"unknown variable {e}") from e
            case "op" if value == "(":
                inner = self.expr()
                if not self.take(")"):
                    raise CalcError("expected )")
                return inner
        raise CalcError(f"unexpected {'end' if value is None else repr(value)}")


p = Parser()
for line in ["1 + 2 * 3", "(1 + 2) * 3", "-2 ** 2", "2 ** 3 ** 2", "x = 10 / 4", "x * 2 - 1", "max(1, x, 3) + abs(-5)", "sqrt(16)", "1 / 0", "2 +", "(1", "y + 1", "3 $ 4", "1 2", "1.5 * 4"]:
    try:
        print(f"{line:<24} = {p.run(line)}")
    except CalcError as e:
        print(f"{line:<24} ! {e}{' (' + repr(e.__cause__) + ')' if e.__cause__ else ''}")
print(p.vars)
