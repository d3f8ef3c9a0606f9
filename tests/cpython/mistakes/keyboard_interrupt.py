def loop():
    for i in range(3):
        print(i)
        if i == 1:
            raise KeyboardInterrupt


try:
    try:
        loop()
    except Exception:
        print("not an Exception")
    finally:
        print("finally")
except KeyboardInterrupt as e:
    print("stopped", repr(e))
