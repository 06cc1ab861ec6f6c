"""Dates that lean on another date: "the same day", "two months ago", "last July".

same        "that same day", "the same month"            the date told of before
step        "the next day", "three weeks later"          from the date told of before
no year     "on March 14"                                in the year of the date told of before
ago         "two months ago", "last July", "yesterday"   from the date of the document

Each is as wide as its unit: "two months ago" is a month, "the next day" a day. Without a date to lean on there is no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from dateutil.relativedelta import relativedelta

from ingest.span import Span
from ingest.when import When, day, month, year

_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "several": 0,
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH_NAME = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY_NAME = rf"(?P<weekday>{'|'.join(_DAYS)})"

Resolver = Callable[[re.Match[str], datetime], When | None]


def _wide(moment: datetime, unit: str, words: str) -> When:
    """The day, month or year that holds ``moment`` (a week is seven days from its Monday)."""
    if unit == "day":
        return day(moment, words)
    if unit == "month":
        return month(moment.year, moment.month, words)
    if unit == "year":
        return year(moment.year, words)
    start = day(moment, words).start - relativedelta(days=moment.weekday())
    return When(start, start + relativedelta(days=7), words)


def _stepped(match: re.Match[str], base: datetime, sign: int) -> When | None:
    words = match.groupdict()
    count = words.get("count") or "one"
    number = int(count) if count.isdigit() else _NUMBERS[count.lower()]
    unit = (words.get("unit") or "day").lower()
    return _wide(base + sign * relativedelta(**{f"{unit}s": number}), unit, match[0]) if number else None  # type: ignore[arg-type]  # keywords by name


def _same(match: re.Match[str], base: datetime) -> When | None:
    return _wide(base, match["unit"].lower(), match[0])


def _later(match: re.Match[str], base: datetime) -> When | None:
    return _stepped(match, base, 1)


def _ago(match: re.Match[str], base: datetime) -> When | None:
    return _stepped(match, base, -1)


def _last_month_named(match: re.Match[str], base: datetime) -> When | None:
    number = _MONTHS.index(match["month"]) + 1
    return month(base.year - (number >= base.month), number, match[0])


def _this_month_named(match: re.Match[str], base: datetime) -> When | None:
    return month(base.year, _MONTHS.index(match["month"]) + 1, match[0])


def _last_weekday(match: re.Match[str], base: datetime) -> When | None:
    back = (base.weekday() - _DAYS.index(match["weekday"])) % 7 or 7
    return day(base - relativedelta(days=back), match[0])


def _yesterday(match: re.Match[str], base: datetime) -> When | None:
    return day(base - relativedelta(days=1), match[0])


def _day_named(match: re.Match[str], base: datetime) -> When | None:
    return day(datetime(base.year, _MONTHS.index(match["month"]) + 1, int(match["number"])), match[0])


# "told" leans on the date told of before, "document" on the document's own.
_FORMS: tuple[tuple[str, str, Resolver], ...] = (
    ("told", rf"\b(?:the|that)(?:\s+very)?\s+same\s+{_UNIT}\b", _same),
    ("told", r"\bthat\s+(?P<unit>day)\b", _same),
    ("told", rf"\bthe\s+(?:next|following)\s+{_UNIT}\b", _later),
    ("told", rf"\b{_COUNT}\s+{_UNIT}s?\s+(?:later|afterwards?)\b", _later),
    ("told", rf"\b{_COUNT}\s+{_UNIT}s?\s+(?:earlier|before)\b", _ago),
    ("told", rf"\bthe\s+(?:previous|preceding)\s+{_UNIT}\b", _ago),
    ("told", rf"(?<!day, )\b{_MONTH_NAME}\s+(?P<number>\d{{1,2}})\b(?!,?\s+\d{{4}}|\s*(?:[-–]\s*)?\d|:)", _day_named),
    ("document", rf"\b(?i:{_COUNT})\s+{_UNIT}s?\s+ago\b", _ago),
    ("document", rf"\b[Ll]ast\s+{_UNIT}\b", _ago),
    ("document", rf"\b(?:[Ll]ast|[Tt]his\s+past)\s+{_MONTH_NAME}\b", _last_month_named),
    ("document", rf"\b[Tt]his\s+{_MONTH_NAME}\b", _this_month_named),
    ("document", rf"\b(?:[Ll]ast|[Oo]n)\s+{_DAY_NAME}\b(?!,?\s+(?:{'|'.join(_MONTHS)}))", _last_weekday),
    ("document", r"\b[Yy]esterday\b", _yesterday),
)
_OF_CALENDAR = re.compile(r"\d|day|week|month|year|last\s|this\s", re.IGNORECASE)
_COMPILED = tuple(
    (leans, re.compile(form, re.IGNORECASE if leans == "told" and resolve is not _day_named else 0), resolve)
    for leans, form, resolve in _FORMS
)


def may_be_dated(text: str) -> bool:
    """False for words in which there is no date at all, relative or explicit: no figure, and no word of the calendar."""
    return bool(_OF_CALENDAR.search(text))


def find_relative_dates(text: str, told: When | None, document: When | None) -> list[tuple[Span, When]]:
    """The relative dates in ``text`` that can be worked out, in order.

    ``told`` is the date that the text told of last, ``document`` its own date.

    >>> told = day(datetime(2018, 11, 5), "November 5, 2018")
    >>> [(w.as_written, w.iso) for _, w in find_relative_dates("The next day she resigned.", told, None)]
    [('The next day', '2018-11-06')]
    """
    found: list[tuple[Span, When]] = []
    for leans, form, resolve in _COMPILED:
        base = told if leans == "told" else document
        if base is None:
            continue
        for match in form.finditer(text):
            span = Span(match.start(), match.end())
            when = _resolved(resolve, match, base.start)
            if when is not None and not any(span.overlaps(taken) for taken, _ in found):
                found.append((span, when))
    return sorted(found, key=lambda item: item[0])


def _resolved(resolve: Resolver, match: re.Match[str], base: datetime) -> When | None:
    try:
        return resolve(match, base)
    except (ValueError, OverflowError):
        return None
