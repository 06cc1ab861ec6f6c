"""Text messages printed as on a telephone: names at either side, each message beside its time.

                    Friday, November 17, 2023                       heading: the day of what follows
    Ann Lee (+1 555 010 0100)                                       name: who speaks on this side from here on
    Can you call me when you
    have a minute               9:06:38 AM                          the time stands level with the middle of its message
                                3:33:37 PM   On my way.             words right of the time are of the side at the right

Names, times and words are told apart by their cells: a time is a cell (or a row) of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.chat_openings import at, day_heading, is_name
from ingest.dates import Clock, parse_clock
from ingest.document import Document
from ingest.rows import Row
from ingest.segment import Party
from ingest.span import Span
from ingest.when import When

_HANDLED_NAME = re.compile(r"(?P<name>[^\W\d_][^:;<>\[\](){}|]{1,40}?)\s*[({\[<]\s*(?:\+|\d|@)[\s\d()+xX*.-]*[)}\]>]?\s*\Z")
_FEWEST_CLOCKS = 2
_SHIFT = 24.0  # points by which the times of two pages may stand apart


@dataclass(slots=True)
class Bubble:
    """One message: its time, and the pieces of its words in order."""

    speaker: Party
    day: When | None
    clock: Clock
    clock_span: Span
    words: list[Span] = field(default_factory=list)

    @property
    def when(self) -> When | None:
        """The moment, if a day heading stood above."""
        return at(self.day, self.clock, "") if self.day else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row's words, or its time, and where they stand in points."""

    span: Span
    left: float
    top: float
    bottom: float
    clock: Clock | None


@dataclass(slots=True)
class _Talk:
    """What holds until something else is printed: the day, who speaks on which side, where the times stand on which page."""

    heading: When | None = None
    side: dict[bool, Party] = field(default_factory=dict)
    gutter: float = 0.0
    page: int = 0


def bubbles(document: Document, rows: Sequence[Row]) -> list[Bubble]:
    """The messages of a run. A page is one of bubbles if days, names and at least two times stand on it as described, or if it carries
    on the page before it: days and sides hold from page to page."""
    found: list[Bubble] = []
    talk = _Talk()
    for number, page in itertools.groupby(rows, key=lambda row: row.line.page):
        on_page = list(page)
        gutter = _gutter(document, on_page, talk if talk.page == number - 1 else _Talk())
        if gutter is None:
            continue
        if talk.page != number - 1:
            talk = _Talk()
        talk.page, talk.gutter = number, gutter
        found += _on_page(document, on_page, talk)
    return found


def _on_page(document: Document, rows: Sequence[Row], talk: _Talk) -> list[Bubble]:
    found: list[Bubble] = []
    block: list[_Piece] = []

    def close() -> None:
        found.extend(_messages(block, talk.side, talk.heading, talk.gutter))
        block.clear()

    for row in rows:
        named = _name(row)
        if (when := day_heading(row)) is not None:
            close()
            talk.heading = when
        elif named is not None:
            close()
            talk.side[row.left < talk.gutter] = named
        else:
            block.extend(_pieces(document, row, rows[0].span.start))
    close()
    return found


def _gutter(document: Document, rows: Sequence[Row], before: _Talk) -> float | None:
    """Where the column of times begins; None if the rows are no such page."""
    clocks = [piece.left for row in rows for piece in _pieces(document, row, rows[0].span.start) if piece.clock]
    if before.heading and before.side and clocks and abs(min(clocks) - before.gutter) <= _SHIFT:
        return min(clocks)
    names = [row for row in rows if _name(row)]
    return min(clocks) if len(clocks) >= _FEWEST_CLOCKS and names and any(day_heading(row) for row in rows) else None


def _name(row: Row) -> Party | None:
    match = _HANDLED_NAME.match(row.text)
    if not match or not is_name(match["name"]):
        return None
    start = row.span.start
    name = " ".join(match["name"].split())
    return Party(row.text, name, "", Span(start, start + len(row.text)), "from")


def _pieces(document: Document, row: Row, page_start: int) -> list[_Piece]:
    """The cells of a row that hold letters or a time; an icon's remains ("~", "£") are left out."""
    box = row.line.box
    line = 12.0 * document.text.count("\n", page_start, row.span.start) if box is None else 0.0
    top, bottom = (box.top, box.bottom) if box else (line, line + 10.0)
    pieces = [
        _Piece(cell, tab, top, bottom, parse_clock(cell.of(document.text)))
        for cell, tab in zip(row.cells, row.tabs, strict=True)
    ]
    return [piece for piece in pieces if re.search(r"[^\W_]", piece.span.of(document.text))]


def _messages(block: Sequence[_Piece], side: dict[bool, Party], heading: When | None, gutter: float) -> list[Bubble]:
    """The messages among the pieces between two headings or names: one for each time."""
    found: list[Bubble] = []
    clocks = [piece for piece in block if piece.clock]
    words = [piece for piece in block if not piece.clock]
    shares = _shared_out(words, clocks)
    for clock, share in zip(clocks, shares, strict=True):
        at_left = share[0].left < gutter if share else False in side and True not in side
        speaker = side.get(bool(at_left)) or (next(iter(side.values())) if not share and len(side) == 1 else None)
        if speaker and clock.clock:
            found.append(Bubble(speaker, heading, clock.clock, clock.span, [piece.span for piece in share]))
    return found


def _shared_out(words: Sequence[_Piece], clocks: Sequence[_Piece]) -> list[list[_Piece]]:
    """Each time's words: between two times the widest gap divides."""
    shares: list[list[_Piece]] = []
    start = 0
    for here, following in itertools.pairwise(clocks):
        # A message stands level with its time: it reaches below this one, and the next one's begins above the following.
        candidates = [
            i
            for i in range(start + 1, len(words) + 1)
            if words[i - 1].bottom >= _middle(here) and (i == len(words) or words[i].top <= _middle(following))
        ]
        is_empty = start == len(words) or words[start].top > here.bottom
        end = start if is_empty else max(candidates, key=lambda i: _gap(words, i), default=start)
        shares.append(list(words[start:end]))
        start = end
    return [*shares, list(words[start:])] if clocks else []


def _middle(piece: _Piece) -> float:
    return (piece.top + piece.bottom) / 2


def _gap(words: Sequence[_Piece], i: int) -> float:
    """The height of the white space above words ``i``."""
    return words[i].top - words[i - 1].bottom if 0 < i < len(words) else 0.0
