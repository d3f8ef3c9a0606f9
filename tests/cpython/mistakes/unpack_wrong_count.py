for name, age in [("Ann", 30), ("Bob",)]:
    print(name, age)
