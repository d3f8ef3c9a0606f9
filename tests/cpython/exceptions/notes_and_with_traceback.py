try:
    try:
        int("abc")
    except ValueError as e:
        e.add_note("while reading line 3")
        e.add_note("check the file")
        raise
except ValueError as e:
    print(e.__notes__)

e = Exception("plain")
print(hasattr(e, "__notes__"))
try:
    e.add_note(5)
except TypeError as err:
    print(err)
print(e.__traceback__)
try:
    raise e
except Exception as caught:
    print(caught is e, e.__traceback__ is not None, e.__traceback__.tb_lineno)
print(e.with_traceback(None) is e, e.__traceback__)
e.args = ("changed", 1)
print(e, repr(e))
try:
    e.__traceback__ = 5
except TypeError as err:
    print(err)
try:
    e.__cause__ = 5
except TypeError as err:
    print(err)
