"""How is a day, a time or a span said? Today, yesterday, Tue 17 Nov; no locale of the machine's."""

from datetime import date

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
A_MONTH = 31
FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date, today: date) -> str:
    """The year only where it is another."""
    if day == today:
        return "today"
    if (today - day).days == 1:
        return "yesterday"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def since_text(day: date, today: date) -> str:
    """The same, without the weekday where nobody remembers it any more: "27 Nov 2024"."""
    return day_text(day, today) if (today - day).days <= A_MONTH else day_text(day, today).partition(" ")[2]


def rest_text(seconds: int) -> str:
    """Rest between sets: 45 s, 2 min, 2:30."""
    minutes, left = divmod(seconds, 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes}:{left:02}" if left else f"{minutes} min"


def whose_day(day: date, today: date) -> str:
    """Today's, Yesterday's, Monday's, and Mon 2 Nov's where it is longer ago than a week."""
    ago = (today - day).days
    if ago in (0, 1):
        return ("Today's", "Yesterday's")[ago]
    return f"{FULL_DAYS[day.weekday()]}'s" if 0 < ago < 7 else f"{day_text(day, today)}'s"


def day_ahead(day: date, today: date) -> str:
    """A day to come, always with its weekday: today, Thu 26 Nov; tomorrow, Fri 27 Nov; Mon 30 Nov."""
    near = {0: "today, ", 1: "tomorrow, "}.get((day - today).days, "")
    year = "" if day.year == today.year else f" {day.year}"
    return f"{near}{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"
