def outer():
    def inner():
        raise Exception("deep")
    inner()
class K:
    def m(self): outer()
K().m()
