s = "  Hello, World!  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
t = s.strip()
print(t.upper(), t.lower(), t.swapcase(), t.title(), t.capitalize(), t.casefold())
print("xxabcxx".strip("x"), "abcxyz".rstrip("xyz"), "www.example.com".strip("cmowz."), "aabb".lstrip("ab") == "")
print("hELLO wORLD it's o'clock".title())
print("hELLO".capitalize(), "1abc".capitalize(), "".capitalize() == "")
print("TestHook.py".removesuffix(".py"), "TestHook".removeprefix("Test"), "abc".removeprefix("x"))
for word in ("hello", "HELLO", "Hello World", "123", "abc1", "", " ", "\n", "½", "²", "Ⅷ", "Title Case", "a_b", "def", "éa", "日本"):
    print(repr(word), word.isupper(), word.islower(), word.istitle(), word.isalpha(), word.isdigit(), word.isdecimal(),
          word.isnumeric(), word.isalnum(), word.isspace(), word.isidentifier(), word.isprintable(), word.isascii())
print("ß".upper(), "ﬁ".upper(), "İ".lower() == "i̇", "ǆ".title(), "Σας".lower(), "ΑΣ".lower())
print("groß".casefold() == "GROSS".casefold())
