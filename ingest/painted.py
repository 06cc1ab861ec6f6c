"""What a page paints besides letters: the shapes that may hide words. Beside :mod:`ingest.pdf` the only place that knows pdfium.

These are candidates by their outline alone; whether they are dark and lie on top is seen in a picture of the page, which settles
painting order, transparency, clipping and colour spaces at once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from ingest.document import Box
from ingest.redaction import Covers, covers, dark_boxes

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF units."""

LEAST_WIDTH, LEAST_HEIGHT = 8.0, 6.0
_DARK = 90
_OPAQUE = 250
_MOST_SEGMENTS = 2000
_DEEPEST = 4
_Matrix = tuple[float, float, float, float, float, float]
Turn = Callable[[float, float], tuple[float, float]]
"""From PDF units to points from the top left of the page as displayed."""

_SCALE = 2.0
_FULL_PAGE = 0.5
_COVERING = {
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_REDACT,
}


@dataclass(frozen=True, slots=True)
class Painted:
    """The shapes of one page: dark filled or stroked ``shapes`` and notes laid over it, and ``pictures``."""

    shapes: tuple[Rectangle, ...]
    pictures: tuple[Rectangle, ...]


def find_covers(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, text: str, turn: Turn) -> Covers:
    """The redactions of a page, and the letters of ``text`` (one a pdfium index) that lie hidden under them.

    On a scan with a text layer the boxes are looked for in the picture: the layer may be older than the black.
    """
    found = painted(page)
    size = page.get_size()
    boxes = [_displayed(r, turn) for r in found.shapes]
    pictures = [_displayed(r, turn) for r in found.pictures]
    if text.strip() and any(_area(box) > _FULL_PAGE * size[0] * size[1] for box in pictures):
        boxes += dark_boxes(_drawn(page, 1.0), size)
    letters = _placed(text_page, text, turn) if boxes else []
    return covers(boxes, letters, _drawn(page, _SCALE), _SCALE) if boxes else Covers()


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    image: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return image


def _displayed(rectangle: Rectangle, turn: Turn) -> Box:
    (ax, ay), (bx, by) = turn(*rectangle[:2]), turn(*rectangle[2:])
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _placed(text_page: pypdfium2.PdfTextPage, text: str, turn: Turn) -> list[tuple[int, str, Box]]:
    """Every letter that is no blank, with its index and its box on the page as displayed."""
    x0, x1, y0, y1 = (ctypes.c_double() for _ in range(4))
    found = []
    for index, letter in enumerate(text):
        if not letter.isspace() and pdfium.FPDFText_GetCharBox(text_page.raw, index, x0, x1, y0, y1):
            found.append((index, letter, _displayed((x0.value, y0.value, x1.value, y1.value), turn)))
    return found


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def painted(page: pypdfium2.PdfPage) -> Painted:
    """The shapes and pictures of a page that are large enough to hide a word."""
    objects = list(_objects(page.raw))
    shapes = [r for item, matrix in objects if _kind(item) == pdfium.FPDF_PAGEOBJ_PATH for r in _dark(item, matrix)]
    pictures = [_moved(_bounds(item), matrix) for item, matrix in objects if _kind(item) == pdfium.FPDF_PAGEOBJ_IMAGE]
    notes = _notes(page)
    return Painted(tuple(r for r in (*shapes, *notes) if _is_large(r)), tuple(r for r in pictures if _is_large(r)))


def _objects(page: object) -> Iterator[tuple[object, tuple[_Matrix, ...]]]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _unfolded(pdfium.FPDFPage_GetObject(page, index), ())


def _unfolded(item: object, matrices: tuple[_Matrix, ...]) -> Iterator[tuple[object, tuple[_Matrix, ...]]]:
    """An object, or those in it if it is a form, each with the matrices that place it on the page, innermost first."""
    if _kind(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item, matrices
    elif len(matrices) < _DEEPEST:
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _unfolded(pdfium.FPDFFormObj_GetObject(item, index), (_matrix(item), *matrices))


def _kind(item: object) -> int:
    return int(pdfium.FPDFPageObj_GetType(item))


def _matrix(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _bounds(item: object) -> Rectangle:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _dark(item: object, matrices: tuple[_Matrix, ...]) -> list[Rectangle]:
    """The rectangles that a path fills with a dark and opaque colour; a thick dark line counts as one."""
    left, bottom, right, top = bounds = _bounds(item)
    if not matrices and max(right - left, top - bottom) < LEAST_WIDTH:
        return []
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
