"""Sworn declarations: a segment for every numbered paragraph, by the declarant, dated by the signature."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from ingest.declaration import find_declarations
from ingest.document import Document
from ingest.reader import read
from ingest.segment import Segment
from ingest.segmenter import free_runs
from ingest.span import Span
from tests.papers import paper, printed
from tests.shared import SHARED, needs_shared

CAPTION = """Owen Strand (SBN 1)
PEAR & PLUM LLP
ORCHARD LENDING, INC.,          Case No. 21-cv-00017
       Plaintiff,               DECLARATION OF MARA K. QUILL
v.                              IN SUPPORT OF MOTION TO SEAL
"""
BODY = """        I, Mara K. Quill, hereby declare and state:
        1.   I keep the books of Orchard Lending, Inc.  I know what I
    say here of my own knowledge.
        2.   On May 6, 2019, Mr. Orr told me the following:
            a.  that the note was paid; and
            b.  that he had burned it.
                       A.   The Mill Loan
        3.   I did not believe
\f    him.
        I declare under penalty of perjury that the foregoing is true
    and correct.
        Executed on June 3, 2020, at Reno, Nevada.
                                  /s/ Mara K. Quill
"""


def declared(document: Document) -> list[Segment]:
    return [s for s in find_declarations(document, (document.lines,)) if s.kind == "declaration"]


@pytest.fixture(scope="module")
def declaration() -> Document:
    return printed(f"{CAPTION}\f{BODY}")


def test_each_numbered_paragraph_is_the_declarants(declaration: Document) -> None:
    rows = [
        (s.author.name, s.header.of(declaration.text), declaration.words(s.spans))
        for s in declared(declaration)
        if s.author and s.header
    ]
    assert rows == [
        ("Mara K. Quill", "1.", "I keep the books of Orchard Lending, Inc. I know what I say here of my own knowledge."),
        (
            "Mara K. Quill",
            "2.",
            "On May 6, 2019, Mr. Orr told me the following: a. that the note was paid; and b. that he had burned it.",
        ),
        ("Mara K. Quill", "3.", "I did not believe him."),
    ]


def test_it_is_dated_by_its_signature_not_by_what_it_tells(declaration: Document) -> None:
    assert {s.when.iso for s in declared(declaration) if s.when} == {"2020-06-03"}


def test_the_declarant_is_cited_where_the_oath_names_her(declaration: Document) -> None:
    author = declared(declaration)[2].author
    assert author is not None
    assert author.span is not None
    assert author.span.of(declaration.text) == author.as_written == "Mara K. Quill"


def test_caption_heading_and_signature_are_matter_and_all_is_claimed_once(declaration: Document) -> None:
    segments = find_declarations(declaration, (declaration.lines,))
    matter = " | ".join(declaration.words(s.spans) for s in segments if s.kind == "matter")
    assert "DECLARATION OF MARA K. QUILL" in matter
    assert "A. The Mill Loan" in matter
    assert "/s/ Mara K. Quill" in matter
    assert all(a.extent.end <= b.extent.start for a, b in pairwise(segments))
    assert all(any(s.extent.contains(line.span) for s in segments) for line in declaration.lines)


OPENINGS = {
    "plain": ("I, MARA QUILL, declare:", "Mara Quill"),
    "of age": ("I, Mara Quill, of lawful age, declare as follows:", "Mara Quill"),
    "pursuant": ("Pursuant to 28 U.S.C. § 1746, I, Mara Quill, hereby declare as follows:", "Mara Quill"),
    "affidavit": ("Mara Quill, being duly sworn, deposes and says:", "Mara Quill"),
    "doctor": ("I, Mara Quill, Ph.D., do solemnly swear and affirm as follows:", "Mara Quill"),
    "read by a scanner": ("[, Mara Quill, declare as follows:", "Mara Quill"),
    "over two lines": ("I, Mara Quill, a resident of Reno, Nevada, hereby\ndeclare as follows:", "Mara Quill"),
}


@pytest.mark.parametrize(("opening", "name"), OPENINGS.values(), ids=OPENINGS)
def test_openings(opening: str, name: str) -> None:
    document = paper(f"{opening}\n1.  I saw it.\n2.  It was red.\nI declare under penalty of perjury that this is true.\n")
    assert [(s.author.name, document.words(s.spans)) for s in declared(document) if s.author] == [
        (name, "I saw it."),
        (name, "It was red."),
    ]


DATES = {
    "on a date": ("Executed on June 3, 2020, in Reno.", "2020-06-03"),
    "the day of": ("Executed this 3rd day of June, 2020.", "2020-06-03"),
    "dated": ("Dated: June 3, 2020", "2020-06-03"),
    "none": ("Executed at Reno, Nevada.", None),
}


@pytest.mark.parametrize(("line", "iso"), DATES.values(), ids=DATES)
def test_dates_of_signing(line: str, iso: str | None) -> None:
    document = paper(
        f"I, Mara Quill, declare:\n1.  In May 2011 I saw it.\nI declare under penalty of perjury that this is true.\n{line}\n"
    )
    assert [s.when.iso if s.when else None for s in declared(document)] == [iso]


NOT_SWORN = {
    "a complaint": "Plaintiff alleges as follows:\n1.  Plaintiff is a bank.\n2.  Defendant owes it.\n",
    "a report": "I have been asked for my opinion.\n1.  The loan was sound.\n2.  It was paid.\n",
    "a verification": "I, Mara Quill, declare under penalty of perjury that I have read the foregoing.\n",
    "a brief that cites one": "As I, Mara Quill, declare, says the Quill Declaration, the note\nwas paid.  See id.\n1.  First, it was.\n",
    "an oath without numbered paragraphs": "I, Mara Quill, declare as follows:\nI work for the county.\nOn May 6 I served it.\nBy post.\nTo all.\nSo.\nYes.\n",
}


@pytest.mark.parametrize("text", NOT_SWORN.values(), ids=NOT_SWORN)
def test_what_is_no_declaration(text: str) -> None:
    document = paper(text)
    assert find_declarations(document, (document.lines,)) == []


def test_a_number_in_the_midst_of_a_sentence_begins_no_paragraph() -> None:
    document = printed(
        "    I, Mara Quill, declare:\n    1.   I refer to Exhibit\n2. to my letter, which I wrote.\n    2.   It is true.\nExecuted on June 3, 2020.\n"
    )
    assert [document.words(s.spans) for s in declared(document)] == [
        "I refer to Exhibit 2. to my letter, which I wrote.",
        "It is true.",
    ]


def test_what_another_segmenter_claimed_inside_is_left_to_it() -> None:
    document = paper("I, Mara Quill, declare:\n1.  He wrote:\nFrom: Orr\nPaid.\n2.  I kept it.\nExecuted on June 3, 2020.\n")
    start, end = document.text.index("From:"), document.text.index("Paid.") + 5
    mail = Segment((Span(start, end),), "email")
    segments = find_declarations(document, free_runs(document, [mail]))
    assert [document.words(s.spans) for s in segments if s.kind == "declaration"] == ["He wrote:", "I kept it."]
    assert not any(s.extent.overlaps(mail.extent) for s in segments)


def test_without_a_closing_the_last_paragraph_ends_with_its_page() -> None:
    document = paper("I, Mara Quill, declare:\n1.  I saw it.\n2.  It was red.\fEXHIBIT A\nSome other paper.\n")
    assert [document.words(s.spans) for s in declared(document)] == ["I saw it.", "It was red."]


@pytest.mark.real
@needs_shared
def test_a_filed_declaration_numbers_all_its_paragraphs() -> None:
    document = read(Path(SHARED) / "filings" / "gov.uscourts.cacd.657892.168.5_1.pdf")
    numbers = [s.header.of(document.text) for s in declared(document) if s.header]
    assert numbers == [f"{n}." for n in range(1, 109)]


def test_a_report_that_follows_the_numbered_paragraphs_is_not_the_last_of_them() -> None:
    report = """        I, Mara K. Quill, declare as follows:
        1.   I keep the books of Orchard Lending, Inc.
        2.   My findings are set out below.
                       II. OVERVIEW OF THE MILL LOAN
        The loan was made in May 2019 and was never paid. It has been
    carried on the books at its face value ever since.
                       III. METHOD
        I read the ledgers of four years.
        3.   I was paid for my time.
        I declare under penalty of perjury that this is true.
"""
    document = printed(report)
    assert [document.words(s.spans) for s in declared(document)] == [
        "I keep the books of Orchard Lending, Inc.",
        "My findings are set out below.",
        "I was paid for my time.",
    ]
    taken = [s.span for s in find_declarations(document, (document.lines,))]
    start = document.text.index("The loan was made")
    assert not any(span.overlaps(Span(start, start + 10)) for span in taken)
