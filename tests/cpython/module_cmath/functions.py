import cmath


for z in (1+2j,-3-0.5j,0.3j,2.5+1j,-1-2j,0.9+0.1j):
    for n in "sqrt exp log log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase polar".split():
        try: r=getattr(cmath,n)(z); print(n, ["%.10g" % x for x in ((r.real,r.imag) if not isinstance(r,tuple) else r)])
        except Exception as e: print(n, type(e).__name__, e)
print(cmath.rect(2,cmath.pi/2), cmath.isclose(1+1j,1+1.0000000001j), cmath.isnan(complex("nan")), cmath.infj)
