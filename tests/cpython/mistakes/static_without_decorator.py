class MathTools:
    def double(n):
        return n * 2


print(MathTools.double(4))
print(MathTools().double(4))
