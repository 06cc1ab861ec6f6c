"""A scan that lies on its side, on its head or askew: turned upright and level, to be read and to be shown.

quarter   90     the picture is turned clockwise by so many degrees to stand upright
tilt      -1.5   then counterclockwise by so many degrees for its lines to run level
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from PIL import Image

from ingest.document import Box
from ingest.piece import Piece

WIDEST_TILT = 8
# Below this a line of text rises by less than a third of its height across a page, which reading order bears.
LEAST_TILT = 0.3
_ROUGH_WIDTH, _FINE_WIDTH = 300, 500


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is turned. ``size`` is its width and height in points before the turn."""

    size: tuple[float, float]
    quarter: int = 0
    tilt: float = 0.0

    @property
    def turned_size(self) -> tuple[float, float]:
        """Width and height of the page when it stands upright."""
        return self.size[::-1] if self.quarter in {90, 270} else self.size

    def apply(self, image: Image.Image) -> Image.Image:
        """The picture, upright and level."""
        upright = image.rotate(-self.quarter, expand=True) if self.quarter else image
        return upright.rotate(self.tilt, Image.Resampling.BICUBIC, fillcolor="white") if self.tilt else upright

    def forth(self, box: Box) -> Box:
        """Where a box of the page lies on the page when it is turned: the smallest box around it."""
        corners = [self._level(*self._upright(x, y)) for x, y in _corners(box)]
        return _around(corners)

    def _upright(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.size
        return {0: (x, y), 90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[self.quarter]

    def _level(self, x: float, y: float) -> tuple[float, float]:
        return _rotated(x, y, self.turned_size, self.tilt)


def _rotated(x: float, y: float, size: tuple[float, float], degrees: float) -> tuple[float, float]:
    """Counterclockwise about the middle of the page, y running down."""
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    dx, dy = x - size[0] / 2, y - size[1] / 2
    return size[0] / 2 + dx * cos + dy * sin, size[1] / 2 - dx * sin + dy * cos


def _corners(box: Box) -> tuple[tuple[float, float], ...]:
    return (box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom)


def _around(corners: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def turned(piece: Piece, turn: Turn) -> Piece:
    """A piece of the text layer where it stands on the page as read; it keeps the height of its line."""
    return replace(piece, box=turn.forth(piece.box))


def tilt_of(image: Image.Image) -> float:
    """Degrees to turn a picture counterclockwise for its lines of text to run level; 0 if no angle is better than none.

    Lines run level where the picture, squeezed into one column, changes most from row to row.
    """
    rough, fine = _shrunk(image, _ROUGH_WIDTH), _shrunk(image, _FINE_WIDTH)
    near = max(range(-WIDEST_TILT, WIDEST_TILT + 1), key=lambda a: _contrast(rough, a))
    best = max((near + i / 5 for i in range(-4, 5)), key=lambda a: _contrast(fine, a))
    return best if abs(best) >= LEAST_TILT and _contrast(fine, best) > 1.1 * _contrast(fine, 0.0) else 0.0


def _shrunk(image: Image.Image, width: int) -> Image.Image:
    return image.convert("L").resize((width, max(8, round(image.height * width / image.width))), Image.Resampling.BOX)


def _contrast(image: Image.Image, degrees: float) -> float:
    level = image.rotate(degrees, Image.Resampling.BILINEAR, fillcolor="white")
    # Edges of the sheet turn into the picture: only its middle is looked at.
    middle = level.crop((image.width // 8, image.height // 10, image.width * 7 // 8, image.height * 9 // 10))
    rows = middle.resize((1, middle.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows)))
