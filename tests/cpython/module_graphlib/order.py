import graphlib


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


ts=graphlib.TopologicalSorter({"D":{"B","C"},"B":{"A"}}); ts.add("C","A"); print(list(ts.static_order())[0], sorted(graphlib.TopologicalSorter({"x":["y"]}).static_order()))
ts=graphlib.TopologicalSorter({3:[1,2],4:[3]}); ts.prepare()
while ts.is_active(): n=ts.get_ready(); print(n); ts.done(*n)
t(lambda: list(graphlib.TopologicalSorter({1:[2],2:[3],3:[1]}).static_order())); t(lambda: ts.add(1)); t(lambda: ts.done(9)); t(lambda: ts.prepare())
