visited = {}
visited[[0, 0]] = True
