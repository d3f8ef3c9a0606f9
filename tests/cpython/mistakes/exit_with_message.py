import sys


def check(config):
    if "key" not in config:
        sys.exit("error: key is missing")
    print("ok")


check({"key": 1})
check({})
print("never")
