"""From letters to pieces: crowded pages, and pages that are stored turned."""

from __future__ import annotations

import gc
from pathlib import Path

import pypdf
import pytest

from ingest.document import Document
from ingest.errors import OverLimit
from ingest.limits import Limits
from ingest.reader import read, read_pages
from tests.drawn import Text, drawn


def lines(document: Document) -> list[str]:
    return [line.span.of(document.text) for line in document.lines]


def crowded(rows: int, letter: str) -> list[Text]:
    """More words than pdfium is asked about in one go."""
    return [(30, 760 - 5 * i, " ".join(f"{letter}{i}.{word}" for word in range(50))) for i in range(rows)]


def test_a_crowded_page_is_read_to_its_last_word(tmp_path: Path) -> None:
    page = crowded(140, "w")
    assert lines(read(drawn(tmp_path / "crowded.pdf", [page], size=3))) == [words for _, _, words in page]


def test_a_page_after_a_crowded_one_keeps_nothing_of_it(tmp_path: Path) -> None:
    document = read(drawn(tmp_path / "two.pdf", [crowded(140, "w"), [(30, 700, "Nothing more.")]], size=3))
    assert lines(document)[-1] == "Nothing more."
    assert document.lines[-1].page == 2


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_stored_turned_is_read_as_it_is_displayed(tmp_path: Path, degrees: int) -> None:
    """The sheet is turned and its words are not: they run up, down or backwards, and are pieces all the same."""
    rows: list[Text] = [(72, 700 - 20 * i, f"Row {i} of the page     and its second cell") for i in range(8)]
    writer = pypdf.PdfWriter(drawn(tmp_path / "upright.pdf", [rows]))
    writer.pages[0].rotate(degrees)
    writer.write(tmp_path / "turned.pdf")
    upright, turned = read(tmp_path / "upright.pdf"), read(tmp_path / "turned.pdf")
    assert sorted(turned.text.split()) == sorted(upright.text.split())
    width, height = turned.pages[0].size
    boxes = [line.box for line in turned.lines if line.box is not None]
    assert len(boxes) == len(turned.lines)
    assert all(0 <= box.x0 < box.x1 <= width and 0 <= box.top < box.bottom <= height for box in boxes)


def test_the_search_for_garbage_goes_on_after_a_paper_was_read_or_was_not(tmp_path: Path) -> None:
    paper = drawn(tmp_path / "paper.pdf", [[(72, 700, "One page.")], [(72, 700, "Another.")]])
    read_pages(paper, Limits())
    assert gc.isenabled()
    with pytest.raises(OverLimit):
        read_pages(paper, Limits(pages=1))
    assert gc.isenabled()
    gc.disable()
    try:
        read_pages(paper, Limits())
        assert not gc.isenabled(), "who has turned it off keeps it off"
    finally:
        gc.enable()
