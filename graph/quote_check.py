"""Each quotation against what it quotes: exact, altered or not found in the other documents of the corpus.

    exact        every letter stands there, but for what the quotation itself marks: [brackets] and ... omissions
    altered      nearly so: the words that differ are given side by side
    not found    nowhere nearly so that it can come from (``graph.origin``)
    too short    fewer than four words, which stand anywhere: looked for only in the document that the filing cites for them

A quotation is a statement of kind "quote", and what stands in quotation marks within a paraphrase.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from corpora.record import Record
from graph.cited import full_cites, is_cited
from graph.origin import Quoted, may_come_from
from graph.quote_match import QuoteIndex
from graph.quoted import RUN, Match, Piece, Word, pieces_of, words_of
from ingest.citable import Citable
from ingest.cite import in_case, title
from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span

QuoteState = Literal["exact", "altered", "not found", "too short"]

FEWEST_WORDS = 4
# Where somebody's own words are printed, rather than told by another.
_FIRST_HAND = frozenset({"email", "chat", "question", "answer", "colloquy"})
_IN_MARKS = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation, and what the source has in their place; '' for nothing."""

    quoted: str
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words were found: the document, its 1-based page, the cite, and the words there, verbatim.

    ``cited`` is True where it is the document that the filing cites.
    """

    document_id: str
    document: str
    span: Span
    page: int
    cite: str
    text: str
    cited: bool = False


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
class _Quotation:
    """One quotation to be looked for: its words, and what the filing cites for it, with "Id." resolved."""

    record: Record
    text: str
    cite: str
    pieces: tuple[Piece, ...]

    @property
    def long_enough(self) -> bool:
        """True if finding it anywhere tells something."""
        lengths = [len(piece.words) for piece in self.pieces]
        longest = max(lengths, default=0)
        return longest >= FEWEST_WORDS or (longest >= RUN and sum(lengths) > FEWEST_WORDS)


@dataclass(frozen=True, slots=True)
class _Found:
    """A place of a quotation. Better is exact, then the cited document, then first-hand, then more alike."""

    match: Match
    first_hand: bool
    source: Source
    differences: tuple[Difference, ...]

    @property
    def rank(self) -> tuple[bool, bool, bool, float]:
        """Greater is better."""
        return (self.match.exact, self.source.cited, self.first_hand, self.match.score)


def check_quotes(records: Iterable[Record], documents: Iterable[Document], cases: Set[str] | None = None) -> list[QuoteCheck]:
    """Every quotation among ``records``, in their order, against all documents but its own.

    Documents are read once each and not kept. Sources are cited among the papers of ``cases``, by default those of the records.
    """
    records = list(records)
    quotations, quoted = list(_quotations(records)), Quoted(records)
    index = QuoteIndex([quotation.pieces if quotation.long_enough else () for quotation in quotations])
    if cases is None:
        cases = {record.docket.same_case for record in records if record.docket and record.docket.case}
    best: dict[int, _Found] = {}
    for document in documents:
        shelf, words = _Shelf(document, quoted, cases), tuple(words_of(document.text))
        for number, match in (*index.matches(words), *_short(quotations, words, shelf)):
            if shelf.may_hold(match, quotations[number]):
                _keep_better(best, number, shelf.found(match, quotations[number]))
    return [_check(quotation, best.get(i)) for i, quotation in enumerate(quotations)]


def _quotations(records: Iterable[Record]) -> Iterator[_Quotation]:
    told = [record for record in records if record.statement.kind in {"quote", "paraphrase"}]
    for record, full in zip(told, full_cites(told), strict=True):
        quoted = [record.text] if record.statement.kind == "quote" else [m[1] or m[2] for m in _IN_MARKS.finditer(record.text)]
        for text in quoted:
            yield _Quotation(record, text, full, pieces_of(text))


def _short(quotations: Sequence[_Quotation], words: Sequence[Word], shelf: _Shelf) -> Iterator[tuple[int, Match]]:
    """Quotations too short to look for anywhere, in the document that is cited for them; of one piece only."""
    for number, quotation in enumerate(quotations):
        if not quotation.long_enough and len(quotation.pieces) == 1 and shelf.is_cited(quotation.cite):
            wanted = quotation.pieces[0].folded
            for i in range(len(words) - len(wanted) + 1):
                if words[i].folded == wanted[0] and tuple(word.folded for word in words[i : i + len(wanted)]) == wanted:
                    yield number, Match(Span(words[i].start, words[i + len(wanted) - 1].end), 1.0)
                    break


def _keep_better(best: dict[int, _Found], number: int, found: _Found) -> None:
    if number not in best or best[number].rank < found.rank:
        best[number] = found


class _Shelf:
    """A document's segments and title, looked up for many places."""

    def __init__(self, document: Document, quoted: Quoted, cases: Set[str]) -> None:
        self._document, self._quoted, self._cases = document, quoted, cases
        self._paper = Citable(document)
        self._starts = [segment.extent.start for segment in document.segments]
        self._cited: dict[str, bool] = {}

    @cached_property
    def _title(self) -> str:
        return title(self._document)

    def is_cited(self, record_cite: str) -> bool:
        """True if a record cite names this document."""
        if record_cite not in self._cited:
            self._cited[record_cite] = bool(record_cite) and is_cited(record_cite, self._document, self._title)
        return self._cited[record_cite]

    def may_hold(self, match: Match, quotation: _Quotation) -> bool:
        """True if the quotation may come from that place: another paper, cited for it or older and first-hand."""
        if quotation.record.statement.document_id == self._document.id:
            return False
        segment = self._segment(match.span)
        return self.is_cited(quotation.cite) or may_come_from(
            quotation.record, self._document, segment, match.span, exact=match.exact, quoted=self._quoted
        )

    def found(self, match: Match, quotation: _Quotation) -> _Found:
        """A place of this document, as the source of a quotation."""
        document, segment = self._document, self._segment(match.span)
        place = document.place(match.span)
        where = in_case(self._paper.cite(place, match.span), self._paper.docket(place.page), document.name, self._cases)
        cited = self.is_cited(quotation.cite)
        source = Source(document.id, document.name, match.span, place.page, where, document.words((match.span,)), cited)
        differences = (Difference(a.of(quotation.text), " ".join(b.of(document.text).split())) for a, b in match.differences)
        return _Found(match, segment is not None and segment.kind in _FIRST_HAND, source, tuple(differences))

    def _segment(self, span: Span) -> Segment | None:
        i = bisect_right(self._starts, span.start) - 1
        found = self._document.segments[i] if i >= 0 else None
        return found if found is not None and span.start < found.extent.end else None


def _check(quotation: _Quotation, found: _Found | None) -> QuoteCheck:
    state: QuoteState = "not found" if quotation.long_enough else "too short"
    if found is not None:
        state = "exact" if found.match.exact else "altered"
    record = quotation.record
    return QuoteCheck(
        statement_id=record.statement.id,
        document=record.document,
        cite=record.cite,
        text=quotation.text,
        state=state,
        record_cite=record.statement.record_cite,
        score=found.match.score if found else 0.0,
        source=found.source if found else None,
        differences=found.differences if found else (),
    )
