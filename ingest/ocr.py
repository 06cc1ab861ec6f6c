"""The one door to optical character recognition: Tesseract, by ``tesserocr``, with the English model that comes as a package.

confidence   0.94   how sure the engine is of the words on a picture, 0 to 1, weighted by their letters
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PIL import Image

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # read as the library is loaded: its threads take four times the time for a page
import tesserocr

from ingest.document import Box
from ingest.piece import Piece
from ingest.scanned_words import Guess, mended

DPI = 200
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

    ``one_block`` says that the picture is one column of text, so that no columns are looked for.
    """
    guesses = _guesses(image, size, tesserocr.PSM.SINGLE_BLOCK if one_block else tesserocr.PSM.AUTO)
    letters = sum(len(guess.piece.text) for guess in guesses)
    sure = sum(len(guess.piece.text) * guess.sure / 100 for guess in guesses)
    return Words(mended(guesses), round(sure / letters, 3) if letters else 0.0)


def read_numbers(image: Image.Image, size: tuple[float, float]) -> tuple[Piece, ...]:
    """The figures on a picture that holds nothing else: one column of numbers."""
    engine = _engine()
    engine.SetVariable("tessedit_char_whitelist", "0123456789.()")
    try:
        return tuple(guess.piece for guess in _guesses(image, size, tesserocr.PSM.SINGLE_BLOCK))
    finally:
        engine.SetVariable("tessedit_char_whitelist", "")


def _guesses(image: Image.Image, size: tuple[float, float], mode: int) -> list[Guess]:
    engine = _engine()
    engine.SetPageSegMode(mode)
    engine.SetImage(image)
    engine.Recognize()
    scale = size[0] / image.width
    found = []
    for word in tesserocr.iterate_level(engine.GetIterator(), tesserocr.RIL.WORD):
        text, box = _text(word), word.BoundingBox(tesserocr.RIL.WORD)
        if text and box:
            line = word.BoundingBox(tesserocr.RIL.TEXTLINE) or box
            piece = replace(_piece(text, box, line, scale), upright=word.Orientation()[0] == tesserocr.Orientation.PAGE_UP)
            found.append(Guess(piece, word.Confidence(tesserocr.RIL.WORD), line))
    return found


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
