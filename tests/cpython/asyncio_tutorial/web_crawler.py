import asyncio

SITE = {
    "/": ["/about", "/blog"],
    "/about": ["/", "/team"],
    "/blog": ["/blog/1", "/blog/2", "/missing"],
    "/blog/1": ["/blog/2", "/"],
    "/blog/2": [],
    "/team": ["/about"],
}


class NotFound(Exception):
    pass


async def fetch(url):
    await asyncio.sleep(0.01)
    try:
        return SITE[url]
    except KeyError:
        raise NotFound(url) from None


class Crawler:
    def __init__(self, workers):
        self.todo = asyncio.Queue()
        self.seen = set()
        self.errors = []
        self.workers = workers

    async def work(self):
        while True:
            url = await self.todo.get()
            try:
                for link in await fetch(url):
                    self.add(link)
            except NotFound as e:
                self.errors.append(str(e))
            finally:
                self.todo.task_done()

    def add(self, url):
        if url not in self.seen:
            self.seen.add(url)
            self.todo.put_nowait(url)

    async def run(self):
        self.add("/")
        tasks = [asyncio.create_task(self.work()) for _ in range(self.workers)]
        await self.todo.join()
        for t in tasks:
            t.cancel()


crawler = Crawler(2)
asyncio.run(crawler.run())
print(sorted(crawler.seen))
print("errors:", crawler.errors)
