def find_user(users, name):
    for user in users:
        if user["name"] == name:
            return user


users = [{"name": "ann"}]
print(find_user(users, "ann").get("name"))
print(find_user(users, "bob").get("name"))
