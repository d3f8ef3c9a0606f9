import json

text = "{'name': 'Ann'}"
print(json.loads('{"name": "Ann"}'))
print(json.loads(text))
