print("a bullet: \N{BULLET}")
