class A(object, 5 6):
    pass
