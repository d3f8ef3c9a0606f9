def cleanup():
    raise OSError("disk full")


def work():
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
    finally:
        cleanup()


work()
