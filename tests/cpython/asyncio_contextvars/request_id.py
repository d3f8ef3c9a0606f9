import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id", default="-")


def log(message):
    print(f"[{request_id.get()}] {message}")


async def database():
    await asyncio.sleep(0.01)
    log("query")


async def handle(n):
    request_id.set(f"req{n}")
    log("start")
    await database()
    await asyncio.gather(database(), database())
    log("end")


async def main():
    log("server up")
    await asyncio.gather(*(handle(n) for n in range(3)))
    log("server down")


asyncio.run(main())
