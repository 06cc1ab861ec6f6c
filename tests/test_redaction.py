"""Redactions: boxes over nothing are kept as places, words under boxes are withheld, and what only looks like a box is let be."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import Color, black, white, yellow
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpora.parcel import parcel_of
from ingest.document import Document
from ingest.reader import read
from ingest.redaction_mark import MARK

BEFORE, SECRET, AFTER = "The payment was made by ", "Ulrike Sandoval", " in the spring of that year."
X, Y, SIZE = 72, 600, 12


def page(path: Path, paint: Callable[[Canvas, float, float], None], words: str = SECRET) -> Document:
    """A page with three lines; ``paint`` is given the left edge and the width of ``words`` in the second."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    canvas.setFont("Times-Roman", SIZE)
    canvas.drawString(X, Y + 20, "Nothing is hidden in the first line of this page.")
    canvas.drawString(X, Y, BEFORE + words + AFTER)
    canvas.drawString(X, Y - 20, "Nothing is hidden in the third line of this page.")
    paint(canvas, X + canvas.stringWidth(BEFORE), canvas.stringWidth(words))
    canvas.showPage()
    canvas.save()
    return read(path)


def black_box(canvas: Canvas, left: float, width: float) -> None:
    canvas.setFillColor(black)
    canvas.rect(left - 1, Y - 4, width + 2, 15, stroke=0, fill=1)


def black_line(canvas: Canvas, left: float, width: float) -> None:
    canvas.setLineWidth(15)
    canvas.line(left - 1, Y + 3, left + width + 1, Y + 3)


