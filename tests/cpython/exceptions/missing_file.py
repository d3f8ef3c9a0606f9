def read(name):
    try:
        with open(name) as f:
            return f.read()
    except FileNotFoundError as e:
        print(f"{type(e).__name__}: {e}", e.errno, e.filename, e.args)
        return ""
    finally:
        print("tried", name)


print(repr(read("missing.txt")))
try:
    open("nowhere/data.csv", "r", encoding="utf-8")
except OSError as error:
    print(error.strerror, isinstance(error, IOError))
