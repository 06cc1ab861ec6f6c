"""From a page's pieces to its printed lines in reading order, body first, footnotes apart."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns import in_columns
from ingest.condensed import Frame
from ingest.document import Box
from ingest.footnote import anchor, first_footnote
from ingest.furniture import Leaf
from ingest.margin import Ruler
from ingest.piece import Piece, rows_of
from ingest.redaction_mark import marked
from ingest.wording import WIDE_GAP


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line before it has a place in the text. ``cells`` are its columns: one where no wide gap divides it."""

    cells: tuple[tuple[str, Box], ...]
    page: int
    number: int | None
    size: float
    footnote: bool = False
    label: str = ""

    @property
    def box(self) -> Box:
        """Around all cells."""
        if len(self.cells) == 1:
            return self.cells[0][1]
        boxes = [box for _, box in self.cells]
        return Box(min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))


def lines_of(leaf: Leaf, *, body_size: float) -> list[PrintedLine]:
    """The printed lines of one page from the top down. ``body_size`` is the letter height of the document's body in points."""
    if leaf.frames:
        return [line for frame in leaf.frames for line in _frame_lines(leaf.sheet.number, frame)]
    body = marked(leaf.body, leaf.sheet.redactions, leaf.sheet.failed)
    rows = rows_of(body) if leaf.ruler else in_columns(rows_of(body))
    first_note = first_footnote(rows, body_size)
    return [_line(row, leaf.sheet.number, leaf.ruler, footnote=i >= first_note) for i, row in enumerate(rows)]


def _frame_lines(page: int, frame: Frame) -> list[PrintedLine]:
    return [replace(_line(row, page, frame.ruler), label=frame.label) for row in rows_of(frame.body)]


def _line(row: Sequence[Piece], page: int, ruler: Ruler | None, *, footnote: bool = False) -> PrintedLine:
    main = anchor(row)
    number = ruler.number(main.baseline) if ruler else None
    cells = ((main.text, main.box),) if len(row) == 1 else _cells(row)
    return PrintedLine(cells, page, number, main.size, footnote)


def body_size(leaves: Sequence[Leaf]) -> float:
    """The letter height that the body is set in, in points: the largest that a fifth of the letters have; 0 without text.

    Not the commonest: in a report whose pages are mostly footnotes that is the size of the notes.
    """
    exactly: dict[float, int] = defaultdict(int)
    for leaf in leaves:
        for piece in leaf.body:
            exactly[piece.size] += len(piece.text)
    letters: Counter[float] = Counter()
    for size, count in exactly.items():
        letters[round(size * 2) / 2] += count
    enough = 0.2 * letters.total()
    return max((size for size, count in letters.items() if count >= enough), default=0.0)


def _cells(row: Sequence[Piece]) -> tuple[tuple[str, Box], ...]:
    groups: list[list[Piece]] = []
    for piece in row:
        if groups and piece.box.x0 - groups[-1][-1].box.x1 <= WIDE_GAP * max(piece.size, groups[-1][-1].size, 4.0):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple((_joined(group), _around(group)) for group in groups)


def _joined(group: Sequence[Piece]) -> str:
    text = group[0].text
    for left, right in itertools.pairwise(group):
        touching = right.box.x0 - left.box.x1 < 0.15 * max(right.size, 4.0)
        text += right.text if touching else " " + right.text
    return text


def _around(group: Sequence[Piece]) -> Box:
    return Box(group[0].box.x0, min(p.box.top for p in group), group[-1].box.x1, max(p.box.bottom for p in group))
