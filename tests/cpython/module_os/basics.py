import os
import os.path

print(os.name, os.sep, os.linesep == "\n", isinstance(os.getpid(), int), os.environ.get("NO_SUCH_VARIABLE"), os.environ.get("NO_SUCH_VARIABLE", "dflt"), os.getenv("NO_SUCH_VARIABLE", 5), isinstance(os.cpu_count(), int), os.path.sep)
print(os.path.join("a", "b", "c.txt"), os.path.join("a", "/b"), os.path.basename("/x/y.py"), os.path.dirname("/x/y.py"), os.path.splitext("archive.tar.gz"), os.path.split("/a/b"), os.path.normpath("a/../b//c"), os.path.isabs("/a"), os.path.commonprefix(["abc", "abd"]))
print("NO_SUCH_VARIABLE" in os.environ, os.fspath("p"))
try:
    os.environ["NO_SUCH_VARIABLE"]
except KeyError as e:
    print(repr(e))
os.environ["MADE_HERE"] = "1"
print(os.environ["MADE_HERE"], os.getenv("MADE_HERE"))
try:
    os.environ["X"] = 5
except TypeError as e:
    print(e)
print(len(os.urandom(8)), os.strerror(2), os.curdir, os.pardir)
