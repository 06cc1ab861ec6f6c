"""A message printed more than once in one document: what a scan lost of one print's header, another print gives.

From:                                      page 5: the author is lost
Sent: Wednesday, October 4, 2023 1:05 PM
...
From: Ann Lee                              page 6: the same words, printed again: Ann Lee wrote page 5's too
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest.document import Document
from ingest.segment import Party, Segment
from ingest.when import When

_FEWEST_LETTERS = 60  # fewer may be written twice: "Thanks, Ann"
_ALIKE = 92.0  # of 100: what two readings of one print differ by
_CONFIDENCE = 0.8


def with_twins(document: Document, segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with an author or a date from another print of the same message where their own header lost it."""
    letters = [_letters(document, segment) for segment in segments]
    return [_completed(i, segments, letters) if _lacks(segment) else segment for i, segment in enumerate(segments)]


def _lacks(segment: Segment) -> bool:
    return segment.kind == "email" and (segment.author is None or segment.when is None)


def _letters(document: Document, segment: Segment) -> str:
    return re.sub(r"[\W_]+", "", document.words(segment.spans)).lower() if segment.kind == "email" else ""


def _completed(i: int, segments: Sequence[Segment], letters: Sequence[str]) -> Segment:
    own = segments[i]
    if len(letters[i]) < _FEWEST_LETTERS:
        return own
    twins = [other for j, other in enumerate(segments) if j != i and _is_twin(letters[i], letters[j])]
    author = own.author or _only_author([twin.author for twin in twins if twin.author])
    by_same = [twin for twin in twins if author and twin.author and _who(twin.author) == _who(author)]
    when = own.when or _only_date([twin.when for twin in by_same if twin.when])
    if (author, when) == (own.author, own.when):
        return own
    return replace(own, author=author, when=when, rule="printed-again", confidence=min(own.confidence, _CONFIDENCE))


def _is_twin(a: str, b: str) -> bool:
    return len(b) >= _FEWEST_LETTERS and fuzz.ratio(a, b, score_cutoff=_ALIKE) > 0


def _who(party: Party) -> str:
    return (party.name or party.address or party.as_written).lower()


def _only_author(found: Sequence[Party]) -> Party | None:
    """The one author that all prints name; None where they differ."""
    return found[0] if len({_who(party) for party in found}) == 1 else None


def _only_date(found: Sequence[When]) -> When | None:
    return found[0] if len({when.start for when in found}) == 1 else None
