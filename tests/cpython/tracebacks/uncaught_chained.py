def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("could not parse") from e


def main():
    print(parse("12"))
    print(parse("1x2"))


main()
