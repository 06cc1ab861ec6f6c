"""Words from under a redaction that somebody has released, found again in the text: they stay known as such wherever they are shown.

    Page.released    the boxes                                    Uncovered(Span(24, 39), page=3, box=...)

What stands under a box is looked for in the lines that are as high as it. Where its words stand twice in a line those nearest to
the box are meant; where they do not stand together, the whole line is marked: rather too much than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Box, Document, Line, Uncovered
from ingest.piece import Sheet
from ingest.span import Span


def find_uncovered(document: Document, sheets: Sequence[Sheet]) -> Document:
    """The document with the places of the words that were released."""
    found = [one for sheet in sheets for box, words in sheet.released for one in _under(document, sheet.number, box, words)]
    return replace(document, uncovered=tuple(sorted(set(found), key=lambda one: (one.span, one.box.x0))))


def _under(document: Document, page: int, box: Box, words: Sequence[str]) -> Iterator[Uncovered]:
    lines = [line for line in document.lines if line.page == page and line.box is not None and _is_beside(line.box, box)]
    left = list(words)
    for line in lines:
        count = next((n for n in range(len(left), 0, -1) if _places(document, line, left[:n])), 0)
        places = _places(document, line, left[:count]) if count else []
        yield Uncovered(min(places, key=lambda span: _distance(line, span, box), default=line.span), page, box)
        left = left[count:]


def _is_beside(line: Box, box: Box) -> bool:
    """True where the middle of the line is as high as the box, and some of the line under it."""
    return box.top < (line.top + line.bottom) / 2 < box.bottom and line.x0 < box.x1 and box.x0 < line.x1


def _places(document: Document, line: Line, words: Sequence[str]) -> list[Span]:
    """Where ``words`` stand one after the other in a line, each as a whole word: the comma after a name may stick out of its box."""
    pattern = r"\S*?" + r"\S*\s+\S*?".join(map(re.escape, words)) + r"\S*"
    return [Span(*m.span()) for m in re.compile(pattern).finditer(document.text, line.span.start, line.span.end)]


def _distance(line: Line, span: Span, box: Box) -> float:
    """How far, in points, the middle of a span is from that of a box, by the letters before it."""
    cells = [(cell.span, cell.box) for cell in line.cells if cell.box is not None] or [(line.span, line.box or box)]
    within, place = next(((s, b) for s, b in cells if s.contains(span)), cells[0])
    share = ((span.start + span.end) / 2 - within.start) / max(1, len(within))
    return abs(place.x0 + share * (place.x1 - place.x0) - (box.x0 + box.x1) / 2)
