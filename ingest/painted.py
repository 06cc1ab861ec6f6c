"""What a page paints besides letters: the shapes that may hide words. Beside :mod:`ingest.pdf`, :mod:`ingest.letters` and
:mod:`ingest.drawing` the only place that knows pdfium.

These are candidates by their outline alone; whether they are dark and lie on top is seen in a picture of the page
(:mod:`ingest.drawing`).
"""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.document import Box
from ingest.drawing import Drawing, rendered, scale_of
from ingest.letters import Answers, Letters, at, bare
from ingest.redaction import Covers, Nearby, covers, dark_boxes

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF units."""

LEAST_WIDTH, LEAST_HEIGHT = 8.0, 6.0
_DARK = 90
_OPAQUE = 250
_MOST_SEGMENTS, _PATHS_AT_ONCE = 2000, 50
_DEEPEST = 4
_Matrix = tuple[float, float, float, float, float, float]

_COARSE = 0.5
_DRAWN = {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}
_ABOUT = 8.0  # points that the middle of a word may stand above or below a box that touches it
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


_OBJECT = bare(pdfium.FPDFPage_GetObject, pdfium.FPDF_PAGEOBJECT)
_IN_FORM = bare(pdfium.FPDFFormObj_GetObject, pdfium.FPDF_PAGEOBJECT)
_TYPE = bare(pdfium.FPDFPageObj_GetType, ctypes.c_int)
_BOUNDS = bare(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)
_MODES = bare(pdfium.FPDFPath_GetDrawMode, ctypes.c_int)
_FILL = bare(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int)
_STROKE = bare(pdfium.FPDFPageObj_GetStrokeColor, ctypes.c_int)
_WIDTH = bare(pdfium.FPDFPageObj_GetStrokeWidth, ctypes.c_int)
_SEGMENT = bare(pdfium.FPDFPath_GetPathSegment, pdfium.FPDF_PATHSEGMENT)
_SEGMENT_TYPE = bare(pdfium.FPDFPathSegment_GetType, ctypes.c_int)
_POINT = bare(pdfium.FPDFPathSegment_GetPoint, ctypes.c_int)
_SINGLE, _WHOLE = Answers(ctypes.c_float), Answers(ctypes.c_int)


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
    if not found.shapes and not found.pictures:
        return Covers()
    width, height = size = page.get_size()
    if min(size) < 1:
        return Covers()
    boxes = [letters.displayed(*r) for r in found.shapes]
    if letters.text.strip() and _is_pictured(found, letters, _FULL_PAGE * width * height):
        boxes += _seen(page, size)
    return covers(boxes, partial(_near, letters), Drawing(page, size).of, released) if boxes else Covers()


def is_scan(page: pypdfium2.PdfPage, found: Painted, letters: Letters) -> bool:
    """True for a picture of a page that has a text layer all the same: what some scanner's OCR made of it."""
    if not found.pictures:
        return False
    width, height = page.get_size()
    return bool(letters.text.strip()) and _is_pictured(found, letters, _WHOLE_PAGE * width * height)


def _is_pictured(found: Painted, letters: Letters, area: float) -> bool:
    """True if there is a picture of more than that area."""
    return any(_area(letters.displayed(*rectangle)) > area for rectangle in found.pictures)


def _seen(page: pypdfium2.PdfPage, size: tuple[float, float]) -> tuple[Box, ...]:
    """The dark boxes in the picture of a page: looked for in a coarse one first, at which nearly all pages are left."""
    coarse = rendered(page, scale_of(size, _COARSE), no_smoothimage=True, no_smoothtext=True, no_smoothpath=True)
    return dark_boxes(rendered(page, scale_of(size, 1.0)), size) if dark_boxes(coarse, size) else ()


