# comments do not count for indentation
def f():
        # deep comment
    x = 1
  # shallow comment
    return x


print(f())
if True:
    # only a comment
x = 1
