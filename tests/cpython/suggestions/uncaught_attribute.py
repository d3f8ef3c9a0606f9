class Robot:
    def __init__(self, name):
        self.name = name
        self.battery = 100

    def charge(self):
        self.battery = 100


r = Robot("R2")
print(r.name)
r.chrage()
