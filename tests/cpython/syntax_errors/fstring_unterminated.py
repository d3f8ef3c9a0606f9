print(f"hello {1 + 1}
