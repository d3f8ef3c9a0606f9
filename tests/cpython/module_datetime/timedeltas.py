from datetime import timedelta

t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), timedelta(), repr(timedelta()), timedelta(weeks=2), timedelta(hours=-1), repr(timedelta(hours=-1)), timedelta(seconds=90061), timedelta(milliseconds=1500), timedelta(days=1.5))
print(t + timedelta(days=1), t - timedelta(days=2), t * 2, 2 * t, t / 2, t // timedelta(hours=1), t / timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), -t, abs(-t), +t, t // 7, t * 0.5, bool(timedelta()), bool(t))
print(timedelta(1) == timedelta(hours=24), timedelta(1) < timedelta(2), sorted([timedelta(2), timedelta(1)]), sum([timedelta(1), timedelta(hours=3)], timedelta()), max(timedelta(1), timedelta(0)), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta.max, timedelta.min, timedelta.resolution)
for bad in (lambda: t + 5, lambda: t * t, lambda: t / 0, lambda: t < 5, lambda: timedelta(days="1"), lambda: timedelta(days=10 ** 10), lambda: t // 0, lambda: timedelta(x=1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def human(delta):
    s = int(delta.total_seconds())
    parts = []
    for name, size in (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)):
        n, s = divmod(s, size)
        if n:
            parts.append(f"{n}{name}")
    return " ".join(parts) or "0s"


for d in (t, timedelta(seconds=59), timedelta(hours=25), timedelta()):
    print(human(d), d)
print(f"{t}", "%s" % timedelta(minutes=5), str(timedelta(days=-1, hours=1)), timedelta(microseconds=-1), timedelta(seconds=0.1 + 0.2), timedelta(seconds=1e-7))
