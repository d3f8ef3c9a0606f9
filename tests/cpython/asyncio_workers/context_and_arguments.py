import asyncio
import contextvars
import time

request = contextvars.ContextVar("request", default=None)


def handler(delay, *args, sep=", "):
    time.sleep(delay)
    before = request.get()
    request.set("changed in the thread")
    return before, sep.join(args)


async def serve(n):
    name = f"request-{n}"
    request.set(name)
    result = await asyncio.to_thread(handler, n * 0.04, "x", "y", sep="-")
    loop = asyncio.get_running_loop()
    plain = await loop.run_in_executor(None, request.get)
    return result, request.get(), plain


async def main():
    for line in await asyncio.gather(*(serve(n) for n in range(3))):
        print(line)
    print(request.get())


asyncio.run(main())
