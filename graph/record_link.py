"""From a citation in a filing to the place in the corpus that it points to.

    "Lane Dep. 45:12-15"          lines 12 to 15 of the leaf printed 45, where Lane testifies, and the turns there
    "Ex. 12 at 3", "Dkt. 9-1"     the exhibit whose first page says Exhibit 12; the filing of that number; its page
    "Lane Decl. ¶ 7"              the paragraph numbered 7 that Lane declares
    "Compl. ¶ 7"                  of the complaint

One place or none: where two papers might be meant the link has no target, and says why. Copies of one paper are one paper.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpora.record import Record
from graph.cited_place import find_place
from graph.paper import Paper, read_paper
from ingest.cite import distinct_titles
from ingest.cite_parser import RecordCite, parse_cites
from ingest.cite_pin import NOWHERE
from ingest.document import Document
from ingest.span import Span

_AGAIN = re.compile(r"[Ii](?:bi)?d\.")
_REACH = 3000  # letters between a statement and its cite


@dataclass(frozen=True, slots=True)
class Target:
    """Where a cite leads: the document, 1-based pages of the file, the words, and the statements made there, by id.

    ``title`` is a transcript's short title, told apart from the other transcripts of the corpus; '' for other papers.
    """

    document_id: str
    document: str
    page: int
    page_last: int
    span: Span
    statements: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class RecordLink:
    """One place that a statement's record cite names; ``target`` is None where it is not here or not sure, and ``why`` says so."""

    statement_id: str
    document: str
    cite: RecordCite
    target: Target | None
    why: str = ""


def record_links(records: Iterable[Record], documents: Iterable[Document]) -> list[RecordLink]:
    """The links of every statement that carries a record cite, in the order of ``records``.

    Each document is read once; of all documents the lines are kept, not the pages.
    """
    cited = CitedPapers(list(records))
    for document in documents:
        cited.add(document)
    return list(cited.links())


class CitedPapers:
    """The papers read so far, and what the statements of each cite."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._of: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            self._of[record.statement.document_id].append(record)
        self._papers: dict[str, Paper] = {}
        self._cites: dict[str, list[RecordCite]] = {}  # by statement

    def add(self, document: Document) -> None:
        """Read a paper, and the cites of its statements."""
        self._papers[document.id] = read_paper(document)
        citing = [record for record in self._of.get(document.id, ()) if record.statement.record_cite]
        cites = parse_cites(document.text) if citing else []
        for record in citing:
            self._cites[record.statement.id] = cites_of(record, document.text, cites)

    def adding(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same papers, each read as it goes by: for others who read them all."""
        for document in documents:
            self.add(document)
            yield document

    def links(self) -> Iterator[RecordLink]:
        """The links, once all papers are read."""
        sittings = [(paper.document_id, paper.sitting) for paper in self._papers.values() if paper.sitting]
        titles = dict(zip((i for i, _ in sittings), distinct_titles([held for _, held in sittings]), strict=True))
        for record in self._records:
            for cite in self._cites.get(record.statement.id, ()):
                yield self._link(record, cite, titles)

    def _link(self, record: Record, cite: RecordCite, titles: Mapping[str, str]) -> RecordLink:
        found = find_place(cite, self._papers.get(record.statement.document_id), self._papers.values())
        target = None
        if found.paper is not None:
            target = self._target(cite, found.paper, found.span, titles.get(found.paper.document_id, ""))
        return RecordLink(record.statement.id, record.document, cite, target, found.why)

    def _target(self, cite: RecordCite, paper: Paper, span: Span, title: str) -> Target:
        pages = [row.page for row in paper.rows if row.span.overlaps(span)]
        said = (record.statement for record in self._of.get(paper.document_id, ()))
        here = (s.id for s in said if any(part.overlaps(span) for part in s.spans))
        statements = () if cite.pin == NOWHERE and cite.kind != "bates" else tuple(here)
        return Target(paper.document_id, paper.name, min(pages), max(pages), span, statements, title)


def cites_of(record: Record, text: str, cites: Sequence[RecordCite]) -> list[RecordCite]:
    """Those of a text's cites that a statement's record cite is made of: where its words stand nearest to the statement."""
    span = record.statement.span
    words = re.compile(r"\s+".join(re.escape(word) for word in record.statement.record_cite.split()))
    window = Span(max(0, span.start - _REACH), min(len(text), span.end + _REACH))
    found = [Span(*match.span()) for match in words.finditer(text, window.start, window.end)]
    if not found:  # a footnote gives the cite, and stands behind the body
        found = [Span(*match.span()) for match in words.finditer(text)]
        found = found[:1] if len(found) == 1 or not _AGAIN.match(record.statement.record_cite) else []
    if not found:
        return []
    nearest = min(found, key=lambda at: at.start - span.end if at.start >= span.end else span.end - at.start + _REACH // 10)
    return [cite for cite in cites if cite.span.overlaps(nearest)]
