import contextvars

var = contextvars.ContextVar("var", default="default")
other = contextvars.ContextVar("other")
print(var.get(), var.name, other.get("fallback"))
try:
    other.get()
except LookupError as e:
    print(type(e).__name__)
token = var.set("one")
print(var.get(), token.old_value is contextvars.Token.MISSING)
t2 = var.set("two")
print(t2.old_value, t2.var is var)
var.reset(t2)
print(var.get())
var.reset(token)
print(var.get())
try:
    var.reset(token)
except RuntimeError as e:
    print("already used" in str(e))


def change():
    var.set("inside")
    return var.get()


ctx = contextvars.copy_context()
print(ctx.run(change), var.get(), ctx[var], var in ctx, other in ctx, len(ctx) >= 1)
print(ctx.get(other), ctx.get(other, "d"), [v.name for v in ctx.keys() if v is var], [ctx[v] for v in ctx if v is var])
try:
    ctx[other]
except KeyError as e:
    print("KeyError")
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as e:
    print("cannot enter" in str(e))
request = contextvars.ContextVar("request")


def handle(n):
    request.set(n)
    return log("handled")


def log(text):
    return f"[{request.get('-')}] {text}"


print([contextvars.copy_context().run(handle, i) for i in range(3)], log("outside"))
fresh = contextvars.Context()
print(len(fresh), fresh.run(var.get), fresh.copy().run(lambda a, k=0: (a, k), 1, k=2))
