text = "abc"
print(text.upper(
print("next line")
