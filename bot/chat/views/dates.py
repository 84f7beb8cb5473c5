"""How is a day, a time or a span said? Today, yesterday, Tue 17 Nov; no locale of the machine's."""

from datetime import date

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date, today: date) -> str:
    """The year only where it is another."""
    if day == today:
        return "today"
    if (today - day).days == 1:
        return "yesterday"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def rest_text(seconds: int) -> str:
    """Rest between sets: 45 s, 2 min, 2:30."""
    minutes, left = divmod(seconds, 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes}:{left:02}" if left else f"{minutes} min"
