def shout(text):
    return text.upper


message = shout("hello")
print(message() + "!")
message = "plain"
print(message())
