person = {"name": "Ann", "age": 30}
print(person["name"])
print(person["Age"])
