"""A piece is what stands together on one baseline: the smallest thing that page layout moves about.

Piece("A.  I did.", Box(72, 100, 130, 112), size=12.0)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Box


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one baseline without a wide gap between them. ``size`` is the height of its font in points;
    ``upright`` is False for text that runs up or down the page."""

    text: str
    box: Box
    size: float
    upright: bool = True

    @property
    def middle(self) -> float:
        """The height of its middle, in points from the top of the page."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def baseline(self) -> float:
        """About where its letters stand, in points from the top: letters of two sizes on one line share it."""
        return self.box.bottom - 0.22 * self.size


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as the PDF engine gives it: its pieces, unsorted. ``pictures`` is True if it paints anything that may hold
    words which are not in its text layer: an image, or many strokes. ``redactions`` are the dark boxes on it; letters
    under the ``failed`` of them were in the file and are in no piece; ``released`` are boxes whose letters are, with the words.
    ``scan`` is True for a picture of a page with a text layer; a page whose text lies on its side or head is read turned
    ``quarter`` degrees clockwise."""

    number: int
    size: tuple[float, float]
    pieces: tuple[Piece, ...]
    pictures: bool = False
    label: str = ""
    blank: bool = False
    redactions: tuple[Box, ...] = ()
    failed: tuple[Box, ...] = ()
    released: tuple[tuple[Box, tuple[str, ...]], ...] = ()
    scan: bool = False
    quarter: int = 0


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that share a baseline, from the top down, each row from left to right."""
    rows: list[list[Piece]] = []
    widest = None  # of the row's boxes
    for piece in sorted(pieces, key=_height):
        box = piece.box
        if widest is not None and box.top < widest.bottom and _abreast(widest, box):
            rows[-1].append(piece)
            if box.x1 - box.x0 > widest.x1 - widest.x0:
                widest = box
        else:
            rows.append([piece])
            widest = box
    for row in rows:
        if len(row) > 1:
            row.sort(key=_left)
    return rows


def _height(piece: Piece) -> tuple[float, float]:
    box = piece.box
    return (box.top + box.bottom) / 2, box.x0


def _left(piece: Piece) -> float:
    return piece.box.x0


def _abreast(one: Box, other: Box) -> bool:
    """True if more than half of the height of the lower of two boxes is abreast of the other."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min(one.bottom - one.top, other.bottom - other.top)
    return shared > 0.5 * max(least, 1.0)
