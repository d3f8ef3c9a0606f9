import asyncio


async def job(n):
    print("start", n)
    await asyncio.sleep(0.02 * n)
    print("end", n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
assert asyncio.get_event_loop() is loop

tasks = [loop.create_task(job(n)) for n in (3, 1, 2)]
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(sorted(t.result() for t in done), len(pending))
loop.close()
asyncio.set_event_loop(None)