def black_box_in_a_form(canvas: Canvas, left: float, width: float) -> None:
    canvas.beginForm("over")
    canvas.rect(0, 0, 100, 15, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(left - 1, Y - 4)
    canvas.scale((width + 2) / 100, 1)
    canvas.doForm("over")
    canvas.restoreState()


def box_down_to_the_baseline(canvas: Canvas, left: float, width: float) -> None:
    """The tails of letters stick out below it, which would tell where they stand."""
    canvas.rect(left - 1, Y - 0.5, width + 2, 11, stroke=0, fill=1)


def several_in_one_path(canvas: Canvas, left: float, width: float) -> None:
    path = canvas.beginPath()
    path.rect(left - 1, Y - 4, width / 2 + 1, 15)
    path.rect(left + width / 2, Y - 4, width / 2 + 1, 15)
    canvas.drawPath(path, stroke=0, fill=1)


@pytest.mark.parametrize(
    ("paint", "boxes"),
    [(black_box, 1), (black_line, 1), (black_box_in_a_form, 1), (several_in_one_path, 2)],
    ids=["box", "thick line", "box in a form", "several boxes in one path"],
)
def test_words_under_a_box_are_withheld(tmp_path: Path, paint: Callable[[Canvas, float, float], None], boxes: int) -> None:
    document = page(tmp_path / "failed.pdf", paint)
    assert document.text.split("\n")[1].split() == [*BEFORE.split(), MARK * boxes, *AFTER.split()]
    assert "Ulrike" not in repr(document)
    assert "Sandoval" not in repr(document)
    assert document.pages[0].why == f"text under {boxes} redaction box{'es' if boxes > 1 else ''} withheld"
    assert len(document.pages[0].redactions) == boxes
    assert document.pages[0].redactions[0].top == pytest.approx(792 - Y - 11, abs=1.5)


def test_letters_whose_tails_stick_out_are_withheld_too(tmp_path: Path) -> None:
    document = page(tmp_path / "tails.pdf", box_down_to_the_baseline, words="Peggy Quigley, jr.")
    assert document.text.split("\n")[1].split() == [*BEFORE.split(), MARK, *AFTER.split()]


def test_a_box_over_blank_paper_is_a_mark_and_a_place(tmp_path: Path) -> None:
    document = page(tmp_path / "clean.pdf", black_box, words=" " * 20)
    assert len(document.pages[0].redactions) == 1
    assert document.pages[0].why == ""
    assert document.text.split("\n")[1].split() == [*BEFORE.split(), MARK, *AFTER.split()]


def test_a_line_that_is_black_from_end_to_end_is_no_line_of_text(tmp_path: Path) -> None:
    def between(canvas: Canvas, _left: float, _width: float) -> None:
        canvas.rect(X, Y - 43, 200, 13, stroke=0, fill=1)
        canvas.drawString(X, Y - 60, "Nothing is hidden in the last line of this page.")

    document = page(tmp_path / "line.pdf", between)
    assert [line.split()[0] for line in document.text.split("\n") if line] == ["Nothing", "The", "Nothing", "Nothing"]
    assert len(document.pages[0].redactions) == 1


def test_a_whole_line_whose_words_the_file_still_has_leaves_its_mark(tmp_path: Path) -> None:
    """Above and below it stand whole sentences: without the mark they would read as if nothing had stood between them."""

    def between(canvas: Canvas, _left: float, _width: float) -> None:
        canvas.drawString(X, Y - 40, "The price was set by Tobias Quarrel on the first of May.")
        canvas.rect(X - 1, Y - 43, 420, 13, stroke=0, fill=1)
        canvas.drawString(X, Y - 60, "Nothing is hidden in the last line of this page.")

    document = page(tmp_path / "covered.pdf", between)
    assert [line.split()[0] for line in document.text.split("\n") if line] == ["Nothing", "The", "Nothing", MARK, "Nothing"]
    assert "Quarrel" not in repr(document)


def test_a_short_box_is_marked_between_the_words_it_stands_between(tmp_path: Path) -> None:
    """The gap is no wider than blanks may be: the line is one piece but for the box."""
    document = page(tmp_path / "short.pdf", black_box, words="Al")
    assert " ".join(document.text.split("\n")[1].split()) == f"{BEFORE}{MARK}{AFTER}"


def test_a_bar_across_the_page_and_a_black_picture_are_no_words(tmp_path: Path) -> None:
    def decorated(canvas: Canvas, _left: float, _width: float) -> None:
        canvas.rect(20, Y + 60, 572, 7, stroke=0, fill=1)
        canvas.rect(X, Y - 200, 100, 100, stroke=0, fill=1)

    assert MARK not in page(tmp_path / "bar.pdf", decorated).text


def highlight(canvas: Canvas, left: float, width: float) -> None:
    canvas.setFillColor(yellow, alpha=0.5)
    canvas.rect(left - 1, Y - 4, width + 2, 15, stroke=0, fill=1)


def white_box(canvas: Canvas, left: float, width: float) -> None:
    canvas.setFillColor(white)
    canvas.rect(left + width + 200, Y - 4, 50, 15, stroke=0, fill=1)


def clear_shade(canvas: Canvas, left: float, width: float) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0.3))
    canvas.rect(left - 1, Y - 4, width + 2, 15, stroke=0, fill=1)


def frame(canvas: Canvas, left: float, width: float) -> None:
    canvas.rect(left - 4, Y - 6, width + 8, 20, stroke=1, fill=0)


def underline(canvas: Canvas, left: float, width: float) -> None:
    canvas.rect(left, Y - 3, width, 1.2, stroke=0, fill=1)


