"""Condensed transcripts: several printed pages on a sheet, each with its own page and line numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.pdf import picture
from ingest.reader import read
from tests.drawn import Text, drawn, transcript

COLUMNS, ROWS = (40.0, 320.0), (750.0, 390.0)
TALK = ["Q. Did you sign it on page {}?", "A. I did sign it, yes, and I", "would do so again."]


def printed(left: float, top: float, label: int, *, clocks: bool = False) -> list[Text]:
    """One printed page of 25 short lines, with its number above; ``left`` and ``top`` are its corner."""
    lines = [line.format(label) for line in TALK] + ["Nothing of the kind was said." for _ in range(4, 26)]
    page: list[Text] = [(left + 200, top - 12, f"Page {label}")]
    page += [(left + 24, top - 24 - 12 * i, str(i)) for i in range(1, 26)]
    page += [(left + 44, top - 24 - 12 * i, line) for i, line in enumerate(lines, start=1)]
    return page + [(left, top - 24 - 12 * i, "10:15") for i in range(1, 26) if clocks]


def sheet(labels: dict[int, tuple[int, int]], *, clocks: bool = False) -> list[Text]:
    """A sheet with printed pages by the column and row they stand in."""
    places = labels.items()
    return [text for label, (column, row) in places for text in printed(COLUMNS[column], ROWS[row], label, clocks=clocks)]


def labels_of(document: Document) -> list[str]:
    return list(dict.fromkeys(line.label for line in document.lines))


@pytest.mark.parametrize(
    "places",
    [
        {7: (0, 0), 8: (1, 0)},
        {7: (0, 0), 8: (0, 1), 9: (1, 0), 10: (1, 1)},
        {7: (0, 0), 8: (1, 0), 9: (0, 1), 10: (1, 1)},
        {7: (0, 0), 8: (0, 1), 9: (1, 0)},
    ],
    ids=["two, side by side", "four, down the columns", "four, across the rows", "a last sheet of three"],
)
@pytest.mark.parametrize("clocks", [False, True], ids=["", "time stamps at the left"])
def test_printed_pages_stand_in_the_order_of_their_numbers(
    tmp_path: Path, places: dict[int, tuple[int, int]], clocks: bool
) -> None:
    document = read(drawn(tmp_path / "condensed.pdf", [sheet(places, clocks=clocks)], size=7))
    assert labels_of(document) == [str(label) for label in sorted(places)]
    assert [line.number for line in document.lines] == list(range(1, 26)) * len(places)
    assert [line.span.of(document.text) for line in document.lines][25:28] == [line.format(8) for line in TALK]
    assert "10:15" not in document.text


def test_the_sheet_says_which_pages_it_holds(tmp_path: Path) -> None:
    page = [text for text in sheet({7: (0, 0), 8: (1, 0)}) if not text[2].startswith("Page")]
    document = read(drawn(tmp_path / "condensed.pdf", [[*page, (250, 30, "3 (Pages 11 to 12)")]], size=7))
    assert labels_of(document) == ["11", "12"]


def test_a_cover_whose_numbers_follow_no_scale_is_divided_as_the_other_sheets_are(tmp_path: Path) -> None:
    cover = [(64, 714 - 12 * i - (7 if i % 3 else 0), str(i)) for i in range(1, 26)]
    cover += [(84, 714 - 18 * i, f"cover {i}") for i in range(1, 12)]
    first = [*cover, (240, 738, "Page 6"), *printed(COLUMNS[1], ROWS[0], 7)]
    document = read(drawn(tmp_path / "condensed.pdf", [first, sheet({8: (0, 0), 9: (1, 0)})], size=7))
    assert labels_of(document) == ["6", "7", "8", "9"]
    assert [line.span.of(document.text) for line in document.lines if line.label == "6"] == [f"cover {i}" for i in range(1, 12)]


@pytest.mark.parametrize("last", [{11: (0, 0)}, {11: (0, 0), 12: (0, 1)}], ids=["one page", "two, one below the other"])
def test_a_last_sheet_that_is_not_full_keeps_its_numbers(tmp_path: Path, last: dict[int, tuple[int, int]]) -> None:
    four = sheet({7: (0, 0), 8: (0, 1), 9: (1, 0), 10: (1, 1)})
    short = [text for text in sheet(last) if not text[2].startswith("Nothing")]
    document = read(drawn(tmp_path / "condensed.pdf", [four, short], size=7))
    ends = [line for line in document.lines if line.page == 2]
    assert [line.label for line in ends] == [str(label) for label in last for _ in TALK]
    assert [line.number for line in ends] == [1, 2, 3] * len(last)


def test_a_running_head_beside_the_number_1_is_lifted_from_every_small_page(tmp_path: Path) -> None:
    page = [
        (x, y, "M. QUILL" if text.startswith("Q. Did") else text) for x, y, text in sheet({7: (0, 0), 8: (0, 1), 9: (1, 0)})
    ]
    document = read(drawn(tmp_path / "condensed.pdf", [page], size=7))
    assert "M. QUILL" not in document.text
    assert [line.number for line in document.lines] == list(range(2, 26)) * 3


def test_an_answer_over_two_printed_pages_is_cited_by_both(tmp_path: Path) -> None:
    document = read(drawn(tmp_path / "condensed.pdf", [sheet({7: (0, 0), 8: (1, 0)})], size=7))
    line = next(line for line in document.lines if line.label == "7" and line.number == 25)
    place = document.place(line.span)
    assert (place.page_label, place.line_first) == ("7", 25)


@pytest.mark.parametrize(
    "page",
    [
        transcript(["Q.   Why?", "A.   Because."] * 12, 45),
        [(x, 700 - 20 * i, str(i)) for i in range(1, 26) for x in (72, 320)],
        [(300, 700 - 20 * i, f"{i} of 25") for i in range(1, 26)],
    ],
    ids=["one page", "numbers alone", "no numbers at the left"],
)
def test_other_sheets_are_one_page(tmp_path: Path, page: list[Text]) -> None:
    document = read(drawn(tmp_path / "plain.pdf", [page]))
    assert labels_of(document) == [""]


@pytest.mark.slow
def test_a_scanned_sheet_is_read_page_by_page(tmp_path: Path) -> None:
    four = sheet({7: (0, 0), 8: (0, 1), 9: (1, 0), 10: (1, 1)})
    image = picture(drawn(tmp_path / "typeset.pdf", [four], size=7), 1, dpi=300)
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(612, 792), invariant=True)
    canvas.drawImage(ImageReader(image), 0, 0, 612, 792)
    canvas.save()
    document = read(tmp_path / "scan.pdf")
    assert labels_of(document) == ["7", "8", "9", "10"]
    third = [line for line in document.lines if line.label == "9"]
    assert [line.number for line in third[:3]] == [1, 2, 3]
    assert "Did you sign it on page" in third[0].span.of(document.text)
