import statistics

scores = {"ann": [90, 85, 77], "bob": [60, 75, 88], "cid": [100, 92, 95]}
for name, marks in scores.items():
    print(f"{name}: mean {statistics.mean(marks):.2f}, median {statistics.median(marks)}, stdev {statistics.stdev(marks):.3f}, range {max(marks) - min(marks)}")
everything = [m for marks in scores.values() for m in marks]
print(statistics.mean(everything), statistics.median(everything), round(statistics.pstdev(everything), 4), statistics.quantiles(everything, n=4))
print(statistics.mode(["a", "b", "a"]), statistics.multimode([1, 1, 2, 2, 3]), statistics.fmean([1, 2, 3, 4]), statistics.median([1, 3]), statistics.median_low([1, 3]), statistics.mean([1, 2, 3, 4, 4]))
mean, sd = statistics.mean(everything), statistics.pstdev(everything)
print([f"{(x - mean) / sd:+.2f}" for x in everything])
best = max(scores, key=lambda n: statistics.mean(scores[n]))
print(best, {n: statistics.mean(m) > mean for n, m in scores.items()})
for data in ([], [1], ["x"]):
    for f in (statistics.mean, statistics.stdev):
        try:
            print(f.__name__, data, f(data))
        except (statistics.StatisticsError, TypeError) as e:
            print(f.__name__, data, type(e).__name__, e)
print(statistics.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), statistics.pvariance([0.0, 0.25, 0.25, 1.25]), statistics.harmonic_mean([40, 60, 80]), statistics.geometric_mean([54, 24, 36]))
