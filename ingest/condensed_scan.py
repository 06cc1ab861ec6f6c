"""Scanned sheets of several printed pages: their print is half as large, so each printed page is recognised again by itself.

What OCR reads on a whole sheet is enough to tell the line numbers, and by them the printed pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PIL import Image

from ingest import ocr
from ingest.condensed import Frame, find_frames
from ingest.document import Box
from ingest.piece import Piece, Sheet

DPI = 2 * ocr.DPI
_LABEL = re.compile(r"[QA@]\s?[.,:]?")


def read_closer(scanned: Mapping[int, Sheet], draw: Callable[[int, int], Image.Image]) -> dict[int, Sheet]:
    """The sheets that OCR has read, with the words of each printed page as a closer look gives them; a sheet that is one page
    stays as it is. ``draw`` gives the picture of a page (1-based) at so many dots an inch."""
    if not scanned:
        return {}
    seen = {i: _with_numbers(sheet, draw) if _speaks_twice(sheet) else sheet for i, sheet in scanned.items()}
    found = find_frames([sheet.pieces for sheet in seen.values()])
    return {
        i: _closer(sheet, frames, draw(sheet.number, DPI)) if frames else sheet
        for (i, sheet), frames in zip(seen.items(), found, strict=True)
    }


def _speaks_twice(sheet: Sheet) -> bool:
    """True where labels stand in both halves of the sheet, as they never do on one page of testimony."""
    labels = [piece.box.x0 for piece in sheet.pieces if _LABEL.fullmatch(piece.text)]
    left = sum(x0 < sheet.size[0] / 2 for x0 in labels)
    return min(left, len(labels) - left) >= 2


def _with_numbers(sheet: Sheet, draw: Callable[[int, int], Image.Image]) -> Sheet:
    """The sheet with the line numbers that OCR passed over as it divided the page: read as one block, it gives them."""
    block = ocr.read_image(draw(sheet.number, ocr.DPI), sheet.size, one_block=True)
    numbers = (
        p for p in block if p.text.isdecimal() and len(p.text) <= 4 and not any(p.box.meets(q.box) for q in sheet.pieces)
    )
    return replace(sheet, pieces=(*sheet.pieces, *numbers))


def _closer(sheet: Sheet, frames: tuple[Frame, ...], picture: Image.Image) -> Sheet:
    first = {id(piece) for frame in frames for piece in frame.body}
    kept = [piece for piece in sheet.pieces if id(piece) not in first]
    return replace(sheet, pieces=(*kept, *(piece for frame in frames for piece in _words(frame, sheet.size[0], picture))))


def _words(frame: Frame, width: float, picture: Image.Image) -> Iterator[Piece]:
    scale = picture.width / width
    left, top, right, bottom = frame.box.x0 + 1, frame.box.top, min(frame.box.x1, width), frame.box.bottom
    crop = picture.crop((int(left * scale), int(top * scale), int(right * scale), int(bottom * scale)))
    for piece in ocr.read_image(crop, (crop.width / scale, crop.height / scale), one_block=True):
        box = piece.box
        yield replace(piece, box=Box(box.x0 + left, box.top + top, box.x1 + left, box.bottom + top))
