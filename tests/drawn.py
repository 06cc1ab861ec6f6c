"""Small PDFs drawn by hand: one call a page, a tuple a piece of text.

drawn(path, [[(72, 700, "A.  I did.")]])       x and y in points from the bottom left, as PDF counts them
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

Text = tuple[float, float, str]


def drawn(path: Path, pages: Iterable[Sequence[Text]], *, size: float = 12, encrypt: str | None = None) -> Path:
    """A letter-size PDF with text at places, one sequence a page."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True, encrypt=encrypt)
    for page in pages:
        canvas.setFont("Times-Roman", size)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return path


def pleading(lines: Sequence[str], number: int = 1, total: int = 3, footer: str = "COMPLAINT") -> list[Text]:
    """A page of 28-line pleading paper: stamp, numbers, text beside them, footer with the page number."""
    page: list[Text] = [(72, 770, f"Case 3:24-cv-01234-ABC   Document 1-2   Filed 02/06/24   Page {number} of {total}")]
    page += [(60 if i > 9 else 66, 748 - 24 * i, str(i)) for i in range(1, 29)]
    page += [(108, 748 - 24 * i, line) for i, line in enumerate(lines, start=1)]
    return [*page, (108, 40, footer), (300, 28, str(number))]


def transcript(lines: Sequence[str], label: int, clock: str = "") -> list[Text]:
    """A page of a 25-line transcript, with the printed page number and, if asked for, time stamps down the right margin."""
    page: list[Text] = [(500, 740, f"Page {label}")]
    page += [(60 if i > 9 else 66, 730 - 26 * i, str(i)) for i in range(1, 26)]
    page += [(108, 730 - 26 * i, line) for i, line in enumerate(lines, start=1)]
    if clock:
        page += [(530, 730 - 26 * i, clock) for i in range(1, len(lines) + 1)]
    return [*page, (230, 40, "Plain Reporting, Inc.   555 010-0199")]
