import asyncio


async def crawl(tg, url, links, seen):
    print("visit", url)
    await asyncio.sleep(0)
    for link in links.get(url, ()):
        if link not in seen:
            seen.add(link)
            tg.create_task(crawl(tg, link, links, seen))


async def main():
    links = {"/": ["/a", "/b"], "/a": ["/c", "/b"], "/b": ["/d", "/"], "/c": ["/e"]}
    async with asyncio.TaskGroup() as tg:
        tg.create_task(crawl(tg, "/", links, {"/"}))
    print("all pages visited")


asyncio.run(main())
