scores = []
print(max(scores, default=0))
print(max(scores))
