"""A chat printed as a table: a row (or more) a message, each cell below the heading of its column.

Date                     From        To          Message
10/4/2023 1:05:09 PM     Ann Lee     Bob Ray     Where is the
                                                 ledger?
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.chat_marks import said
from ingest.chat_openings import is_name
from ingest.chat_people import Circle, bare_party, circle
from ingest.chat_stamp import CLOCK, Stamp, day_first, read_stamp
from ingest.document import Document
from ingest.recipients import parties, party
from ingest.rows import Passage, Row
from ingest.segment import Party, Segment
from ingest.span import Span, hull

_COLUMNS = {
    "time": r"(?:(?:message |sent )?(?:date|time|timestamp)(?: ?[/&-] ?time| sent| and time)?|sent|date/time|when)(?: ?\(?(?:utc|gmt)\b.*)?",
    "from": r"from|sender(?: name)?|author|participant|user|speaker|name",
    "to": r"to|recipients?|receiver|participants",
    "words": r"message(?: text| body| content)?|body|text|content|chat|comment",
}
_HEADINGS = {name: re.compile(rf"(?:{words})\Z", re.IGNORECASE) for name, words in _COLUMNS.items()}
_CLOCK = re.compile(rf"{CLOCK}|[AaPp]\.?[Mm]\b|\(?(?:UTC|GMT)")  # the rest of a time that runs over
_SLACK = 8.0  # points by which a cell may stand left of its heading


@dataclass(slots=True)
class _Entry:
    """One message: its pieces by column."""

    pieces: dict[str, list[Span]] = field(default_factory=dict)

    def text(self, source: str, column: str) -> str:
        return Passage(source, tuple(self.pieces.get(column, ()))).text

    def stamp(self, source: str) -> Stamp | None:
        """The moment that is all of its first column."""
        return read_stamp(" ".join(self.text(source, "time").split()))

    def speaker(self, source: str) -> Party | None:
        """Who stands in the speaker's column, if it is somebody."""
        pieces = self.pieces.get("from")
        if not pieces:
            return None
        words = Passage(source, tuple(pieces))
        one = bare_party(source, pieces[0]) if len(pieces) == 1 else party(words, 0, len(words.text), "from")
        return one if is_name(one.name or one.address) else None


def find_table(document: Document, rows: Sequence[Row]) -> list[Segment]:
    """The messages of a table of two rows at least, each with a time, a speaker and words."""
    heading = next((i for i, row in enumerate(rows) if _columns(document, row)), None)
    if heading is None:
        return []
    entries = _entries(document, rows[heading + 1 :], _columns(document, rows[heading]))
    whole = [entry for entry in entries if entry.stamp(document.text) and entry.speaker(document.text)]
    if len(whole) < 2 or len(whole) < 0.8 * len(entries):
        return []
    by_day = day_first(entry.text(document.text, "time") for entry in whole)
    names = circle(document, rows[:heading], (speaker for entry in whole if (speaker := entry.speaker(document.text))))
    return [_segment(document, entry, names, by_day=by_day) for entry in whole]


def _columns(document: Document, row: Row) -> list[tuple[float, str]]:
    """Where each column begins, and what it holds ('' for others'); empty if the row is no such heading."""
    found: list[tuple[float, str]] = []
    for cell, tab in zip(row.cells, row.tabs, strict=True):
        words = " ".join(cell.of(document.text).split())
        name = next((name for name, form in _HEADINGS.items() if form.match(words)), "")
        found.append((tab, "" if name != "time" and any(name == other for _, other in found) else name))
    return found if {"time", "from", "words"} <= {name for _, name in found} else []


def _entries(document: Document, rows: Sequence[Row], columns: list[tuple[float, str]]) -> list[_Entry]:
    found: list[_Entry] = []
    is_open = False
    for row in rows:
        if _columns(document, row):
            continue  # the heading again, on another page
        cells = [(_column(columns, tab), cell) for cell, tab in zip(row.cells, row.tabs, strict=True)]
        begins = any(name == "time" and re.search(r"\d", cell.of(document.text)) for name, cell in cells)
        if begins and (not found or found[-1].stamp(document.text)):
            found.append(_Entry())
            is_open = True
        elif any(name == "time" and not _CLOCK.match(cell.of(document.text)) for name, cell in cells):
            is_open = False  # something else stands below the table
        for name, cell in cells if is_open else ():
            found[-1].pieces.setdefault(name, []).append(cell)
    return found


def _column(columns: list[tuple[float, str]], tab: float) -> str:
    begun = [name for left, name in columns if left - _SLACK <= tab]
    return begun[-1] if begun else columns[0][1]


def _segment(document: Document, entry: _Entry, names: Circle, *, by_day: bool) -> Segment:
    source = document.text
    speaker, stamp = entry.speaker(source), entry.stamp(source)
    reached = [one for cell in entry.pieces.get("to", ()) for one in parties(Passage(source, (cell,)), "to") if one.span]
    named = [replace(bare_party(source, one.span), role="to") for one in reached if one.span]
    told = tuple(one for one in named if speaker is None or one.name.lower() != speaker.name.lower())
    return Segment(
        spans=said(source, entry.pieces.get("words", ())),
        kind="chat",
        author=names.speaker(speaker) if speaker else None,
        addressees=told or (names.others(speaker) if speaker else ()),
        when=stamp.when(day_first=by_day) if stamp else None,
        header=hull(entry.pieces["time"][:1]),
        rule="chat-table",
        confidence=0.9,
    )
