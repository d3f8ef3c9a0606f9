from functools import lru_cache

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return "draw" if " " not in board else None


@lru_cache(maxsize=None)
def score(board, player):
    result = winner(board)
    if result:
        return {"X": 1, "O": -1, "draw": 0}[result]
    other = "O" if player == "X" else "X"
    scores = [score(board[:i] + player + board[i + 1:], other) for i in range(9) if board[i] == " "]
    return max(scores) if player == "X" else min(scores)


def best_move(board, player):
    other = "O" if player == "X" else "X"
    moves = [(score(board[:i] + player + board[i + 1:], other), i) for i in range(9) if board[i] == " "]
    pick = max if player == "X" else min
    value = pick(s for s, _ in moves)
    return next(i for s, i in moves if s == value)


def show(board):
    for row in range(3):
        print(" " + " | ".join(board[row * 3:row * 3 + 3]))
        if row < 2:
            print("---+---+---")


board, player = "X   O    ", "X"
while winner(board) is None:
    move = best_move(board, player)
    board = board[:move] + player + board[move + 1:]
    print(f"{player} plays {move}")
    player = "O" if player == "X" else "X"
show(board)
print("result:", winner(board), score.cache_info().currsize > 100)
