import asyncio
import random

rng = random.Random(3)


async def cook(order, kitchen):
    async with kitchen:
        print(f"  cooking {order}")
        await asyncio.sleep(0.02 * rng.randint(1, 3))
        print(f"  {order} ready")
        return order


async def table(number, orders, kitchen):
    print(f"table {number} orders {', '.join(orders)}")
    dishes = [asyncio.create_task(cook(f"{o} for {number}", kitchen)) for o in orders]
    served = 0
    for dish in dishes:
        await dish
        served += 1
    print(f"table {number} has all {served} dishes")


async def main():
    kitchen = asyncio.Semaphore(1)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(table(1, ["soup", "pasta"], kitchen))
        tg.create_task(table(2, ["salad"], kitchen))


asyncio.run(main())
