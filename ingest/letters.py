"""The letters of one page as pdfium gives them, and where they stand. Beside :mod:`ingest.pdf` and :mod:`ingest.painted` the only
place that knows pdfium.

pdfium is asked for the boxes of many letters in one go: the calls run through ``map`` with bare addresses, at a quarter of what
a Python loop takes.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.document import Box

_NO_LETTER = "\ufffd"


def bare(function: object, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of pdfium's that takes addresses as plain numbers, so that ``map`` can call it; other threads wait for it."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def address_of(handle: object) -> int:
    """A handle or a function of pdfium's as a plain number."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # pdfium's handles have no types


_LOOSE = bare(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_TIGHT = bare(pdfium.FPDFText_GetCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)
_ANGLE = bare(pdfium.FPDFText_GetCharAngle, ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_OBJECT_OF = bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_RENDERED = bare(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_FEW_ASKED = 12
_MOST_ASKED = 300
_MOST_LETTERS = 0.6  # of a page's letters decide how it stands
_CODE = bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)


@dataclass(frozen=True, slots=True)
class Letters:
    """A page's letters in pdfium's order, one a letter of ``text``; ``left`` to ``top`` are the edges of the page in PDF units,
    ``rotation`` by how many degrees it is displayed turned clockwise."""

    text_page: pypdfium2.PdfTextPage
    text: str
    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def loose(self, indices: Sequence[int]) -> list[float]:
        """Left, top, right, bottom of the full height of the font of each letter, in PDF units, one after the other; zeros where
        pdfium knows none."""
        count = len(indices)
        found = (ctypes.c_float * (4 * count))()
        base, page = ctypes.addressof(found), address_of(self.text_page.raw)
        deque(map(_LOOSE, repeat(page), indices, range(base, base + 16 * count, 16)), maxlen=0)
        return found[:]

    def heights(self, indices: Sequence[int]) -> list[float]:
        """How far below the top of the page as displayed the middle of each letter stands, in points."""
        edges = self.loose(indices)
        low, high = (edges[0::4], edges[2::4]) if self.rotation in {90, 270} else (edges[3::4], edges[1::4])
        middles = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
        origin = {0: self.top, 90: self.left, 180: self.bottom, 270: self.right}[self.rotation]
        return [abs(middle - origin) for middle in middles]

    def tight(self, indices: Sequence[int]) -> list[Box]:
        """The boxes of letters as they are drawn, on the page as displayed."""
        count = len(indices)
        found = (ctypes.c_double * (4 * count))()
        base, page = ctypes.addressof(found), address_of(self.text_page.raw)
        places = [range(start, start + 32 * count, 32) for start in range(base, base + 32, 8)]
        deque(map(_TIGHT, repeat(page), indices, *places), maxlen=0)
        edges = found[:]
        return [self.displayed(*corner) for corner in zip(edges[0::4], edges[2::4], edges[1::4], edges[3::4], strict=True)]

    def degrees(self, indices: Sequence[int]) -> list[float]:
        """By how much each letter is turned, clockwise, on the page as it is stored."""
        return [math.degrees(angle) for angle in map(_ANGLE, repeat(address_of(self.text_page.raw)), indices)]

    def unseen(self) -> frozenset[int]:
        """The letters that are drawn in no colour: the text that an OCR engine lays under or over a picture."""
        page, count = address_of(self.text_page.raw), len(self.text)
        objects = list(map(_OBJECT_OF, repeat(page), range(count)))
        modes = {address: _RENDERED(address) for address in set(objects) if address}
        return frozenset(
            i for i, address in enumerate(objects) if address and modes[address] == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )

    @property
    def all(self) -> frozenset[int]:
        """The indices of all letters."""
        return frozenset(range(len(self.text)))

    def half_seen(self) -> bool:
        """True if some of a few letters are drawn in no colour, and some are."""
        page, count = address_of(self.text_page.raw), len(self.text)
        objects = map(_OBJECT_OF, repeat(page), range(0, count, max(1, count // _FEW_ASKED)))
        return len({_RENDERED(address) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for address in objects if address}) > 1

    def quarter(self) -> int:
        """By how many degrees the page, as displayed, is to be turned clockwise for most of its letters to stand upright."""
        letters = [i for i, letter in enumerate(self.text) if not letter.isspace()]
        some = letters[:: max(1, len(letters) // _MOST_ASKED)]
        turns = Counter(round((angle + self.rotation) / 90) % 4 for angle in self.degrees(some))
        ((turn, count),) = turns.most_common(1) or ((0, 0),)
        return 90 * (-turn % 4) if count > _MOST_LETTERS * len(some) else 0

    def without(self, hidden: frozenset[int]) -> Letters:
        """The letters with blanks for those that a redaction was meant to hide: they go no further than this."""
        if not hidden:
            return self
        return replace(self, text="".join(" " if i in hidden else letter for i, letter in enumerate(self.text)))

    def words(self, indices: frozenset[int]) -> tuple[str, ...]:
        """The words, or parts of words, that some letters make."""
        return tuple("".join(letter if i in indices else " " for i, letter in enumerate(self.text)).split())

    def displayed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in PDF units as a box in points from the top left of the page as displayed."""
        match self.rotation:
            case 90:
                return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
            case 180:
                return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
            case 270:
                return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
            case _:
                return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)


def letters_of(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Letters:
    """All letters of a page."""
    count = text_page.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(memoryview(buffer)[: max(0, written - 1)]).decode("utf-16-le", errors="replace")
    if len(text) != count:  # letters outside the basic plane, or without a code: ask for each, so that indices agree
        codes = map(_CODE, repeat(address_of(text_page.raw)), range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else _NO_LETTER for code in codes)
    text = text.replace("\u00ad", "-").replace("\x00", _NO_LETTER)
    left, bottom, right, top = page.get_cropbox()
    return Letters(text_page, text, left, bottom, right, top, page.get_rotation())
