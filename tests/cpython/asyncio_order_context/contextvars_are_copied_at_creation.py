import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


async def child(name):
    print(name, "starts with", request.get())
    request.set(name)
    await asyncio.sleep(0)
    print(name, "still has", request.get())


async def main():
    request.set("main")
    t1 = asyncio.create_task(child("t1"))
    request.set("changed")
    t2 = asyncio.create_task(child("t2"))
    await asyncio.gather(t1, t2)
    print("main has", request.get())
    await child("direct await")
    print("main has", request.get())


asyncio.run(main())
