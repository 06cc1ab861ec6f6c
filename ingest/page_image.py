"""A printed page as a picture, with the lines of interest marked as with a highlighter.

    view    page 46 of okafor.pdf, lines 9 to 14 marked      what to draw
    image   b"\\x89PNG..."                                    what comes back

The file is drawn in a child process under limits, and only if its bytes are still those that were read.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from ingest import pdf, sandbox
from ingest.document import Box, Document
from ingest.errors import PinciteError, ReadError
from ingest.limits import Limits
from ingest.span import Span
from ingest.turning import Turn

DPI = 110
_LIMITS = Limits(seconds=60)
_INK, _BAR = (255, 236, 130), (214, 120, 0)
_AROUND, _BAR_WIDTH, _BAR_GAP = 1.5, 2.5, 5.0  # points


@dataclass(frozen=True, slots=True)
class PageView:
    """What to draw: a 1-based ``page`` of the file at ``path`` whose bytes hash to ``sha256``; ``size`` of the page and ``marks``
    on it in points from its top left, once the page is turned by ``quarter`` and ``tilt`` degrees (see :class:`ingest.document.Page`);
    of the page only what is at most ``around`` points above and below the marks, all of it if 0."""

    path: Path
    sha256: str
    page: int
    size: tuple[float, float]
    marks: tuple[Box, ...] = ()
    dpi: int = DPI
    quarter: int = 0
    tilt: float = 0.0
    around: float = 0.0


def page_view(document: Document, path: Path, page: int, spans: Sequence[Span] = (), *, around: float = 0.0) -> PageView:
    """One page of ``document``, with what is printed on it of ``spans`` marked; with ``around`` only that part of the page."""
    lines = (line for span in spans for line in document.lines_of(span))
    boxes = tuple(dict.fromkeys(line.box for line in lines if line.page == page and line.box is not None))
    paper = document.page(page)
    return PageView(path, document.id, page, paper.size, boxes, quarter=paper.quarter, tilt=paper.tilt, around=around)


def page_image(view: PageView) -> bytes:
    """The page as PNG, in this process; for the papers of others use :class:`PageImages`.

    :raises ReadError: the file is gone, is not the one that was read, or cannot be drawn.
    """
    _check_unchanged(view)
    image = Turn(view.size, view.quarter, view.tilt).apply(pdf.picture(view.path, view.page, view.dpi))
    scale = image.width / max(view.size[0], 1.0)
    shown = _cropped(highlighted(image, view.marks, scale), view, scale)
    buffer = io.BytesIO()
    shown.save(buffer, "PNG")
    return buffer.getvalue()


def _cropped(image: Image.Image, view: PageView, scale: float) -> Image.Image:
    if not view.around or not view.marks:
        return image
    top = scale * (min(mark.top for mark in view.marks) - view.around)
    bottom = scale * (max(mark.bottom for mark in view.marks) + view.around)
    return image.crop((0, max(0, round(top)), image.width, min(image.height, round(bottom))))


def _check_unchanged(view: PageView) -> None:
    try:
        with view.path.open("rb") as file:
            now = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadError(f"{view.path}: the file is not there any more, so page {view.page} cannot be shown") from error
    if now != view.sha256:
        raise ReadError(
            f"{view.path}: the file has changed since it was read, so page {view.page} is not shown; ingest it again"
        )


def highlighted(image: Image.Image, marks: Sequence[Box], scale: float) -> Image.Image:
    """``image`` with ``marks`` coloured as by a highlighter and a bar beside each; ``scale`` is pixels per point."""
    paper = image.convert("RGB")
    ink = Image.new("RGB", paper.size, (255, 255, 255))
    draw = ImageDraw.Draw(ink)
    for mark in marks:
        edges = (mark.x0 - _AROUND, mark.top - _AROUND, mark.x1 + _AROUND, mark.bottom + _AROUND)
        draw.rectangle([scale * edge for edge in edges], fill=_INK)
        right = mark.x0 - _BAR_GAP
        bar = (right - _BAR_WIDTH, mark.top - _AROUND, right, mark.bottom + _AROUND)
        draw.rectangle([scale * edge for edge in bar], fill=_BAR)
    return ImageChops.multiply(paper, ink)  # black letters stay black under the ink


def _ready() -> None:
    """In the child: nothing to do yet."""


class PageImages:
    """Draws pages in one child process that is kept alive between calls."""

    def __init__(self, limits: Limits = _LIMITS) -> None:
        self._limits = limits
        self._pool = sandbox.workers(1, limits)
        self._pool.schedule(_ready)  # the first picture need not wait for the child

    def image(self, view: PageView) -> bytes:
        """The page as PNG.

        :raises ReadError: the file is gone, is not the one that was read, is over a limit, or killed the child that drew it.
        """
        try:
            image: bytes = self._pool.schedule(page_image, [view], timeout=self._limits.seconds).result()
        except PinciteError:
            raise
        except Exception as error:
            raise sandbox.why(error, view.path.name, self._limits) from error
        return image

    def close(self) -> None:
        """End the child."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble gives it no types
        self._pool.join()
