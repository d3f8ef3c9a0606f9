import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")
user.set("main")


def who():
    return user.get()


out = []
t = threading.Thread(target=lambda: out.append(who()))
t.start()
t.join()
ctx = contextvars.copy_context()
t = threading.Thread(target=lambda: out.append(ctx.run(who)))
t.start()
t.join()
with ThreadPoolExecutor(1) as pool:
    out.append(pool.submit(who).result())
    out.append(pool.submit(contextvars.copy_context().run, who).result())
print(out)


def change():
    user.set("changed")
    return user.get()


with ThreadPoolExecutor(1) as pool:
    print(pool.submit(change).result(), pool.submit(who).result(), user.get())
