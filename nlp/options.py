"""How to read prose: by whose conventions, with which ranker."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.ranker import Ranker


@dataclass(frozen=True)
class Options:
    """``by_kind``: each paper by the conventions of its kind (``nlp.genre``), not all as filings. ``ranker`` decides
    what the rules leave."""

    by_kind: bool = False
    ranker: Ranker = field(default_factory=Ranker)


DEFAULT = Options()
