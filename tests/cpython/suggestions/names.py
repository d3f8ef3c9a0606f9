import traceback


def show(f):
    try:
        f()
    except NameError:
        print(traceback.format_exc().splitlines()[-1])


counter = 10
my_list = [1, 2]


def wrong_global():
    return conter


def wrong_local():
    total_price = 5
    return totl_price


def wrong_builtin():
    return pritn("x")


def wrong_builtin_2():
    return lenght([1])


def no_idea():
    return zzz_unknown_zzz


def boolean():
    return true


def none():
    return null


def other_languages():
    return nil


def needs_import():
    return math.sqrt(2)


def needs_import_2():
    return asyncio.run(None)


def wrong_case():
    return My_List


def short():
    return x


class Shop:
    def __init__(self):
        self.stock = 1

    def sell(self):
        return stock


def enclosing():
    number_of_items = 3

    def inner():
        return number_of_item
    return inner()


for f in (wrong_global, wrong_local, wrong_builtin, wrong_builtin_2, no_idea, boolean, none, other_languages, needs_import, needs_import_2, wrong_case, short, Shop().sell, enclosing):
    show(f)
