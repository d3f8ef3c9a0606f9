import asyncio
import unittest


async def fetch(n, delay=0.01):
    await asyncio.sleep(delay)
    if n < 0:
        raise ValueError("negative")
    return n * 2


class TestFetch(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.events = ["setUp"]

    async def asyncSetUp(self):
        self.events.append("asyncSetUp")

    async def test_value(self):
        self.assertEqual(await fetch(4), 8)
        self.assertEqual(self.events, ["setUp", "asyncSetUp"])

    async def test_raises(self):
        with self.assertRaises(ValueError):
            await fetch(-1)

    async def test_gather(self):
        self.assertEqual(await asyncio.gather(*(fetch(n) for n in range(3))), [0, 2, 4])

    async def test_fails(self):
        self.assertEqual(await fetch(1), 3)

    def test_sync(self):
        self.assertTrue(True)

    async def asyncTearDown(self):
        await asyncio.sleep(0)


unittest.main()
