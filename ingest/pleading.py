"""Complaints and answers, and their numbered paragraphs.

name         "Compl.", "FAC", "SAC", "TAC", "Answer"     as lawyers cite them
paragraph    "7.  On May 1 ..."                          from its number to the next, whatever is set in between

Numbers count up: "3." in a list within paragraph 12 begins no paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Document, Line
from ingest.span import Span

_FEWEST_PARAGRAPHS = 5
_MOST_MISSED = 2  # numbers in a row that may be misread
_TITLE_PAGES = 2
_TITLE = re.compile(
    r"^[^a-z]*?(?:(?P<which>FIRST|SECOND|THIRD)\s+)?(?P<amended>(?:CORRECTED\s+|CONSOLIDATED\s+)?AMENDED\s+)?(?:[A-Z-]+\s+){0,3}?(?P<paper>COMPLAINT|ANSWER)\b(?:\s+(?:FOR|AND|TO|OF|BY)\b[^a-z]*)?[^a-z]*$"
)
_ABOUT_ONE = re.compile(r"\b(?:MOTION|OPPOSITION|REPLY IN|ORDER|STIPULATION|DISMISS|DECLARATION|SUMMONS|MEMORANDUM)\b")
_NUMBER = re.compile(r"\s*(\d{1,4})\.\s+(?=\S)")
_NAMES = {"FIRST": "FAC", "SECOND": "SAC", "THIRD": "TAC"}


@dataclass(frozen=True, slots=True)
class Pleading:
    """A complaint or an answer. ``paragraphs`` are its numbers and where each stands, in order."""

    name: str
    paragraphs: tuple[tuple[int, Span], ...]

    def title_at(self, span: Span) -> str:
        """The name with the paragraph in which ``span`` begins: ``Compl. ¶ 7``; '' where there is none."""
        return next((f"{self.name} ¶ {n}" for n, where in self.paragraphs if where.start <= span.start < where.end), "")


def read_pleading(document: Document) -> Pleading | None:
    """The document as a pleading, None if it is no complaint or answer, or has no numbered paragraphs."""
    name = _name(document)
    paragraphs = numbered_paragraphs(document) if name else ()
    return Pleading(name, paragraphs) if len(paragraphs) >= _FEWEST_PARAGRAPHS else None


def _name(document: Document) -> str:
    pieces = [
        span.of(document.text).strip()
        for line in document.lines
        if line.page <= _TITLE_PAGES
        for span in ([cell.span for cell in line.cells] or [line.span])
    ]
    if any(_ABOUT_ONE.search(piece) for piece in pieces if not re.search("[a-z]", piece)):
        return ""
    found = next((match for piece in pieces if (match := _TITLE.match(piece))), None)
    if found is None:
        return ""
    if found["paper"] == "ANSWER":
        return "Answer"
    return _NAMES.get(found["which"] or "", "FAC" if found["amended"] else "Compl.") if found["amended"] else "Compl."


def numbered_paragraphs(document: Document) -> tuple[tuple[int, Span], ...]:
    """Paragraphs by the longest row of numbers that count up; each ends where the next begins, the last with its page.

    A paragraph whose next number is not found is left out: it may hold two.
    """
    row = _longest_row(document)
    last_page = document.lines[-1].page if not row else row[-1][1].page
    close = max((line.span.end for line in document.lines if line.page == last_page), default=0)
    ends = [(number, line.span.start) for number, line in row[1:]] + [(row[-1][0] + 1, close) for _ in row[-1:]]
    pairs = zip(row, ends, strict=True)
    return tuple((number, Span(line.span.start, end)) for (number, line), (after, end) in pairs if after == number + 1)


def _longest_row(document: Document) -> list[tuple[int, Line]]:
    rows: dict[int, list[tuple[int, Line]]] = {0: []}
    for line in document.lines:
        match = _NUMBER.match(document.text, line.span.start, line.span.end)
        number = int(match[1]) if match else 0
        before = next((rows[n] for n in range(number - 1, max(-1, number - _MOST_MISSED - 2), -1) if n in rows), None)
        if number and before is not None and (number == 1 or before) and len(before) + 1 >= len(rows.get(number, ())):
            rows[number] = [*before, (number, line)]
    return max(rows.values(), key=len)