def _near(letters: Letters, boxes: Sequence[Box]) -> Nearby:
    """The letters in words that stand as high as one of the boxes."""
    rows = {y for box in boxes for y in range(int(box.top - _ABOUT), int(box.bottom + _ABOUT) + 1)}
    words = [match.span() for match in _WORD.finditer(letters.text)]
    heights = letters.heights([start for start, _ in words])
    beside = [word for word, height in zip(words, heights, strict=True) if int(height) in rows]
    indices = [index for start, end in beside for index in range(start, end)]
    return Nearby(indices, "".join(letters.text[start:end] for start, end in beside), letters.tight(indices))


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def painted(page: pypdfium2.PdfPage) -> Painted:
    """The shapes and pictures of a page that are large enough to hide a word."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    found = _Found()
    found.take(map(_OBJECT, repeat(at(page.raw)), range(count)), ())
    dark = _dark(found.paths, found.matrices) if found.paths else ()
    shapes = (r for r in (*dark, *_notes(page)) if _is_large(r))
    return Painted(tuple(shapes), tuple(found.pictures), found.strokes)


class _Found:
    """What is found among the objects of a page: paths with the ``matrices`` of the forms that they are in. Most objects are text:
    these are passed over quickly."""

    def __init__(self) -> None:
        self.paths: list[Any] = []
        self.matrices: list[tuple[_Matrix, ...]] = []
        self.pictures: list[Rectangle] = []
        self.strokes = 0

    def take(self, found: Iterable[Any], matrices: tuple[_Matrix, ...]) -> None:
        """Look at objects, and at those in forms; ``matrices`` place them on the page, innermost first."""
        objects = list(found)
        kinds = list(map(_TYPE, objects))
        paths = [item for item, kind in zip(objects, kinds, strict=True) if kind == pdfium.FPDF_PAGEOBJ_PATH]
        self.paths += paths
        self.matrices += [matrices] * len(paths)
        self.strokes += len(paths) + kinds.count(pdfium.FPDF_PAGEOBJ_SHADING)
        if not _DRAWN.issuperset(kinds):
            pictures = [item for item, kind in zip(objects, kinds, strict=True) if kind == pdfium.FPDF_PAGEOBJ_IMAGE]
            self.pictures += [_moved(tuple(bounds), matrices) for bounds in _SINGLE.to(_BOUNDS, pictures).tolist()]
            for item, kind in zip(objects, kinds, strict=True):
                if kind == pdfium.FPDF_PAGEOBJ_FORM and len(matrices) < _DEEPEST:
                    self._open(item, matrices)

    def _open(self, form: Any, matrices: tuple[_Matrix, ...]) -> None:
        count = pdfium.FPDFFormObj_CountObjects(form)
        self.take(map(_IN_FORM, repeat(at(form)), range(count)), (_matrix(form), *matrices))


def _matrix(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _dark(paths: Sequence[Any], matrices: Sequence[tuple[_Matrix, ...]]) -> Iterator[Rectangle]:
    """The rectangles that paths fill with a dark and opaque colour; a thick dark line counts as one."""
    bounds = _SINGLE.to(_BOUNDS, paths).tolist()
    # In a form they may be drawn to any scale.
    asked = [
        (i, within or (right - left >= LEAST_WIDTH and top - bottom >= LEAST_HEIGHT))
        for i, ((left, bottom, right, top), within) in enumerate(zip(bounds, matrices, strict=True))
        if within or right - left >= LEAST_WIDTH or top - bottom >= LEAST_WIDTH
    ]
    if not asked:
        return
    modes = _WHOLE.to(_MODES, [paths[i] for i, _ in asked], places=2).tolist()
    filled = [i for (i, large), (mode, *_) in zip(asked, modes, strict=True) if mode and large]
    stroked = [i for (i, _), (_, stroke, *_) in zip(asked, modes, strict=True) if stroke]
    areas, lines = _of_colour(paths, filled, _FILL), _of_colour(paths, stroked, _STROKE)
    rectangles = iter(_rectangles([paths[i] for i in filled if i in areas]) if areas else ())
    for i in sorted(areas | lines):
        if i in areas:
            yield from (_moved(r, (_matrix(paths[i]), *matrices[i])) for r in next(rectangles))
        elif (wide := _stroke_width(paths[i])) >= LEAST_HEIGHT:
            left, bottom, right, top = bounds[i]
            yield _moved((left, (bottom + top - wide) / 2, right, (bottom + top + wide) / 2), matrices[i])


def _of_colour(paths: Sequence[Any], asked: Sequence[int], ask: Callable[..., Any]) -> frozenset[int]:
    """Which of those ``asked`` about are dark and opaque."""
    if not asked:
        return frozenset()
    colours = _WHOLE.to(ask, [paths[i] for i in asked])
    dark = (colours[:, :3].max(axis=1) < _DARK) & (colours[:, 3] >= _OPAQUE)
    return frozenset(itertools.compress(asked, dark))


def _stroke_width(item: Any) -> float:
    return float(_SINGLE.to(_WIDTH, [item], places=1)[0, 0])


def _rectangles(paths: Sequence[Any]) -> Iterator[list[Rectangle]]:
    """For each path the parts that are drawn with at most five straight strokes, each as the rectangle around it."""
    for start in range(0, len(paths), _PATHS_AT_ONCE):
        yield from _rectangles_of(paths[start : start + _PATHS_AT_ONCE])


def _rectangles_of(paths: Sequence[Any]) -> Iterator[list[Rectangle]]:
    counts = [min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS) for item in paths]
    segments = [s for item, count in zip(paths, counts, strict=True) for s in map(_SEGMENT, repeat(item), range(count))]
    kinds = list(map(_SEGMENT_TYPE, segments))
    points = _SINGLE.to(_POINT, segments, places=2)[:, :2].tolist()
    end = 0
    for count in counts:
        start, end = end, end + count
        heads = [i for i in range(start, end) if kinds[i] == pdfium.FPDF_SEGMENT_MOVETO]
        parts = (points[i:j] for i, j in itertools.pairwise([start, *heads, end]))
        yield [_around(part) for part in parts if 4 <= len(part) <= 6]


def _around(points: Sequence[Sequence[float]]) -> Rectangle:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


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
