a = True
if !a:
    print("no")
