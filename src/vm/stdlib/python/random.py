import math as _math
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import cos as _cos, exp as _exp, floor as _floor, log as _log, sqrt as _sqrt
from operator import index as _index
from _random import Random as _Twister

_FUNCTIONS = ("seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
    "normalvariate", "lognormvariate", "expovariate", "vonmisesvariate", "gammavariate", "gauss", "binomialvariate",
    "betavariate", "paretovariate", "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes")
__all__ = ["Random", "SystemRandom", *sorted(_FUNCTIONS)]
_unseeded = 0


def _empty(*args):
    return ValueError(f"empty range in randrange({', '.join(map(str, args))})")


class Random(_Twister):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        self.gauss_next = None
        if a is None:
            # The run's seed, another one each time.
            from _awaitscope import seed
            global _unseeded
            _unseeded += 1
            a = (seed() << 16) + _unseeded
        elif isinstance(a, (str, bytes, bytearray)):
            if version == 1 and not isinstance(a, bytearray):
                codes = a if isinstance(a, bytes) else list(map(ord, a))
                number = codes[0] << 7 if codes else 0
                for code in codes:
                    number = number * 1000003 & 0xFFFFFFFFFFFFFFFF ^ code
                number ^= len(codes)
                a = -2 if number == -1 else number
            else:
                from hashlib import sha512  # for seed, Random, samples
                data = a.encode() if isinstance(a, str) else a
                a = int.from_bytes(data + sha512(data).digest())
        elif isinstance(a, float):
            a = hash(a) % 2 ** 64
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
        self._seed(abs(a))

    def getstate(self):
        return self.VERSION, self._getstate(), self.gauss_next

    def setstate(self, state):
        version, words, self.gauss_next = state
        if version != self.VERSION:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
        self._setstate(words)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Integers.

    def _randbelow(self, n):
        """As many bits as n has, until they are less than n."""
        bits, size = self.getrandbits, n.bit_length()
        while (number := bits(size)) >= n:
            pass
        return number

    def randbytes(self, n):
        return self.getrandbits(8 * n).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        low = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if low <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(low)
        width, by = _index(stop) - low, _index(step)
        if by == 1:
            if width <= 0:
                raise _empty(start, stop)
            return low + self._randbelow(width)
        if by == 0:
            raise ValueError("zero step for randrange()")
        count = -(-width // by)
        if count <= 0:
            raise _empty(start, stop, step)
        return low + by * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    # Sequences.

    def choice(self, seq):
        n = len(seq)
        if not n:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(n)]

    def shuffle(self, x):
        below = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        from collections.abc import Sequence  # for sample
        if not isinstance(population, Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            ends = list(_accumulate(counts))
            if len(ends) != n:
                raise ValueError("The number of counts does not match the population")
            total = ends.pop() if ends else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_bisect(ends, place)] for place in self.sample(range(total), k)]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        below = self._randbelow
        # A set of places is smaller than a copy of the population if few are taken of many.
        if n <= 21 + (4 ** _math.ceil(_log(k * 3, 4)) if k > 5 else 0):
            pool, found = list(population), []
            for left in range(n, n - k, -1):
                place = below(left)
                found.append(pool[place])
                pool[place] = pool[left - 1]
            return found
        places = {}
        while len(places) < k:
            places[below(n)] = True
        return [population[place] for place in places]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        random, n = self.random, len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights}")
            cum_weights = list(_accumulate(weights))
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = float(cum_weights[-1])
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _math.isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, random() * total, 0, n - 1)] for _ in range(k)]

    # Distributions. Each draws its numbers in CPython's order, so that a seed gives CPython's results.

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if mode is None:
            peak = 0.5
        elif high == low:
            return low
        else:
            peak = (mode - low) / (high - low)
        if u > peak:
            return high + (low - high) * _sqrt((1.0 - u) * (1.0 - peak))
        return low + (high - low) * _sqrt(u * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # Kinderman and Monahan's ratio of uniforms.
        scale = 4 * _exp(-0.5) / _sqrt(2.0)
        while True:
            a = self.random()
            b = 1.0 - self.random()
            z = scale * (a - 0.5) / b
            if z * z / 4.0 <= -_log(b):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller's pair: the second one is kept for the next call.
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * _math.tau
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z, self.gauss_next = _cos(angle) * radius, _math.sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        random = self.random
        if kappa <= 1e-6:
            return _math.tau * random()
        half = 0.5 / kappa
        r = half + _sqrt(1.0 + half * half)
        while True:
            z = _cos(_math.pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        angle = _math.acos((q + z) / (1.0 + q * z))
        return (mu + angle if random() > 0.5 else mu - angle) % _math.tau

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        random = self.random
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta
        if alpha > 1.0:
            # Cheng 1977.
            spread = _sqrt(2.0 * alpha - 1.0)
            while True:
                a = random()
                if not 1e-7 < a < 0.9999999:
                    continue
                b = 1.0 - random()
                v = _log(a / (1.0 - a)) / spread
                x = alpha * _exp(v)
                z = a * a * b
                r = alpha - _log(4.0) + (alpha + spread) * v - x
                if r + (1.0 + _log(4.5)) - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        # Ahrens and Dieter 1974.
        while True:
            b = (_math.e + alpha) / _math.e
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            if random() <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError("n must be non-negative")
        if not 0.0 <= p <= 1.0:
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if p in (0.0, 1.0):
            return n if p else 0
        random = self.random
        if n == 1:
            return int(random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            # The gaps between successes.
            scale, at, hits = _math.log2(1.0 - p), 0, 0
            while scale:
                at += _floor(_math.log2(random()) / scale) + 1
                if at > n:
                    break
                hits += 1
            return hits
        # Hoermann's BTRS.
        spread = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        alpha, odds, mode = (2.83 + 5.1 / b) * spread, _log(p / (1.0 - p)), _floor((n + 1) * p)
        ways = lambda k: _math.lgamma(k + 1) + _math.lgamma(n - k + 1)
        while True:
            u = random() - 0.5
            edge = 0.5 - abs(u)
            k = _floor((2.0 * a / edge + b) * u + (n * p + 0.5))
            if not 0 <= k <= n:
                continue
            v = random()
            if edge >= 0.07 and v <= 0.92 - 4.2 / b:
                return k
            v *= alpha / (a / (edge * edge) + b)
            if _log(v) <= ways(mode) - ways(k) + (k - mode) * odds:
                return k


class SystemRandom(Random):
    def seed(self, *args, **kwds):
        super().seed()

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_shared = Random()
for _name in _FUNCTIONS:
    globals()[_name] = getattr(_shared, _name)
