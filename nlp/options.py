"""How to read prose other than usual: for measuring what each part is worth."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.ranker import Ranker


@dataclass(frozen=True)
class Options:
    """``without`` are names of rules to leave out, ``ranker`` decides what the rules leave."""

    without: frozenset[str] = frozenset()
    ranker: Ranker = field(default_factory=Ranker)


DEFAULT = Options()
