def match_them(command):
    match command.split():
        case ["go", direction] if direction.ok():
            return direction.upper()
        case [Point(x=0), *rest] | {"rest": rest}:
            return rest[0]
        case {"a": 1, **others}:
            print(others)
        case str() as text:
            text.strip()
        case -1 | 2.5 | None:
            raise command
        case _:
            return not (command in [1]) and command.x
