greeting = "你好，世界"
print(greeting, len(greeting), greeting[::-1], greeting[0], greeting[-2:])
print(greeting.encode("utf-8"), len(greeting.encode()))
for ch in "aé中😀":
    print(ch, ord(ch), hex(ord(ch)), len(ch.encode("utf-8")), len(ch.encode("utf-16-le")), ch.isalpha())
名字 = "小明"
年龄 = 18
print(f"{名字}今年{年龄}岁")
print("中".isalpha(), "中".isidentifier(), "三".isnumeric(), "三".isdigit(), "３".isdigit(), int("３"), int("٣"))
family = "👨‍👩‍👧"
print(len(family), [hex(ord(c)) for c in family])
print("café" == "cafe\u0301", len("cafe\u0301"))
print("naïve café".title(), "ÉCOLE".lower(), "straße".upper(), "ŒUVRE".capitalize())
print("Привет".swapcase(), "ΣΊΣΥΦΟΣ".lower(), "ııI".upper())
print(sorted("ñandú ámbar zorro".split()), max("aé中"))
print("中文,测试".split(","), "、".join("一二三"), "中文".center(6, "*"), f"[{'中':>3}]")
print("a\u3000b".split(), repr("\u3000"), "\u3000".isspace(), "x\u00a0y".split())
print("ａｂｃ".upper(), "ａｂｃ".isascii(), "\ufeffbom"[1:])
print("😀" * 3, "😀x😀".replace("x", "中"), "😀x😀".find("x"), "😀😀".count("😀"))
print("%s|%5s|%-5s|" % ("中", "文", "字"), "{:>4}|{:*^5}|".format("中", "文"))
