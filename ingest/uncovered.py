"""Words from under a redaction that somebody has released, found again in the text: they stay known as such wherever they are shown.

    Page.released    the boxes                                    Uncovered(Span(24, 39), page=3, box=...)

What stands under a box is looked for in the lines whose middle it covers; while words are left, in those that share half their
height with it (a line of large and small letters is higher than the words it hides); if it covers none, in all that it touches.
Where its words stand twice in a line those nearest to the box are meant; where they do not stand together, the whole line is
marked: rather too much than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Box, Document, Line, Page, Uncovered
from ingest.piece import Sheet
from ingest.redaction import is_same
from ingest.span import Span

_BESIDE = 0.5  # of the height of a line or a box, whichever is lower, that they share


def find_uncovered(document: Document, sheets: Sequence[Sheet]) -> Document:
    """The document with the places of the words that were released."""
    found = [one for sheet in sheets for box, words in sheet.released for one in _under(document, sheet.number, box, words)]
    return replace(document, uncovered=tuple(sorted(set(found), key=lambda one: (one.span, one.box.x0))))


def unplaced(document: Document, page: Page) -> tuple[Box, ...]:
    """The released boxes of a page whose words were not found in the text: where they stand, if they do, nobody knows."""
    found = [one.box for one in document.uncovered if one.page == page.number]
    return tuple(box for box in page.released if not any(is_same(box, other) for other in found))


def _under(document: Document, page: int, box: Box, words: Sequence[str]) -> Iterator[Uncovered]:
    touched = [line for line in document.lines if line.page == page and line.box is not None and line.box.meets(box)]
    middle = [line for line in touched if any(_is_beside(place, box) for place in _boxes(line))]
    level = [line for line in touched if line not in middle and any(_is_level(place, box) for place in _boxes(line))]
    found, left = _placed(document, middle, words, box)
    if left or not middle:
        more, left = _placed(document, level or ([] if middle else touched), left, box)
        found += more
    yield from (Uncovered(line.span if left else span, page, box) for line, span in found)


def _placed(
    document: Document, lines: Sequence[Line], words: Sequence[str], box: Box
) -> tuple[list[tuple[Line, Span]], list[str]]:
    """Each of the lines with the place of the words in it, all of it where none is found; and the words that are left."""
    left, found = list(words), []
    for line in lines:
        count = next((n for n in range(len(left), 0, -1) if _places(document, line, left[:n])), 0)
        places = _places(document, line, left[:count]) if count else []
        found.append((line, _nearest(line, places, box)))
        left = left[count:]
    return found, left


def _boxes(line: Line) -> list[Box]:
    return [place for place in (line.box, *(cell.box for cell in line.cells)) if place is not None]


def _is_beside(line: Box, box: Box) -> bool:
    """True where the middle of the line is as high as the box, and some of the line under it."""
    return box.top < (line.top + line.bottom) / 2 < box.bottom and line.meets(box)


def _is_level(line: Box, box: Box) -> bool:
    """True where a line and a box have much of their height in common, and some of the line is under it."""
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    return line.meets(box) and shared >= _BESIDE * min(line.bottom - line.top, box.bottom - box.top)


def _places(document: Document, line: Line, words: Sequence[str]) -> list[Span]:
    """Where ``words`` stand one after the other in a line, each as a whole word: the comma after a name may stick out of its box."""
    pattern = r"\S*?" + r"\S*\s+\S*?".join(map(re.escape, words)) + r"\S*"
    return [Span(*m.span()) for m in re.compile(pattern).finditer(document.text, line.span.start, line.span.end)]


def _nearest(line: Line, places: Sequence[Span], box: Box) -> Span:
    """The place that is meant; all of the line where there is none, or where letters of several sizes hide which of several."""
    if len(places) > 1 and line.box is not None and not _is_beside(line.box, box):
        return line.span
    return min(places, key=lambda span: _distance(line, span, box), default=line.span)


def _distance(line: Line, span: Span, box: Box) -> float:
    """How far, in points, the middle of a span is from that of a box, by the letters before it."""
    cells = [(cell.span, cell.box) for cell in line.cells if cell.box is not None] or [(line.span, line.box or box)]
    within, place = next(((s, b) for s, b in cells if s.contains(span)), cells[0])
    share = ((span.start + span.end) / 2 - within.start) / max(1, len(within))
    return abs(place.x0 + share * (place.x1 - place.x0) - (box.x0 + box.x1) / 2)
