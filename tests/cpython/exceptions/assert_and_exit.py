import sys

try:
    assert 1 + 1 == 3
except AssertionError as e:
    print(repr(e), str(e) == "")
try:
    assert [], "list must not be empty"
except AssertionError as e:
    print(repr(e))
assert True, print("message is not evaluated")
try:
    assert (False, "always true")[0], ("a", 1)
except AssertionError as e:
    print(e.args)
try:
    sys.exit(3)
except SystemExit as e:
    print("exit", e.code)
try:
    exit("bye")
except SystemExit as e:
    print("exit", e.code)
try:
    sys.exit()
except SystemExit as e:
    print("exit", e.code)
try:
    raise SystemExit
except BaseException as e:
    print(type(e), isinstance(e, Exception))
print(__debug__)
try:
    print("leaving")
    sys.exit("fatal: no config")
finally:
    print("finally runs")
