def f():
    e = ValueError("x")
    e.add_note("note 1\nnote 1b")
    e.add_note("note 2")
    raise e
f()
