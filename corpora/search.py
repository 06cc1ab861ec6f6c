"""Full-text search with lawyers' connectors; every hit at its printed place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpora.corpus import Corpus
from corpora.query import to_fts
from corpora.store import Passage
from ingest.citable import Citable
from ingest.cite import in_case
from ingest.document import Document, Place
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
    papers: dict[str, _Held] = {}
    hits = []
    for passage in corpus.passages(match, limit):
        if passage.document_id not in papers:
            paper = Citable(corpus.document(passage.document_id))
            spans = tuple((r.statement.id, r.statement.span) for r in corpus.records(passage.document_id))
            papers[passage.document_id] = _Held(paper, spans, corpus.cases())
        hits.append(_hit(corpus, match, papers[passage.document_id], passage))
    return hits


@dataclass(frozen=True, slots=True)
class _Held:
    """A document that has hits, its statements' places, and the cases of the corpus."""

    paper: Citable
    statements: tuple[tuple[str, Span], ...]
    cases: frozenset[str]

    def cite(self, place: Place, span: Span) -> str:
        """The citation of a place in it."""
        document = self.paper.document
        return in_case(self.paper.cite(place, span), self.paper.docket(place.page), document.name, self.cases)


def _hit(corpus: Corpus, match: str, held: _Held, passage: Passage) -> Hit:
    document = held.paper.document
    span = _first_match(corpus, match, document, passage)
    place, shown = document.place(span), _shown(passage.span, span)
    return Hit(
        document=document.name,
        document_id=document.id,
        page=place.page,
        cite=held.cite(place, span),
        snippet=_snippet(document, passage.span, shown),
        statement_ids=tuple(i for i, span in held.statements if span.overlaps(passage.span)),
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
