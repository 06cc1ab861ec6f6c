"""When a chat message was sent, as chat programs print it: the patterns of their stamps, and what a stamp says.

    10/4/2023, 1:05 PM       a day with its time
    1:05 PM                  a time: the day stands in a heading above
    Oct 4, 1:05 PM           a day without its year, or a weekday: a time of no known day

In one conversation days are written in one way: where a "25/10/2023" stands, "04/10/2023" is the fourth of October.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.dates import Clock, parse_clock, parse_date
from ingest.when import When, day

_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? "
_DAY = (
    r"(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?:\d{4}|\d{2})|\d{4}[-/]\d\d[-/]\d\d|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}-[A-Z][a-z]{2}-\d{2,4}|"
    rf"(?:{_WEEKDAY})?[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|(?:{_WEEKDAY})?\d{{1,2}}\.? [A-Z][^\W\d_]{{2,8}}\.? \d{{4}})"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_NO_YEAR = rf"(?:(?:{_WEEKDAY})?(?:\d{{1,2}}/\d{{1,2}}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today)"
CLOCK = r"\d{1,2}\s?:\s?\d\s?\d(?:\s?:\s?\d\s?\d(?:\.\d{1,6})?)?(?:[\s\u202f]?[AaPp]\.?\s?[Mm]\.?)?"
_ZONE = r"(?:Z|\s?\(?(?:(?:UTC|GMT)(?:[-+]\d{1,4}(?::\d\d)?)?|[ECMPA][SD]?T|BST|CES?T|MSK|IST|JST|[-+]\d\d:?\d\d)\)?)"
_JOINT = r"(?:[.,]|,?\s(?:at|um|à|a las|às|om))?[\sT]*"
STAMP = rf"(?:{_DAY}{_JOINT}{CLOCK}{_ZONE}?|{CLOCK},\s{_DAY})(?!\w)"
LOOSE = rf"{_NO_YEAR}(?=[\s,]){_JOINT}{CLOCK}(?!\w)"
TIME = rf"(?:{STAMP}|{LOOSE}|{CLOCK}{_ZONE}?(?!\w))"
_BLANK_IN_NUMBER = re.compile(r"(?<=[\d/:])\s+(?=[/:])|(?<=[/:])\s+(?=\d)|(?<=:\d)\s(?=\d\b)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{2,4}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """``as_written`` is what is printed; ``clock`` its time if no day of a known year stands with it."""

    as_written: str
    dated: bool
    clock: Clock | None

    def when(self, *, day_first: bool) -> When | None:
        """The moment; None where the stamp names no day."""
        return _moment(self.as_written, day_first=day_first) if self.dated else None


def read_stamp(words: str) -> Stamp | None:
    """The stamp that is all of ``words``."""
    if any(_moment(words, day_first=by_day) for by_day in (False, True)):
        return Stamp(words, dated=True, clock=None)
    if re.fullmatch(LOOSE, words):
        return Stamp(words, dated=False, clock=None)
    clock = parse_clock(_mended(re.sub(rf"{_ZONE}\Z", "", words)))
    return Stamp(words, dated=False, clock=clock) if clock else None


def day_first(stamps: Iterable[str]) -> bool:
    """True if some of ``stamps`` can only be read with the day before the month, and none with the month before the day."""
    pairs = [(int(m[1]), int(m[2])) for stamp in stamps for m in _SLASHED.finditer(_mended(stamp))]
    return any(first > 12 for first, _ in pairs) and not any(other > 12 for _, other in pairs)


def _moment(stamp: str, *, day_first: bool) -> When | None:
    """Day and time of a stamp, though blanks stand within its numbers or a stop in place of its comma."""
    when = parse_date(re.sub(r"(?<=\d{4})\.\s", ", ", _mended(stamp)), day_first=day_first)
    if when is None or when.end - when.start >= day(when.start, "").end - day(when.start, "").start:
        return None
    return When(when.start, when.end, stamp, when.zone)


def _mended(stamp: str) -> str:
    return _BLANK_IN_NUMBER.sub("", stamp)
