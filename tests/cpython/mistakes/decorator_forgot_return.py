def loud(f):
    def wrapper(*args):
        return f(*args).upper()


@loud
def greet(name):
    return "hi " + name


print(greet("ann"))
