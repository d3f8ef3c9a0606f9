import concurrent.futures as cf

f = cf.Future()
print(f.done(), f.running(), f.cancelled())
f.add_done_callback(lambda f: print("callback", f.result()))
f.set_running_or_notify_cancel()
print(f.running(), f.cancel())
f.set_result("r")
print(f.done(), f.result(), f.exception())
try:
    f.set_result("again")
except cf.InvalidStateError as e:
    print(type(e).__name__, str(e).split(": <")[0])
f.add_done_callback(lambda f: print("called at once"))

g = cf.Future()
print(g.cancel(), g.cancelled(), g.done())
try:
    g.result()
except cf.CancelledError as e:
    print("CancelledError", e.args)
h = cf.Future()
try:
    h.result(timeout=0.01)
except TimeoutError:
    print("TimeoutError")
