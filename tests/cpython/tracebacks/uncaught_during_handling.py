settings = {"host": "localhost"}

try:
    port = settings["port"]
except KeyError:
    port = settings["default_port"]
print(port)
