"x": int = 5
