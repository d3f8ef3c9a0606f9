from datetime import date, datetime, time, timedelta


def working_days(start, n):
    day = start
    while n:
        day += timedelta(days=1)
        if day.weekday() < 5:
            n -= 1
    return day


print(working_days(date(2024, 5, 31), 1), working_days(date(2024, 12, 20), 10))


def month_end(d):
    first_next = date(d.year + d.month // 12, d.month % 12 + 1, 1)
    return first_next - timedelta(days=1)


print([month_end(date(2024, m, 1)).day for m in range(1, 13)], month_end(date(2023, 2, 5)))
meeting = datetime(2024, 7, 1, 9, 30)
for i in range(4):
    slot = meeting + i * timedelta(minutes=45)
    print(f"{slot:%H:%M}-{slot + timedelta(minutes=45):%H:%M}", end=" ")
print()
deadline = datetime(2024, 7, 4, 17)
left = deadline - meeting
print(left, left.days, left.seconds // 3600, left.total_seconds() / 3600)
entries = ["2024-01-03 08:15", "2023-12-31 23:59", "2024-01-03 08:05"]
parsed = sorted(datetime.strptime(e, "%Y-%m-%d %H:%M") for e in entries)
print([d.isoformat() for d in parsed], parsed[-1] - parsed[0])
by_day = {}
for d in parsed:
    by_day.setdefault(d.date(), []).append(d.time())
print({str(k): [t.isoformat("minutes") for t in v] for k, v in by_day.items()})


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)))
print(date(2024, 1, 1).strftime("%a %d %b %Y"), date(2024, 12, 31).isocalendar()[1], date(2024, 12, 31).timetuple().tm_yday, (date(2024, 12, 25) - date(2024, 7, 1)).days)
print(time(9) <= time(9, 30) < time(17), datetime.combine(date(2024, 1, 1), time(12, 30)) + timedelta(hours=13), max(date(2024, 1, 1), date(2023, 6, 6)), [d for d in (date(2024, 2, 26) + timedelta(n) for n in range(5))][-1])
week = [date(2024, 4, 29) + timedelta(days=n) for n in range(7)]
print(" ".join(d.strftime("%a%d") for d in week), week[0].isocalendar())
for text in ("2024-02-30", "24-01-01", "2024/01/01"):
    try:
        print(datetime.strptime(text, "%Y-%m-%d"))
    except ValueError as e:
        print(e)
