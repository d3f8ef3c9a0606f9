import asyncio, sys
async def inner(x):
    y = x + 1
    raise ValueError(y)
async def main():
    z = 10
    try: await inner(z)
    except ValueError as e:
        tb = e.__traceback__
        while tb:
            f = tb.tb_frame; print(f.f_code.co_name, tb.tb_lineno, sorted(k for k in f.f_locals), f.f_lineno, type(f).__name__)
            tb = tb.tb_next
        err = e
    f = err.__traceback__.tb_next.tb_frame; print(f.f_locals, f.f_back.f_code.co_name)
    f.clear(); print(f.f_locals)
    def g(): return sys._getframe(1).f_code.co_name
    print(g())
asyncio.run(main())
