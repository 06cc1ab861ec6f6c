"""The numbers down the left of a scan, of lines or of a list: read by themselves, as figures.

Among words the engine takes "1" to "9" in a margin for letters or passes them over. In a strip by themselves, and asked for
figures alone, it gives nearly all of them; what follows the scale is believed, and a number that was missed between two others is
known by its place if there is ink at it. The numbers of a list are followed by a mark, and stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from PIL import Image

from ingest import ocr
from ingest.document import Box
from ingest.margin import Ruler, find_ruler
from ingest.piece import Piece, rows_of

_FEWEST = 8  # numbers
_WIDEST = 60.0  # points
_LONG_WORD = 4  # letters
_LEAST_INK, _DARK = 0.001, 128
_LISTED = re.compile(r"\(?\d{1,2}[.)]")


def with_margin(pieces: Sequence[Piece], picture: Image.Image, size: tuple[float, float]) -> tuple[Piece, ...]:
    """The pieces of a page with the numbers down its left, those of a margin in the place of what was read there."""
    strip = _strip(pieces, size)
    if strip is None:
        return tuple(pieces)
    scale = picture.width / size[0]
    part = picture.crop((round(strip.x0 * scale), 0, round(strip.x1 * scale), picture.height))
    if _ink(part) < _LEAST_INK:
        return tuple(pieces)
    read = ocr.read_numbers(part, (part.width / scale, part.height / scale))
    numbers = [replace(p, box=_moved(p.box, strip)) for p in read]
    listed = [p for p in numbers if _LISTED.fullmatch(p.text)]
    if 2 * len(listed) > len(numbers):
        return (*pieces, *(p for p in listed if not any(p.box.meets(other.box) for other in pieces)))
    ruler = find_ruler([replace(p, text=p.text.strip(".()")) for p in numbers])
    if ruler is None or len(ruler.pieces) < _FEWEST:
        return tuple(pieces)
    others = (p for p in pieces if not _within(p.box, strip) or ruler.outside(p.baseline))
    return (*others, *_numbers(ruler, picture, scale))


def _strip(pieces: Sequence[Piece], size: tuple[float, float]) -> Box | None:
    """Where the numbers stand if there are any: about those that were read, or else left of where most lines begin."""
    known = find_ruler(pieces)
    if known is not None:
        return Box(min(p.box.x0 for p in known.pieces) - 10, 0.0, max(p.box.x1 for p in known.pieces) + 4, size[1])
    rows = ([p.box.x0 for p in row if len(p.text) >= _LONG_WORD] for row in rows_of([p for p in pieces if p.upright]))
    starts = sorted(row[0] for row in rows if row)
    edge = starts[len(starts) // 4] - 2 if starts else 0.0
    return Box(max(0.0, edge - _WIDEST), 0.0, edge, size[1]) if edge > 20 else None


def _numbers(ruler: Ruler, picture: Image.Image, scale: float) -> Iterator[Piece]:
    """The numbers of the scale that were read, and those between them at whose places there is ink."""
    model = ruler.pieces[0]
    left, right = (median(getattr(p.box, side) for p in ruler.pieces) for side in ("x0", "x1"))
    read = {int(p.text): p for p in ruler.pieces if p.text.isdecimal()}
    for number in range(ruler.first, ruler.last + 1):
        bottom = ruler.origin + number * ruler.pitch + 0.22 * model.size
        box = Box(left, bottom - model.size, right, bottom)
        if number in read:
            yield read[number]
        elif (
            _ink(picture.crop((int(left * scale), int(box.top * scale), int(right * scale) + 1, int(bottom * scale) + 1)))
            > 0.03
        ):
            yield replace(model, text=str(number), box=box)


def _ink(part: Image.Image) -> float:
    """The share of dots that are dark."""
    shades = part.convert("L").histogram()
    return sum(shades[:_DARK]) / max(1, sum(shades))


def _within(box: Box, strip: Box) -> bool:
    return strip.x0 - 2 <= box.x0 and box.x1 <= strip.x1 + 2


def _moved(box: Box, strip: Box) -> Box:
    return Box(box.x0 + strip.x0, box.top + strip.top, box.x1 + strip.x0, box.bottom + strip.top)
