class A: pass
print((A.x := 5))
