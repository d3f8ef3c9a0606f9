else:
    print("x")
