for attempt in (lambda: open("missing.txt"), lambda: input()):
    try:
        attempt()
    except Exception as e:
        print("refused")
print("the program goes on")
raise SystemExit("and ends as it wants")
