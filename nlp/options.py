"""How to read prose: by whose conventions, with which rules."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.ranker import Ranker


@dataclass(frozen=True)
class Options:
    """``by_kind``: each paper by the conventions of its kind (``nlp.genre``), not all as filings.

    For measuring what each part is worth: ``without`` are names of rules to leave out, ``ranker`` decides what the rules leave.
    """

    by_kind: bool = False
    without: frozenset[str] = frozenset()
    ranker: Ranker = field(default_factory=Ranker)


DEFAULT = Options()
