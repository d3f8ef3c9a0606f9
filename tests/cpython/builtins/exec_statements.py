exec("y = 3\nprint(y)")
