import traceback

名前 = "世界"


def 計算(値):
    return 値 + 1


try:
    計算("あ") + 計算("い")
except TypeError:
    print(traceback.format_exc())

try:
    x = "ééé" + "日本語" + 5
except TypeError:
    print(traceback.format_exc())

try:
    print("tab\there", {"ключ": 1}["нет"])
except KeyError:
    print(traceback.format_exc())
raise ValueError(f"こんにちは {名前}")
