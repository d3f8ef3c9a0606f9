import asyncio


async def nothing():
    return "ok"


runner = asyncio.Runner()
print(runner.run(nothing()))
runner.close()
coro = nothing()
try:
    runner.run(coro)
except RuntimeError as e:
    print("RuntimeError:", e)
coro.close()
runner.close()
print("closing twice is fine")

with asyncio.Runner() as runner:
    try:
        runner.run(lambda: None)
    except ValueError as e:
        print("ValueError:", str(e).split("<")[0].strip())

    async def inside():
        again = nothing()
        try:
            runner.run(again)
        except RuntimeError as e:
            print("RuntimeError:", e)
        again.close()

    runner.run(inside())
