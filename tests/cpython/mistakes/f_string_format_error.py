name = "Ann"
print(f"{name:.2f}")
