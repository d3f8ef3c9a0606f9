match 1:
    case (1 as a) | 2:
        pass
