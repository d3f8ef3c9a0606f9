async def greet():
    print("hello")


greet()
coro = greet()
print(type(coro).__name__)
coro.close()
print("closed ones do not complain")
