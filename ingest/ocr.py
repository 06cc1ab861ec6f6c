"""The one door to optical character recognition: Tesseract, by ``tesserocr``, with the English model that comes as a package.

confidence   0.94   how sure the engine is of the words on a picture, 0 to 1, weighted by their letters
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import tesserocr
from PIL import Image

from ingest.document import Box
from ingest.piece import Piece

DPI = 200
LEAST_CONFIDENCE = 35.0
_BAR, _SMALL = re.compile(r"\|(?:['’][a-z]+|,)?\Z"), re.compile(r"[a-z]+['’]?[a-z]*,?\Z")
_DATA = str(Path(sys.prefix) / "share" / "tessdata")
# The surest guess that was wrong on scans of a few lines was held for 2; right ones begin at 3 and reach 40.
_LEAST_ORIENTATION = 2.5


@dataclass(frozen=True, slots=True)
class Words:
    """What is read on a picture: pieces, one a word, and the ``confidence`` in all of its words, those left out too (0 to 1)."""

    pieces: tuple[Piece, ...]
    confidence: float

    @property
    def weight(self) -> float:
        """How much was read, and how surely: the better of two readings of a page has more of it."""
        return self.confidence * sum(len(piece.text) for piece in self.pieces)

    @property
    def sideways(self) -> bool:
        """True if its words are higher than they are wide, as where lines run up or down the picture."""
        long = [piece.box for piece in self.pieces if len(piece.text) >= 4]
        return sum(box.bottom - box.top > box.x1 - box.x0 for box in long) > 0.5 * max(1, len(long))


@lru_cache(maxsize=1)
def _engine() -> tesserocr.PyTessBaseAPI:
    return tesserocr.PyTessBaseAPI(path=_DATA, lang="eng", psm=tesserocr.PSM.AUTO)


@lru_cache(maxsize=1)
def _compass() -> tesserocr.PyTessBaseAPI | None:
    try:
        return tesserocr.PyTessBaseAPI(path=_DATA, lang="osd", psm=tesserocr.PSM.OSD_ONLY)
    except RuntimeError:  # the data for orientation is not part of every package of models
        return None


def read_image(image: Image.Image, size: tuple[float, float], *, one_block: bool = False) -> tuple[Piece, ...]:
    """The words on a picture of a page as pieces, one a word: those of :func:`recognise`."""
    return recognise(image, size, one_block=one_block).pieces


def recognise(image: Image.Image, size: tuple[float, float], *, one_block: bool = False) -> Words:
    """The words on a picture of a page; ``size`` is the page's width and height in points.

    Words that the engine holds for less than 35 % sure are left out: most are specks and handwriting. ``one_block`` says that
    the picture is one column of text, so that no columns are looked for.
    """
    engine = _engine()
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_BLOCK if one_block else tesserocr.PSM.AUTO)
    engine.SetImage(image)
    engine.Recognize()
    scale = size[0] / image.width
    found, letters, sure = [], 0, 0.0
    for word in tesserocr.iterate_level(engine.GetIterator(), tesserocr.RIL.WORD):
        text, box = _text(word), word.BoundingBox(tesserocr.RIL.WORD)
        if not text or not box:
            continue
        confidence = word.Confidence(tesserocr.RIL.WORD)
        letters, sure = letters + len(text), sure + len(text) * confidence / 100
        if confidence >= LEAST_CONFIDENCE:
            found.append(_piece(text, box, word.BoundingBox(tesserocr.RIL.TEXTLINE) or box, scale))
    return Words(_with_pronouns(_parted(found)), round(sure / letters, 3) if letters else 0.0)


def _parted(pieces: Sequence[Piece]) -> list[Piece]:
    """The box of a word ends before the next word begins: in large print the engine lets it run on, and words would be joined."""
    ends = [_before(piece, after) for piece, after in zip(pieces, (*pieces[1:], None), strict=False)]
    return [replace(piece, box=replace(piece.box, x1=end)) for piece, end in zip(pieces, ends, strict=True)]


def _before(piece: Piece, after: Piece | None) -> float:
    box = piece.box
    if (
        after is None
        or abs(after.middle - piece.middle) > 0.5 * piece.size
        or not box.x0 < after.box.x0 < box.x1 + 0.2 * piece.size
    ):
        return box.x1
    return max(box.x0 + 0.5 * (after.box.x0 - box.x0), after.box.x0 - 0.2 * piece.size)


def _with_pronouns(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The engine reads an upright "I" as a bar: a bar within a sentence is that word; the bars of tables stay."""
    neighbours = zip(pieces, (None, *pieces), (*pieces[1:], None), strict=False)
    return tuple(
        replace(piece, text="I" + piece.text[1:])
        if _BAR.match(piece.text) and (_goes_on(piece, after) or (before is not None and _goes_on(before, piece, begun=True)))
        else piece
        for piece, before, after in neighbours
    )


def _goes_on(left: Piece, right: Piece | None, *, begun: bool = False) -> bool:
    """True if two pieces stand side by side on one line, and the later (the earlier if ``begun``) is a word in small letters."""
    if right is None or not 0 <= right.box.x0 - left.box.x1 < left.size or abs(right.middle - left.middle) > 0.5 * left.size:
        return False
    return _SMALL.match(left.text if begun else right.text) is not None


def _text(word: tesserocr.PyResultIterator) -> str:
    try:
        return (word.GetUTF8Text(tesserocr.RIL.WORD) or "").strip()
    except RuntimeError:  # a picture without any word still has one place to look at
        return ""


def quarter_turn(image: Image.Image) -> int | None:
    """By how many degrees (0, 90, 180, 270) to turn a picture clockwise for its text to stand upright; None if that is unsure."""
    compass = _compass()
    if compass is None:
        return None
    compass.SetImage(image)
    found = compass.DetectOrientationScript()
    if not found or found["orient_conf"] < _LEAST_ORIENTATION:
        return None
    return (360 - int(found["orient_deg"])) % 360


def _piece(text: str, box: tuple[int, int, int, int], line: tuple[int, int, int, int], scale: float) -> Piece:
    """A word takes the height of its line, so that an "a" and a "Q" stand on the same baseline."""
    top, bottom = (line[1], line[3]) if line[3] - line[1] < 2.2 * (box[3] - box[1]) else (box[1], box[3])
    return Piece(text, Box(box[0] * scale, top * scale, box[2] * scale, bottom * scale), size=(bottom - top) * scale)
