"""Is this document what a filing cites for a quotation?

"Ex. 12 at 3"             its first page says Exhibit 12 on a line of its own, or in a stamp
"Dkt. 449-3 at 2"         it is docket number 449-3
"Lee Dep. 45:1-2"         it is Lee's deposition; "Tr." any hearing or trial
"Lee Decl. ¶ 6"           it holds paragraphs that Lee declares
"Id. at 3"                what was cited last
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.record import Record
from graph.written import fold, letters
from ingest.document import Document

_EXHIBIT = re.compile(r"\bEx(?:h?\.|hibit)\s*(?:No\.\s*)?([A-Z]{0,3}-?\d{0,4})\b", re.IGNORECASE)
_OF_WHOM = r"(?:\w+['’]s?|plaintiffs?|defendants?|joint|trial|deposition)\s+"
_COVER = re.compile(rf"\W*(?:{_OF_WHOM})?ex(?:h?\.|hibit)\s*(?:no\.\s*)?([A-Z]{{0,3}}-?\d{{0,4}})\W*", re.IGNORECASE)
_DOCKET = re.compile(r"\b(?:Dkt\.?|ECF|Doc\.?|D\.E\.)\s*(?:No\.?\s*)?(\d+(?:-\d+)?)", re.IGNORECASE)
_PAPER = re.compile(r"([\w'’.-]+)\s+(Dep|Decl)\b\.?", re.IGNORECASE)
_TRANSCRIPT = re.compile(r"\bTr\.", re.IGNORECASE)
_AGAIN = re.compile(r"\s*Id\b\.?", re.IGNORECASE)


def full_cites(records: Sequence[Record]) -> Iterator[str]:
    """The record cite of each record; "Id." stands for the cite before it in the text of the same document."""
    last: dict[str, str] = {}
    full: dict[int, str] = {}
    for i in sorted(range(len(records)), key=lambda i: records[i].statement.span.start):
        own, document = records[i].statement.record_cite, records[i].statement.document_id
        if own and not _AGAIN.match(own):
            last[document] = own
        full[i] = last.get(document, "") if _AGAIN.match(own) else own
    return (full[i] for i in range(len(records)))


def is_cited(cite: str, document: Document, short_title: str) -> bool:
    """True if ``cite`` names ``document``, whose own short title as a transcript is ``short_title`` ('' if it is none)."""
    if exhibit := _EXHIBIT.search(cite):
        return bool(exhibit[1]) and letters(exhibit[1]) in exhibit_names(document)
    if paper := _PAPER.search(cite):
        return _bears(fold(paper[1]), paper[2].casefold(), document, short_title)
    if docket := _DOCKET.search(cite):
        return document.docket is not None and document.docket.number == docket[1]
    return bool(_TRANSCRIPT.search(cite)) and short_title.endswith("Tr.")


def exhibit_names(document: Document) -> set[str]:
    """What the first page calls the document: numbers or letters of exhibits."""
    if not document.pages:
        return set()
    lines = (line.span.of(document.text) for line in document.lines if line.page == document.pages[0].number)
    found = (_COVER.fullmatch(line.strip()) for line in (*lines, *document.pages[0].furniture))
    return {letters(match[1]) for match in found if match and match[1]}


def _bears(surname: str, paper: str, document: Document, short_title: str) -> bool:
    if paper == "dep":
        return fold(short_title) == f"{surname} dep."
    authors = {s.author.name or s.author.as_written for s in document.segments if s.kind == "declaration" and s.author}
    return any(fold(author).split()[-1:] == [surname] for author in authors)
