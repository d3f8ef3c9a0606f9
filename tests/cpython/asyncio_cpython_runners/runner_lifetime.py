import asyncio


async def f():
    return "done"


runner = asyncio.Runner()
loop = runner.get_loop()
print(runner.run(f()), runner.get_loop() is loop)
runner.close()
try:
    runner.get_loop()
except RuntimeError as e:
    print(e)
print(loop.is_closed())
runner.close()

runner = asyncio.Runner()
with runner:
    runner.run(f())
try:
    with runner:
        print("never")
except RuntimeError as e:
    print(e)

with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
with asyncio.Runner(debug=False) as runner:
    print(runner.get_loop().get_debug())
