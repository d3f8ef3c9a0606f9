def low():
    return {}["missing"]


def middle():
    try:
        low()
    except KeyError as e:
        raise ValueError("middle failed") from e


def high():
    try:
        middle()
    except ValueError:
        raise RuntimeError("high failed")


high()
