"""The mark that a black box leaves in the text: where words were taken out, the reader of a line must see that something was there.

    "The payment was made by █ in the spring."      one mark a box, at its place in the line

Only boxes that stand where words would are marked: as high as a line, and beside words. A line that is black from end to end is
taken for no line of text, as long as nothing tells that it is: the words before and after it show their marks. Where the file still
has the letters below a box, there were words. A bar across the page and a black picture are no words.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ingest.document import Box
from ingest.piece import Piece

MARK = "█"
_LOWEST, _HIGHEST = 0.6, 2.2  # of the letters' height is that of a box over one line
_OVERHANG = 8.0  # points
_BLANK = 0.25  # of the letters' height


def marked(body: Sequence[Piece], boxes: Sequence[Box], failed: Sequence[Box] = ()) -> tuple[Piece, ...]:
    """The pieces of a page's body with a mark for each of its redactions that stands among them; ``failed`` are those that hide letters."""
    upright = [piece for piece in body if piece.upright]
    if not boxes or not upright:
        return tuple(body)
    size = median(piece.size for piece in upright)
    left, right = _edges(upright)
    inside = [box for box in boxes if _is_word(box, size) and _is_within(box, left, right) and _is_beside(box, upright)]
    inside += [box for box in failed if left - _OVERHANG <= box.x0 < right and not _is_beside(box, upright)]
    return (*body, *(Piece(MARK, _between(_on_line(box, size), upright), size) for box in inside))


def _is_word(box: Box, size: float) -> bool:
    return _LOWEST * size <= box.bottom - box.top <= _HIGHEST * size


def _on_line(box: Box, size: float) -> Box:
    """The place of the mark: as wide as the box, as high as a line in the middle of it."""
    middle = (box.top + box.bottom) / 2
    return Box(box.x0, middle - size / 2, box.x1, middle + size / 2)


def _between(box: Box, pieces: Sequence[Piece]) -> Box:
    """The box less what of it reaches over the words beside it, and a blank: boxes are drawn larger than what they cover."""
    middle, blank = (box.x0 + box.x1) / 2, _BLANK * (box.bottom - box.top)
    beside = [piece.box for piece in pieces if piece.box.top < (box.top + box.bottom) / 2 < piece.box.bottom]
    left = max((place.x1 + blank for place in beside if place.x0 < box.x0 and place.x1 < middle), default=box.x0)
    right = min((place.x0 - blank for place in beside if place.x1 > box.x1 and place.x0 > middle), default=box.x1)
    return Box(min(max(box.x0, left), middle), box.top, max(min(box.x1, right), middle), box.bottom)


def _edges(pieces: Sequence[Piece]) -> tuple[float, float]:
    """Where the text begins and ends; what hangs out at its left is passed over."""
    starts = sorted(piece.box.x0 for piece in pieces)
    return starts[len(starts) // 20], max(piece.box.x1 for piece in pieces)


def _is_within(box: Box, left: float, right: float) -> bool:
    return left < (box.x0 + box.x1) / 2 and left - _OVERHANG <= box.x0 and box.x1 <= right + _OVERHANG


def _is_beside(box: Box, pieces: Sequence[Piece]) -> bool:
    middle = (box.top + box.bottom) / 2
    return any(piece.box.top < middle < piece.box.bottom for piece in pieces)
