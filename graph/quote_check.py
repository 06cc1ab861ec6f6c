"""Each quotation against what it quotes: exact, altered or not found in the other documents of the corpus.

exact        every letter stands there, but for what the quotation itself marks: [brackets] and ... omissions
altered      nearly so: the words that differ are given side by side
not found    nowhere nearly so
too short    fewer than four words together: found anywhere, which tells nothing
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from corpora.record import Record
from graph.quote_match import QuoteIndex
from graph.quoted import RUN, Match, Piece, pieces_of, words_of
from ingest.cite import cite, title
from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span

QuoteState = Literal["exact", "altered", "not found", "too short"]

FEWEST_WORDS = 4
# Where somebody's own words are printed, rather than told by another.
_FIRST_HAND = frozenset({"email", "chat", "question", "answer", "colloquy", "declaration"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation, and what the source has in their place; '' for nothing."""

    quoted: str
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words were found: the document, its 1-based page, the cite, and the words there, verbatim."""

    document_id: str
    document: str
    span: Span
    page: int
    cite: str
    text: str


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What became of one quotation. ``score`` is 0 to 1, the share of letters alike; ``record_cite`` what the filing cites."""

    statement_id: str
    document: str
    cite: str
    text: str
    state: QuoteState
    record_cite: str = ""
    score: float = 0.0
    source: Source | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A place of a quotation. Better is exact, then first-hand, then more alike; of equals the first document's."""

    match: Match
    first_hand: bool
    source: Source
    differences: tuple[Difference, ...]

    @property
    def rank(self) -> tuple[bool, bool, float]:
        return (self.match.exact, self.first_hand, self.match.score)


def check_quotes(records: Iterable[Record], documents: Iterable[Document]) -> list[QuoteCheck]:
    """Every quotation (kind "quote") among ``records``, in their order, against all documents but its own.

    Documents are read once each and not kept.
    """
    quotations = [record for record in records if record.statement.kind == "quote"]
    pieces = [pieces_of(record.text) for record in quotations]
    index = QuoteIndex([row if _long_enough(row) else () for row in pieces])
    best: dict[int, _Found] = {}
    for document in documents:
        shelf = _Shelf(document)
        for number, match in index.matches(tuple(words_of(document.text))):
            if quotations[number].statement.document_id != document.id:
                _keep_better(best, number, shelf.found(match, quotations[number]))
    return [_check(record, pieces[i], best.get(i)) for i, record in enumerate(quotations)]


def _long_enough(pieces: Sequence[Piece]) -> bool:
    lengths = [len(piece.words) for piece in pieces]
    longest = max(lengths, default=0)
    return longest >= FEWEST_WORDS or (longest >= RUN and sum(lengths) > FEWEST_WORDS)


def _keep_better(best: dict[int, _Found], number: int, found: _Found) -> None:
    if number not in best or best[number].rank < found.rank:
        best[number] = found


class _Shelf:
    """A document's segments and title, looked up for many places."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [segment.extent.start for segment in document.segments]

    @cached_property
    def _title(self) -> str:
        return title(self._document)

    def found(self, match: Match, record: Record) -> _Found:
        """A place of this document, as the source of a quotation."""
        document, segment = self._document, self._segment(match.span)
        place = document.place(match.span)
        where = cite(document, place, segment, self._title)
        source = Source(document.id, document.name, match.span, place.page, where, document.words((match.span,)))
        differences = (Difference(a.of(record.text), " ".join(b.of(document.text).split())) for a, b in match.differences)
        return _Found(match, segment is not None and segment.kind in _FIRST_HAND, source, tuple(differences))

    def _segment(self, span: Span) -> Segment | None:
        i = bisect_right(self._starts, span.start) - 1
        found = self._document.segments[i] if i >= 0 else None
        return found if found is not None and span.start < found.extent.end else None


def _check(record: Record, pieces: Sequence[Piece], found: _Found | None) -> QuoteCheck:
    state: QuoteState = "not found" if _long_enough(pieces) else "too short"
    if found is not None:
        state = "exact" if found.match.exact else "altered"
    return QuoteCheck(
        statement_id=record.statement.id,
        document=record.document,
        cite=record.cite,
        text=record.text,
        state=state,
        record_cite=record.statement.record_cite,
        score=found.match.score if found else 0.0,
        source=found.source if found else None,
        differences=found.differences if found else (),
    )
