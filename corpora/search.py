"""Full-text search with lawyers' connectors; every hit at its printed place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpora.corpus import Corpus
from corpora.query import to_fts
from corpora.store import Passage
from ingest.citable import Citable
from ingest.document import Document
from ingest.span import Span

_CONTEXT = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that a query matches. ``snippet`` is verbatim, ``page`` 1-based, ``statement_ids`` the statements in the passage,
    ``span`` where the first words that matched stand, ``uncovered`` True where the snippet shows words from under a redaction.
    """

    document: str
    document_id: str
    page: int
    cite: str
    snippet: str
    statement_ids: tuple[str, ...]
    span: Span | None = None
    uncovered: bool = False


def search(corpus: Corpus, query: str, limit: int = 1000) -> list[Hit]:
    """The passages that match, by document and place, ``limit`` at most.

    :raises QueryError: the query cannot be understood.
    """
    match = to_fts(query)
    papers: dict[str, Citable] = {}
    spans: dict[str, list[tuple[str, Span]]] = {}
    hits = []
    for passage in corpus.passages(match, limit):
        if passage.document_id not in papers:
            papers[passage.document_id] = Citable(corpus.document(passage.document_id))
            records = corpus.records(passage.document_id)
            spans[passage.document_id] = [(r.statement.id, r.statement.span) for r in records]
        ids = tuple(i for i, span in spans[passage.document_id] if span.overlaps(passage.span))
        hits.append(_hit(corpus, match, papers[passage.document_id], passage, ids))
    return hits


def _hit(corpus: Corpus, match: str, paper: Citable, passage: Passage, ids: tuple[str, ...]) -> Hit:
    document = paper.document
    span = _first_match(corpus, match, document, passage)
    place, shown = document.place(span), _shown(passage.span, span)
    return Hit(
        document=document.name,
        document_id=document.id,
        page=place.page,
        cite=paper.cite(place, span),
        snippet=_snippet(document, passage.span, shown),
        statement_ids=ids,
        span=span,
        uncovered=any(one.span.overlaps(shown) for one in document.uncovered),
    )


def _first_match(corpus: Corpus, match: str, document: Document, passage: Passage) -> Span:
    """Where the first matched words stand; the passage's beginning where the engine does not say."""
    words = corpus.store.hits(match, passage)
    if words:
        at = re.compile(rf"\b{re.escape(words[0])}").search(document.text, passage.span.start, passage.span.end)
        if at:
            return Span(at.start(), at.end())
    return Span(passage.span.start, passage.span.start + 1)


def _shown(passage: Span, span: Span) -> Span:
    """What is shown of a passage about the words that matched."""
    return Span(max(passage.start, span.start - _CONTEXT), min(passage.end, span.end + _CONTEXT))


def _snippet(document: Document, passage: Span, shown: Span) -> str:
    words = document.words((shown,))
    return ("…" if shown.start > passage.start else "") + words + ("…" if shown.end < passage.end else "")
