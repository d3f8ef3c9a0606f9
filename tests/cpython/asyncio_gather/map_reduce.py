import asyncio

TEXT = """the quick brown fox
jumps over the lazy dog
the end"""


async def count(line):
    await asyncio.sleep(0.001 * len(line))
    words = {}
    for word in line.split():
        words[word] = words.get(word, 0) + 1
    return words


def merge(total, part):
    for word, n in part.items():
        total[word] = total.get(word, 0) + n
    return total


async def main():
    total = {}
    for part in await asyncio.gather(*map(count, TEXT.splitlines())):
        merge(total, part)
    for word in sorted(total, key=lambda w: (-total[w], w)):
        print(f"{word:>6} {total[word]}")


asyncio.run(main())
