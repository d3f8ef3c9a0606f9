try:
    {}["key"]
except KeyError as e:
    raise SystemExit("config is broken") from e
