import calendar


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(calendar.month(2024,2)); print(calendar.calendar(2023)); print(calendar.monthrange(2024,2), calendar.isleap(1900), calendar.leapdays(2000,2025), calendar.weekday(2024,5,5), calendar.monthcalendar(2024,9), calendar.day_name[0], list(calendar.month_abbr), calendar.timegm((2024,1,1,0,0,0)))
c=calendar.Calendar(6); print(list(c.itermonthdays(2024,9))[:10], [str(d) for d in c.itermonthdates(2024,9)][:3], c.monthdayscalendar(2024,2)[0], list(c.iterweekdays())); print(calendar.TextCalendar(6).formatmonth(2024,12,3)); t(lambda: calendar.monthrange(2024,13)); t(lambda: calendar.setfirstweekday(9)); print(calendar.MONDAY, repr(calendar.JANUARY), calendar.SUNDAY==6)
