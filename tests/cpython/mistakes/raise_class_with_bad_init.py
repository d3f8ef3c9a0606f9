class NeedsCode(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")


try:
    raise NeedsCode(5)
except NeedsCode as e:
    print(e)
raise NeedsCode
