"""Transcripts as plain text: numbers at the left margin, or page and line before every line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.document import Document
from ingest.reader import read

COVER = ["DEPOSITION OF MARA K. QUILL", "Monday, May 6, 2019", "Reported by:  Tessa Vane, CSR"]
TALK = [
    "               EXAMINATION",
    "BY MR. STRAND:",
    "     Q.   Did you sign it in the",
    "spring of 2017?",
    "     A.   I did.  There were",
    "12 of us.",
]
PAGES = [
    COVER + [""] * 18,
    TALK + ["     Q.   Why?", "     A.   So."] * 7 + ["     A.   I was"],
    ["asked to.", *["     Q.   So?", "     A.   So."] * 10],
]


def margin(pages: list[list[str]], between: str = "\f") -> str:
    """A page number, then lines with their numbers."""
    return between.join(
        "\n".join([f"{page:>60}", *(f"{n:>3}   {line}".rstrip() for n, line in enumerate(lines, start=1))])
        for page, lines in enumerate(pages, start=1)
    )


def prefixed(pages: list[list[str]]) -> str:
    return "\n".join(
        f"{page:05}:{n:02}  {line}".rstrip()
        for page, lines in enumerate(pages, start=1)
        for n, line in enumerate(lines, start=1)
    )


FORMS = {
    "numbers at the margin": margin(PAGES),
    "without form feeds": margin(PAGES, between="\n"),
    "page and line before every line": prefixed(PAGES),
}


def kept(folder: Path, text: str) -> Document:
    path = folder / "quill.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_turns_stand_at_their_page_and_line(tmp_path: Path, text: str) -> None:
    document = kept(tmp_path, text)
    turns = [s for s in document.segments if s.kind in ("question", "answer")]
    assert [document.words(s.spans) for s in turns[:3]] == [
        "Did you sign it in the spring of 2017?",
        "I did. There were 12 of us.",
        "Why?",
    ]
    assert {s.author.name for s in turns if s.kind == "answer" and s.author} == {"Mara K. Quill"}
    over = next(s for s in turns if document.words(s.spans) == "I was asked to.")
    place = document.place(over.extent)
    assert (place.page_label, place.line_first, place.page_label_last, place.line_last) == ("2", 21, "3", 1)


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_every_letter_keeps_its_offset_in_the_file(tmp_path: Path, text: str) -> None:
    document = kept(tmp_path, text)
    assert len(document.text) == len(text)
    assert all(own in (" ", file) for own, file in zip(document.text, text, strict=True))
    assert [line.span.of(document.text) for line in document.lines] == [line.strip() for page in PAGES for line in page if line]


OTHERS = {
    "prose": "In 2017 the bank waited.\n" * 30,
    "a list of years": "\n".join(f"{year} was a year" for year in range(1990, 2020)),
    "figures in a table": "\n".join(f"{n % 7}   {n * 13}   apples" for n in range(40)),
    "a numbered list of few": "\n".join(f" {n}  item" for n in range(1, 12)),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_text_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    document = kept(tmp_path, text)
    assert document.text == text
    assert {line.number for line in document.lines} == {None}
