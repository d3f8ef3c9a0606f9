pattern = "\d+\.\w"
print(pattern)
