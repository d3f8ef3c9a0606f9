import asyncio

loop = asyncio.new_event_loop()


async def worker(name):
    for i in range(3):
        print(name, i)
        if name == "a" and i == 1:
            loop.stop()
        await asyncio.sleep(0)


ta, tb = loop.create_task(worker("a")), loop.create_task(worker("b"))
loop.run_forever()
print("stopped", ta.done(), tb.done())
loop.run_until_complete(asyncio.gather(ta, tb))
print("finished", ta.done(), tb.done())
loop.close()
