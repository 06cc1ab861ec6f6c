"""What the reader makes of court PDFs: body text alone in the text, every printed place kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.errors import Encrypted, NotAPdf
from ingest.reader import read
from ingest.span import Span
from tests.drawn import drawn, pleading, transcript
from tests.long_paper import long_paper, peak_of_reading


def place_of(document: Document, words: str) -> tuple[int, int | None, int | None]:
    start = document.text.index(words)
    place = document.place(Span(start, start + len(words)))
    return place.page, place.line_first, place.line_last


def test_stamps_numbers_and_footers_leave_the_text_and_stay_as_places(tmp_path: Path) -> None:
    first = ["Plaintiffs allege that the company", "took what it wanted."]
    pages = [pleading(first, 1), pleading(["Nothing was licensed.", "Nothing was paid."], 2), pleading(["The end."], 3)]
    document = read(drawn(tmp_path / "complaint.pdf", pages))

    assert document.text.split("\n")[:4] == [*first, "Nothing was licensed.", "Nothing was paid."]
    assert place_of(document, "took what it wanted") == (1, 2, 2)
    assert place_of(document, "wanted.\nNothing was licensed") == (1, 2, 1)
    assert [page.label for page in document.pages] == ["1", "2", "3"]
    assert [page.ecf_page for page in document.pages] == [1, 2, 3]
    assert "COMPLAINT" in document.pages[0].furniture
    assert document.docket is not None
    assert (document.docket.case, document.docket.number, document.docket.filed) == (
        "3:24-cv-01234-ABC",
        "1-2",
        date(2024, 2, 6),
    )


def test_a_transcript_keeps_its_own_pages_and_lines(tmp_path: Path) -> None:
    lines = ["Q.   Did you ask counsel?", "A.   I did not recall asking", "counsel at the time."]
    pages = [transcript(lines, 45 + i, clock="10:15") for i in range(3)]
    document = read(drawn(tmp_path / "deposition.pdf", pages))

    assert "10:15" not in document.text
    assert "Plain Reporting" not in document.text
    assert place_of(document, "I did not recall asking\ncounsel at the time.") == (1, 2, 3)
    assert [page.label for page in document.pages] == ["45", "46", "47"]


def test_numbers_of_a_list_are_no_line_numbers(tmp_path: Path) -> None:
    rows: list[tuple[float, float, str]] = [(72, 700 - 20 * i, "Invoice of the month") for i in range(8)]
    rows += [(300, 700 - 20 * i, str(i + 1)) for i in range(8)]
    document = read(drawn(tmp_path / "table.pdf", [rows]))
    assert all(line.number is None for line in document.lines)
    assert "Invoice of the month   1" in document.text


def test_wide_gaps_divide_a_line_into_cells(tmp_path: Path) -> None:
    document = read(
        drawn(tmp_path / "header.pdf", [[(72, 600, "From:"), (200, 600, "Ada Okafor"), (72, 580, "short words apart")]])
    )
    assert document.text == "From:   Ada Okafor\nshort words apart\n"
    assert [cell.span.of(document.text) for cell in document.lines[0].cells] == ["From:", "Ada Okafor"]
    assert document.lines[1].cells == ()


def test_bates_stamps_are_kept_by_page(tmp_path: Path) -> None:
    pages = [[(72, 600, "Please see attached."), (430, 30, f"NOVA_000012{i}")] for i in range(2)]
    document = read(drawn(tmp_path / "mail.pdf", pages))
    assert [page.bates for page in document.pages] == ["NOVA_0000120", "NOVA_0000121"]
    assert "NOVA" not in document.text


@pytest.mark.parametrize(
    ("x", "y", "degrees"),
    [(40, 25, 0), (450, 25, 0), (40, 775, 0), (450, 775, 0), (20, 300, 90), (600, 300, 90), (590, 500, 270)],
    ids=[
        "lower left",
        "lower right",
        "upper left",
        "upper right",
        "up the left edge",
        "up the right edge",
        "down the right edge",
    ],
)
def test_a_bates_stamp_is_read_wherever_it_stands(tmp_path: Path, x: int, y: int, degrees: int) -> None:
    canvas = Canvas(str(tmp_path / "mail.pdf"), pagesize=(612, 792), invariant=True)
    canvas.drawString(72, 600, "Please see attached.")
    canvas.translate(x, y)
    canvas.rotate(degrees)
    canvas.drawString(0, 0, "NOVA_0000120")
    canvas.showPage()
    canvas.save()
    document = read(tmp_path / "mail.pdf")
    assert document.pages[0].bates == "NOVA_0000120"
    assert document.text == "Please see attached.\n"


@pytest.mark.parametrize(
    ("stamp", "case", "entry"),
    [
        (["Case: 21-1234, 01/02/2022, ID: 1234567, DktEntry: 12-1, Page 4 of 20"], "21-1234", "12-1"),
        (["USCA4 Appeal: 21-1234      Doc: 12      Filed: 01/02/2022     Pg: 4 of 30"], "21-1234", "12"),
        (["Case: 1:12-cv-00123 Document #: 12 Filed: 01/02/22 Page 4 of 5 PageID #:123"], "1:12-cv-00123", "12"),
        (["Case 2:20-cv-10001-ABC-DEF ECF No. 12-4, PageID.345 Filed 01/02/22 Page 4 of 9"], "2:20-cv-10001-ABC-DEF", "12-4"),
        (
            ["Case 22-10964-abc   Doc 1287   Filed 01/02/22   Entered 01/02/22 09:12:44", "Main Document   Page 4 of 20"],
            "22-10964-abc",
            "1287",
        ),
        (
            ["Case 2:19-cv-01848-GW-SS   Document 66   Filed 01/02/22   Page 4 of 8   Page ID", "#:825"],
            "2:19-cv-01848-GW-SS",
            "66",
        ),
    ],
    ids=["ninth circuit", "fourth circuit", "illinois", "michigan", "bankruptcy, two lines", "page id on a second line"],
)
def test_stamps_of_every_court_leave_the_text(tmp_path: Path, stamp: list[str], case: str, entry: str) -> None:
    page = [(72, 775 - 13 * i, row) for i, row in enumerate(stamp)]
    document = read(drawn(tmp_path / "brief.pdf", [[*page, (72, 600, "The words of the paper."), (72, 580, "And no more.")]]))
    assert document.text == "The words of the paper.\nAnd no more.\n"
    assert document.docket is not None
    assert (document.docket.case, document.docket.number, document.docket.filed) == (case, entry, date(2022, 1, 2))
    assert document.pages[0].ecf_page == 4


def test_a_scanned_page_is_read_by_ocr_and_says_so(tmp_path: Path) -> None:
    image = Image.new("L", (1700, 2200), 255)
    font = ImageFont.load_default(size=44)
    ImageDraw.Draw(image).text((200, 300), "The torrent finished last night.", fill=0, font=font)
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(612, 792), invariant=True)
    canvas.drawImage(ImageReader(image), 0, 0, 612, 792)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    document = read(tmp_path / "scan.pdf")
    assert [(page.state, page.text_source) for page in document.pages] == [("ocr", "ocr"), ("blank", "none")]
    assert "torrent finished last night" in document.text


def test_a_text_file_keeps_its_own_offsets(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("  First line.\n\nSecond – line.\fNext page.", encoding="utf-8")
    document = read(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert [(line.page, line.span.of(document.text)) for line in document.lines] == [
        (1, "First line."),
        (1, "Second – line."),
        (2, "Next page."),
    ]


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "empty"), (b"GIF89a\x00\x00", "no PDF header")], ids=["empty", "another kind"]
)
def test_what_is_no_pdf_is_told_so(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(data)
    with pytest.raises(NotAPdf, match=says):
        read(path)


def test_an_encrypted_file_opens_with_its_password_only(tmp_path: Path) -> None:
    path = drawn(tmp_path / "sealed.pdf", [[(72, 600, "Under seal, in fact.")]], encrypt="secret")
    with pytest.raises(Encrypted, match=r"sealed\.pdf"):
        read(path)
    assert "in fact" in read(path, password="secret").text  # noqa: S106  a made-up password


def test_every_line_is_where_it_says(tmp_path: Path) -> None:
    document = read(
        drawn(tmp_path / "lines.pdf", [pleading([f"Line of text {i}." for i in range(1, 28)], n) for n in (1, 2, 3)])
    )
    for line in document.lines:
        assert document.lines_of(line.span) == (line,)
        assert line.span.of(document.text).strip()
    starts = [line.span.start for line in document.lines]
    assert starts == sorted(starts)


def test_a_paper_filed_again_is_where_its_last_stamp_says(tmp_path: Path) -> None:
    """Both stamps stand at one place, one printed over the other."""
    older = "Case 3:23-cv-09999-XYZ   Document 40-2   Filed 01/05/23   Page 8 of 9"
    newer = "Case 3:24-cv-01234-ABC   Document 61   Filed 02/06/24   Page 2 of 3"
    document = read(drawn(tmp_path / "again.pdf", [[(72, 770, older), (80, 769, newer), (72, 600, "The words of the paper.")]]))
    assert document.text == "The words of the paper.\n"
    assert document.docket is not None
    assert (document.docket.case, document.docket.number, document.pages[0].ecf_page) == ("3:24-cv-01234-ABC", "61", 2)


def test_numbers_at_uneven_heights_are_line_numbers_all_the_same(tmp_path: Path) -> None:
    """A reporter's cover: a line that is centred between two numbers has none of its own."""
    heights = [700 - 20 * i - (20 if i >= 12 else 0) - (20 if i >= 15 else 0) for i in range(25)]
    page = [(60 if i >= 9 else 66, y, str(i + 1)) for i, y in enumerate(heights)]
    page += [(108, heights[2], "In the matter of the pallets"), (108, heights[14] - 20, "Oral examination of Ada Okafor")]
    page += [(108, heights[20], "Reported by Ines Vann")]
    document = read(drawn(tmp_path / "cover.pdf", [page]))
    numbered = {line.span.of(document.text): line.number for line in document.lines}
    assert numbered == {"In the matter of the pallets": 3, "Oral examination of Ada Okafor": None, "Reported by Ines Vann": 21}


@pytest.mark.slow
def test_a_paper_of_five_thousand_pages_is_read_within_half_a_gigabyte(tmp_path: Path) -> None:
    pages, letters, peak = peak_of_reading(long_paper(tmp_path / "long.pdf", 5_000))
    assert pages == 5_000
    assert letters > 10_000_000
    assert peak <= 500, f"{peak} MiB"
