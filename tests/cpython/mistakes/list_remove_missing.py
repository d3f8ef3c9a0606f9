queue = ["a", "b"]
queue.remove("a")
queue.remove("z")
