import asyncio
async def echo(x): 
    await asyncio.sleep(0)
    return x
with asyncio.Runner() as r:
    print(r.run(echo(1)))
    print(r.run(echo(2)))
    loop = r.get_loop()
    print(loop.is_running(), loop.is_closed())
    try:
        r.run(3)
    except ValueError as e:
        print(type(e).__name__, e)
    async def inner():
        try:
            r.run(echo(4))
        except RuntimeError as e: print(e)
    c = echo(4)
    r.run(inner())
print(loop.is_closed())
try:
    r.run(c)
except RuntimeError as e: print(e)
try:
    r.get_loop()
except RuntimeError as e: print(e)
r.close()
try:
    with r: pass
except RuntimeError as e: print(e)
c.close()
