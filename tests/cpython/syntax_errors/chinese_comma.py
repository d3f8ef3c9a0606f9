print("a"，"b")
