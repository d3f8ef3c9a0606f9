class MissingUser(LookupError):
    pass


def find(users, name):
    try:
        return users[name]
    except KeyError:
        raise MissingUser(f"no user called {name!r}") from None


print(find({"ann": 1}, "ann"))
print(find({"ann": 1}, "bob"))
