"""Full-text search with lawyers' connectors; every hit at its printed place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpora.corpus import Corpus
from corpora.query import to_fts
from corpora.store import Passage
from ingest.cite import cite, in_case, title
from ingest.document import Document, Place
from ingest.part import Part, as_filed, find_parts
from ingest.segment import Segment
from ingest.span import Span

_CONTEXT = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that a query matches. ``snippet`` is verbatim, ``page`` 1-based, ``statement_ids`` the statements in the passage,
    ``span`` where the first words that matched stand."""

    document: str
    document_id: str
    page: int
    cite: str
    snippet: str
    statement_ids: tuple[str, ...]
    span: Span | None = None


def search(corpus: Corpus, query: str, limit: int = 1000) -> list[Hit]:
    """The passages that match, by document and place, ``limit`` at most.

    :raises QueryError: the query cannot be understood.
    """
    match = to_fts(query)
    documents: dict[str, _Held] = {}
    hits = []
    for passage in corpus.passages(match, limit):
        if passage.document_id not in documents:
            document = corpus.document(passage.document_id)
            spans = tuple((r.statement.id, r.statement.span) for r in corpus.records(passage.document_id))
            documents[passage.document_id] = _Held(document, spans, find_parts(document), title(document), corpus.cases())
        hits.append(_hit(corpus, match, documents[passage.document_id], passage))
    return hits


@dataclass(frozen=True, slots=True)
class _Held:
    """A document that has hits: its statements' places, the papers bound into it, its short title; and the cases of the corpus."""

    document: Document
    statements: tuple[tuple[str, Span], ...]
    parts: tuple[Part, ...]
    title: str
    cases: frozenset[str]

    def cite(self, place: Place, segment: Segment | None) -> str:
        """The citation of a place in it."""
        filed = as_filed(self.document, self.parts, place.page)
        return in_case(cite(filed, place, segment, self.title), filed.docket, self.document.name, self.cases)


def _hit(corpus: Corpus, match: str, held: _Held, passage: Passage) -> Hit:
    document = held.document
    span = _first_match(corpus, match, document, passage)
    place = document.place(span)
    segment = next((s for s in document.segments if s.extent == passage.span), None)
    return Hit(
        document=document.name,
        document_id=document.id,
        page=place.page,
        cite=held.cite(place, segment),
        snippet=_snippet(document, passage.span, span),
        statement_ids=tuple(i for i, span in held.statements if span.overlaps(passage.span)),
        span=span,
    )


def _first_match(corpus: Corpus, match: str, document: Document, passage: Passage) -> Span:
    """Where the first matched words stand; the passage's beginning where the engine does not say."""
    words = corpus.store.hits(match, passage)
    if words:
        at = re.compile(rf"\b{re.escape(words[0])}").search(document.text, passage.span.start, passage.span.end)
        if at:
            return Span(at.start(), at.end())
    return Span(passage.span.start, passage.span.start + 1)


def _snippet(document: Document, passage: Span, span: Span) -> str:
    start = max(passage.start, span.start - _CONTEXT)
    end = min(passage.end, span.end + _CONTEXT)
    words = document.words((Span(start, end),))
    return ("…" if start > passage.start else "") + words + ("…" if end < passage.end else "")
