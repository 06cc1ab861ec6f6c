"""Printed pages: the lines of each as rows that begin with words, and the printed number as far as it can be believed.

row       "Q.   Why?"     a printed line without a stray line number or speck of dust at its head
page      45              a PDF page, or one of several that share a sheet
ruled     numbered 1 to 25 down the margin, as reporters number; not 1 to 28, as pleadings are
severed   the count of printed pages shows that some before this one may be missing
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from ingest.document import Box, Cell, Document, Line
from ingest.page_count import longest_count
from ingest.span import Span
from ingest.turn_label import Opening, Style, read_opening

PageKind = Literal["testimony", "front", "back", "other"]

# 28 lines are a pleading's; reporters number 24 to 26.
_LONGEST = 26
_NEAR = 6.0  # points
_LETTER = 6.0  # points, of plain text
_SPECK = re.compile(r"[^\w\s(\[\"“*–—&$§¶#%+-]{1,2}\s+")
_STRAY = re.compile(r"[\dIlOo|!]{1,3}[.:]?")


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line without a stray line number at its head. ``edge`` is where it begins, in points from the left; ``inner``
    where its further columns begin."""

    line: Line
    span: Span
    edge: float
    inner: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One printed page: a PDF page, or one of several that share a sheet.

    ``label`` is the printed page number; ``ruled`` is True for lines numbered as reporters number them; ``column`` where Q
    and A stand, in points from the left; ``severed`` is True where the count of pages shows that some before it may be missing.
    """

    number: int
    label: str
    rows: tuple[Row, ...]
    ruled: bool = False
    kind: PageKind = "other"
    column: float | None = None
    severed: bool = False

    @property
    def mean(self) -> float:
        """Letters and blanks on a line, on average: prose fills its lines, a cover does not."""
        return sum(len(row.span) for row in self.rows) / max(1, len(self.rows))

    @property
    def leaf(self) -> int | None:
        """The printed page number, where it is a number."""
        return int(self.label) if self.label.isdigit() else None

    def words(self, document: Document) -> str:
        """The page's text."""
        return "\n".join(row.line.span.of(document.text) for row in self.rows)


def printed_pages(document: Document, free: Iterable[Sequence[Line]]) -> list[PrintedPage]:
    """The printed pages that hold the free lines, in order."""
    lines = [line for run in free for line in run]
    return [
        _printed_page(document, number, label, tuple(group))
        for (number, label), group in groupby(lines, key=lambda line: (line.page, line.label))
    ]


def _printed_page(document: Document, number: int, label: str, lines: tuple[Line, ...]) -> PrintedPage:
    numbers = [line.number for line in lines if line.number is not None]
    ruled = bool(numbers) and max(numbers) <= _LONGEST and len(numbers) >= 0.6 * len(lines)
    margin = _margin(document, lines)
    rows = tuple(_row(document, line, margin) for line in lines)
    return PrintedPage(
        number, label or document.page(number).label, rows, ruled and (bool(label) or not _is_pleading(document, number))
    )


def credible(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """The pages with only such numbers as a rising count allows: a poor text layer cuts "212" down to "2"."""
    kept = longest_count([(page.number, page.leaf) for page in pages])
    return _filled([page if i in kept else replace(page, label="") for i, page in enumerate(pages)])


def _filled(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """With the numbers that are lost between two that leave room for no others; where they leave room, pages are severed."""
    filled = list(pages)
    known = [i for i, page in enumerate(pages) if page.leaf is not None]
    for left, right in pairwise(known):
        first, last = pages[left].leaf or 0, pages[right].leaf or 0
        for i in range(left + 1, right + 1):
            whole = last - first == right - left
            filled[i] = replace(pages[i], label=str(first + i - left)) if whole else replace(pages[i], severed=True)
    return filled


def _margin(document: Document, lines: Sequence[Line]) -> float:
    """Where the text of a page begins: the leftmost place at which two lines do, stray numbers apart."""
    edges = sorted(_edge(document, line.span, line.box) for line in lines if not _is_stray(document, line))
    return next((edge for edge, further in pairwise(edges) if further - edge < _NEAR), edges[0] if edges else 0.0)


def _edge(document: Document, span: Span, box: Box | None) -> float:
    """Where a span begins, in points from the left; a letter of plain text counts 6 points."""
    if box is not None:
        return box.x0
    return _LETTER * (span.start - max(document.text.rfind(mark, 0, span.start) for mark in "\n\f") - 1)


def _is_stray(document: Document, line: Line) -> bool:
    head = line.cells[0].span.of(document.text) if line.cells else ""
    return _STRAY.fullmatch(head) is not None


def _row(document: Document, line: Line, margin: float) -> Row:
    span = line.span.trimmed(document.text)
    cells = line.cells or (Cell(span, line.box),)
    stray = _is_stray(document, line) and _edge(document, cells[0].span, cells[0].box) < margin - 2 * _NEAR
    if len(cells) > 1 and (stray or _SPECK.fullmatch(f"{cells[0].span.of(document.text)} ")):
        span, cells = Span(cells[1].span.start, span.end), cells[1:]
    elif speck := _SPECK.match(span.of(document.text)):
        span = Span(span.start + speck.end(), span.end)
    edges = [_edge(document, cell.span, cell.box) for cell in cells]
    return Row(line, span, edges[0], tuple(edges[1:]))


def opening_of(document: Document, row: Row, style: Style) -> Opening:
    """What ``row`` opens with."""
    return read_opening(row.span.of(document.text), row.span.start, row.edge, style)


def _is_pleading(document: Document, number: int) -> bool:
    """True for paper numbered past what reporters number; a short last page has the numbers, if not the lines."""
    return {"27", "28"} <= set(document.page(number).furniture)
