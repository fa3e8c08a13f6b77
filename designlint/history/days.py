"""The days on which commits were written."""

from datetime import datetime, timedelta, timezone


def day_of(seconds: bytes, zone: bytes) -> str:
    """The ISO date of a time as git writes it, in its author's zone, such as `+0200`.

    Empty for one that no calendar has.
    """
    try:
        minutes = 60 * int(zone[1:3]) + int(zone[3:5])
        place = timezone(timedelta(minutes=-minutes if zone[:1] == b"-" else minutes))
        return datetime.fromtimestamp(int(seconds), place).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
