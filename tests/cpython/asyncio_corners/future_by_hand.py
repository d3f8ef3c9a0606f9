import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future(); print(f, f.done(), f.cancelled())
    for m in ('result', 'exception'):
        try: getattr(f, m)()
        except asyncio.InvalidStateError as e: print(repr(e))
    f.add_done_callback(lambda f: print('cb1', f)); cb2 = lambda f: print('cb2'); f.add_done_callback(cb2); f.add_done_callback(cb2)
    print(f.remove_done_callback(cb2)); f.set_result(5); print(f)
    try: f.set_result(6)
    except asyncio.InvalidStateError as e: print(repr(e))
    try: f.set_exception(ValueError())
    except asyncio.InvalidStateError as e: print(repr(e))
    print(f.cancel(), f.result(), f.exception(), await f)
    f = loop.create_future(); f.set_exception(ValueError('v')); print(f)
    try: await f
    except ValueError as e: print(repr(e))
    f = loop.create_future()
    for x in (StopIteration, StopIteration(1), 5, int):
        try: f.set_exception(x); print('set', repr(f.exception()), repr(f.exception().__cause__))
        except Exception as e: print(type(e).__name__, e)
    f = loop.create_future(); print(f.cancel('m'), f.cancel(), f)
    try: f.result()
    except asyncio.CancelledError as e: print(e.args)
    try: await f
    except asyncio.CancelledError as e: print(e.args)
    f = loop.create_future()
    def bad(f): raise ZeroDivisionError('cb')
    f.add_done_callback(bad); f.add_done_callback(lambda f: print('still')); f.set_result(1); await asyncio.sleep(0)
    f = asyncio.Future(); print(f.get_loop() is loop); f.set_result(None)
    try: f._log_traceback = True
    except ValueError as e: print(e)
    f = loop.create_future(); loop.call_later(0.01, f.set_result, 'late'); print(await f)
    class F(asyncio.Future): pass
    print(F(), F.__mro__[1])
asyncio.run(main())
