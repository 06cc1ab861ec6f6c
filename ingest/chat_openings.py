"""The row that opens a chat message: who, when, and perhaps its first words.

Ann Lee <+1 555 010 0100>        10/4/2023, 1:05 PM      report: name and time, the words below
[10/4/23, 1:05:09 PM] Ann Lee: Shall we?                 bracket: time, name, words
10/4/23, 1:05 PM - Ann Lee: Shall we?                    dash: as WhatsApp exports
Ann Lee (10/4/2023 1:05 PM): Shall we?                   aside: the time beside the name
Ann Lee   1:05 PM                                        name-clock: Slack, Teams; a day heading above carries the date
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.dates import Clock, first_date, parse_clock, parse_date
from ingest.mail_block import timed_date_alone
from ingest.mail_labels import is_label
from ingest.rows import Row
from ingest.segment import Party
from ingest.span import Span
from ingest.when import When, day, minute, second

_DAY = r"(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{2,4}|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
_CLOCK = r"\d{1,2}\s?:\s?\d\s?\d(?:\s?:\s?\d\s?\d)?(?:[\s\u202f]?[AaPp]\.?\s?[Mm]\.?)?"
_STAMP = rf"{_DAY}(?:[.,]|\s+at)?[\sT]*{_CLOCK}(?:\s?\(?(?:UTC|GMT|[A-Z]{{3}})(?:[-+]\d{{1,4}}(?::\d\d)?)?\)?)?"
_NAME = r"[^\W\d_][^:;<>\[\]()|\n]{0,38}?[\w.?]"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "bracket",
        re.compile(rf"\[\s*(?P<stamp>{_STAMP}|{_CLOCK})\s*\]\s*[-–~]?\s*(?P<name>{_NAME})\s*:\s*(?P<words>.*)\Z", re.DOTALL),
    ),
    ("dash", re.compile(rf"(?P<stamp>{_STAMP})\s*[-–]\s*(?P<name>{_NAME})\s*:\s*(?P<words>.*)\Z", re.DOTALL)),
    ("stamp-name", re.compile(rf"(?P<stamp>{_STAMP})\s+[<(]?(?P<name>{_NAME})[>)]?\s*:\s+(?P<words>.*)\Z", re.DOTALL)),
    (
        "aside",
        re.compile(rf"(?P<name>{_NAME})\s*[\[(]\s*(?P<stamp>{_STAMP}|{_CLOCK})\s*[\])]\s*:?\s*(?P<words>.*)\Z", re.DOTALL),
    ),
)
_AT_END = (
    ("report", re.compile(rf"\s(?P<stamp>{_STAMP})\s*\Z")),
    ("name-clock", re.compile(rf"(?<![\d/.-])\s(?P<stamp>{_CLOCK})\s*\Z")),
)
_HANDLE = re.compile(r"\s*[<({\[]")
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_BLANK_IN_NUMBER = re.compile(r"(?<=[\d/:])\s+(?=[/:])|(?<=[/:])\s+(?=\d)|(?<=:\d)\s(?=\d\b)")


@dataclass(frozen=True, slots=True)
class Opening:
    """``words`` is what of the message stands on the opening row itself (empty if nothing does); ``rows`` how many rows it takes."""

    row: Row
    form: str
    speaker: Party
    day: When | None
    clock: Clock | None
    words: Span
    rows: int = 1

    def when(self, heading: When | None) -> When | None:
        """The moment of the message; a clock alone takes its day from the heading above it."""
        if self.day is not None:
            return self.day
        return at(heading, self.clock, self.row.text) if heading and self.clock else None


def opening(row: Row) -> Opening | None:
    """The message that ``row`` opens, or None."""
    for form, pattern in _FORMS:
        if match := pattern.match(row.text):
            return _opening(row, form, match["stamp"], match.span("name"), match.span("words"))
    for form, pattern in _AT_END:
        if match := pattern.search(row.text):
            place = _name_place(row.text[: match.start()])
            end = len(row.text)
            return _opening(row, form, match["stamp"], place, (end, end)) if place else None
    return None


def two_row_opening(name: Row, time: Row) -> Opening | None:
    """A name alone above a date and time alone."""
    if time.gap or not re.search(r"\d\s?:\s?\d", time.text) or not is_name(name.text) or not name.text[:1].isupper():
        return None
    moment = _moment(time.text) if timed_date_alone(_mended(time.text)) else None
    if moment is None:
        return None
    speaker = Party(name.text, " ".join(name.text.split()), "", name.span, "from")
    return Opening(name, "name-over-time", speaker, moment, None, Span(time.span.end, time.span.end), 2)


def _opening(row: Row, form: str, stamp: str, name: tuple[int, int], words: tuple[int, int]) -> Opening | None:
    moment, clock = _moment(stamp), parse_clock(_mended(stamp))
    speaker = row.text[slice(*name)]
    if (moment is None and clock is None) or not is_name(speaker):
        return None
    at_row = row.span.start
    party = Party(speaker, " ".join(speaker.split()), "", Span(at_row + name[0], at_row + name[1]), "from")
    return Opening(row, form, party, moment, clock, Span(at_row + words[0], at_row + words[1]))


def _name_place(left: str) -> tuple[int, int] | None:
    """Where the name stands among the cells before a stamp: after initials, before a number or handle in brackets."""
    handle = _HANDLE.search(left)
    cells = list(_CELL.finditer(left[: handle.start() if handle else len(left)]))
    named = [cell for cell in cells if len(re.findall(r"[^\W\d_]", cell[0])) > (3 if len(cells) > 1 else 0)]
    if not named or (not handle and len(named) > 1):
        return None
    words = named[0][0].split(" ")
    initials = len(words) > 1 and len(words[0]) <= 3 and words[0].lower() == "".join(w[:1] for w in words[1:]).lower()
    return named[0].start() + (len(words[0]) + 1 if initials else 0), named[0].end()


def is_name(words: str) -> bool:
    """True if ``words`` may be how a chat program shows a person: at most five words, capitalised if more than two."""
    parts = words.split()
    proper = all(part[:1].isupper() or part.lower() in {"de", "van", "von", "la", "del", "der"} for part in parts)
    if re.search(r"[:;@|]", words) or is_label(words):
        return False
    return 0 < len(parts) <= 5 and (proper or len(parts) <= 2) and bool(re.search(r"[^\W\d_]{2}", words))


def _moment(stamp: str) -> When | None:
    """Day and time of a stamp, though blanks stand within its numbers or a stop in place of its comma."""
    when = parse_date(re.sub(r"(?<=\d{4})\.\s", ", ", _mended(stamp)))
    return (
        replace(when, as_written=stamp)
        if when and when.end - when.start < day(when.start, "").end - day(when.start, "").start
        else None
    )


def _mended(stamp: str) -> str:
    return _BLANK_IN_NUMBER.sub("", stamp)


def day_heading(row: Row) -> When | None:
    """The day that a row names and nothing else: "Friday, November 17, 2023"."""
    found = first_date(row.text)
    if not found or re.sub(r"[\W_]+", "", row.text[: found[0].start] + row.text[found[0].end :]):
        return None
    when = found[1]
    return when if when.iso.count("-") == 2 and "T" not in when.iso else None


def at(heading: When, clock: Clock, as_written: str) -> When:
    """The time ``clock`` on the day of ``heading``."""
    moment = heading.start.replace(hour=clock.hour, minute=clock.minute or 0, second=clock.second or 0)
    return (minute if clock.second is None else second)(moment, as_written, clock.zone)
