import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    errors = []

    def worker():
        try:
            loop.call_soon(print, "never")
        except RuntimeError as e:
            errors.append(str(e))
        try:
            asyncio.get_running_loop()
        except RuntimeError as e:
            errors.append(str(e))
        loop.call_soon_threadsafe(errors.append, "threadsafe is right")

    await asyncio.to_thread(worker)
    await asyncio.sleep(0)
    print(*errors, sep="\n")


asyncio.run(main(), debug=True)
