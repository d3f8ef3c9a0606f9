for def in range(3):
    pass
