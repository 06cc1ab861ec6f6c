"""What the rules leave: which of several people speaks? Features that a reader can follow, weights that a reader can change.

Each candidate is given a score, the sum of the weights (``nlp/ranker.toml``) of the features it has; the scores become shares
that add up to one, and the share of the best is how sure the choice is. ``python -m bench.train_ranker`` learns the weights.

    candidate   other_turn  agrees  near      share
    Ada Quill   1           1       0.5       0.83     chosen
    Bo Lee      0           0       1.0       0.17
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from ingest.span import Span

Task = Literal["turn", "pronoun"]
Features = Mapping[str, float]
Weights = Mapping[str, Mapping[str, float]]

LEAST_SHARE = 0.3  # a choice that is less sure is no answer


@cache
def learned() -> Weights:
    """The weights that ship, by task."""
    return tomllib.loads(files("nlp").joinpath("ranker.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may speak: the words of the name, and what speaks for it."""

    words: frozenset[str]
    features: Features


@dataclass(frozen=True, slots=True)
class Question:
    """Who says the words at ``span``?"""

    task: Task
    span: Span
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Ranker:
    """Weights by task and feature; a feature without a weight counts nothing."""

    weights: Weights = field(default_factory=learned)

    def choose(self, question: Question) -> tuple[int, float] | None:
        """The place of the likeliest candidate and its share; None where nobody is likely enough, or two are the same.

        >>> quill, lee = Candidate(frozenset({"quill"}), {"other_turn": 1.0}), Candidate(frozenset({"lee"}), {})
        >>> Ranker({"turn": {"other_turn": 2.0}}).choose(Question("turn", Span(0, 9), (quill, lee)))
        (0, 0.88)
        """
        if not question.candidates:
            return None
        shares = self.shares(question.task, [candidate.features for candidate in question.candidates])
        best = max(range(len(shares)), key=lambda i: shares[i])
        if shares[best] < LEAST_SHARE or shares.count(shares[best]) > 1:
            return None
        return best, round(shares[best], 2)

    def shares(self, task: Task, candidates: Sequence[Features]) -> list[float]:
        """How likely each candidate is; the shares add up to one."""
        weights = self.weights.get(task, {})
        scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in candidates]
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        return [power / sum(powers) for power in powers]
