def fail(kind, message):
    raise kind(message)


def collect():
    errors = []
    for kind, message in ((ValueError, "bad value"), (KeyError, "bad key")):
        try:
            fail(kind, message)
        except Exception as e:
            errors.append(e)
    try:
        try:
            fail(TypeError, "inner")
        except TypeError as e:
            raise RuntimeError("wrapped") from e
    except RuntimeError as e:
        e.add_note("with a note")
        errors.append(ExceptionGroup("nested", [e, OSError(5, "io")]))
    raise ExceptionGroup("several things failed", errors)


collect()
