"""The letters of one page as pdfium gives them, and where they stand. Beside :mod:`ingest.pdf`, :mod:`ingest.painted` and
:mod:`ingest.drawing` the only place that knows pdfium.

pdfium is asked for the boxes of many letters in one go: the calls run through ``map``, and the room for the answers is kept, at
a fraction of what a Python loop takes.
"""

from __future__ import annotations

import ctypes
import threading
from collections import Counter, deque
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
_OBJECT_OF = pdfium.FPDFText_GetTextObject
_RENDERED = pdfium.FPDFTextObj_GetTextRenderMode
_FEW_ASKED = 12
_MOST_ASKED = 300
_MOST_LETTERS = 0.6  # of a page's letters decide how it stands
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

    def unseen(self) -> frozenset[int]:
        """The letters that are drawn in no colour: the text that an OCR engine lays under or over a picture."""
        return frozenset(i for i in range(len(self.text)) if self._is_unseen(i))

    @property
    def all(self) -> frozenset[int]:
        """The indices of all letters."""
        return frozenset(range(len(self.text)))

    def half_seen(self) -> bool:
        """True if some of a few letters are drawn in no colour, and some are."""
        count = len(self.text)
        found = {self._is_unseen(i) for i in range(0, count, max(1, count // _FEW_ASKED))}
        return True in found and False in found

    def _is_unseen(self, index: int) -> bool | None:
        """None for a letter that no object of the page draws, as pdfium's own blanks."""
        drawn = _OBJECT_OF(self.text_page.raw, index)
        return _RENDERED(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE if drawn else None

    def quarter(self) -> int:
        """By how many degrees the page, as displayed, is to be turned clockwise for most of its letters to stand upright."""
        letters = [i for i, letter in enumerate(self.text) if not letter.isspace()]
        some = letters[:: max(1, len(letters) // _MOST_ASKED)]
        turns = Counter(round((angle + self.rotation) / 90) % 4 for angle in self.degrees(some).tolist())
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
