"""The letters of one page as pdfium gives them, and where they stand. Beside :mod:`ingest.pdf`, :mod:`ingest.painted` and
:mod:`ingest.drawing` the only place that knows pdfium.

pdfium is asked for the boxes of many letters in one go: the calls run through ``map``, and the room for the answers is kept, at
a fraction of what a Python loop takes.
"""

from __future__ import annotations

import ctypes
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from ingest.document import Box

Numbers = npt.NDArray[np.float64]
_N = TypeVar("_N", float, Numbers)

_NO_LETTER = "\ufffd"
_AT_ONCE = 4096


def bare(function: object, result: Any) -> Callable[..., Any]:
    """A function of pdfium's without its types, which ``map`` calls in half the time; other threads wait for it.

    It takes whole numbers, pdfium's handles and what ``ctypes.byref`` gives: nothing else.
    """
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)  # type: ignore[arg-type]  # pdfium's functions have no types


def at(handle: Any) -> Any:
    """A handle of pdfium's in the form that is handed over quickest."""
    return ctypes.byref(handle.contents)


class Answers(threading.local):
    """Room for what pdfium answers with four numbers. It is kept: to make its addresses takes as long as the calls."""

    def __init__(self, number: type[ctypes.c_float | ctypes.c_double | ctypes.c_int]) -> None:
        size = ctypes.sizeof(number)
        room = (number * (4 * _AT_ONCE))()
        self._numbers = np.ctypeslib.as_array(room).reshape(-1, 4)
        self._places = [[ctypes.byref(room, (4 * i + j) * size) for i in range(_AT_ONCE)] for j in range(4)]

    def to(self, ask: Callable[..., Any], about: Sequence[Any], before: tuple[Any, ...] = (), places: int = 4) -> Numbers:
        """A row of four numbers ``about`` each; zeros where pdfium knows none. ``before`` are the arguments that come first,
        ``places`` is into how many the answer is written."""
        found = np.empty((len(about), 4))
        for start in range(0, len(about), _AT_ONCE):
            some = about[start : start + _AT_ONCE]
            room = self._numbers[: len(some)]
            room[:] = 0
            deque(map(ask, *map(repeat, before), some, *self._places[:places]), maxlen=0)
            found[start : start + len(some)] = room
        return found


_TEXT = bare(pdfium.FPDFText_GetText, ctypes.c_int)
_LOOSE = bare(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_TIGHT = bare(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_ANGLE = bare(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
_CODE = bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_SINGLE, _DOUBLE = Answers(ctypes.c_float), Answers(ctypes.c_double)


class _Room(threading.local):
    """Room for the letters of a page; kept, for ``ctypes`` would make a type for every length that it is asked for."""

    def __init__(self) -> None:
        self._make(_AT_ONCE)

    def _make(self, most: int) -> None:
        self._most, self._letters = most, (ctypes.c_ushort * most)()

    def text(self, text_page: Any, count: int) -> str:
        """The letters of a page that has so many."""
        if count >= self._most:
            self._make(2 * count)
        written = _TEXT(text_page, 0, count, ctypes.byref(self._letters))
        return ctypes.string_at(self._letters, 2 * max(0, written - 1)).decode("utf-16-le", errors="replace")


_ROOM = _Room()


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

    def loose(self, indices: Sequence[int]) -> Numbers:
        """Left, top, right, bottom of the full height of the font of each letter, in PDF units; zeros where pdfium knows none."""
        return _SINGLE.to(_LOOSE, indices, (at(self.text_page.raw),), 1)

    def heights(self, indices: Sequence[int]) -> list[float]:
        """How far below the top of the page as displayed the middle of each letter stands, in points."""
        edges = self.loose(indices)
        low, high = (edges[:, 0], edges[:, 2]) if self.rotation in {90, 270} else (edges[:, 3], edges[:, 1])
        origin = {0: self.top, 90: self.left, 180: self.bottom, 270: self.right}[self.rotation]
        heights: list[float] = np.abs((low + high) / 2 - origin).tolist()
        return heights

    def tight(self, indices: Sequence[int]) -> Numbers:
        """The boxes of letters as they are drawn: x0, top, x1, bottom of each on the page as displayed."""
        left, right, bottom, top = _DOUBLE.to(_TIGHT, indices, (at(self.text_page.raw),)).T
        return np.stack(self.corners(left, bottom, right, top), axis=1)

    def degrees(self, indices: Sequence[int]) -> Numbers:
        """By how much each letter is turned, clockwise, on the page as it is stored."""
        angles = map(_ANGLE, repeat(at(self.text_page.raw)), indices)
        return np.degrees(np.fromiter(angles, np.float64, len(indices)))

    def without(self, hidden: frozenset[int]) -> Letters:
        """The letters with blanks for those that a redaction was meant to hide: they go no further than this."""
        if not hidden:
            return self
        return replace(self, text="".join(" " if i in hidden else letter for i, letter in enumerate(self.text)))

    def displayed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in PDF units as a box in points from the top left of the page as displayed."""
        return Box(*self.corners(left, bottom, right, top))

    def corners(self, left: _N, bottom: _N, right: _N, top: _N) -> tuple[_N, _N, _N, _N]:
        """The same, of one rectangle or of many at once, as x0, top, x1, bottom."""
        match self.rotation:
            case 90:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 180:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case 270:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
            case _:
                return left - self.left, self.top - top, right - self.left, self.top - bottom


def letters_of(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Letters:
    """All letters of a page."""
    count = text_page.count_chars()
    text = _ROOM.text(at(text_page.raw), count)
    if len(text) != count:  # letters outside the basic plane, or without a code: ask for each, so that indices agree
        codes = map(_CODE, repeat(at(text_page.raw)), range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else _NO_LETTER for code in codes)
    text = text.replace("\u00ad", "-").replace("\x00", _NO_LETTER)
    left, bottom, right, top = page.get_cropbox()
    return Letters(text_page, text, left, bottom, right, top, page.get_rotation())
