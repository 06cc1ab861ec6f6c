"""A row is a printed line as a reader of messages sees it: quote marks, stamps and margin codes aside.

    >> > Hi Ann,        Row(text="Hi Ann,", depth=3)

A passage is words that run over several rows, read as one string, with the way back to where they stand.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document, Line
from ingest.span import Span
from ingest.stamps import is_stamp, without_codes

_MARKS = re.compile(r"(?:\s*[>»])+\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LETTER_WIDTH = 6.0  # points that one blank stands for in plain text


@dataclass(frozen=True, slots=True)
class Row:
    """``span`` holds ``text``; ``depth`` counts quote marks; ``left`` and ``tabs`` say where its cells begin, in points;
    ``gap`` is True where about a blank line or more stands above; ``head`` for the first words of a page."""

    line: Line
    span: Span
    text: str
    depth: int
    left: float
    cells: tuple[Span, ...]
    tabs: tuple[float, ...]
    gap: bool
    head: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of a document's text joined by one blank."""

    source: str
    pieces: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words as one string."""
        return " ".join(piece.of(self.source) for piece in self.pieces)

    def span(self, start: int, end: int) -> Span | None:
        """Where ``text[start:end]`` stands in the source; None if anything but white space stands between its pieces."""
        first, last = self._offset(start), self._offset(end - 1)
        span = Span(first, last + 1)
        inside = [piece for piece in self.pieces if piece.overlaps(span)]
        gaps = (self.source[a.end : b.start] for a, b in itertools.pairwise(inside))
        return span if not any(gap.strip() for gap in gaps) else None

    def _offset(self, index: int) -> int:
        at = 0
        for piece in self.pieces:
            if index < at + len(piece):
                return piece.start + index - at
            at += len(piece) + 1
        return self.pieces[-1].end - 1


def passage(document: Document, rows: Sequence[Row]) -> Passage:
    """The words of ``rows`` as one passage."""
    return Passage(document.text, tuple(row.span for row in rows))


def rows_of(document: Document, run: Sequence[Line]) -> list[Row]:
    """The rows of neighbouring lines that hold words; stamps and lone quote marks are left out."""
    rows: list[Row] = []
    previous: Line | None = None
    gap = False
    for line in run:
        head = previous is None or previous.page != line.page
        gap = (gap and not head) or (previous is not None and not head and _is_gap(document, previous, line))
        previous = line
        row = None if is_stamp(document, line) else _row(document, line, gap=gap, head=head)
        if row is None:
            gap = True
            continue
        rows.append(row)
        gap = False
    return rows


def _row(document: Document, line: Line, *, gap: bool, head: bool) -> Row | None:
    kept = without_codes(document, line)
    span = Span(line.span.start, kept[-1].end)
    marks = _MARKS.match(span.of(document.text))
    start = span.start + (marks.end() if marks else 0)
    span = Span(start, span.end).trimmed(document.text)
    if not len(span):
        return None
    cells = tuple(Span(max(cell.start, span.start), cell.end) for cell in kept if cell.end > span.start)
    depth = sum(2 if mark == "»" else mark == ">" for mark in marks[0]) if marks else 0
    tabs = tuple(_tab(document, line, cell) for cell in cells)
    return Row(line, span, span.of(document.text), depth, tabs[0], cells, tabs, gap, head)


def _tab(document: Document, line: Line, cell: Span) -> float:
    box = next((c.box for c in line.cells if c.span.end == cell.end), line.box)
    if box is not None:
        return box.x0
    line_start = max(document.text.rfind(mark, 0, cell.start) for mark in "\n\f") + 1
    return _LETTER_WIDTH * (cell.start - line_start)


def _is_gap(document: Document, above: Line, below: Line) -> bool:
    if above.box is not None and below.box is not None:
        height = min(above.box.bottom - above.box.top, below.box.bottom - below.box.top)
        return below.box.top - above.box.bottom > 0.75 * height
    return bool(_BLANK_LINE.search(document.text[above.span.end : below.span.start]))
