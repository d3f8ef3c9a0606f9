from datetime import date, timedelta

d = date(2024, 2, 28)
print(d, repr(d), d.year, d.month, d.day, d + timedelta(days=2), d - timedelta(weeks=1), date(2024, 3, 1) - d, (date(2025, 1, 1) - d).days)
print(d.weekday(), d.isoweekday(), d.isocalendar(), d.isoformat(), d.toordinal(), date.fromordinal(738000), date.fromisoformat("2023-12-31"), d.replace(day=1), d.timetuple().tm_yday, d.ctime())
print(d.strftime("%Y/%m/%d %A %a %B %b %j %U %y %%"), f"{d:%d.%m.%Y}", format(d, ""), str(d), date.min, date.max, date.resolution)
print(d < date(2024, 3, 1), d == date(2024, 2, 28), max(d, date(2020, 1, 1)), sorted([date(2024, 1, 2), date(2023, 5, 5)]), hash(d) == hash(date(2024, 2, 28)), {d: "x"}[date(2024, 2, 28)])
for bad in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: date("2023", 1, 1), lambda: date.fromisoformat("nope"), lambda: d + 5, lambda: d < 5, lambda: date.max + timedelta(1), lambda: date(2023), lambda: d - "x"):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
birthday, today = date(1990, 5, 17), date(2024, 5, 16)
age = today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day))
print(age)
first = date(2024, 9, 1)
print("Mo Tu We Th Fr Sa Su")
line = "   " * first.weekday()
day = first
while day.month == 9:
    line += f"{day.day:2} "
    if day.weekday() == 6:
        print(line.rstrip())
        line = ""
    day += timedelta(days=1)
print(line.rstrip())
fridays = [date(2024, m, 13) for m in range(1, 13) if date(2024, m, 13).weekday() == 4]
print(fridays, [str(d + timedelta(days=n)) for n in range(0, 10, 3)])
