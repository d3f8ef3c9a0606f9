def parse(text):
    try:
        return int(text)
    except ValueError:
        return fallback(text)
def fallback(text):
    return {"one": 1}[text]
def main():
    for t in ["5", "one"]:
        print(parse(t))
    try:
        parse("two")
    except KeyError as e:
        print("key", e, type(e.__context__).__name__, e.__cause__, e.__suppress_context__)
        raise LookupError(f"cannot parse {e}") from None
    finally:
        print("done")
if __name__ == "__main__":
    try:
        main()
    except LookupError as e:
        print(repr(e), e.__suppress_context__, type(e.__context__))
    parse("three")
