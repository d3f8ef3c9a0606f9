def risky():
    try:
        return 1 / 0
    finally:
        print("cleanup")


try:
    risky()
except ZeroDivisionError as e:
    print("outer saw", e)
risky()
