"""Words that a page prints twice at one place, each kept once: bold faked by printing twice, or the unseen text of an OCR engine
over text that is typeset.

unseen    letters that are drawn in no colour at all: what is seen at their place is kept instead
twice     the same words again, or some of them, at the same place
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from ingest.document import Box
from ingest.letters import Letters
from ingest.piece import Piece

_NEAR = 4.0  # points: OCR places a line a point or two from where it is printed
_OVER = 0.4  # of an unseen piece that lies on what is seen
_WITHIN = 0.8
_LEAST_COVERED = 0.3  # of the unseen letters lie on what is seen: else they are but the words of a picture beside it


def once(letters: Letters, pieces_of: Callable[[Letters], list[Piece]]) -> list[Piece]:
    """The pieces that ``letters`` make, without those that are there twice."""
    pieces = pieces_of(letters)
    if letters.half_seen():
        unseen = letters.unseen()
        printed, under = pieces_of(letters.without(unseen)), pieces_of(letters.without(letters.all - unseen))
        beside = [piece for piece in under if not any(_share(piece.box, other.box) > _OVER for other in printed)]
        if _length(under) - _length(beside) > _LEAST_COVERED * _length(under):
            return _distinct([*printed, *beside])
    return _distinct(pieces) if _is_doubled(pieces) else pieces


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _is_doubled(pieces: Sequence[Piece]) -> bool:
    """True if two pieces that begin at one place lie one on the other: of many lines that are there twice some do."""
    boxes = [piece.box for piece in pieces]
    if len({(box.x0 // _NEAR, box.top // _NEAR) for box in boxes}) == len(boxes):  # so it is on nearly every page
        return False
    places: dict[tuple[float, float], Box] = {}
    for box in boxes:
        other = places.setdefault((box.x0 // _NEAR, box.top // _NEAR), box)
        if other is not box and _share(box, other) > _OVER:
            return True
    return False


def _distinct(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those whose words another has at the same place; of two that are equal the first stays."""
    by_height = sorted(range(len(pieces)), key=lambda i: pieces[i].middle)
    middles = [pieces[i].middle for i in by_height]
    again: set[int] = set()
    for j, rival in enumerate(pieces):  # what lies on it for the most part has its middle there
        within = by_height[bisect_left(middles, rival.box.top) : bisect_right(middles, rival.box.bottom)]
        again.update(i for i in within if i != j and _is_again(pieces[i], rival, j < i))
    return [piece for i, piece in enumerate(pieces) if i not in again]


def _is_again(piece: Piece, rival: Piece, is_later: bool) -> bool:
    """True if a piece's words are those of a rival, or some of them; of two that are equal the later is meant."""
    return rival.upright == piece.upright and _holds(rival, piece) and (is_later or not _holds(piece, rival))


def _holds(longer: Piece, shorter: Piece) -> bool:
    words = f" {longer.text} "
    return f" {shorter.text} " in words and _share(shorter.box, longer.box) >= _WITHIN


def _share(box: Box, other: Box) -> float:
    """How much of a box lies on another."""
    width = min(box.x1, other.x1) - max(box.x0, other.x0)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    area = (box.x1 - box.x0) * (box.bottom - box.top)
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0
