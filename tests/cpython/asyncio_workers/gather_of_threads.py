import asyncio
import time


def download(name, seconds):
    print("begin", name)
    time.sleep(seconds)
    print("end", name)
    if name == "c":
        raise OSError(f"{name}: connection lost")
    return name.upper()


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(
        asyncio.to_thread(download, "a", 0.12),
        asyncio.to_thread(download, "b", 0.04),
        asyncio.to_thread(download, "c", 0.08),
        return_exceptions=True,
    )
    print(results)
    print(time.perf_counter() - start < 0.2)
    try:
        await asyncio.gather(asyncio.to_thread(download, "c", 0.02), asyncio.sleep(0.1, "slept"))
    except OSError as e:
        print("OSError:", e)


asyncio.run(main())
