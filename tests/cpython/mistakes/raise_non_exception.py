raise "something bad"
