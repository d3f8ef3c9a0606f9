from decimal import *
import decimal, random, math
random.seed(5)
def t(f):
    try: r=f(); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
vals=["0","-0","1","0.1","123.456","1E+3","12345678901234567890123456789012345","Infinity","NaN","2"]
D=[Decimal(v) for v in vals]
for p in (28,5):
    getcontext().prec=p
    for a in D:
        for f in (lambda:-a, lambda:+a, lambda:abs(a), a.sqrt, a.exp, a.ln, a.log10, a.normalize, a.to_integral_value, a.to_integral_exact, a.logb, a.next_plus, a.next_minus, a.number_class, lambda:int(a), lambda:float(a), lambda:round(a), lambda:round(a,2), lambda: math.floor(a), lambda: math.ceil(a), a.as_tuple, a.to_eng_string, a.adjusted, a.is_signed, lambda:str(a), a.as_integer_ratio, lambda: bool(a), lambda: hash(a)==hash(int(a)), a.is_normal, a.is_subnormal):
            t(f)
        for b in D:
            for f in (lambda:a+b, lambda:a-b, lambda:a*b, lambda:a/b, lambda:a//b, lambda:a%b, lambda:divmod(a,b), lambda:a==b, lambda:a<b, lambda:a.compare(b), lambda: a.max(b), lambda: a.min(b), lambda:a.quantize(b), lambda:a.compare_total(b), lambda: a.remainder_near(b), lambda: a.same_quantum(b), lambda: a.copy_sign(b), lambda:a.max_mag(b), lambda: a.scaleb(b), lambda:a.next_toward(b), lambda: a.fma(b, Decimal(1))):
                t(f)
for i in range(40):
    getcontext().prec=random.choice([3,9,28,28,50])
    getcontext().rounding=random.choice(["ROUND_DOWN","ROUND_HALF_UP","ROUND_HALF_EVEN","ROUND_CEILING","ROUND_FLOOR","ROUND_UP","ROUND_HALF_DOWN","ROUND_05UP"])
    def rd(): return Decimal((random.randrange(2), tuple(random.randrange(10) for _ in range(random.randrange(1,random.choice([3,10,40])))), random.randrange(-20,20)))
    a,b=rd(),rd()
    for f in (lambda:a+b, lambda:a-b, lambda:a*b, lambda:a/b, lambda:a//b, lambda:a%b, lambda:a<b, lambda:a.quantize(Decimal((0,(1,),random.Random(i).randrange(-9,9)))), a.sqrt, lambda: a**3, lambda: a**-2, lambda: round(a,3), a.normalize): t(f)
    spec=random.choice(["","f",".2f","e",".3e","g",".4g","%",".1%","10","<10.2f","+.3","0>12","012.3f",",.2f","_.1f","^20","*^15.1f","n","E","G","+","z.1f","#.0f","020,.2f", "=+15"])
    print(spec, end=" "); t(lambda: format(a,spec))
getcontext().rounding=ROUND_HALF_EVEN
getcontext().prec=28
for a,b in [("2","0.5"),("2","-0.5"),("10","0.3"),("1.5","2.5"),("0.1","-3.7"),("100","0.25"),("4","1.5"),("1.0001","1000.5"),("2","100"),("2","1000"),("1.1","-50"),("7","0.333"),("0","0"),("0","-1"),("-8","0.333"),("-2","3"),("-2","-3"),("inf","2"),("2","inf"),("0.5","inf"),("1","inf"),("2","-inf"),("1","0.5"),("1.00","3"),("9","0.5"),("2","1e10"),("3","-1e9"), ("10","-5"), ("8","-1"), ("4", "-0.5"), ("1.000","-3"), ("2.25","0.5")]:
    t(lambda: Decimal(a)**Decimal(b))
for x in ("0.001","1","2","10","3.7","-5","100","1000","0.1","0.99999","1.00001","1e-10","123456.789","1e50"):
    for p in (5,28,60):
        getcontext().prec=p
        for n in ("exp","ln","log10","sqrt"): t(lambda: getattr(Decimal(x),n)())
getcontext().prec=28
for f in (lambda: Decimal("abc"), lambda: Decimal(None), lambda: Decimal([1]), lambda: Decimal((2,(1,),0)), lambda: Decimal((0,(11,),0)), lambda: Decimal((0,(1,),"x")), lambda: Decimal(1)+"x", lambda: Decimal(1)+1.5, lambda: Decimal(1)<"x", lambda: Decimal(1)==1.0, lambda: Decimal("0.1")==0.1, lambda: Decimal("0.1")<0.1, lambda: 1+Decimal(2), lambda: 5-Decimal("1.5"), lambda: 2**Decimal(3), lambda: 7//Decimal(2), lambda: divmod(7,Decimal(2)), lambda: pow(Decimal(2),3,5), lambda: sum([Decimal(1),2]), lambda: Decimal(1).quantize(Decimal("1e-30")), lambda: Decimal("1e999999")*10, lambda: Decimal("1").foo, lambda: getcontext().foo, lambda: setattr(getcontext(),"prec",0), lambda: setattr(getcontext(),"prec","x"), lambda: setattr(getcontext(),"rounding","x"), lambda: setattr(getcontext(),"foo",1), lambda: Context(prec=5), lambda: getcontext().create_decimal("1.23456789012345678901234567890123"), lambda: Decimal.from_float(0.1), lambda: Decimal.from_float("x"), lambda: Decimal(" 1_000.5 "), lambda: Decimal("１２"), lambda: format(Decimal(1),"q"), lambda: format(Decimal("inf"),"10"), lambda: format(Decimal("nan"),"+f"), lambda: format(Decimal("1e5"),".2f"), lambda: Decimal("1.5").__round__("x"), lambda: Decimal(True), lambda: Decimal(3.14), lambda: Decimal("1")/3, lambda: max(Decimal(1),2), lambda: sorted([Decimal("1.5"),1,2.5]), lambda: {Decimal(1):2}[1], lambda: hash(Decimal("0.5"))==hash(0.5), lambda: int(Decimal("1e3")), lambda: Decimal("1E+3").to_eng_string(), lambda: Decimal("123e10").to_eng_string(), lambda: Decimal(10).quantize(Decimal("0.01"), rounding="FOO"), lambda: Decimal("nan")<1, lambda: Decimal("snan")+1, lambda: complex(Decimal("1.5")), lambda: ExtendedContext.divide(1,0), lambda: DefaultContext, lambda: f"{Decimal('1234567.891'):,}", lambda: "%s %d %.2f" % (Decimal("1.50"),Decimal("2.7"),Decimal("3.456")), lambda: Decimal("5").is_finite(), lambda: repr(Decimal), lambda: Decimal(2)**0.5, lambda: Decimal("1").as_tuple()._replace(sign=1), lambda: isinstance(Decimal(1), __import__("numbers").Number), lambda: Decimal.__name__, lambda: InvalidOperation.__mro__, lambda: localcontext(foo=1), lambda: getcontext().flags, lambda: getcontext().sqrt(2), lambda: getcontext().power(2,3), lambda: getcontext().add(1,2.5), lambda: getcontext().divide(1,3), lambda: round(Decimal("2.675"),2), lambda: round(Decimal("2.5")), lambda: math.sqrt(Decimal(2)), lambda: float("1.5")+float(Decimal("1")), lambda: Decimal(1).compare("x"), lambda: Decimal("1.23").shift(1), lambda: Decimal(12).rotate(1)):
    t(f)
with localcontext() as c:
    c.prec=5; c.rounding=ROUND_UP
    t(lambda: Decimal(1)/3)
with localcontext(prec=3): t(lambda: Decimal(2)/3)
with localcontext() as c:
    c.traps[DivisionByZero]=False; c.traps[InvalidOperation]=False
    t(lambda: Decimal(1)/0); t(lambda: Decimal(0)/0); t(lambda: Decimal("x")); print([s.__name__ for s,v in c.flags.items() if v])
    c.traps[Inexact]=True; t(lambda: Decimal(1)/3); c.traps[FloatOperation]=True; t(lambda: Decimal(1.5)); t(lambda: Decimal(1)<1.5); t(lambda: Decimal(1)==1.5)
t(lambda: Decimal(1)/3)
