from fractions import Fraction as F
import numbers, random, math
random.seed(3)
def t(f):
    try: r=f(); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
V=[F(1,2),F(-7,3),F(0),F(5),3,-2,0,0.5,-1.25,True,"x",F(22,7),None]
for a in V:
    for b in V:
        for f in (lambda:a+b,lambda:a-b,lambda:a*b,lambda:a/b,lambda:a//b,lambda:a%b,lambda:divmod(a,b),lambda:a**b,lambda:a==b,lambda:a<b,lambda:a>=b): 
            if isinstance(a,F) or isinstance(b,F): t(f)
for i in range(60):
    a=F(random.randrange(-10**random.randrange(1,12),10**10),random.randrange(1,10**random.randrange(1,10)))
    for f in (lambda: round(a,random.Random(i).randrange(-3,5)), lambda: round(a), lambda: math.floor(a), lambda: a.limit_denominator(random.Random(i).randrange(1,1000)), lambda: int(a), lambda: hash(a)==hash(float(a))): t(f)
    s=random.choice([".2f","e",".3e","g",".4g","%",".1%","10","<10","+","0>12","012.3f",",.2f","_.1f","^20","*^15.1f","E","G","z.1f","#.0f","020,.2f","=+15",".0f","-","#","+.2f","08.2e",".10g","#.3g"])
    print(s,end=" "); t(lambda: format(a,s))
for x in ("1/2"," -3/4 ","1.5","-.5","1e3","1_000/3","1/0","x","","1 / 2","1/-2","+5","1.5/2","nan","3."): t(lambda:F(x))
for f in (lambda:F(0.1),lambda:F(float("inf")),lambda:F(float("nan")),lambda:F(1,0),lambda:F([]),lambda:F(1.5,2),lambda:F("1",2),lambda:F(F(1,2),F(3,4)),lambda:F.from_float(0.5),lambda:F.from_float("x"),lambda:F(1,2).numerator,lambda:F(3,6).denominator,lambda:F(1,2).limit_denominator(0),lambda:sum([F(1,3)]*3),lambda:sorted([F(1,2),0.3,1]),lambda:isinstance(F(1),numbers.Rational),lambda:isinstance(1,numbers.Integral),lambda:isinstance(1.0,numbers.Real),lambda:isinstance(True,numbers.Number),lambda:isinstance(1.0,numbers.Rational),lambda:isinstance(1j,numbers.Complex),lambda:numbers.Integral(),lambda:issubclass(int,numbers.Real),lambda:F(1,2)<1j,lambda:F(1,2).as_integer_ratio(),lambda:F(4).is_integer(),lambda:abs(F(-1,2)),lambda:+F(1,2),lambda:bool(F(0)),lambda:complex(F(1,2)),lambda:F(1,2).real,lambda:F(1,2).imag,lambda:F(1,2).conjugate(),lambda:math.trunc(F(-7,2)),lambda:F(1,3)==__import__("decimal").Decimal("0.5"),lambda:F(__import__("decimal").Decimal("0.25")),lambda:{F(1,2):1}[0.5],lambda:pow(F(2),F(1,2)),lambda:F(-8)**F(1,3),lambda:2**F(1,2),lambda:2.0**F(1,2),lambda:F(0)**-1,lambda:format(F(1,2),"q"),lambda:f"{F(1,3)}",lambda:math.gcd(4,6),lambda:math.fsum([F(1,2)]),lambda:setattr(F(1),"numerator",3),lambda:float(F(10**400,10**399)), lambda: F(2,3).__class__.__mro__): t(f)
