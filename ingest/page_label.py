"""Printed page numbers that a poor text layer cut short, read again from the picture of the page.

cut short    "Page 3", "Page ,"    between "Page 29" and "Page 31": the layer lost figures of 30
read again   "Page 30"             what the picture has there; it counts if the numbers then rise from page to page

A number that stays out of line is given up: a citation by the wrong page is worse than one by the docket's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from PIL import Image

from ingest import ocr
from ingest.document import Box
from ingest.furniture import Leaf
from ingest.page_count import in_line
from ingest.piece import Piece

_PRINTED = re.compile(
    r"\W*(?:page|pg\.?)\b\W*(?P<number>\d{1,4})?\W*\Z", re.IGNORECASE
)  # not "Page 1 of 3": that count begins again
_READ = re.compile(r"\bpage\W*(\d{1,4})(?!\w)", re.IGNORECASE)
_FEWEST = 5  # pages that print their number so
_MOST_DOUBTS = 60  # numbers that break as often are not one count
_DPI = 300
_AROUND = 8.0  # points


def with_sure_labels(leaves: Sequence[Leaf], draw: Callable[[int, int], Image.Image]) -> list[Leaf]:
    """The leaves, those whose printed number is out of line with a number that their picture bears out, or with none."""
    printed = {i: piece for i, leaf in enumerate(leaves) if not leaf.frames and (piece := _printed(leaf))}
    numbers = [_number(printed[i]) if i in printed else None for i in range(len(leaves))]
    doubted = [i for i, leaf in enumerate(leaves) if leaf.body and not leaf.frames and not in_line(i, numbers)]
    if len(printed) < max(_FEWEST, 0.5 * len(leaves)) or len(doubted) > _MOST_DOUBTS:
        return list(leaves)
    usual = _usual_box(list(printed.values()))
    seen = {i: _read_again(leaves[i], printed[i].box if i in printed else usual, draw) for i in doubted}
    kept = [None if i in seen else number for i, number in enumerate(numbers)]
    borne_out = {i: n for i, n in seen.items() if n is not None and (n == numbers[i] or _fits(i, n, kept))}
    labelled = [_labelled(leaf, borne_out.get(i, kept[i]), doubted=i in seen) for i, leaf in enumerate(leaves)]
    return [_lifted(leaf, printed[i], usual) if i in printed else leaf for i, leaf in enumerate(labelled)]


def _labelled(leaf: Leaf, number: int | None, *, doubted: bool) -> Leaf:
    if number is None:
        return replace(leaf, label="") if doubted else leaf
    return replace(leaf, label=str(number))


def _lifted(leaf: Leaf, piece: Piece, usual: Box) -> Leaf:
    """The leaf without the word "Page" in its body, where the other pages have their number."""
    if piece not in leaf.body or not usual.top - _AROUND < piece.middle < usual.bottom + _AROUND:
        return leaf
    return replace(leaf, body=tuple(p for p in leaf.body if p is not piece), furniture=(*leaf.furniture, piece))


def _usual_box(pieces: Sequence[Piece]) -> Box:
    """Where most pages print their number."""
    corners = ([getattr(piece.box, side) for piece in pieces] for side in ("x0", "top", "x1", "bottom"))
    return Box(*(median(values) for values in corners))


def _printed(leaf: Leaf) -> Piece | None:
    """The one piece at a page's head or foot that says "Page"."""
    height = leaf.sheet.size[1]
    found = [
        piece
        for piece in (*leaf.furniture, *leaf.body)
        if _PRINTED.match(piece.text) and not 0.15 * height < piece.middle < 0.85 * height
    ]
    return found[0] if len(found) == 1 else None


def _number(piece: Piece) -> int | None:
    match = _PRINTED.match(piece.text)
    return int(match["number"]) if match and match["number"] else None


def _fits(i: int, number: int, kept: Sequence[int | None]) -> bool:
    """True if a number read again rises from the sure one before it to the sure one after it."""
    return in_line(i, [*kept[:i], number, *kept[i + 1 :]])


def _read_again(leaf: Leaf, place: Box, draw: Callable[[int, int], Image.Image]) -> int | None:
    """The number after the word "Page" in the picture; None where none or several can be read."""
    picture = draw(leaf.sheet.number, _DPI)
    scale = picture.width / leaf.sheet.size[0]
    box = _around(place, leaf.sheet.size)
    strip = picture.crop((int(box.x0 * scale), int(box.top * scale), int(box.x1 * scale), int(box.bottom * scale)))
    words = ocr.read_image(strip, (box.x1 - box.x0, box.bottom - box.top), one_block=True)
    found = {int(number) for number in _READ.findall(" ".join(word.text for word in words))}
    return found.pop() if len(found) == 1 else None


def _around(box: Box, size: tuple[float, float]) -> Box:
    """The box and a rim about it, wide enough for figures that the text layer lost."""
    return Box(
        max(0.0, box.x0 - 2 * _AROUND),
        max(0.0, box.top - _AROUND),
        min(size[0], box.x1 + 4 * _AROUND),
        min(size[1], box.bottom + _AROUND),
    )
