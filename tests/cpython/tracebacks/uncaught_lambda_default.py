handlers = [lambda event, n=n: event["items"][n] for n in range(3)]
for handler in handlers:
    print(handler({"items": "ab"}))
