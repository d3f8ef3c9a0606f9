import asyncio
def fac():
    print('factory')
    return asyncio.new_event_loop()
with asyncio.Runner(debug=True, loop_factory=fac) as r:
    print(r.get_loop().get_debug())
    async def m(): return asyncio.get_running_loop() is r.get_loop()
    print(r.run(m()))
