try:
    raise ExceptionGroup("start", [ValueError(1), TypeError("t")])
except* ValueError as e:
    1 / 0
