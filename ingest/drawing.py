"""Pages and parts of pages as pictures, to see what a shape hides: a picture settles painting order, transparency, clipping and
colour spaces at once.
"""

from __future__ import annotations

import ctypes
import math

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from ingest.document import Box
from ingest.redaction import Picture

_SCALE = 2.0
_MOST_DRAWN = 60
_MOST_DOTS = 16_000_000


def rendered(page: pypdfium2.PdfPage, scale: float, **how: object) -> Image.Image:
    """A page in grey, at so many dots a point."""
    image: Image.Image = page.render(scale=scale, grayscale=True, **how).to_pil()
    return image


def scale_of(size: tuple[float, float], wanted: float) -> float:
    """Dots a point: as many as wanted, fewer where the picture would be too large."""
    return min(wanted, math.sqrt(_MOST_DOTS / (size[0] * size[1])))


class Drawing:
    """Parts of a page as pictures. Each is drawn by itself, which costs next to nothing; where there are many, they are cut from
    one picture of the page."""

    def __init__(self, page: pypdfium2.PdfPage, size: tuple[float, float]) -> None:
        self._page = page
        self._size = size
        self._drawn = 0
        self._whole: Picture | None = None

    def of(self, box: Box) -> Picture:
        """What is seen of a box."""
        self._drawn += 1
        if self._drawn <= _MOST_DRAWN:
            return self._part(box)
        if self._whole is None:
            self._whole = self._part(Box(0.0, 0.0, *self._size))
        return self._whole

    def _part(self, box: Box) -> Picture:
        width, height = self._size
        left, top = max(0.0, min(box.x0, width - 1)), max(0.0, min(box.top, height - 1))
        right, bottom = min(width, max(box.x1, left + 1)), min(height, max(box.bottom, top + 1))
        return self._cut(Box(left, top, right, bottom), scale_of((right - left, bottom - top), _SCALE))

    def _cut(self, box: Box, scale: float) -> Picture:
        """Drawn as pypdfium2 draws a page, which takes twice as long over so small a part."""
        width, height = self._size
        left, top = math.ceil(box.x0 * scale), math.ceil(box.top * scale)
        right, bottom = math.ceil((width - box.x1) * scale), math.ceil((height - box.bottom) * scale)
        whole = math.ceil(width * scale), math.ceil(height * scale)
        dots = np.full((whole[1] - top - bottom, whole[0] - left - right), 255, dtype=np.uint8)
        room = ctypes.byref(ctypes.c_char.from_buffer(dots.data))
        bitmap = pdfium.FPDFBitmap_CreateEx(*reversed(dots.shape), pdfium.FPDFBitmap_Gray, room, dots.shape[1])
        how = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT
        pdfium.FPDF_RenderPageBitmap(bitmap, self._page.raw, -left, -top, *whole, 0, how)
        pdfium.FPDFBitmap_Destroy(bitmap)
        return Picture(dots, left, top, scale)
