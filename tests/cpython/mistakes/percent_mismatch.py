print("%s is %d years old" % "Ann")
