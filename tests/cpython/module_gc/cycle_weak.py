import gc, weakref
class N: pass
a=N(); a.me=a
r=weakref.ref(a, lambda r: print('callback'))
del a
print(r() is None)
gc.collect()
print(r() is None)
