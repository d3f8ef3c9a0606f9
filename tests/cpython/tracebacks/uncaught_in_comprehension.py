rows = [{"n": 1}, {"n": 2}, {"m": 3}]
print([row["n"] for row in rows])
