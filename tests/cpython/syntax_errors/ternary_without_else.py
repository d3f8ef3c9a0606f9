x = 5
y = "big" if x > 3
