"""Full-text search with lawyers' connectors; every hit at its printed place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpora.corpus import Corpus
from corpora.query import to_fts
from corpora.store import Passage
from ingest.cite import cite, title
from ingest.document import Document
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
    documents: dict[str, Document] = {}
    spans: dict[str, list[tuple[str, Span]]] = {}
    hits = []
    for passage in corpus.passages(match, limit):
        if passage.document_id not in documents:
            documents[passage.document_id] = corpus.document(passage.document_id)
            records = corpus.records(passage.document_id)
            spans[passage.document_id] = [(r.statement.id, r.statement.span) for r in records]
        ids = tuple(i for i, span in spans[passage.document_id] if span.overlaps(passage.span))
        hits.append(_hit(corpus, match, documents[passage.document_id], passage, ids))
    return hits


def _hit(corpus: Corpus, match: str, document: Document, passage: Passage, ids: tuple[str, ...]) -> Hit:
    span = _first_match(corpus, match, document, passage)
    place = document.place(span)
    segment = next((s for s in document.segments if s.extent == passage.span), None)
    return Hit(
        document=document.name,
        document_id=document.id,
        page=place.page,
        cite=cite(document, place, segment, title(document)),
        snippet=_snippet(document, passage.span, span),
        statement_ids=ids,
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
