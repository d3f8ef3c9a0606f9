import csv
import io


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


src='name,age\n"Smith, J",5\n"He said ""hi""",7\n\nmulti,"a\nb"\n'
print(list(csv.reader(io.StringIO(src)))); print(list(csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"), restkey="more", restval="-")))
o=io.StringIO(); w=csv.writer(o); w.writerow(["a",1,2.5,None,'q"q',"c,c","n\nn",""]); w.writerows([[1],[""],[]]); print(repr(o.getvalue()))
for kw in ({"quoting":csv.QUOTE_ALL},{"quoting":csv.QUOTE_NONNUMERIC},{"delimiter":";"},{"quoting":csv.QUOTE_NONE,"escapechar":"\\"},{"lineterminator":"\n","quotechar":"'"},{"dialect":"excel-tab"},{"dialect":"unix"}):
    o=io.StringIO(); csv.writer(o,**kw).writerow(["a b",1,"x,y;z","it's",'"']); print(repr(o.getvalue()))
o=io.StringIO(); dw=csv.DictWriter(o,["x","y"]); dw.writeheader(); dw.writerow({"x":1,"y":2}); t(lambda: dw.writerow({"z":1})); print(repr(o.getvalue()), csv.list_dialects())
print(list(csv.reader(["1;2;'3;4'"],delimiter=";",quotechar="'")), list(csv.reader(['1,"a"'],quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a, b"],skipinitialspace=True)), list(csv.reader(["a|b|c"],delimiter="|")))
t(lambda: csv.reader([],delimiter="ab")); t(lambda: list(csv.reader([1]))); t(lambda: csv.writer(5)); t(lambda: csv.get_dialect("no")); t(lambda: csv.writer(io.StringIO()).writerow(5))
