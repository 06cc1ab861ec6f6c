"""From a cite in a brief to the lines of the transcript, the paragraph or the page that it points to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.record import Record
from graph.record_link import RecordLink, record_links
from ingest.document import Docket, Document, Line, Page
from ingest.segment import Party, Segment
from ingest.span import Span
from nlp.statement import Attribution, Statement
from tests.records import document_id, paper, record

CASE = "3:24-cv-01234-ABC"


def transcript(name: str, witness: str, label: str, *turns: str) -> Document:
    """One leaf of a deposition: questions and answers by turns, a line each, numbered from 1."""
    text, lines, segments = "\n".join(turns), [], []
    for i, words in enumerate(turns):
        start = sum(len(turn) + 1 for turn in turns[:i])
        lines.append(Line(Span(start, start + len(words)), 1, i + 1))
        author = Party("A", name=witness) if i % 2 else Party("Q")
        segments.append(Segment((lines[-1].span,), "answer" if i % 2 else "question", author))
    page = Page(1, "text", "embedded", (612.0, 792.0), label=label)
    return Document(document_id(name), name, text, (page,), tuple(lines), Docket(CASE, "9", "1"), segments=tuple(segments))


def turns_of(document: Document) -> list[Record]:
    """The statements of a transcript, one a line."""
    made = [Statement(document.id, (line.span,), "answer", Attribution((), "label", 1.0)) for line in document.lines]
    return [
        replace(record(line.span.of(document.text)), statement=said) for line, said in zip(document.lines, made, strict=True)
    ]


def brief(*sentences: str, cites: str) -> tuple[Document, Record]:
    """A brief, and its statement: the first words of it, with its record cite."""
    document = replace(paper("brief.pdf", *sentences), docket=Docket(CASE, "12"))
    said = Statement(document.id, (Span(0, 5),), "quote", Attribution((), "cue", 0.9), record_cite=cites)
    return document, replace(record("words"), statement=said, document="brief.pdf")


def link(*sentences: str, cites: str, among: list[Document], records: list[Record] | None = None) -> RecordLink:
    document, said = brief(*sentences, cites=cites)
    (found,) = record_links([said, *(records or [])], [document, *among])
    return found


QUILL = transcript("quill.pdf", "Ada Quill", "45", "Did you sign it?", "I did.", "When?", "In May.")


def test_a_deposition_by_page_and_line_leads_to_its_turns() -> None:
    said = turns_of(QUILL)
    found = link("He did. Quill Dep. 45:3-4.", cites="Quill Dep. 45:3-4", among=[QUILL], records=said)
    assert found.target is not None
    assert (found.target.document, found.target.page, found.target.title) == ("quill.pdf", 1, "Quill Dep.")
    assert found.target.span.of(QUILL.text) == "When?\nIn May."
    assert found.target.statements == (said[2].statement.id, said[3].statement.id)


def test_the_same_again_leads_to_what_was_cited_before() -> None:
    found = link("He did. Quill Dep. 45:1.", "In May. Id. at 45:4.", cites="Id. at 45:4", among=[QUILL])
    assert found.target is not None
    assert found.target.span.of(QUILL.text) == "In May."


def test_copies_of_a_leaf_are_one_place() -> None:
    copy = transcript("copy.pdf", "Ada Quill", "45", "Did you sign it?", "I did.", "When?", "In May.")
    found = link("He did. Quill Dep. 45:3-4.", cites="Quill Dep. 45:3-4", among=[QUILL, copy])
    assert found.target is not None
    assert found.target.document == "quill.pdf"


OTHER = transcript("other.pdf", "Bo Quill", "45", "Who was there?", "Nobody at all.", "Sure?", "Quite.")
ABSENT = {
    "no such deposition": ("Roe Dep. 45:1", [QUILL], "no deposition of Roe in the corpus"),
    "no such leaf": ("Quill Dep. 46:1", [QUILL], "the deposition of Quill is here, but not the place cited"),
    "two of that surname": ("Quill Dep. 45:1-2", [QUILL, OTHER], "two places fit: deposition of Quill"),
    "another case": (
        "Quill Dep. 45:1",
        [replace(QUILL, docket=Docket("1:20-cv-00077", "9"))],
        "no deposition of Quill in the corpus",
    ),
    "no such entry": ("Dkt. 77 at 2", [QUILL], "no docket entry 77 in the corpus"),
}


@pytest.mark.parametrize(("cites", "among", "why"), ABSENT.values(), ids=ABSENT)
def test_one_place_or_none_and_why(cites: str, among: list[Document], why: str) -> None:
    found = link(f"It was so. {cites}.", cites=cites, among=among)
    assert (found.target, found.why) == (None, why)


def test_an_initial_tells_two_of_one_surname_apart() -> None:
    found = link("No. B. Quill Dep. 45:2.", cites="B. Quill Dep. 45:2", among=[QUILL, OTHER])
    assert found.target is not None
    assert (found.target.document, found.target.title) == ("other.pdf", "B. Quill Dep.")


def test_an_exhibit_by_what_its_first_page_says() -> None:
    exhibit = replace(paper("e.pdf", "Exhibit 12", "", "We knew it.", "All of us."), docket=Docket(CASE, "12", "3"))
    found = link("They knew. Ex. 12 at 2.", cites="Ex. 12 at 2", among=[exhibit, QUILL])
    assert found.target is not None
    assert found.target.span.of(exhibit.text) == "We knew it.\nAll of us."


def test_a_docket_entry_by_the_courts_page() -> None:
    filing = replace(paper("f.pdf", "One.", "Two.", "Three.", per_page=1), docket=Docket(CASE, "9", "4"))
    filing = replace(filing, pages=tuple(replace(page, ecf_page=page.number + 1) for page in filing.pages))
    found = link("So. Dkt. 9-4 at 3.", cites="Dkt. 9-4 at 3", among=[filing])
    assert found.target is not None
    assert (found.target.span.of(filing.text), found.target.page) == ("Two.", 2)


def test_a_declaration_by_its_paragraph() -> None:
    text = "1. I saw it.\n2. I left."
    sworn = Party("I", name="Ada Quill")
    segments = (
        Segment((Span(3, 12),), "declaration", sworn, header=Span(0, 2)),
        Segment((Span(16, 23),), "declaration", sworn, header=Span(13, 15)),
    )
    pages = (Page(1, "text", "embedded", (612.0, 792.0)),)
    declared = Document("d", "d.pdf", text, pages, (Line(Span(0, 12), 1), Line(Span(13, 23), 1)), segments=segments)
    found = link("She left. Quill Decl. ¶ 2.", cites="Quill Decl. ¶ 2", among=[declared])
    assert found.target is not None
    assert found.target.span.of(text) == "2. I left."


def test_a_complaint_by_its_paragraph() -> None:
    complaint = paper("c.pdf", "CLASS ACTION COMPLAINT", *(f"{n}. Fact {n} is so." for n in range(1, 8)), per_page=9)
    found = link("So. Compl. ¶ 6.", cites="Compl. ¶ 6", among=[complaint])
    assert found.target is not None
    assert found.target.span.of(complaint.text).strip() == "6. Fact 6 is so."
