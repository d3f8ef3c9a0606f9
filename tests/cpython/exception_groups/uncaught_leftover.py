try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("sub", [ValueError(2), KeyError("k")])])
except* ValueError as e:
    print("handled", e.exceptions)
