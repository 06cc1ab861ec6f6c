"""The one door to optical character recognition: Tesseract, by ``tesserocr``, with the English model that comes as a package."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import tesserocr
from PIL import Image

from ingest.document import Box
from ingest.piece import Piece

DPI = 200
LEAST_CONFIDENCE = 35.0


@lru_cache(maxsize=1)
def _engine() -> tesserocr.PyTessBaseAPI:
    return tesserocr.PyTessBaseAPI(path=str(Path(sys.prefix) / "share" / "tessdata"), lang="eng", psm=tesserocr.PSM.AUTO)


def read_image(image: Image.Image, size: tuple[float, float]) -> tuple[Piece, ...]:
    """The words on a picture of a page as pieces, one a word; ``size`` is the page's width and height in points.

    Words that the engine holds for less than 35 % sure are left out: most are specks and handwriting.
    """
    engine = _engine()
    engine.SetImage(image)
    engine.Recognize()
    scale = size[0] / image.width
    found = []
    for word in tesserocr.iterate_level(engine.GetIterator(), tesserocr.RIL.WORD):
        text, box = (word.GetUTF8Text(tesserocr.RIL.WORD) or "").strip(), word.BoundingBox(tesserocr.RIL.WORD)
        if text and box and word.Confidence(tesserocr.RIL.WORD) >= LEAST_CONFIDENCE:
            line = word.BoundingBox(tesserocr.RIL.TEXTLINE) or box
            found.append(_piece(text, box, line, scale))
    return tuple(found)


def _piece(text: str, box: tuple[int, int, int, int], line: tuple[int, int, int, int], scale: float) -> Piece:
    """A word takes the height of its line, so that an "a" and a "Q" stand on the same baseline."""
    top, bottom = (line[1], line[3]) if line[3] - line[1] < 2.2 * (box[3] - box[1]) else (box[1], box[3])
    return Piece(text, Box(box[0] * scale, top * scale, box[2] * scale, bottom * scale), size=(bottom - top) * scale)
