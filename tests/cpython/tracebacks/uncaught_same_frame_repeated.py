def count_down(n):
    if n == 0:
        raise ValueError("lift-off failed")
    count_down(n - 1)


count_down(6)
