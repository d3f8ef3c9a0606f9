import random
random.seed(42)
r = random
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in (42, "abc", b"xyz", bytearray(b"q"), 3.7, -5, 0, 2**100):
    random.seed(s); print([random.random() for _ in range(3)], random.getrandbits(70), random.randint(1,10**20))
random.seed("v1", version=1); print(random.random()); random.seed(b"v1", version=1); print(random.random())
for seed in range(6):
    random.seed(seed)
    print(r.randrange(10), r.randrange(5,50), r.randrange(0,100,7), r.randrange(10,0,-3), r.choice("abcdef"), r.sample(range(100),5), r.sample(list("abcdefgh"),4), r.sample(range(10**6),8), r.choices("abc",k=4), r.choices("abc",[1,2,3],k=4), r.choices([1,2],cum_weights=[1,5],k=3), r.uniform(1,5), r.triangular(), r.triangular(1,9,3), r.triangular(2,2,2), r.normalvariate(), r.gauss(1,2), r.gauss(), r.lognormvariate(0,1), r.expovariate(2), r.vonmisesvariate(0,4), r.vonmisesvariate(1,0), r.gammavariate(2,3), r.gammavariate(1,3), r.gammavariate(0.5,1), r.betavariate(2,3), r.paretovariate(3), r.weibullvariate(1,2), r.binomialvariate(100,0.3), r.binomialvariate(5,0.9), r.binomialvariate(1,0.5), r.binomialvariate(1000,0.02), r.randbytes(5), r.sample(["x","y"],counts=[3,4],k=5))
    x=list(range(10)); r.shuffle(x); print(x)
st=r.getstate(); a=r.random(); r.setstate(st); print(a==r.random())
for f in (lambda: r.randrange(0), lambda: r.randrange(5,5), lambda: r.randrange(5,1,1), lambda: r.randrange(1,5,0), lambda: r.randrange(1,5,-1), lambda: r.randrange(1.5), lambda: r.randint(5,1), lambda: r.choice([]), lambda: r.sample({1,2},1), lambda: r.sample([1],2), lambda: r.choices([1],[0]), lambda: r.choices([1,2],[1]), lambda: r.choices([1],weights=[1],cum_weights=[1]), lambda: r.choices([1,2],2), lambda: r.seed([]), lambda: r.shuffle((1,2)), lambda: r.sample([1,2],counts=[1],k=1), lambda: r.gammavariate(0,1), lambda: r.binomialvariate(-1,.5), lambda: r.binomialvariate(3,2), lambda: r.randrange(3,step=2), lambda: r.choices([],k=1), lambda: r.sample("abc", counts=[1,-5,2], k=1), lambda: r.setstate((9,(),None)), lambda: random.Random(3).random(), lambda: random.SystemRandom().getstate(), lambda: r.randrange("a"), lambda: r.uniform("a",1)): t(f)
