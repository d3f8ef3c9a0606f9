import asyncio


async def selfish(box):
    try:
        box[0].send(None)
    except ValueError as e:
        print("ValueError:", e)
    await asyncio.sleep(0)


async def main():
    box = []
    box.append(selfish(box))
    await box[0]
    c = selfish(box)
    try:
        c.send("not None")
    except TypeError as e:
        print("TypeError:", e)
    c.close()
    try:
        c.send(None)
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
