import json

print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x"], "b": {"c": ""}}'), json.loads("[]"), json.loads(" 5 "), json.loads('"str"'), json.loads("null"), json.loads("1e3"), json.loads("-0"), json.loads("-0.0"), json.loads("123456789012345678901234567890"))
print(json.loads(r'"\u00e9\u4e2d\ud83d\ude00\n\t\"\\\/"'), json.loads('"é"'), json.loads(b'{"k": 1}'), json.loads('{"a": 1, "a": 2}'), json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads("\n[\n1\n]\n"))
for text in ("", "{", "[1,", "[1,]", "{'a': 1}", '{"a" 1}', '{"a": }', '{"a": 1,}', "[1 2]", "nul", "01", '"unclosed', '"bad \\x"', '"ctrl \n"', "1 2", "{1: 2}", "tru", "[1, 2\n, x]", "-", "1.", '{"a": 1', '["a"'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "->", e, "|", e.msg, e.lineno, e.colno, e.pos)
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d)), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "i"), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("NaN", parse_constant=lambda c: "const " + c))
for bad in (lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads(["a"])):
    try:
        bad()
    except TypeError as e:
        print(e)
import io
print(json.load(io.StringIO('[1, {"k": "v"}]')), isinstance(json.JSONDecodeError("m", "d", 0), ValueError))
original = {"text": "multi\nline \"q\"", "n": [1, [2, [3]]], "u": "中", "f": 1e-7}
print(json.loads(json.dumps(original)) == original)
config = json.loads("""
{
  "servers": [{"host": "a", "port": 80}, {"host": "b", "port": 8080}],
  "debug": true
}
""")
for server in config["servers"]:
    print("{host}:{port}".format(**server))
print(json.JSONDecoder().raw_decode('{"a": 1} trailing'), json.dumps(json.loads("[1,2,{}]"), indent=2))
