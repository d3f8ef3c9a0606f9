def step(n):
    try:
        return 10 / n
    except ZeroDivisionError as e:
        e.add_note(f"n was {n}")
        e.add_note("try another number\nor two lines")
        raise


step(5)
step(0)
