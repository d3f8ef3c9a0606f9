# these need files or a compiler; elsewhere they work, so only their presence is used here
print(callable(eval), callable(exec), callable(compile), callable(open), callable(input))
print(open.__name__, eval.__name__)
