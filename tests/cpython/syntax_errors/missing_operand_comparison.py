if 3 ==:
    pass
