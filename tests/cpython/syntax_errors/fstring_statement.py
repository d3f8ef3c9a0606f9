print(f"{x = 1; y}")
