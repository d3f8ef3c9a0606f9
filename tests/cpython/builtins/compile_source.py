code = compile("1 + 2", "<string>", "eval")
print(eval(code))