def heading_on_black(canvas: Canvas, left: float, width: float) -> None:
    canvas.rect(left - 1, Y - 4, width + 2, 15, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.drawString(left, Y, SECRET)


@pytest.mark.parametrize(
    "paint",
    [highlight, white_box, clear_shade, frame, underline, heading_on_black],
    ids=["highlight", "white", "shade that shows through", "frame", "underline", "white words painted on black"],
)
def test_what_can_be_seen_stays(tmp_path: Path, paint: Callable[[Canvas, float, float], None]) -> None:
    document = page(tmp_path / "seen.pdf", paint)
    assert "Sandoval" in document.text
    assert (document.pages[0].why, document.pages[0].redactions) == ("", ())


def test_words_painted_over_the_box_stay(tmp_path: Path) -> None:
    """A box that was there first hides nothing that is painted in white over it; the label on a box says what it is."""

    def labelled(canvas: Canvas, left: float, width: float) -> None:
        black_box(canvas, left, width)
        canvas.setFillColor(white)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(left + 20, Y, "REDACTED")

    document = page(tmp_path / "label.pdf", labelled, words=" " * 30)
    assert "REDACTED" in document.text
    assert len(document.pages[0].redactions) == 1
    assert document.pages[0].why == ""


@pytest.mark.parametrize("mark", ["[REDACTED]", "(b)(6)", "[REDACTED - ATTORNEY-CLIENT PRIVILEGE]"])
def test_printed_marks_are_text(tmp_path: Path, mark: str) -> None:
    document = page(tmp_path / "marks.pdf", lambda *_: None, words=mark)
    assert document.text.split("\n")[1] == BEFORE + mark + AFTER


def scanned(path: Path, layer: str) -> Document:
    """A scan with a black box burnt into the picture, and a hidden text layer."""
    sheet = Image.new("L", (1700, 2200), 255)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=34)
    draw.text((200, 533), "The payment was made by", fill=0, font=font)
    draw.rectangle((620, 525, 900, 575), fill=0)
    draw.text((930, 533), "in the spring.", fill=0, font=font)
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    canvas.drawImage(ImageReader(sheet), 0, 0, 612, 792)
    for x, words in ((72, "The payment was made by"), (226, "Ulrike Sandoval"), (335, "in the spring.")) if layer else ():
        hidden = canvas.beginText(x, 590)
        hidden.setFont("Times-Roman", SIZE)
        hidden.setTextRenderMode(3)
        hidden.textOut(words)
        canvas.drawText(hidden)
    canvas.showPage()
    canvas.save()
    return read(path)


@pytest.mark.parametrize(
    ("layer", "state", "why"),
    [
        ("older than the box", "text", "text under 1 redaction box withheld"),
        ("", "ocr", "read by OCR: no text layer"),
    ],
    ids=["text layer older than the box", "no text layer"],
)
def test_boxes_in_a_scan(tmp_path: Path, layer: str, state: str, why: str) -> None:
    document = scanned(tmp_path / "scan.pdf", layer)
    assert (document.pages[0].state, document.pages[0].why) == (state, why)
    assert document.text.split() == ["The", "payment", "was", "made", "by", MARK, "in", "the", "spring."]
    (box,) = document.pages[0].redactions
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx((223, 189, 324, 207), abs=3)


def test_the_ledger_says_what_was_withheld(tmp_path: Path) -> None:
    document = page(tmp_path / "failed.pdf", several_in_one_path)
    assert parcel_of(document, ()).why == "text under 2 redaction boxes on page 1 withheld"
    assert b"Sandoval" not in zlib.decompress(parcel_of(document, ()).body)
    assert parcel_of(page(tmp_path / "sound.pdf", frame), ()).why == ""


@pytest.mark.parametrize("ends", [(-2.0, -0.6), (-0.6, -2.0), (-2.6, -1.5, -0.4), (-2.6, -0.4, -1.5)])
def test_a_box_drawn_again_a_little_longer_hides_what_either_does(tmp_path: Path, ends: tuple[float, ...]) -> None:
    """The last letter is black on paper: it shows no more than the others do."""

    def again(canvas: Canvas, left: float, width: float) -> None:
        for end in ends:
            canvas.rect(left - 1, Y - 4, width + 1 + end, 15, stroke=0, fill=1)

    document = page(tmp_path / "again.pdf", again, words="Ulrike Sandoval")
    assert document.text.split("\n")[1].split() == [*BEFORE.split(), MARK, *AFTER.split()]

    def alone(canvas: Canvas, left: float, width: float) -> None:
        canvas.rect(left - 1, Y - 4, width + 1 + max(ends), 15, stroke=0, fill=1)

    assert document.pages[0].failed == page(tmp_path / "alone.pdf", alone).pages[0].failed  # the larger
