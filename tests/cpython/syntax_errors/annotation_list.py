[a]: int = 5
