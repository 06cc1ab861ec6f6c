"""A date is an interval: "October 2023" is 31 days long.

When(2023-10-01T00:00, 2023-11-01T00:00, "October 2023")     iso: 2023-10
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

_FORMATS = ("%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")


@dataclass(frozen=True, slots=True)
class When:
    """A half-open interval of local time as printed, without conversion between zones.

    ``start`` is inside, ``end`` is outside; ``as_written`` the words it was read from; ``zone`` the zone as written.
    """

    start: datetime
    end: datetime
    as_written: str
    zone: str = ""

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"an interval must have a length: {self.start}..{self.end}")

    @property
    def iso(self) -> str:
        """ISO 8601 at the precision known: the longest form that holds the whole interval, or ''."""
        last = self.end - timedelta(microseconds=1)
        fitting = [form for form in _FORMATS if self.start.strftime(form) == last.strftime(form)]
        return self.start.strftime(fitting[-1]) if fitting else ""


def year(number: int, as_written: str) -> When:
    """The whole of a year."""
    return When(datetime(number, 1, 1), datetime(number + 1, 1, 1), as_written)


def month(year_number: int, number: int, as_written: str) -> When:
    """The whole of a month (1 to 12)."""
    following = datetime(year_number + number // 12, number % 12 + 1, 1)
    return When(datetime(year_number, number, 1), following, as_written)


def day(moment: datetime, as_written: str) -> When:
    """The whole of the day of ``moment``."""
    start = datetime(moment.year, moment.month, moment.day)
    return When(start, start + timedelta(days=1), as_written)


def minute(moment: datetime, as_written: str, zone: str = "") -> When:
    """The minute of ``moment``."""
    start = moment.replace(second=0, microsecond=0, tzinfo=None)
    return When(start, start + timedelta(minutes=1), as_written, zone)


def second(moment: datetime, as_written: str, zone: str = "") -> When:
    """The second of ``moment``."""
    start = moment.replace(microsecond=0, tzinfo=None)
    return When(start, start + timedelta(seconds=1), as_written, zone)
