people = [{"name": "Ann", "age": 30}, {"name": "Bob"}]
print(sorted(people, key=lambda p: p["name"]))
print(sorted(people, key=lambda p: p["age"]))
