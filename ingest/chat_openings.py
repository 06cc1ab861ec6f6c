"""The row that opens a chat message: who, when, and perhaps its first words.

Ann Lee <+1 555 010 0100>        10/4/2023, 1:05 PM      report: name and time, the words below
[10/4/23, 1:05:09 PM] Ann Lee: Shall we?                 bracket: time, name, words
[10/4/2023 1:05 PM] Lee, Ann                             bracket-name: the same, the words below: Teams
10/4/23, 1:05 PM - Ann Lee: Shall we?                    dash: as WhatsApp exports
Ann Lee (10/4/2023 1:05 PM): Shall we?                   aside: the time beside the name
Ann Lee   1:05 PM                                        name-clock: Slack, Teams; a day heading above carries the date
1:07 PM                                                  again: Slack leaves out the name of one who goes on
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.chat_stamp import CLOCK, LOOSE, STAMP, TIME, Stamp, read_stamp
from ingest.dates import Clock, first_date
from ingest.mail_labels import is_label
from ingest.recipients import name_from_address, name_of
from ingest.rows import Row
from ingest.segment import Party
from ingest.span import Span
from ingest.when import When, minute, second

_LEAD = r"[\u200e\u200f\u202a-\u202e\ufeff\ufffd]*"  # marks of direction, which are not seen
PHONE = r"\+?\(?\d[\d\s().\u202a-\u202e-]{6,20}\d"
_ADDRESS = r"[\w.+-]{1,40}@[\w-]+(?:\.[\w-]+)+"
_NAME = rf"(?:[^\W\d_][^:;<>\[\]()|\n]{{0,38}}?[\w.?]|{PHONE}|{_ADDRESS})"
_HANDLED = rf"(?:<(?P<handle>[^<>\s]{{2,40}})>\s*:?|(?P<name>{_NAME})\s*:)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern, re.DOTALL))
    for form, pattern in (
        ("bracket", rf"{_LEAD}\[\s*(?P<stamp>{TIME})\s*(?:\|[^\[\]]{{1,40}})?\]\s*[-–~]?\s*{_HANDLED}\s*(?P<words>.*)\Z"),
        ("bracket-name", rf"{_LEAD}\[\s*(?P<stamp>{TIME})\s*\]\s*(?P<name>{_NAME})(?P<words>)\s*(?:\([^()]*\))?\Z"),
        ("dash", rf"{_LEAD}(?P<stamp>{STAMP})\s*[-–]\s*(?:~\s?)?(?P<name>{_NAME})\s*:\s*(?P<words>.*)\Z"),
        ("stamp-name", rf"(?P<stamp>{STAMP})\s+[<(]?(?P<name>{_NAME})[>)]?\s*:\s+(?P<words>.*)\Z"),
        ("aside", rf"(?P<name>{_NAME}),?\s*[\[(]\s*(?P<stamp>{TIME})\s*[\])]\s*:?\s*(?P<words>.*)\Z"),
        ("aside", rf"(?P<name>{_NAME})\s+(?P<stamp>{STAMP})\s*:\s+(?P<words>.+)\Z"),
    )
)
_AT_END = (
    ("report", re.compile(rf"\s(?P<stamp>{STAMP}|{LOOSE})\s*:?\s*\Z")),
    ("name-clock", re.compile(rf"(?<![\d/.-])\s(?P<stamp>{CLOCK})\s*:?\s*\Z")),
)
_AGAIN = re.compile(rf"\[?(?P<stamp>{CLOCK})\]?\Z")
HANDLE = re.compile(r"\s*[<({\[]")
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
SAYS = re.compile(r"\s+(?:says|said|wrote|writes)\Z", re.IGNORECASE)
_NO_NAMES = frozenset(
    [
        "on",
        "at",
        "in",
        "re",
        "the",
        "a",
        "by",
        "and",
        "to",
        "note",
        "total",
        "page",
        "time",
        "yesterday",
        "today",
        "info",
        "warn",
        "warning",
        "error",
        "debug",
        "trace",
        "fatal",
        "notice",
    ]
)


@dataclass(frozen=True, slots=True)
class Opening:
    """``words`` is what of the message stands on the opening row itself (empty if nothing does); ``rows`` how many rows it takes;
    ``handled`` is True where a number or an address stands with the name."""

    row: Row
    form: str
    speaker: Party
    stamp: Stamp
    words: Span
    rows: int = 1
    handled: bool = False

    def when(self, heading: When | None, *, day_first: bool) -> When | None:
        """The moment of the message; a clock alone takes its day from the heading above it."""
        if self.stamp.dated:
            return self.stamp.when(day_first=day_first)
        return at(heading, self.stamp.clock, self.row.text) if heading and self.stamp.clock else None


def opening(row: Row) -> Opening | None:
    """The message that ``row`` opens, or None."""
    for form, pattern in _FORMS:
        if match := pattern.match(row.text):
            name = "handle" if match.groupdict().get("handle") else "name"
            return _opening(row, form, match["stamp"], match.span(name), match.span("words"))
    for form, pattern in _AT_END:
        if match := pattern.search(row.text):
            place = name_place(row.text[: match.start()].rstrip(" ,–—-"))
            end = len(row.text)
            return _opening(row, form, match["stamp"], place, (end, end)) if place else None
    return None


def again(row: Row, before: Opening) -> Opening | None:
    """The message that a time alone opens below one of the same speaker."""
    match = _AGAIN.match(row.text)
    stamp = read_stamp(match["stamp"]) if match and before.stamp.clock else None
    clock = _after(before.stamp.clock, stamp.clock) if stamp and stamp.clock and before.stamp.clock else None
    if stamp is None or clock is None:
        return None
    words = Span(row.span.end, row.span.end)
    return replace(before, row=row, form="again", stamp=replace(stamp, clock=clock), words=words, rows=1)


def _after(before: Clock, clock: Clock) -> Clock | None:
    """A clock that may lack its half of the day: the first such time that is not before the one above it."""
    hours = [clock.hour] if clock.hour > 12 else [clock.hour % 12, clock.hour % 12 + 12]
    later = [hour for hour in hours if (hour, clock.minute or 0) >= (before.hour, before.minute or 0)]
    return clock._replace(hour=min(later)) if later else None


def _opening(row: Row, form: str, stamp: str, name: tuple[int, int], words: tuple[int, int]) -> Opening | None:
    read = read_stamp(stamp)
    speaker = row.text[slice(*name)]
    if read is None or not is_name(SAYS.sub("", speaker)):
        return None
    at_row = row.span.start
    party = party_of(speaker, at_row + name[0])
    handled = form in {"report", "name-clock"} and (bool(party.address) or bool(HANDLE.search(row.text[name[1] :])))
    return Opening(row, form, party, read, Span(at_row + words[0], at_row + words[1]), handled=handled)


def party_of(words: str, start: int) -> Party:
    """Who is shown by ``words`` that begin at ``start``: an address spells a name, or none."""
    address = words if re.fullmatch(_ADDRESS, words) else ""
    name = name_from_address(address) if address else _shown(words)
    return Party(words, name, address, Span(start, start + len(words)), "from")


def _shown(words: str) -> str:
    """The name in what a program shows: "Lee, Ann" turned round, "ANN LEE, ACME CAPITAL Says" without company and verb."""
    name = " ".join(SAYS.sub("", words).split())
    before, comma, after = name.partition(",")
    if not comma:
        return name
    return before if len(before.split()) > 1 and len(after.split()) > 1 else name_of(name) or name


def name_place(left: str) -> tuple[int, int] | None:
    """Where the name stands among the cells before a stamp: after initials, before a number or handle in brackets."""
    if re.fullmatch(PHONE, left.strip()):
        return len(left) - len(left.lstrip()), len(left.rstrip())
    handle = HANDLE.search(left)
    cells = list(_CELL.finditer(left[: handle.start() if handle else len(left)]))
    named = [cell for cell in cells if len(re.findall(r"[^\W\d_]", cell[0])) > (3 if len(cells) > 1 else 0)]
    if not named or (not handle and len(named) > 1):
        return None
    words = named[0][0].split(" ")
    initials = len(words) > 1 and len(words[0]) <= 3 and words[0].lower() == "".join(w[:1] for w in words[1:]).lower()
    return named[0].start() + (len(words[0]) + 1 if initials else 0), named[0].end()


def is_name(words: str) -> bool:
    """True if ``words`` may be how a chat program shows a person: at most five words, capitalised if more than two; a number; an
    address."""
    parts = words.split()
    proper = all(part[:1].isupper() or part.lower() in {"de", "van", "von", "la", "del", "der"} for part in parts)
    if re.fullmatch(rf"{PHONE}|{_ADDRESS}", words.strip()):
        return True
    if re.search(r"[:;@|]", words) or is_label(words) or words.lower() in _NO_NAMES:
        return False
    return 0 < len(parts) <= 5 and (proper or len(parts) <= 2) and bool(re.search(r"[^\W\d_]{2}", words))


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
