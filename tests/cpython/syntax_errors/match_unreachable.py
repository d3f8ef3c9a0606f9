x = 1
match x:
    case _:
        print("any")
    case 1:
        print("one")
