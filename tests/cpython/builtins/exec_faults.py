import warnings
exec("x = 1\nif x is 1: print('is')")
def t(s):
    try: exec(s)
    except SyntaxError as e: print(e.lineno, e.offset, e.end_offset)
t("def f():\n"); t("try:\n    x = 1\n"); t("@d\n")
exec("y = 'a'\ndef f():\n")
