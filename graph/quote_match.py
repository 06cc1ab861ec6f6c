"""Where quotations stand in a document, word for word or nearly.

An index of the quotations' runs of three words meets the words of each document once: the work grows with the documents'
length, not with quotations times documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.quote_near import near
from graph.quoted import Hit, Match, Piece, Word, runs
from ingest.span import Span


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a run of words stands in the quotations."""

    quotation: int
    piece: int
    offset: int


class QuoteIndex:
    """Quotations by their runs of words."""

    def __init__(self, quotations: Sequence[tuple[Piece, ...]]) -> None:
        self._quotations = quotations
        self._runs: dict[tuple[str, ...], list[_Run]] = defaultdict(list)
        for number, pieces in enumerate(quotations):
            for i, piece in enumerate(pieces):
                for offset, run in enumerate(runs(piece.folded)):
                    self._runs[run].append(_Run(number, i, offset))

    def matches(self, words: Sequence[Word]) -> Iterator[tuple[int, Match]]:
        """The quotations that stand in a document of these words, by number, each with its best place."""
        folded = [word.folded for word in words]
        hits: dict[int, dict[Hit, int]] = defaultdict(lambda: defaultdict(int))
        for i, run in enumerate(runs(folded)):
            for known in self._runs.get(run, ()):
                hits[known.quotation][Hit(known.piece, i - known.offset)] += 1
        for number, found in hits.items():
            pieces = self._quotations[number]
            match = _exact(pieces, words, folded, found) or near(pieces, words, found)
            if match is not None:
                yield number, match


def _exact(pieces: Sequence[Piece], words: Sequence[Word], folded: list[str], hits: Iterable[Hit]) -> Match | None:
    """The first place where all pieces stand."""
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.piece)):
        first, last = _before(pieces, folded, hit), _after(pieces, folded, hit)
        if first is not None and last is not None:
            return Match(Span(words[first].start, words[last - 1].end), 1.0)
    return None


def _after(pieces: Sequence[Piece], folded: list[str], hit: Hit) -> int | None:
    """The end of the last piece, going on from where ``hit`` was met; None if one is not there."""
    if not _stands(folded, pieces[hit.piece].folded, hit.start):
        return None
    end = hit.start + len(pieces[hit.piece].words)
    for piece in pieces[hit.piece + 1 :]:
        found = next((at for at in range(end, end + piece.gap + 1) if _stands(folded, piece.folded, at)), None)
        if found is None:
            return None
        end = found + len(piece.words)
    return end


def _before(pieces: Sequence[Piece], folded: list[str], hit: Hit) -> int | None:
    """The beginning of the first piece, going back from where ``hit`` was met; None if one is not there."""
    start = hit.start
    for i in range(hit.piece - 1, -1, -1):
        latest = start - len(pieces[i].words)
        found = next(
            (at for at in range(latest, latest - pieces[i + 1].gap - 1, -1) if _stands(folded, pieces[i].folded, at)), None
        )
        if found is None:
            return None
        start = found
    return start


def _stands(folded: list[str], piece: tuple[str, ...], at: int) -> bool:
    return 0 <= at < len(folded) and folded[at] == piece[0] and tuple(folded[at : at + len(piece)]) == piece
