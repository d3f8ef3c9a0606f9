import asyncio
import io


async def bar(task):
    print([f.f_code.co_name for f in task.get_stack(limit=1)])
    file = io.StringIO()
    task.print_stack(limit=1, file=file)
    print(file.getvalue().splitlines()[0].split(" for ")[0])


async def foo(box):
    await bar(box[0])


async def waits():
    await asyncio.sleep(1)


async def main():
    box = []
    box.append(asyncio.create_task(foo(box)))
    await box[0]
    t = asyncio.create_task(waits())
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    t.cancel()
    print(box[0].get_stack())


asyncio.run(main())
