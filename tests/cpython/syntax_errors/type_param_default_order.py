type X[T = int, U] = list[T]
