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
    for piece in sorted(pieces, key=lambda p: (p.middle, p.box.x0)):
        row = rows[-1] if rows else None
        if row is not None and _same_row(row, piece):
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.box.x0) if len(row) > 1 else row for row in rows]


def _same_row(row: Sequence[Piece], piece: Piece) -> bool:
    anchor = row[0].box if len(row) == 1 else max((p.box for p in row), key=lambda box: box.x1 - box.x0)
    box = piece.box
    if box.top >= anchor.bottom:
        return False
    shared = min(anchor.bottom, box.bottom) - max(anchor.top, box.top)
    least = min(anchor.bottom - anchor.top, box.bottom - box.top)
    return shared > 0.5 * max(least, 1.0)
