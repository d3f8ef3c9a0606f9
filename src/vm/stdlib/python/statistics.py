import math
from collections import Counter as _Counter
from itertools import groupby as _groupby
from operator import itemgetter as _item

__all__ = ["StatisticsError", "mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high",
    "mode", "multimode", "pstdev", "pvariance", "stdev", "variance", "quantiles", "covariance", "correlation",
    "linear_regression"]


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
    n, d = 0, 1
    for x, w in zip(data, weights):
        a, b = _ratio(x)
        p, q = _ratio(w)
        n, d = n * (a * q) + p * b * d, d * a * q
    p, q = _sum(weights)
    return _as(data, p * d, q * n)


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
        p, q = n, d * len(data)
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
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    n, d = _squares(data, xbar)
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
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    n, d = _squares(data, xbar)
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
