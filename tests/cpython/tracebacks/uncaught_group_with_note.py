e = ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError("t"), KeyError("k")])])
e.add_note("a note")
raise e
