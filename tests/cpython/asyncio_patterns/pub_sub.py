import asyncio


class Hub:
    def __init__(self):
        self.subscribers = {}

    def subscribe(self, topic):
        q = asyncio.Queue()
        self.subscribers.setdefault(topic, []).append(q)
        return q

    async def publish(self, topic, message):
        for q in self.subscribers.get(topic, ()):
            await q.put(message)


async def listener(name, queue):
    while (message := await queue.get()) is not None:
        print(f"{name} heard {message!r}")
    print(name, "leaves")


async def main():
    hub = Hub()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(listener("ann", hub.subscribe("news")))
        tg.create_task(listener("bob", hub.subscribe("news")))
        tg.create_task(listener("cid", hub.subscribe("sport")))
        await hub.publish("news", "rain")
        await hub.publish("sport", "2:1")
        await asyncio.sleep(0)
        await hub.publish("news", "sun")
        for topic in ("sport", "news"):
            await hub.publish(topic, None)


asyncio.run(main())
