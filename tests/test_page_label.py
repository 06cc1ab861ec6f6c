"""Printed page numbers that a text layer cut short are read again from the picture; those out of line are given up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.pdf import picture
from ingest.reader import read
from tests.drawn import drawn

LINES = [f"This is line {n} of what was said that day, and it goes on." for n in range(1, 20)]


def scanned(folder: Path, printed: Sequence[str], layer: Sequence[str]) -> Path:
    """A scan whose pictures print some page numbers, under a hidden text layer that has others."""
    body = [(108.0, 700.0 - 26 * i, line) for i, line in enumerate(LINES)]
    typeset = drawn(folder / "typeset.pdf", [[*body, (500, 740, number)] for number in printed])
    path = folder / "scan.pdf"
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for page, number in enumerate(layer, start=1):
        canvas.drawImage(ImageReader(picture(typeset, page, dpi=150)), 0, 0, 612, 792)
        for x, y, words in [*body, (500, 740, number)]:
            hidden = canvas.beginText(x, y)
            hidden.setTextRenderMode(3)
            hidden.setFont("Times-Roman", 12)
            hidden.textOut(words)
            canvas.drawText(hidden)
        canvas.showPage()
    canvas.save()
    return path


PRINTED = ("Page 29", "Page 30", "Page 31", "Page 57", "Page 118", "Page 121")
LAYERS = {
    "right": PRINTED,
    "cut short": ("Page 29", "Page 3", "Page 31", "Page 57", "Page 11", "Page 121"),
    "without figures": ("Page 29", "Page ,", "Page 31", "Page 57", "Page", "Page 121"),
    "without the word": ("Page 29", "Page 30", "P", "Page 57", "Page 118", "Page 121"),
}


@pytest.mark.slow
@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_the_number_is_what_is_printed(tmp_path: Path, layer: Sequence[str]) -> None:
    document = read(scanned(tmp_path, PRINTED, layer))
    assert [f"Page {page.label}" for page in document.pages] == list(PRINTED)
    assert "Page" not in document.text


@pytest.mark.slow
def test_a_number_that_cannot_be_read_is_given_up(tmp_path: Path) -> None:
    printed = ("Page 29", "", "Page 31", "Page 57", "Page 118", "Page 121")
    document = read(scanned(tmp_path, printed, LAYERS["cut short"][:4] + PRINTED[4:]))
    assert [page.label for page in document.pages] == ["29", "", "31", "57", "118", "121"]


def test_a_count_that_begins_again_is_borne_out_by_its_picture(tmp_path: Path) -> None:
    printed = ("Page 7", "Page 8", "Page 9", "Page 1", "Page 2", "Page 3")
    body = [(108.0, 700.0 - 26 * i, line) for i, line in enumerate(LINES)]
    document = read(drawn(tmp_path / "two.pdf", [[*body, (500, 740, number)] for number in printed]))
    assert [f"Page {page.label}" for page in document.pages] == list(printed)
