import asyncio
import threading


class Background:
    def __enter__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, name="loop")
        self.thread.start()
        return self

    def submit(self, coro):
        return asyncio.run_coroutine_threadsafe(coro, self.loop)

    def __exit__(self, *exc):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, "in", threading.current_thread().name)
    return name.upper()


with Background() as background:
    futures = [background.submit(work(n, d)) for n, d in (("slow", 0.08), ("quick", 0.02))]
    print([f.result() for f in futures])
    try:
        asyncio.get_running_loop()
    except RuntimeError as e:
        print("RuntimeError:", e)
print(background.loop.is_closed(), background.thread.is_alive())
