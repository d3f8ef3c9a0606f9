import sys


def main(argv):
    print("running with", argv)
    if not argv:
        print("usage: prog NAME", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
