"""How sure each rule is, 0 to 1: the share of its finds that were right, words and speaker, on filings read by hand.

A find of a rule is worth less where nobody is named, or where the words of the lexicon only sometimes report speech.
"""

from __future__ import annotations

from collections.abc import Mapping

_OTHER = 0.5
PRECISION: Mapping[str, float] = {
    "after": 0.9,
    "before": 0.9,
    "split": 0.9,
    "parse": 0.7,
    "colon": 0.8,
    "signed": 0.8,
    "continued": 0.7,
    "according": 0.8,
    "clause": 0.7,
    "aside": 0.7,
    "as": 0.5,
    "noun": 0.7,
    "claims to": 0.7,
    "call": 0.5,
    "discussion": 0.7,
    "quoting": 0.6,
    "excerpt": 0.9,
    "block": 0.7,
    "testimony": 0.8,
    "author": 0.9,
    "sent by": 0.9,
    "company": 0.8,
    "publication": 0.8,
    "exhibit": 0.6,
    "footnote": 0.6,
    "fragment": 0.5,
}


def confidence_of(rule: str, *, named: bool) -> float:
    """The confidence of a statement found by ``rule``; ``named`` is False where no speaker is."""
    base = PRECISION.get(rule.split(",", maxsplit=1)[0], _OTHER)
    return round(base if named else 0.8 * base, 2)
