import asyncio

policy = asyncio.get_event_loop_policy()
print(policy is asyncio.get_event_loop_policy())
loop = policy.new_event_loop()
policy.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def main():
    return asyncio.get_running_loop() is loop


print(loop.run_until_complete(main()))
asyncio.set_event_loop(None)
loop.close()
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print("RuntimeError:", e)
