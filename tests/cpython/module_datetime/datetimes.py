from datetime import datetime, time, timedelta, timezone, date

dt = datetime(2024, 1, 15, 13, 5, 9, 123456)
print(dt, repr(dt), dt.date(), dt.time(), dt.hour, dt.minute, dt.second, dt.microsecond, dt + timedelta(hours=12, minutes=1), dt - datetime(2024, 1, 1), dt.replace(microsecond=0))
print(dt.isoformat(), dt.isoformat(" "), dt.isoformat(timespec="minutes"), dt.strftime("%Y-%m-%d %H:%M:%S.%f %I:%M %p"), f"{dt:%H:%M}", datetime.fromisoformat("2024-01-15T13:05:09"), datetime.fromisoformat("2024-01-15 13:05:09.5+02:00"), datetime.fromisoformat("20240115T130509Z"))
print(datetime.strptime("2024-03-10 08:30", "%Y-%m-%d %H:%M"), datetime.strptime("10 Mar 24", "%d %b %y"), datetime.strptime("1:05 PM", "%I:%M %p").time(), datetime.strptime("2024-060", "%Y-%j").date())
utc = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=5, minutes=30), "IST")
print(utc, utc.astimezone(east), utc.tzinfo, east, timezone(timedelta(hours=-3)), utc.utcoffset(), utc.astimezone(east).tzname(), utc.timestamp(), datetime.fromtimestamp(0, timezone.utc), utc == utc.astimezone(east), repr(utc), repr(east))
print(time(8, 30), time(23, 59, 59, 999), time(8) < time(9), repr(time(1, 2)), time.fromisoformat("04:05:06"), datetime.combine(date(2024, 1, 1), time(9)), time(12).isoformat(), time(5, 6).strftime("%H-%M"), time.min, time.max)
for bad in (lambda: datetime(2024, 1, 1, 25), lambda: time(0, 60), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024 extra", "%Y"), lambda: dt < utc, lambda: dt - utc, lambda: dt == utc, lambda: dt + 1, lambda: timezone(timedelta(hours=25)), lambda: datetime.fromisoformat("2024-13-01"), lambda: dt < date(2024, 1, 1), lambda: datetime(2024, 1), lambda: datetime.strptime("2024-02-30", "%Y-%m-%d")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
start = datetime(2024, 3, 30, 22)
for n in range(3):
    print(start + n * timedelta(hours=1, minutes=30), end="; ")
print()
events = [datetime(2024, 5, d, h) for d, h in ((3, 9), (1, 18), (1, 7))]
print([e.strftime("%d/%m %Hh") for e in sorted(events)], max(events) - min(events), dt.timetuple()[:6], dt.weekday(), isinstance(dt, date), dt.ctime())
