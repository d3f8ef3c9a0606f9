import difflib
a="one\ntwo\nthree\nfour five\nsix\n".splitlines(True); b="zero\none\ntree\nfour fife\nsix\nseven\n".splitlines(True)
print("".join(difflib.ndiff(a,b)))
print("".join(difflib.unified_diff(a,b,"f","t")))
print("".join(difflib.context_diff(a,b,"f","t","d1","d2",n=1)))
s=difflib.SequenceMatcher(None,"qabxcd","abycdf"); print(s.get_opcodes(), s.ratio(), s.get_matching_blocks(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(0,3,0,3))
print(difflib.get_close_matches("appel",["ape","apple","peach","puppy"]), difflib.get_close_matches("x",[]))
import random
random.seed(1)
for _ in range(12):
    x=["".join(random.choice("ab c\t") for _ in range(random.randrange(8)))+"\n" for _ in range(random.randrange(8))]
    y=[l if random.random()<.6 else l.replace("a","b",1) for l in x if random.random()<.9]
    print("".join(difflib.ndiff(x,y))); print("".join(difflib.unified_diff(x,y,n=random.randrange(3)))); print("".join(difflib.context_diff(x,y,n=random.randrange(3))))
    print(list(difflib.SequenceMatcher(lambda c:c==" ","".join(x),"".join(y)).get_opcodes()))
d=list(difflib.ndiff(a,b)); print("".join(difflib.restore(d,1)))
