"""What a page paints besides letters: the shapes that may hide words. Beside :mod:`ingest.pdf` the only place that knows pdfium.

These are candidates by their outline alone; whether they are dark and lie on top is seen in a picture of the page, which settles
painting order, transparency, clipping and colour spaces at once.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from ingest.document import Box
from ingest.letters import Letters, address_of, bare
from ingest.redaction import Covers, Picture, covers, dark_boxes

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF units."""

LEAST_WIDTH, LEAST_HEIGHT = 8.0, 6.0
_DARK = 90
_OPAQUE = 250
_MOST_SEGMENTS = 2000
_DEEPEST = 4
_Matrix = tuple[float, float, float, float, float, float]

_SCALE, _COARSE = 2.0, 0.5
_DRAWN = {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}
_MOST_DRAWN = 60
_ABOUT = 8.0  # points that the middle of a word may stand above or below a box that touches it
_MOST_DOTS = 16_000_000
_WORD = re.compile(r"\S+")
_FULL_PAGE, _WHOLE_PAGE = 0.5, 0.8
_COVERING = {
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_REDACT,
}


_OBJECT = bare(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_IN_FORM = bare(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
_TYPE = bare(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_BOUNDS = bare(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, ctypes.c_void_p, *[ctypes.c_void_p] * 4)


@dataclass(frozen=True, slots=True)
class Painted:
    """The shapes of one page: dark filled or stroked ``shapes`` and notes laid over it, and ``pictures``; ``strokes`` is how many
    lines and areas it draws of any size."""

    shapes: tuple[Rectangle, ...]
    pictures: tuple[Rectangle, ...]
    strokes: int = 0


def find_covers(page: pypdfium2.PdfPage, found: Painted, letters: Letters, released: Sequence[Box] = ()) -> Covers:
    """The redactions of a page on which ``found`` is painted, and the letters that lie hidden under them but for those
    ``released``.

    On a scan with a text layer the boxes are looked for in the picture: the layer may be older than the black.
    """
    width, height = size = page.get_size()
    if min(size) < 1:
        return Covers()
    boxes = [letters.displayed(*r) for r in found.shapes]
    if letters.text.strip() and _is_pictured(found, letters, _FULL_PAGE * width * height):
        boxes += _seen(page, size)
    return covers(boxes, partial(_near, letters), _Drawing(page).of, released) if boxes else Covers()


def is_scan(page: pypdfium2.PdfPage, found: Painted, letters: Letters) -> bool:
    """True for a picture of a page that has a text layer all the same: what some scanner's OCR made of it."""
    width, height = page.get_size()
    return bool(letters.text.strip()) and _is_pictured(found, letters, _WHOLE_PAGE * width * height)


def _is_pictured(found: Painted, letters: Letters, area: float) -> bool:
    """True if there is a picture of more than that area."""
    return any(_area(letters.displayed(*rectangle)) > area for rectangle in found.pictures)


def _seen(page: pypdfium2.PdfPage, size: tuple[float, float]) -> tuple[Box, ...]:
    """The dark boxes in the picture of a page: looked for in a coarse one first, at which nearly all pages are left."""
    coarse = _rendered(page, _scale(size, _COARSE), no_smoothimage=True, no_smoothtext=True, no_smoothpath=True)
    return dark_boxes(_rendered(page, _scale(size, 1.0)), size) if dark_boxes(coarse, size) else ()


def _rendered(page: pypdfium2.PdfPage, scale: float, **how: object) -> Image.Image:
    image: Image.Image = page.render(scale=scale, grayscale=True, **how).to_pil()
    return image


def _scale(size: tuple[float, float], wanted: float) -> float:
    """Dots a point: as many as wanted, fewer where the picture would be too large."""
    return min(wanted, math.sqrt(_MOST_DOTS / (size[0] * size[1])))


class _Drawing:
    """Parts of a page as pictures. Each is drawn by itself, which costs next to nothing; where there are many, they are cut from
    one picture of the page."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._drawn = 0
        self._whole: Picture | None = None

    def of(self, box: Box) -> Picture:
        """What is seen of a box."""
        self._drawn += 1
        if self._drawn <= _MOST_DRAWN:
            return self._part(box)
        if self._whole is None:
            self._whole = self._part(Box(0.0, 0.0, *self._page.get_size()))
        return self._whole

    def _part(self, box: Box) -> Picture:
        width, height = self._page.get_size()
        left, top = max(0.0, min(box.x0, width - 1)), max(0.0, min(box.top, height - 1))
        right, bottom = min(width, max(box.x1, left + 1)), min(height, max(box.bottom, top + 1))
        scale = _scale((right - left, bottom - top), _SCALE)
        drawn = _rendered(self._page, scale, crop=(left, height - bottom, width - right, top))
        return Picture(drawn, math.ceil(left * scale), math.ceil(top * scale), scale)


def _near(letters: Letters, boxes: Sequence[Box]) -> list[tuple[int, str, Box]]:
    """The letters in words that stand as high as one of the boxes, each with its index and its place on the page as displayed."""
    rows = {y for box in boxes for y in range(int(box.top - _ABOUT), int(box.bottom + _ABOUT) + 1)}
    words = [match.span() for match in _WORD.finditer(letters.text)]
    heights = letters.heights([start for start, _ in words])
    beside = [word for word, height in zip(words, heights, strict=True) if int(height) in rows]
    indices = [index for start, end in beside for index in range(start, end)]
    return [(i, letters.text[i], box) for i, box in zip(indices, letters.tight(indices), strict=True)]


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def painted(page: pypdfium2.PdfPage) -> Painted:
    """The shapes and pictures of a page that are large enough to hide a word."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    found = _Found()
    found.take(map(_OBJECT, repeat(address_of(page.raw)), range(count)), ())
    shapes = (r for r in (*found.shapes, *_notes(page)) if _is_large(r))
    return Painted(tuple(shapes), tuple(found.pictures), found.strokes)


class _Found:
    """What is found among the objects of a page. Most of them are text or thin rules: these are passed over quickly."""

    def __init__(self) -> None:
        self.shapes: list[Rectangle] = []
        self.pictures: list[Rectangle] = []
        self.strokes = 0

    def take(self, addresses: Iterable[int], matrices: tuple[_Matrix, ...]) -> None:
        """Look at objects by their addresses, and at those in forms; ``matrices`` place them on the page, innermost first."""
        objects = list(addresses)
        kinds = list(map(_TYPE, objects))
        paths = [item for item, kind in zip(objects, kinds, strict=True) if kind == pdfium.FPDF_PAGEOBJ_PATH]
        self.strokes += len(paths) + kinds.count(pdfium.FPDF_PAGEOBJ_SHADING)
        for item, bounds in zip(paths, _bounds(paths), strict=True):
            if matrices or max(bounds[2] - bounds[0], bounds[3] - bounds[1]) >= LEAST_WIDTH:
                self.shapes += _dark(_handle(item), bounds, matrices)
        if not _DRAWN.issuperset(kinds):
            pictures = [item for item, kind in zip(objects, kinds, strict=True) if kind == pdfium.FPDF_PAGEOBJ_IMAGE]
            self.pictures += [_moved(bounds, matrices) for bounds in _bounds(pictures)]
            for item, kind in zip(objects, kinds, strict=True):
                if kind == pdfium.FPDF_PAGEOBJ_FORM and len(matrices) < _DEEPEST:
                    self._open(_handle(item), matrices)

    def _open(self, form: object, matrices: tuple[_Matrix, ...]) -> None:
        count = pdfium.FPDFFormObj_CountObjects(form)
        self.take(map(_IN_FORM, repeat(address_of(form)), range(count)), (_matrix(form), *matrices))


def _handle(address: int) -> object:
    return ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)


def _bounds(objects: Sequence[int]) -> list[Rectangle]:
    """Where objects stand, by their addresses."""
    found = (ctypes.c_float * (4 * len(objects)))()
    base = ctypes.addressof(found)
    places = [range(start, start + 16 * len(objects), 16) for start in range(base, base + 16, 4)]
    deque(map(_BOUNDS, objects, *places), maxlen=0)
    edges = found[:]
    return list(zip(edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True))


def _matrix(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _dark(item: object, bounds: Rectangle, matrices: tuple[_Matrix, ...]) -> list[Rectangle]:
    """The rectangles that a path fills with a dark and opaque colour; a thick dark line counts as one."""
    left, bottom, right, top = bounds
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
    if mode.value and (matrices or _is_large(bounds)) and _is_dark(item, pdfium.FPDFPageObj_GetFillColor):
        return [_moved(r, (_matrix(item), *matrices)) for r in _rectangles(item)]
    if stroke.value and (wide := _stroke_width(item)) >= LEAST_HEIGHT and _is_dark(item, pdfium.FPDFPageObj_GetStrokeColor):
        return [_moved((left, (bottom + top - wide) / 2, right, (bottom + top + wide) / 2), matrices)]
    return []


def _stroke_width(item: object) -> float:
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    return width.value


def _is_dark(item: object, ask: object) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = ask(item, red, green, blue, alpha)  # type: ignore[operator]  # a function of pdfium's, which has no types
    return bool(known) and max(red.value, green.value, blue.value) < _DARK and alpha.value >= _OPAQUE


def _rectangles(item: object) -> Iterator[Rectangle]:
    """The parts of a path that are drawn with at most five straight strokes, each as the rectangle around it."""
    count = pdfium.FPDFPath_CountSegments(item)
    points: list[tuple[float, float]] = []
    for index in range(min(count, _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _around(points)
            points = []
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    yield from _around(points)


def _around(points: list[tuple[float, float]]) -> Iterator[Rectangle]:
    if 4 <= len(points) <= 6:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        yield min(xs), min(ys), max(xs), max(ys)


def _moved(rectangle: Rectangle, matrices: tuple[_Matrix, ...]) -> Rectangle:
    left, bottom, right, top = rectangle
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    for a, b, c, d, e, f in matrices:
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _is_large(rectangle: Rectangle) -> bool:
    left, bottom, right, top = rectangle
    return right - left >= LEAST_WIDTH and top - bottom >= LEAST_HEIGHT


def _notes(page: pypdfium2.PdfPage) -> Iterator[Rectangle]:
    """The places of notes that a person may have laid over words to hide them."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        box = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetSubtype(note) in _COVERING and pdfium.FPDFAnnot_GetRect(note, box):
            yield box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)
        pdfium.FPDFPage_CloseAnnot(note)
