class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def interview():
    name = await Ask("name?")
    age = await Ask(f"age of {name}?")
    return f"{name} is {age}"


coro = interview()
reply = None
answers = iter(["Ada", 36])
while True:
    try:
        question = coro.send(reply)
    except StopIteration as stop:
        print("->", stop.value)
        break
    reply = next(answers)
    print(question, reply)
