import sys
import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, "in", args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=lambda: [][3], name="unlucky")
t.start()
t.join()
print("main goes on")
