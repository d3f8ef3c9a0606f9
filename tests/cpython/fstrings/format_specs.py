class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if spec.endswith("c"):
            return f"${self.amount:{spec[:-1]}}"
        return f"[{spec}]"

    def __str__(self):
        return f"Money({self.amount})"

    def __repr__(self):
        return "<repr>"


m = Money(5)
print(f"{m} {m!r} {m!s:>12} {m:.2fc} {m:anything at all} {m!r:>8}")
print(format(m, "05c"), format(m), "{:x y}".format(m), "{0!r} {0}".format(m))


class NoFormat:
    pass


for action in (lambda: f"{NoFormat():>10}", lambda: f"{[1]:5}", lambda: f"{None:>5}", lambda: f"{'a':d}", lambda: f"{5:s}", lambda: f"{5:.2d}", lambda: f"{5:.2}",
               lambda: f"{1.5:d}", lambda: f"{1.5:x}", lambda: f"{'a':=5}", lambda: f"{'a':,}", lambda: f"{5:,x}", lambda: f"{5:zz}", lambda: f"{'x':.}", lambda: f"{-1:c}",
               lambda: f"{5:_,}", lambda: f"{5:,_}", lambda: f"{'a':+}", lambda: f"{(1,):3}", lambda: f"{'a':#}", lambda: f"{5:{'a'}}", lambda: f"{5:10000000000000000000}"):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
print(f"{True:d} {True} {True:>6} {False:5}|{1.0:n} {5:n} {255:#o} {255:#b} {-5:05} {-5:=+6} {5:=+6} {5: } {-5: }")
print(f"{3.14159:.3} {100.0:.3} {0.00001234:.3} {123456789.0:.3g} {1e100:.3g} {0.1 + 0.2:.17f} {1 / 3:.10%}")
print(f"{float('inf'):f} {float('nan'):5} {float('-inf'):+} {-0.0:z.1f} {-0.04:z.1f} {-0.04:.1f} {1e10:,} {1234567.891:_.2f} {0.5:.0f} {1.5:.0f} {2.5:.0f}")
print(f"{1 + 2j:.2f} {3j} {1 - 1j:>10} {1e5j:g}")
print(f"{10**20:,} {10**20:e} {10**30:x} {-(2**70):,d} {2**64:>25} {2**64:#_x}")
