s = "C:\users\new"
