import threading
class R:
    def __del__(s): print('del')
def f():
    r=R()
    raise ValueError('v')
t=threading.Thread(target=f,name='W'); t.start(); t.join()
print('joined')
