from pathlib import PurePath, PurePosixPath, Path
import fnmatch
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for s in ("a/b/c.txt","/usr/lib/python3.tar.gz","",".","/","../x","a//b/./c","/.bashrc","file.","a.b.c/d","//net/x","///x"):
    p=PurePosixPath(s)
    print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(map(str,p.parents)), p.root, p.anchor, p.is_absolute(), p.as_posix())
p=PurePosixPath("/a/b")
for f in (lambda: p/"c"/"d", lambda: p/"/x", lambda: "z"/p, lambda: "z"/PurePosixPath("q"), lambda: p.joinpath("c","../d"), lambda: p.with_name("n"), lambda: p.with_suffix(".py"), lambda: PurePosixPath("x.txt").with_stem("y"), lambda: PurePosixPath("x.txt").with_suffix(""), lambda: p.with_suffix("py"), lambda: PurePosixPath("/").with_name("x"), lambda: p.relative_to("/a"), lambda: p.relative_to("/z"), lambda: p.relative_to("/a/x",walk_up=True), lambda: p.is_relative_to("/a"), lambda: p.match("*"), lambda: p.match("a/*"), lambda: PurePosixPath("x/y.py").match("*.py"), lambda: p==PurePosixPath("/a//b"), lambda: p<PurePosixPath("/a/c"), lambda: sorted([PurePosixPath("b"),PurePosixPath("a/c"),PurePosixPath("a")]), lambda: {p:1}[PurePosixPath("/a/b/")], lambda: p/5, lambda: PurePosixPath(5), lambda: PurePath("a"), lambda: Path("a/b"), lambda: Path("x").name, lambda: str(Path("a","b","c")), lambda: p.as_uri(), lambda: bytes(p), lambda: isinstance(Path("x"),PurePosixPath), lambda: __import__("os").fspath(p), lambda: __import__("os").path.join(p,"x")): t(f)
print(fnmatch.fnmatch("a.txt","*.txt"), fnmatch.filter(["a.py","b.txt","c.py"],"*.py"), fnmatch.fnmatch("abc","a[!b]c"), fnmatch.fnmatch("axc","a[x-z]c"), fnmatch.fnmatch("a[","a["), fnmatch.fnmatch("x","?"))
