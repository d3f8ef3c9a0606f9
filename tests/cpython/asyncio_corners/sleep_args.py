import asyncio
async def main():
    print(await asyncio.sleep(0, 'r'), await asyncio.sleep(-5, 'n'), await asyncio.sleep(0.001, result='x'))
    for bad in ('x', None, [], float('nan')):
        try: await asyncio.sleep(bad)
        except Exception as e: print(type(e).__name__, e)
    try: await asyncio.sleep()
    except TypeError as e: print(e)
    try: await asyncio.sleep(1,2,3)
    except TypeError as e: print(e)
    import fractions, decimal
    print(await asyncio.sleep(fractions.Fraction(1,100), 1))
    try: print(await asyncio.sleep(decimal.Decimal('0.01'), 1))
    except TypeError as e: print(e)
    print(await asyncio.sleep(True, 1))
asyncio.run(main())
