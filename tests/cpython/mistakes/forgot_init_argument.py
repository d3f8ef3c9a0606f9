class Player:
    def __init__(self, name, score):
        self.name = name
        self.score = score


p = Player("Ann")
