class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__.lower()
        Plugin.registry[cls.plugin_name] = cls


class Json(Plugin):
    pass


class Xml(Plugin, name="xml-1.0"):
    pass


print(Plugin.registry)
print(Json.plugin_name, Xml().plugin_name)


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = f"<{value}>"


class Form:
    title = Field()
    body = Field()


f = Form()
print(f.title)
f.title = "hello"
print(f.title, f.body, Form.title.name)

try:
    class Wrong(Plugin, colour="red"):
        pass
except TypeError as e:
    print(e)
