"""A quotation that is nearly what a document says: the best place, how alike, and the words that differ.

    quoted     "we had no plan to use the files"
    source      we had every plan to use the files      score 0.9, no -> every

Likeness says nothing of sense: the words that differ are always shown, for "no" and "every" are one word of nine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from graph.quoted import RUN, Hit, Match, Piece, Word
from ingest.span import Span

CUT_OFF = 0.8  # share of letters alike, over all pieces: below it the text is another
_FEWEST_RUNS = 0.2  # share of a quotation's runs that must be met in one place for it to be looked at
_SLACK = 4  # words to either side of where a piece is expected


@dataclass(frozen=True, slots=True)
class _Laid:
    """A piece laid against the source: the words [first, last) there, likeness by letters, what differs."""

    first: int
    last: int
    score: float
    differences: tuple[tuple[Span, Span], ...]


def near(pieces: Sequence[Piece], words: Sequence[Word], hits: Mapping[Hit, int]) -> Match | None:
    """The best place of a quotation among ``words``, None where none is near enough."""
    long = [i for i, piece in enumerate(pieces) if len(piece.words) >= RUN]
    starts, met = _place(pieces, hits)
    if met < max(2, _FEWEST_RUNS * sum(len(pieces[i].words) - RUN + 1 for i in long)):
        return None
    laid = {i: _lay(pieces[i], words, start) for i, start in starts.items()}
    weight = sum(len(pieces[i].words) for i in long)
    score = sum(laid[i].score * len(pieces[i].words) for i in laid) / weight
    if score < CUT_OFF:
        return None
    span = Span(words[min(x.first for x in laid.values())].start, words[max(x.last for x in laid.values()) - 1].end)
    differences = [
        d for i in long for d in (laid[i].differences if i in laid else ((_span(pieces[i].words), Span(span.end, span.end)),))
    ]
    return Match(span, round(score, 3), tuple(differences))


def _place(pieces: Sequence[Piece], hits: Mapping[Hit, int]) -> tuple[dict[int, int], int]:
    """Where each piece most likely begins, in the stretch where most runs are met; and how many are met there."""
    length = sum(len(piece.words) + piece.gap for piece in pieces)
    ordered = sorted(hits, key=lambda hit: (hit.start, hit.piece))
    low = total = best = 0
    stretch = slice(0, 0)
    for high, hit in enumerate(ordered):
        total += hits[hit]
        while hit.start - ordered[low].start > length:
            total -= hits[ordered[low]]
            low += 1
        if total > best:
            best, stretch = total, slice(low, high + 1)
    starts: dict[int, int] = {}
    for hit in sorted(ordered[stretch], key=lambda hit: -hits[hit]):
        starts.setdefault(hit.piece, hit.start)
    return starts, best


def _lay(piece: Piece, words: Sequence[Word], start: int) -> _Laid:
    low = max(0, start - _SLACK)
    window = words[low : start + len(piece.words) + _SLACK]
    source = [word.folded for word in window]
    steps = [step for step in Levenshtein.opcodes(piece.folded, source) if step.tag != "equal"]
    first, last = 0, len(source)
    if steps and steps[0].tag == "insert" and steps[0].dest_start == 0:
        first = steps.pop(0).dest_end  # words of the source before the piece
    if steps and steps[-1].tag == "insert" and steps[-1].dest_end == last:
        last = steps.pop().dest_start  # and behind it
    if "".join(piece.folded) == "".join(source[first:last]):
        return _Laid(low + first, low + last, 1.0, ())
    score = fuzz.ratio(" ".join(piece.folded), " ".join(source[first:last])) / 100
    differences = tuple(
        (_span(piece.words, step.src_start, step.src_end), _span(window, step.dest_start, step.dest_end)) for step in steps
    )
    return _Laid(low + first, low + last, score, differences)


def _span(words: Sequence[Word], first: int = 0, last: int | None = None) -> Span:
    """From the first to the last of some words; an empty span where there are none."""
    chosen = words[first:last]
    if chosen:
        return Span(chosen[0].start, chosen[-1].end)
    at = words[first].start if first < len(words) else words[-1].end
    return Span(at, at)
