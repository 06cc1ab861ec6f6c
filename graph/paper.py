"""A document as citations know it: what it is called, and what stands at its pages, lines and paragraphs.

leaf        one printed page: "45" of a deposition, page 2 of docket 449-3
witness     who answers, and on which pages
paragraph   of a declaration by its declarant, of a complaint by its number
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.cited import exhibit_names
from graph.written import fold
from ingest.cite import Sitting, sitting
from ingest.document import Docket, Document
from ingest.pleading import read_pleading
from ingest.span import Span, hull

_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: ``page`` in the file, ``label`` as printed, ``number`` of the line where there is one."""

    page: int
    label: str
    number: int | None
    span: Span


@dataclass(frozen=True)
class Paper:
    """One document. ``witnesses`` are names with the pages on which they answer; ``declared`` the paragraphs of each
    declarant; ``counted`` those of a pleading called ``pleading``."""

    document_id: str
    name: str
    text: str
    docket: Docket | None
    sitting: Sitting | None
    rows: tuple[Row, ...]
    court_pages: dict[int, int]
    stamps: dict[str, int]
    exhibits: frozenset[str]
    witnesses: dict[str, frozenset[int]]
    declared: dict[str, dict[int, Span]]
    pleading: str
    counted: dict[int, Span]

    @property
    def case(self) -> str:
        """The case number without the division and the judges: ``23-cv-03417``; '' if unknown."""
        return self.docket.same_case if self.docket else ""

    def on_pages(self, first: int, last: int) -> list[Row]:
        """The lines of some pages of the file."""
        return [row for row in self.rows if first <= row.page <= last]


def read_paper(document: Document) -> Paper:
    """What citations need to know of a document."""
    pleading = read_pleading(document)
    return Paper(
        document_id=document.id,
        name=document.name,
        text=document.text,
        docket=document.docket,
        sitting=sitting(document),
        rows=tuple(
            Row(line.page, line.label or document.page(line.page).label, line.number, line.span) for line in document.lines
        ),
        court_pages={page.ecf_page: page.number for page in document.pages if page.ecf_page},
        stamps={page.bates: page.number for page in document.pages if page.bates},
        exhibits=frozenset(exhibit_names(document)),
        witnesses=_witnesses(document),
        declared=_declared(document),
        pleading=pleading.name if pleading else "",
        counted=dict(pleading.paragraphs) if pleading else {},
    )


def _witnesses(document: Document) -> dict[str, frozenset[int]]:
    pages: dict[str, set[int]] = defaultdict(set)
    for segment in document.segments:
        party = segment.author if segment.kind == "answer" else None
        if party and party.name:
            pages[party.name] |= {line.page for line in document.lines_of(segment.extent)}
    return {name: frozenset(found) for name, found in pages.items()}


def _declared(document: Document) -> dict[str, dict[int, Span]]:
    found: dict[str, dict[int, Span]] = defaultdict(dict)
    for segment in document.segments:
        if segment.kind == "declaration" and segment.author and segment.header:
            number = _NUMBER.search(segment.header.of(document.text))
            if number:
                found[segment.author.name or segment.author.as_written].setdefault(int(number[0]), segment.extent)
    return dict(found)


def bears(name: str, cited: str) -> bool:
    """True if ``cited`` ("Lane", "A. Lane", "Ada Lane") may be the person of this name."""
    own, wanted = _words(name), _words(cited)
    if not own or not wanted or own[-1] != wanted[-1]:
        return False
    return len(wanted) == 1 or own[0].startswith(wanted[0]) or wanted[0].startswith(own[0]) or wanted[0] in own


def _words(name: str) -> list[str]:
    words = [word.strip(".") for word in fold(name.partition(",")[0]).split()]
    return [word for word in words if word not in {"jr", "sr", "ii", "iii", "dr", "mr", "ms", "mrs"}]


def runs_of_pages(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows, divided where pages of the file are skipped: the same labels in two transcripts bound in one file."""
    run: list[Row] = []
    for row in rows:
        if run and row.page > run[-1].page + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def extent(rows: Sequence[Row]) -> Span:
    """From the first to the last of the lines."""
    return hull(row.span for row in rows)
