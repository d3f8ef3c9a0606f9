import asyncio
import unittest


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


class DoubleTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = await double(10)

    async def test_double(self):
        self.assertEqual(await double(self.value), 40)

    async def test_error(self):
        with self.assertRaises(TypeError):
            await double()

    async def asyncTearDown(self):
        await asyncio.sleep(0)


if __name__ == "__main__":
    unittest.main()
