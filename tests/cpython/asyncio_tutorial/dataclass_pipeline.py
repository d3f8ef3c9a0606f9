import asyncio
from dataclasses import dataclass, field


@dataclass
class Order:
    id: int
    items: list = field(default_factory=list)
    status: str = "new"


async def validate(order):
    await asyncio.sleep(0)
    if not order.items:
        raise ValueError(f"order {order.id} is empty")
    order.status = "valid"
    return order


async def charge(order):
    await asyncio.sleep(0.01)
    order.status = "paid"
    return order


async def process(order):
    try:
        return await charge(await validate(order))
    except ValueError as e:
        order.status = f"rejected: {e}"
        return order


async def main():
    orders = [Order(1, ["tea"]), Order(2), Order(3, ["cup", "pot"])]
    for order in await asyncio.gather(*map(process, orders)):
        print(order)


asyncio.run(main())
