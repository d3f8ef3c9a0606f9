def count_words(text):
    counts = {}
    word = ""
    for c in text:
        if c.isalpha():
            word += c
        elif word:
            counts[word] = counts.get(word, 0) + 1
            word = ""
    return counts


text = "the quick brown fox jumps over the lazy dog, " * 4000
counts = count_words(text)
print(sorted(counts.items()), text.count("fox"), text.replace("dog", "cat")[-10:])
