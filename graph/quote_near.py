"""A quotation that is nearly what a document says: the best place, how alike, and the words that differ.

    quoted     "we had no plan to use the files"
    source      we had every plan to use the files      score 0.9, no -> every

Likeness says nothing of sense: the words that differ are always shown, for "no" is but one word of eight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from graph.quoted import RUN, Hit, Match, Piece, Word
from ingest.span import Span, hull

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
    score = _share(pieces, laid, long)
    if score < CUT_OFF:
        return None
    laid |= _short_pieces(pieces, words, laid)
    if _share(pieces, laid, range(len(pieces))) < CUT_OFF:
        return None
    span = Span(words[min(x.first for x in laid.values())].start, words[max(x.last for x in laid.values()) - 1].end)
    return Match(span, round(score, 3), _differences(pieces, laid, span), exact=_is_whole(pieces, laid))


def _share(pieces: Sequence[Piece], laid: Mapping[int, _Laid], of: Iterable[int]) -> float:
    """How alike the pieces ``of`` a quotation are to what they were laid against, by their words; one that is not there is not alike."""
    chosen = list(of)
    alike = sum(laid[i].score * len(pieces[i].words) for i in chosen if i in laid)
    return alike / max(1, sum(len(pieces[i].words) for i in chosen))


def _short_pieces(pieces: Sequence[Piece], words: Sequence[Word], laid: Mapping[int, _Laid]) -> dict[int, _Laid]:
    """Pieces too short to be looked up, where they stand between their neighbours, or near the one that is there."""
    found = {}
    for i, piece in enumerate(pieces):
        if i not in laid and len(piece.words) < RUN:
            at = _find(piece.folded, words, _room(pieces, laid, i))
            if at is not None:
                found[i] = _Laid(at, at + len(piece.words), 1.0, ())
    return found


def _room(pieces: Sequence[Piece], laid: Mapping[int, _Laid], i: int) -> range:
    """Where a piece may begin, by where its neighbours stand; nowhere if neither is there."""
    before, behind, length = laid.get(i - 1), laid.get(i + 1), len(pieces[i].words)
    if before is not None:
        high = behind.first if behind else before.last + pieces[i].gap + length
        return range(before.last, high - length + 1)
    if behind is not None:
        return range(max(0, behind.first - pieces[i + 1].gap - length), behind.first - length + 1)
    return range(0)


def _find(piece: tuple[str, ...], words: Sequence[Word], places: range) -> int | None:
    return next((at for at in places if tuple(word.folded for word in words[at : at + len(piece)]) == piece), None)


def _differences(pieces: Sequence[Piece], laid: Mapping[int, _Laid], span: Span) -> tuple[tuple[Span, Span], ...]:
    """What differs in each piece, in order; a piece that is not there differs as a whole."""
    nothing = Span(span.end, span.end)
    differing = (
        laid[i].differences if i in laid else ((_span(p.words, Span(0, len(p.words))), nothing),) for i, p in enumerate(pieces)
    )
    return tuple(difference for row in differing for difference in row)


def _is_whole(pieces: Sequence[Piece], laid: Mapping[int, _Laid]) -> bool:
    """True if every letter of every piece stands, in order, no further apart than what the quotation leaves out."""
    if len(laid) < len(pieces) or any(x.differences for x in laid.values()):
        return False
    return all(0 <= laid[i].first - laid[i - 1].last <= pieces[i].gap for i in range(1, len(pieces)))


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
    """Lay a piece against the words around its likely place; the words of the source to either side of it are left out."""
    low = max(0, start - _SLACK)
    window = words[low : start + len(piece.words) + _SLACK]
    source = [word.folded for word in window]
    changes = _changes(piece.folded, source)
    first, last = 0, len(source)
    if changes and changes[0].source.start == 0:
        first = max(0, changes[0].source.end - len(changes[0].quoted))
        changes[0] = _Change(changes[0].quoted, Span(first, changes[0].source.end))
    if changes and changes[-1].source.end == last:
        last = min(last, changes[-1].source.start + len(changes[-1].quoted))
        changes[-1] = _Change(changes[-1].quoted, Span(changes[-1].source.start, last))
    if "".join(piece.folded) == "".join(source[first:last]):
        return _Laid(low + first, low + last, 1.0, ())
    score = fuzz.ratio(" ".join(piece.folded), " ".join(source[first:last])) / 100
    differing = [change for change in changes if len(change.quoted) or len(change.source)]
    differences = tuple((_span(piece.words, change.quoted), _span(window, change.source)) for change in differing)
    return _Laid(low + first, low + last, score, differences)


@dataclass(frozen=True, slots=True)
class _Change:
    """Words [start, end) of the piece, and of the window what stands in their place."""

    quoted: Span
    source: Span


def _changes(piece: Sequence[str], source: Sequence[str]) -> list[_Change]:
    """What stands between the words that both have, in order, by the longest row of such words."""
    changes: list[_Change] = []
    for step in Indel.opcodes(piece, source):
        if step.tag == "equal":
            continue
        quoted, written = Span(step.src_start, step.src_end), Span(step.dest_start, step.dest_end)
        if changes and changes[-1].quoted.end == quoted.start and changes[-1].source.end == written.start:
            quoted, written = hull((changes[-1].quoted, quoted)), hull((changes[-1].source, written))
            changes.pop()
        changes.append(_Change(quoted, written))
    return changes


def _span(words: Sequence[Word], part: Span) -> Span:
    """From the first to the last of some words; an empty span where there are none."""
    chosen = words[part.start : part.end]
    if chosen:
        return Span(chosen[0].start, chosen[-1].end)
    at = words[part.start].start if part.start < len(words) else words[-1].end
    return Span(at, at)
