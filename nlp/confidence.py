"""How sure each rule is, 0 to 1: the share of its finds that were right, words and speaker, on filings and news read by hand."""

from __future__ import annotations

from collections.abc import Mapping

_OTHER = 0.5
_WORDS = 0.96  # share of quotations in stories, reported or not, whose words are right
_UNNAMED = 0.92  # of the rule's own: where nobody is named
PRECISION: Mapping[str, float] = {
    "split": 0.96,
    "after": 0.94,
    "before": 0.8,
    "parse": 0.6,
    "colon": 0.8,
    "signed": 0.9,
    "continued": 0.4,
    "according": 0.8,
    "clause": 0.82,
    "aside": 0.8,
    "as": 0.4,
    "noun": 0.7,
    "claims to": 0.75,
    "call": 0.45,
    "discussion": 0.7,
    "quoting": 0.4,
    "excerpt": 0.96,
    "block": 0.6,
    "testimony": 0.7,
    "author": 0.96,
    "sent by": 0.96,
    "company": 0.9,
    "publication": 0.9,
    "exhibit": 0.7,
    "footnote": 0.7,
    "fragment": 0.5,
    "paragraph": 0.6,
    "turn": 0.4,
    "label": 0.9,
    "belief": 0.5,
    "intent": 0.5,
    "judgement": 0.5,
    "about": 0.5,
}


def confidence_of(rule: str, *, named: bool, share: float | None = None) -> float:
    """The confidence of a statement found by ``rule``; ``named`` is False where no speaker is.

    ``share`` is how sure the ranker is where it chose the speaker: the rule then answers for the words alone.
    """
    name = rule.split(",", maxsplit=1)[0]
    if share is not None:
        return round(_WORDS * share, 2)
    base = PRECISION.get(name, _OTHER)
    return round(base if named else _UNNAMED * base, 2)
