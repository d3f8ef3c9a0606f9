print("before")
with open("notes.txt", "w") as f:
    f.write("hello\n")
with open("notes.txt") as f:
    print(f.read())
import os
os.remove("notes.txt")
