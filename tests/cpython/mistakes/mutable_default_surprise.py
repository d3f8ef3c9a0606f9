def add_item(item, basket=[]):
    basket.append(item)
    return basket


print(add_item("apple"))
print(add_item("pear"))


class Team:
    members = []

    def join(self, name):
        self.members.append(name)


a, b = Team(), Team()
a.join("ann")
print(b.members)
rows = [[]] * 3
rows[0].append(1)
print(rows)
alias = rows[0]
alias += [2]
print(rows, alias is rows[1])
