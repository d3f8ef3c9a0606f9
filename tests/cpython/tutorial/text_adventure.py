ROOMS = {
    "hall": {"north": "library", "east": "kitchen", "items": ["lamp"]},
    "library": {"south": "hall", "items": ["book", "key"]},
    "kitchen": {"west": "hall", "north": "garden", "items": [], "locked": {"north"}},
    "garden": {"south": "kitchen", "items": ["rose"]},
}


class Game:
    def __init__(self):
        self.room = "hall"
        self.bag = []
        self.over = False

    def do(self, line):
        verb, *rest = line.lower().split()
        action = getattr(self, f"do_{verb}", None)
        if action is None:
            return f"I don't know how to {verb}."
        try:
            return action(*rest)
        except TypeError:
            return f"{verb} what?"

    def do_look(self):
        room = ROOMS[self.room]
        exits = ", ".join(sorted(set(room) - {"items", "locked"}))
        items = ", ".join(room["items"]) or "nothing"
        return f"You are in the {self.room}. Exits: {exits}. You see {items}."

    def do_go(self, direction):
        room = ROOMS[self.room]
        if direction in room.get("locked", ()) and "key" not in self.bag:
            return "It is locked."
        if direction not in room or direction in ("items", "locked"):
            return "You can't go there."
        self.room = room[direction]
        return self.do_look()

    def do_take(self, item):
        try:
            ROOMS[self.room]["items"].remove(item)
        except ValueError:
            return f"There is no {item} here."
        self.bag.append(item)
        if item == "rose":
            self.over = True
            return "You win!"
        return f"Taken: {item}."

    def do_bag(self):
        return f"You carry: {', '.join(self.bag) if self.bag else 'nothing'}."


game = Game()
for command in ["look", "bag", "take rose", "go", "go east", "go north", "dance wildly", "go west", "go north", "take key", "take book", "go south", "go east", "go north", "bag", "take rose"]:
    print(">", command)
    print(game.do(command))
    if game.over:
        break
