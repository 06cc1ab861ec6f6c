"""Footnotes joined to their calls: in the text, in cites, and in what a note's cite supports."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpora.source import found
from graph.reading import read_rows
from ingest.cite_parser import parse_cites
from ingest.document import Document
from ingest.footnote_call import calls_in
from ingest.note import find_notes
from ingest.reader import read
from ingest.span import Span

STAMP = "Case 3:24-cv-01234-ABC   Document 12   Filed 02/06/24   Page {} of 2"
FILLER = "The parties met in the spring and the record tells what they did there next."


def brief(path: Path, *pages: tuple[list[str], list[str]]) -> Document:
    """Pages of double-spaced body and small notes at the foot; "^4" in a line is a raised number."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for number, (body, notes) in enumerate(pages, start=1):
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, 770, STAMP.format(number))
        for i, line in enumerate([*body, *[FILLER] * (8 - len(body))]):
            line_at(canvas, 700 - 24 * i, line, 12)
        for i, line in enumerate(notes):
            line_at(canvas, 60 + 11 * (len(notes) - i), line, 9)
        canvas.showPage()
    canvas.save()
    return read(path)


def line_at(canvas: Canvas, y: float, line: str, size: float) -> None:
    x = 72.0
    for i, part in enumerate(line.split("^")):
        raised = ""
        if i:
            raised = part[: len(part) - len(part.lstrip("0123456789,*"))]
            canvas.setFont("Times-Roman", 0.6 * size)
            canvas.drawString(x, y + 0.35 * size, raised)
            x += canvas.stringWidth(raised, "Times-Roman", 0.6 * size)
        canvas.setFont("Times-Roman", size)
        canvas.drawString(x, y, part[len(raised) :])
        x += canvas.stringWidth(part[len(raised) :], "Times-Roman", size)


def joined(document: Document) -> list[tuple[str, str]]:
    """Each note's label, with the word before its call; '' where it is joined to none."""
    return [(note.label, document.text[: note.call.start].split()[-1] if note.call else "") for note in find_notes(document)]


def test_a_note_is_called_on_its_own_page_or_the_one_before(tmp_path: Path) -> None:
    document = brief(
        tmp_path / "brief.pdf",
        (["She kept a mirror.^1 He saw it,^2 and left.", "Later he came back.^3"], ["^1 See Order at 11.", "^2 Quill denies that."]),
        (["Nobody else was there.^4"], ["^3 He says that he did not.", "^4 Roe was there, too."]),
    )  # fmt: skip
    assert joined(document) == [("1", "mirror."), ("2", "it,"), ("3", "back."), ("4", "there.")]


def test_marks_call_notes(tmp_path: Path) -> None:
    document = brief(tmp_path / "brief.pdf", (["Quill* came first."], ["* Counsel of record."]))
    assert joined(document) == [("*", "Quill")]


def test_a_number_at_the_head_of_a_line_goes_on_with_its_note(tmp_path: Path) -> None:
    notes = [
        "^1 See Roe v. Acme Fruit Company,",
        "569 F.3d 946, 954 (9th Cir. 2009), and what is cited there.",
        "^2 Quill left.",
    ]
    document = brief(tmp_path / "brief.pdf", (["It is settled.^1 She left.^2"], notes))
    assert joined(document) == [("1", "settled."), ("2", "left.")]


def test_of_two_places_that_may_call_a_note_none_is_taken(tmp_path: Path) -> None:
    document = brief(tmp_path / "brief.pdf", (["A first row.^1 A second row.^1"], ["^1 Twice called."]))
    assert joined(document) == [("1", "")]


CALLS = {
    "after a stop": ("a mirror.4 She", ["4"]),
    "after a word": ("the index4 of", ["4"]),
    "two together": ("a mirror.4,5 She", ["4", "5"]),
    "after a cite's line": ("at 257:24.5 Dr. Roe", ["5"]),
    "apart, as scans have it": ("their patent. 2 The", ["2"]),
    "a docket number": ("in Dkt. 4 and No. 7", []),
    "a date": ("on Oct. 4, 2012", []),
    "a list": ("in Nos. 3, 4 and", []),
    "a section": ("by § 4.4 of it", []),
    "a share": ("for 6.5% of it", []),
    "a reporter": ("Roe v. Acme. 5 F.3d 2", []),
}


@pytest.mark.parametrize(("text", "labels"), CALLS.values(), ids=CALLS)
def test_what_may_be_a_call(text: str, labels: list[str]) -> None:
    assert [call.label for call in calls_in(text, Span(0, len(text)))] == labels


NOTED = (
    ['Ms. Quill testified that “nobody kept a list of the boxes.”^1', "That was in May."],
    ["^1 See Quill Dep. 45:3-9.", "^2 Mr. Roe wrote that “the list was burnt in the yard.”"],
)  # fmt: skip


def test_the_cite_of_a_note_supports_the_sentence_that_calls_it(tmp_path: Path) -> None:
    brief(tmp_path / "brief.pdf", (["They met twice.^2 " + NOTED[0][0]], NOTED[1]))
    rows = {str(row["text"]): row for row in read_rows(found([tmp_path / "brief.pdf"])[0])}
    said = rows["nobody kept a list of the boxes."]
    assert (said["record_cite"], said["cite"]) == ("Quill Dep. 45:3-9", "Dkt. 12 at 1")


def test_words_in_a_note_are_cited_and_told_with_what_calls_it(tmp_path: Path) -> None:
    brief(tmp_path / "brief.pdf", (["They met twice in the old barn.^2 Then they parted.", NOTED[0][0]], NOTED[1]))
    rows = {str(row["text"]): row for row in read_rows(found([tmp_path / "brief.pdf"])[0])}
    written = rows["the list was burnt in the yard."]
    assert written["cite"] == "Dkt. 12 at 1 n.2"
    assert (written["note"], written["called_by"]) == ("2", "They met twice in the old barn.")
    assert "note" not in rows["nobody kept a list of the boxes."]


@pytest.mark.parametrize(
    ("cite", "note"),
    [("Dkt. 449 at 7 n.4", "4"), ("Dkt. 449 at 7 nn. 4–5", "4"), ("Compl. ¶ 7 n.2", "2"), ("Dkt. 449 at 7", "")],
)
def test_a_cite_of_a_note_is_parsed(cite: str, note: str) -> None:
    (parsed,) = parse_cites(f"So it was. {cite}.")
    assert (parsed.as_written, parsed.pin.note) == (cite, note)
    assert parsed.pin.page == "7" or parsed.pin.paragraph == 7
