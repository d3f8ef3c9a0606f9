lines = ["name=ann", "age=30", "broken"]
settings = {}
for line in lines:
    key, value = line.strip().lower().split("=", 1)
    settings[key] = value
