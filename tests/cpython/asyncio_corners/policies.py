import asyncio, warnings
warnings.simplefilter('always')
p = asyncio.get_event_loop_policy(); print(type(p).__name__)
class P(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self): print('new'); return super().new_event_loop()
asyncio.set_event_loop_policy(P())
async def m(): return type(asyncio.get_running_loop()).__name__
print(asyncio.run(m()))
asyncio.set_event_loop_policy(None)
l = asyncio.new_event_loop(); asyncio.set_event_loop(l); print(asyncio.get_event_loop() is l, l.run_until_complete(m())); l.close(); asyncio.set_event_loop(None)
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
try: asyncio.set_event_loop_policy(5)
except TypeError as e: print(e)
try: asyncio.set_event_loop(5)
except TypeError as e: print(e)
