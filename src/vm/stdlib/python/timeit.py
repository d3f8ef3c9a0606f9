import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]
default_timer, default_number, default_repeat = time.perf_counter, 1000000, 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer, space = timer, {} if globals is None else globals
        self._functions = []
        for what, name in ((setup, "setup"), (stmt, "stmt")):
            if isinstance(what, str):
                code = compile(what, "<timeit-src>", "exec")
                what = lambda code=code: exec(code, space)
            elif not callable(what):
                raise ValueError(f"{name} is neither a string nor callable")
            self._functions.append(what)

    def timeit(self, number=default_number):
        setup, stmt = self._functions
        setup()
        start = self.timer()
        for _ in itertools.repeat(None, number):
            stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for n in (1, 2, 5):
                took = self.timeit(scale * n)
                if callback:
                    callback(scale * n, took)
                if took >= 0.2:
                    return scale * n, took
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
