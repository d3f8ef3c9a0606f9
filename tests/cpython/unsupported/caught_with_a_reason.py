for attempt in (lambda: open("missing.txt"), lambda: eval("1 +")):
    try:
        attempt()
    except Exception as e:
        print("refused")
print("the program goes on")
raise SystemExit("and ends as it wants")
