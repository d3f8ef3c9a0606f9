class _C:
    f = lambda: __class__
    try: res = [__class__ for x in [1]]
    except NameError as e: print(e)
    g = [lambda: __class__ for x in [1]][0]
print(_C.f(), _C.g())
class D:
    try: print(__class__)
    except NameError as e: print(e)
