"""Prose set in columns, read column by column; headings across the columns, tables, captions and mail headers stay in place.

gutter   the white corridor between two columns, told by where the lines of the right one begin
band     the rows between two that cross the gutter
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from statistics import mean, median

from ingest.piece import Piece, rows_of

FEWEST_ROWS = 8
_LEAST_FLUSH = 0.75  # of the lines begin at their column's edge: where the blanks of words chance to meet they do not
_LEAST_LETTERS = 16  # on a line of prose, on average
_LEAST_RUNNING = 0.35  # of the lines of prose begin in the middle of a sentence, with a small letter
_LEAST_FILLED = 0.7  # of the column's width is what half of its lines fill
_LEAST_ABREAST = 0.6  # of the shorter column's lines stand beside the other: bubbles of a chat never do
_CORRIDOR = 0.7  # of the letters' height is the least width of a gutter

Row = list[Piece]


def in_columns(rows: list[Row]) -> list[Row]:
    """The rows of a page in the order in which they are read."""
    for edge in _edges(rows):
        bands = [list(band) for _, band in groupby(rows, key=lambda row: _crosses(row, edge))]
        if any(_is_divided(band, edge) for band in bands):
            return [row for band in bands for row in _read(band, edge)]
    return rows


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where a right column may begin: the places, well inside the text, at which most pieces do."""
    pieces = [piece for row in rows for piece in row]
    if len(pieces) < 2 * FEWEST_ROWS:
        return []
    left, right = min(piece.box.x0 for piece in pieces), max(piece.box.x1 for piece in pieces)
    inside = (p.box.x0 for p in pieces if left + 0.2 * (right - left) < p.box.x0 < right - 0.2 * (right - left))
    starts = Counter(round(x0 / 3) for x0 in inside)
    return [3 * place - 2.0 for place, count in starts.most_common(3) if count >= FEWEST_ROWS]


def _crosses(row: Row, edge: float) -> bool:
    """True where no gutter is left before ``edge``: a piece runs through it, or two stand close."""
    before = max((piece.box.x1 for piece in row if piece.box.x0 < edge), default=None)
    after = min((piece.box.x0 for piece in row if piece.box.x0 >= edge), default=None)
    if before is None:
        return False
    size = max(piece.size for piece in row)
    return (edge + 4 if after is None else after) - before < _CORRIDOR * size and (after is not None or before > edge)


def _is_divided(band: Sequence[Row], edge: float) -> bool:
    left, right = _sides(band, edge)
    if min(len(left), len(right)) < FEWEST_ROWS:
        return False
    return all(_is_flush(side) and _is_prose(side) for side in (left, right)) and _abreast(left, right) >= _LEAST_ABREAST


def _sides(band: Sequence[Row], edge: float) -> tuple[list[Row], list[Row]]:
    pieces = [piece for row in band for piece in row]
    return rows_of([p for p in pieces if p.box.x0 < edge]), rows_of([p for p in pieces if p.box.x0 >= edge])


def _is_flush(column: Sequence[Row]) -> bool:
    edges = [row[0].box.x0 for row in column]
    edge = median(edges)
    return sum(abs(x0 - edge) < 4 for x0 in edges) >= _LEAST_FLUSH * len(edges)


def _is_prose(column: Sequence[Row]) -> bool:
    texts = [" ".join(piece.text for piece in row) for row in column]
    widths = [row[-1].box.x1 - row[0].box.x0 for row in column]
    running = sum(text[0].islower() for text in texts)
    filled = median(widths) >= _LEAST_FILLED * max(widths)
    letters = mean(sum(letter.isalpha() for letter in text) for text in texts)  # an index has more figures than letters
    return filled and running >= _LEAST_RUNNING * len(texts) and letters >= _LEAST_LETTERS


def _abreast(left: Sequence[Row], right: Sequence[Row]) -> float:
    short, long = sorted((left, right), key=len)
    beside = sum(any(a[0].box.top < b[0].box.bottom and b[0].box.top < a[0].box.bottom for b in long) for a in short)
    return beside / len(short)


def _read(band: list[Row], edge: float) -> list[Row]:
    if not _is_divided(band, edge):
        return band
    left, right = _sides(band, edge)
    return [*in_columns(left), *in_columns(right)]
