"""Pages whose text lies on its side or head are read the right way round; words that are printed twice are read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.page_image import page_image, page_view
from ingest.reader import read

STAMP = "Case 3:24-cv-01234-ABC   Document 12-7   Filed 02/06/24   Page 1 of 1"
LINES = [
    "The exhibit list of the plaintiff follows.",
    "It names the letters of the spring.",
    "It names the boxes in the yard, too.",
]
TURNED = {0: (1, 0, 0, 1, 90, 600), 90: (0, 1, -1, 0, 200, 90), 180: (-1, 0, 0, -1, 520, 200), 270: (0, -1, 1, 0, 300, 700)}


def page(path: Path, degrees: int, *, stamped: bool = True, rotate: int = 0, box: bool = False) -> Document:
    """A page whose text is turned counterclockwise by so many degrees, with an upright stamp; displayed turned by ``rotate``."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    canvas.setFont("Times-Roman", 12)
    if stamped:
        canvas.drawString(72, 770, STAMP)
    canvas.saveState()
    canvas.transform(*TURNED[degrees])
    for i, line in enumerate(LINES):
        canvas.drawString(0, -20 * i, line)
    if box:
        canvas.rect(canvas.stringWidth("It names the ") - 1, -24, canvas.stringWidth("letters") + 2, 15, stroke=0, fill=1)
    canvas.restoreState()
    canvas.showPage()
    canvas.save()
    if rotate:
        writer = PdfWriter()
        writer.add_page(PdfReader(path).pages[0].rotate(rotate))
        writer.write(path)
    return read(path)


@pytest.mark.parametrize("degrees", TURNED)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_is_read_the_way_it_runs(tmp_path: Path, degrees: int, rotate: int) -> None:
    document = page(tmp_path / "page.pdf", degrees, rotate=rotate, stamped=(degrees, rotate) != (180, 180))
    assert document.text.splitlines() == LINES
    (sheet,) = document.pages
    assert sheet.quarter == (degrees - rotate) % 360
    assert sheet.size == ((792.0, 612.0) if degrees in {90, 270} else (612.0, 792.0))
    assert all(line.box is not None and line.box.x1 < sheet.size[0] for line in document.lines)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_the_stamp_of_a_page_that_lies_is_read(tmp_path: Path, degrees: int) -> None:
    document = page(tmp_path / "page.pdf", degrees)
    assert (document.docket.number if document.docket else "", document.pages[0].ecf_page) == ("12-7", 1)


def test_a_page_that_lies_is_shown_upright_with_its_lines_marked(tmp_path: Path) -> None:
    document = page(tmp_path / "page.pdf", 90)
    view = page_view(document, tmp_path / "page.pdf", 1, [document.lines[1].span])
    assert (view.quarter, view.size) == (90, (792.0, 612.0))
    assert page_image(view).startswith(b"\x89PNG")


def test_a_box_on_a_page_that_lies_hides_its_words(tmp_path: Path) -> None:
    document = page(tmp_path / "page.pdf", 90, box=True)
    assert document.text.splitlines()[1] == "It names the █ of the spring."
    ((failed,),) = (sheet.failed for sheet in document.pages)
    assert failed.x1 - failed.x0 > failed.bottom - failed.top  # as the page is read
    opened = read(tmp_path / "page.pdf", released={1: [failed]})
    assert opened.text.splitlines() == LINES
    assert [one.span.of(opened.text) for one in opened.uncovered] == ["letters"]


def twice(path: Path, second: list[str], *, unseen: bool, dx: float = 0.4, dy: float = 1.0) -> Document:
    """The lines, and other lines over them."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for lines, x, y, mode in ((second, 72 + dx, 600 - dy, 3 if unseen else 0), (LINES, 72.0, 600.0, 0)):
        canvas.saveState()
        text = canvas.beginText(x, y)
        text.setFont("Times-Roman", 12)
        text.setLeading(20)
        text.setTextRenderMode(mode)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return read(path)


def test_an_unseen_layer_over_typeset_text_is_not_read(tmp_path: Path) -> None:
    ocr = ["The exhibit list ot the p1aintiff follows.", LINES[1], "It names the boxes in thc yard, too. "]
    document = twice(tmp_path / "page.pdf", ocr, unseen=True)
    assert document.text.splitlines() == LINES


def test_what_only_the_unseen_layer_has_is_kept(tmp_path: Path) -> None:
    document = twice(tmp_path / "page.pdf", [*LINES, "A picture says this alone."], unseen=True)
    assert document.text.splitlines() == [*LINES, "A picture says this alone."]


@pytest.mark.parametrize(("dx", "dy"), [(0.3, 0.0), (0.6, 0.3), (1.2, 0.8), (2.5, 0.0)])
def test_bold_that_is_faked_is_read_once(tmp_path: Path, dx: float, dy: float) -> None:
    assert twice(tmp_path / "page.pdf", LINES, unseen=False, dx=dx, dy=dy).text.splitlines() == LINES


def test_a_word_that_stands_twice_on_a_page_stays(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(612, 792), invariant=True)
    for i, word in enumerate(("Yes.", "Yes.", "No.", "Yes.")):
        canvas.drawString(72, 600 - 14 * i, word)
    canvas.showPage()
    canvas.save()
    assert read(tmp_path / "page.pdf").text.split() == ["Yes.", "Yes.", "No.", "Yes."]
