"""A file of several papers: where each begins, what it is called, where it is filed, how its pages are cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.work import records_of
from ingest.document import Docket, Document, Page
from ingest.part import Part, filed_as, find_parts
from ingest.plain_text import read_text
from ingest.reader import read
from nlp.statements import Reading
from tests.drawn import Text, drawn

BODY = "The parties met on Monday and talked of nothing but the price of the books until late at night."


def paper(folder: Path, *pages: str) -> Document:
    (folder / "bundle.txt").write_text("\f".join(pages), encoding="utf-8")
    return read_text(folder / "bundle.txt")


def stamped(numbers: list[tuple[str, int]]) -> Document:
    """A document whose pages bear stamps: document number and page."""
    pages = tuple(
        Page(
            i,
            "text",
            "embedded",
            (612, 792),
            furniture=(f"Case 3:24-cv-01234-ABC Document {entry} Filed 02/06/24 Page {page} of 9",),
        )
        for i, (entry, page) in enumerate(numbers, start=1)
    )
    return Document("0" * 64, "bundle.pdf", "", pages, ())


@pytest.mark.parametrize(
    ("sheet", "label"),
    [
        ("EXHIBIT 12", "Exhibit 12"),
        ("Exhibit “A”", "Exhibit A"),
        ("Attachment 3\nDeclaration of Ada Okafor", "Attachment 3"),
        ("TAB 4-b", "Tab 4-B"),
        ("Exhibit 12 shows the price of the books.", ""),
        (f"EXHIBIT 12\n{BODY}", ""),
        ("INDEX OF EXHIBITS", ""),
    ],
    ids=["number", "letter in quotes", "with a title", "tab", "a sentence", "stamped on a full page", "index"],
)
def test_a_slip_sheet_says_no_more_than_which_exhibit_begins(tmp_path: Path, sheet: str, label: str) -> None:
    parts = find_parts(paper(tmp_path, BODY, sheet, BODY))
    assert parts == ((Part(1, 1), Part(2, 3, label)) if label else ())


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([("449", 1), ("449", 2), ("449-3", 1), ("449-3", 2)], [(1, 2, "449"), (3, 4, "449-3")]),
        ([("449-1", 1), ("449-2", 1)], [(1, 1, "449-1"), (2, 2, "449-2")]),
        ([("449", 1), ("449", 2), ("449", 1)], [(1, 2, "449"), (3, 3, "449")]),
        ([("449", 1), ("449", 2)], []),
    ],
    ids=["another attachment", "a page each", "counted from 1 again", "one paper"],
)
def test_a_stamp_of_another_document_begins_a_part(
    numbers: list[tuple[str, int]], expected: list[tuple[int, int, str]]
) -> None:
    found = find_parts(stamped(numbers))
    assert [(part.first_page, part.last_page, part.docket.number if part.docket else "") for part in found] == expected


def test_a_page_is_filed_as_its_part_and_else_as_its_document(tmp_path: Path) -> None:
    document = stamped([("449", 1), ("449-3", 1)])
    assert [d.number for page in (1, 2) if (d := filed_as(document, find_parts(document), page))] == ["449", "449-3"]
    assert filed_as(paper(tmp_path, BODY), (), 1) is None


def page(entry: str, number: int, words: str) -> list[Text]:
    stamp = f"Case 3:24-cv-01234-ABC   Document {entry}   Filed 02/06/24   Page {number} of 2"
    return [(72, 770, stamp), (72, 600, "The talks went on for two weeks."), (72, 570, words), (72, 540, "Nobody else spoke.")]


@pytest.mark.slow
def test_a_page_of_an_exhibit_is_cited_by_its_own_number(tmp_path: Path) -> None:
    path = drawn(
        tmp_path / "bundle.pdf",
        [
            page("449", 1, "“We will license the books,” Ada Okafor said."),
            page("449", 2, "“We will not sell them,” Ben Castellanos said."),
            page("449-3", 1, "“We will burn the drafts,” Dora Larsson said."),
        ],
    )
    records = records_of(read(path), path, Reading())
    assert [record.cite for record in records] == ["Dkt. 449 at 1", "Dkt. 449 at 2", "Dkt. 449-3 at 1"]
    assert [record.docket.number for record in records if record.docket] == ["449", "449", "449-3"]
    assert records[0].docket == Docket("3:24-cv-01234-ABC", "449", "", records[0].docket.filed)
