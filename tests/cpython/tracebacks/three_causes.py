try:
    try:
        {}["a"]
    except KeyError as e:
        raise ValueError("bad") from e
except ValueError as e:
    raise RuntimeError("worse") from e
