class Resource:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        raise RuntimeError("could not close")


with Resource():
    int("not a number")
