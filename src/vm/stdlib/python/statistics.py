import math
from collections import Counter as _Counter
from itertools import groupby as _groupby
from operator import itemgetter as _item

__all__ = ["StatisticsError", "mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high",
    "mode", "multimode", "pstdev", "pvariance", "stdev", "variance", "quantiles", "covariance", "correlation",
    "linear_regression", "median_grouped", "NormalDist"]


class StatisticsError(ValueError):
    pass


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _sum(data):
    """The exact sum as a numerator and a denominator."""
    n, d = 0, 1
    for x in data:
        a, b = _ratio(x)
        n, d = n * b + a * d, d * b
        if d > 1 << 200:
            g = math.gcd(n, d)
            n, d = n // g, d // g
    g = math.gcd(n, d) or 1
    return n // g, d // g


def _as(data, n, d):
    """n / d in the type of the data."""
    if any(isinstance(x, float) for x in data) or all(isinstance(x, int) for x in data):
        return n // d if n % d == 0 and not any(isinstance(x, float) for x in data) else n / d
    t = type(next(x for x in data if not isinstance(x, int)))
    return t(n) / t(d)


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    n, d = _sum(data)
    return _as(data, n, d * len(data))


def fmean(data, weights=None):
    data = [float(x) for x in data]
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.sumprod(data, weights) / total


def geometric_mean(data):
    data = [float(x) for x in data]
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    if any(x < 0 for x in data):
        raise StatisticsError(f"Negative inputs not allowed: {next(x for x in data if x < 0)}")
    if any(x == 0 for x in data):
        return 0.0
    return math.exp(math.fsum(map(math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    shares = [w / x if w else 0 for w, x in zip(weights, data)]
    n, d = _sum(shares)
    if n <= 0:
        raise StatisticsError("Weighted sum must be positive")
    p, q = _sum(weights)
    return _as(shares, p * d, q * n)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    i = len(data) // 2
    return data[i] if len(data) % 2 else (data[i - 1] + data[i]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = _sorted(data)
    middle = data[len(data) // 2]
    below, here = sum(x < middle for x in data), sum(x == middle for x in data)
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return middle - interval / 2.0 + interval * (len(data) / 2 - below) / here


def mode(data):
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    best = max(counts.values(), default=0)
    return [v for v, c in counts.items() if c == best]


def _squares(data, centre):
    """The sum of the squares of the distances from the mean, exactly."""
    n, d = _sum(data)
    if centre is None:
        p, q = n, d * (len(data) or 1)
    else:
        p, q = _ratio(centre)
    num, den = 0, 1
    for x in data:
        a, b = _ratio(x)
        e, f = a * q - p * b, b * q
        num, den = num * f * f + e * e * den, den * f * f
        g = math.gcd(num, den)
        num, den = num // g, den // g
    return num, den


def variance(data, xbar=None):
    data = list(data)
    n, d = _squares(data, xbar)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _as(data, n, d * (len(data) - 1))


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pvariance requires at least one data point")
    n, d = _squares(data, mu)
    return _as(data, n, d * len(data))


def _root(n, d):
    """The square root of n / d, rounded once."""
    shift = max(0, 120 - (n.bit_length() - d.bit_length()))
    shift += shift & 1
    root = math.isqrt((n << shift) // d)
    exact = root * root * d == n << shift
    return ((root << 1) | (not exact)) / (1 << (shift // 2 + 1))


def stdev(data, xbar=None):
    data = list(data)
    n, d = _squares(data, xbar)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(n, d * (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    n, d = _squares(data, mu)
    return _root(n, d * len(data))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    k = len(data)
    if k < 2:
        if k == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    out = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (k - 1), n)
            out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        elif method == "exclusive":
            j = min(max(i * (k + 1) // n, 1), k - 1)
            delta = i * (k + 1) - j * n
            out.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        else:
            raise ValueError(f"Unknown method: {method!r}")
    return out


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    a, b = math.fsum(x) / n, math.fsum(y) / n
    return math.sumprod([v - a for v in x], [v - b for v in y]) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    a, b = math.fsum(x) / n, math.fsum(y) / n
    x, y = [v - a for v in x], [v - b for v in y]
    try:
        return math.sumprod(x, y) / math.sqrt(math.sumprod(x, x) * math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    a = b = 0.0
    if not proportional:
        a, b = math.fsum(x) / n, math.fsum(y) / n
        x, y = [v - a for v in x], [v - b for v in y]
    try:
        slope = math.sumprod(x, y) / math.sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression((slope, 0.0 if proportional else b - slope * a))


# Wichura's AS 241: the numerators' and denominators' coefficients in the middle, in the tails, and far out.
_AS241 = (((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
    4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2,
    3.38713_28727_96366_6080e+0), (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
    2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0)),
    ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
    1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0,
    1.42343_71107_49683_57734e+0), (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4,
    1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
    2.05319_16266_37758_82187e+0, 1.0)),
    ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
    2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0,
    6.65790_46435_01103_77720e+0), (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7,
    1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
    5.99832_20655_58879_37690e-1, 1.0)))


def _quotient(which, x):
    above = below = 0.0
    for a, b in zip(*_AS241[which]):
        above, below = above * x + a, below * x + b
    return above / below


class NormalDist:
    __slots__ = {"_mu": "", "_sigma": ""}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random  # for samples
        draw = random.random if seed is None else random.Random(seed).random
        return [self._quantile(draw()) for _ in range(n)]

    def _positive(self, what):
        if not self._sigma:
            raise StatisticsError(f"{what}() not defined when sigma is zero")

    def pdf(self, x):
        self._positive("pdf")
        variance, distance = self._sigma * self._sigma, x - self._mu
        return math.exp(distance * distance / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def cdf(self, x):
        self._positive("cdf")
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * math.sqrt(2.0)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return self._quantile(p)

    def _quantile(self, p):
        q = p - 0.5
        if abs(q) <= 0.425:
            x = _quotient(0, 0.180625 - q * q) * q
        else:
            r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
            x = _quotient(1, r - 1.6) if r <= 5.0 else _quotient(2, r - 5.0)
            x = -x if q < 0.0 else x
        return self._mu + x * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        wider, apart = y.variance - x.variance, abs(y._mu - x._mu)
        if not wider:
            return math.erfc(apart / (2.0 * x._sigma * math.sqrt(2.0)))
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * math.sqrt(apart * apart + wider * math.log(y.variance / x.variance))
        p, q = (a + b) / wider, (a - b) / wider
        return 1.0 - (abs(y.cdf(p) - x.cdf(p)) + abs(y.cdf(q) - x.cdf(q)))

    def zscore(self, x):
        self._positive("zscore")
        return (x - self._mu) / self._sigma

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
