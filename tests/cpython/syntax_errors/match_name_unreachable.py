x = 1
match x:
    case other:
        print(other)
    case 1:
        print("one")
