def greet(nmae):
    print("Hello", name)


greet("Ann")
