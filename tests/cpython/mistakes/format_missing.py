print("{} and {}".format("one"))
