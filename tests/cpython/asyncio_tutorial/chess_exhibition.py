import asyncio
import time

MY_MOVE = 0.01
OPPONENT_MOVE = 0.1
MOVES = 3


async def game(board):
    for move in range(MOVES):
        time.sleep(MY_MOVE)  # thinking blocks everything, as in life
        await asyncio.sleep(OPPONENT_MOVE)
    print(f"Board {board} finished")


async def exhibition(boards):
    await asyncio.gather(*(game(b) for b in range(1, boards + 1)))


start = time.perf_counter()
asyncio.run(exhibition(3))
elapsed = time.perf_counter() - start
print("All games are over", elapsed < 3 * MOVES * (MY_MOVE + OPPONENT_MOVE))
