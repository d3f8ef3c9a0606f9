import threading


def hook(args):
    print("caught", args.exc_type.__name__, "-", args.exc_value, "-", args.thread.name)
    print(type(args).__name__, len(args), args.exc_traceback is not None)


threading.excepthook = hook


def bad():
    raise LookupError("lost")


t = threading.Thread(target=bad, name="bad")
t.start()
t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=bad, name="worse")
t.start()
t.join()


def broken_hook(args):
    raise TypeError("the hook is broken")


threading.excepthook = broken_hook
t = threading.Thread(target=bad, name="worst")
t.start()
t.join()
print("done")
