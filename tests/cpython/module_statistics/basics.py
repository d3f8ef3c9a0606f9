import statistics as st

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.multimode("aabbc"), st.pstdev(data), st.stdev(data), st.pvariance(data), st.variance(data), st.fmean(data))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.mean([0.5, 1.5]), st.median([1, 2, 3]), st.median([1, 2, 3, 4]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped([1, 2, 2, 3]), st.mode(["red", "blue", "red"]))
print(st.geometric_mean([1, 2, 4]), st.harmonic_mean([40, 60]), st.quantiles([1, 2, 3, 4, 5, 6, 7, 8]), st.quantiles(range(1, 101), n=10), st.fmean([1, 2, 3], weights=[3, 2, 1]))
x, y = [1, 2, 3, 4], [2, 4, 6, 9]
print(st.correlation(x, y), st.covariance(x, y), st.linear_regression(x, y))
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.cdf(115), n.pdf(100), n.inv_cdf(0.975), n.zscore(130), n + 5, n * 2, st.NormalDist.from_samples(data), n.overlap(st.NormalDist(110, 15)))
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.mean(["a"]), lambda: st.harmonic_mean([-1]), lambda: st.quantiles([1]), lambda: st.correlation([1], [1]), lambda: st.variance([]), lambda: st.NormalDist(0, -1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
from fractions import Fraction
from decimal import Decimal
print(st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([Decimal("0.1"), Decimal("0.3")]), st.mean([True, False, True]), type(st.mean([1, 3])).__name__, st.median([1.5, 2]), st.mean(iter([1, 2, 6])))
