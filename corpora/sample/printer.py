"""Prints sheets: as a PDF with a text layer, as the scan of a page, which has none, or as plain text.

All give the same bytes on every run: no clock, no random numbers but the seeded noise of the scan.
"""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpora.sample.ink import Ink, Rule, Sheet, Text

SCAN_DPI = 200
_SEED = 1789


def _canvas(sheets: tuple[Sheet, ...], title: str, password: str = "") -> tuple[Canvas, BytesIO]:
    buffer = BytesIO()
    encrypt = StandardEncryption(password, ownerPassword=password + "-owner", strength=128) if password else None
    canvas = Canvas(buffer, pagesize=sheets[0].size, invariant=1, pageCompression=1, encrypt=encrypt)
    canvas.setTitle(title)
    canvas.setCreator("Pincite sample")
    return canvas, buffer


def to_pdf(sheets: tuple[Sheet, ...], title: str, *, password: str = "") -> bytes:
    """The bytes of a PDF with ``sheets``; with a ``password`` it opens only to those who know it."""
    canvas, buffer = _canvas(sheets, title, password)
    for sheet in sheets:
        for ink in sheet.ink:
            _draw(canvas, ink, sheet.size[1])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, ink: Ink, height: float) -> None:
    if isinstance(ink, Rule):
        canvas.setStrokeColor(ink.color)
        canvas.setLineWidth(ink.width)
        canvas.line(ink.x0, height - ink.y0, ink.x1, height - ink.y1)
        return
    canvas.setFillColor(ink.color)
    canvas.setFont(ink.font, ink.size)
    if not ink.turn:
        canvas.drawString(ink.x, height - ink.y, ink.text)
        return
    canvas.saveState()
    canvas.translate(ink.x, height - ink.y)
    canvas.rotate(ink.turn)
    canvas.drawString(0, 0, ink.text)
    canvas.restoreState()


def to_scan(sheets: tuple[Sheet, ...], title: str) -> bytes:
    """The bytes of a PDF whose pages are pictures of ``sheets``, 200 dots an inch, a little askew and speckled: no text layer."""
    canvas, buffer = _canvas(sheets, title)
    for sheet in sheets:
        picture = BytesIO()
        _photograph(sheet).save(picture, "JPEG", quality=55)
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), 0, 0, *sheet.size)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _photograph(sheet: Sheet) -> Image.Image:
    scale = SCAN_DPI / 72
    image = Image.new("L", (round(sheet.size[0] * scale), round(sheet.size[1] * scale)), 250)
    pen = ImageDraw.Draw(image)
    for ink in sheet.ink:
        if isinstance(ink, Rule):
            pen.line([ink.x0 * scale, ink.y0 * scale, ink.x1 * scale, ink.y1 * scale], fill=40, width=2)
        else:
            _write(pen, ink, scale)
    return _speckled(image.rotate(0.35, fillcolor=250, resample=Image.Resampling.BICUBIC))


def _write(pen: ImageDraw.ImageDraw, ink: Text, scale: float) -> None:
    """The picture's letters are not the PDF's: each run is scaled to the width it was set to."""
    wanted = stringWidth(ink.text, ink.font, ink.size) * scale
    size = ink.size * scale
    size *= min(1.0, wanted / max(1.0, ImageFont.load_default(size).getlength(ink.text)))
    pen.text((ink.x * scale, ink.y * scale), ink.text, fill=25, font=ImageFont.load_default(size), anchor="ls")


def _speckled(image: Image.Image) -> Image.Image:
    chance = random.Random(_SEED)  # noqa: S311 - specks of dust, the same ones on every run; no secret
    dots = image.load()
    if dots is None:
        raise ValueError("a picture without dots")
    for _ in range(900):
        x, y = chance.randrange(image.width), chance.randrange(image.height)
        dots[x, y] = chance.randrange(90, 220)
    return image


def to_text(sheets: tuple[Sheet, ...]) -> str:
    """The lines of ``sheets`` as plain text, an empty line where the print leaves one."""
    rows: list[str] = []
    below = 0.0
    for ink in (ink for sheet in sheets for ink in sheet.ink if isinstance(ink, Text)):
        if rows and ink.y > below + ink.size * 1.5:
            rows.append("")
        rows.append(ink.text)
        below = ink.y
    return "\n".join(rows) + "\n"
