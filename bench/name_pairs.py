"""Pairs of names, one person's or two people's: our judgement beside a string likeness and a record-linkage library, on the same pairs.

ours       same, by graph.judgement: no threshold to set
WRatio     rapidfuzz's, at the threshold that suits these pairs best (which nobody knows beforehand)
splink     Fellegi-Sunter on first name, surname and whole name, likewise; where it is installed (it is no dependency of ours)
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from bench.linkage import linked
from bench.places import SHARED
from graph.given import is_short_for, may_be_one
from graph.judgement import Judgement, judge
from graph.name import parse_name
from graph.organisation import judge_organisations

_PERSON, _FIRMS = "Person", frozenset({"Company", "Organization", "LegalEntity"})


@dataclass(frozen=True)
class Pair:
    """Two names as printed, whether they are one's, how sure gold is of that, and whether they are people's."""

    a: str
    b: str
    one: bool
    quality: str
    person: bool


def pairs() -> list[Pair]:
    """Gold's pairs of people and organisations."""
    with (SHARED / "gold/names/pairs.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == _PERSON or row["schema"] in _FIRMS]
    return [Pair(r["name1"], r["name2"], r["is_match"] == "true", r["quality"], r["schema"] == _PERSON) for r in rows]


def judged(pair: Pair) -> Judgement:
    """What the product says of two names; of words in which it sees no name, that it is not sure."""
    if not pair.person:
        return judge_organisations(pair.a, pair.b).judgement
    a, b = parse_name(pair.a, header=True), parse_name(pair.b, header=True)
    return judge(a, b).judgement if a and b else Judgement.UNSURE


def pair_figures() -> dict[str, Any]:
    """Right, unsure and wrong by quality; precision, recall and F1 beside the other two."""
    everything = pairs()
    people = [pair for pair in everything if pair.person]
    beside = {"ours": _prf([pair.one for pair in people], [judged(pair) is Judgement.SAME for pair in people])}
    scores = {"WRatio": [fuzz.WRatio(pair.a.lower(), pair.b.lower()) for pair in people]}
    if (splink := linked([(pair.a, pair.b) for pair in people])) is not None:
        scores["splink"] = splink
    for name, values in scores.items():
        beside[f"{name} at its best threshold"] = _best([pair.one for pair in people], values)
        beside[f"{name} without a false match"] = _strict([pair.one for pair in people], values)
    firms = [pair for pair in everything if not pair.person]
    return {"people": _by_quality(people), "organisations": _by_quality(firms), "PRF_people": beside}


def _by_quality(found: Sequence[Pair]) -> dict[str, dict[str, int]]:
    """Of each quality: right, called unsure, and wrong, the false matches by themselves."""
    counts: dict[str, Counter[str]] = {}
    for pair in found:
        said = judged(pair)
        state = (
            "unsure"
            if said is Judgement.UNSURE
            else "right"
            if (said is Judgement.SAME) == pair.one
            else "missed"
            if pair.one
            else "false match"
        )
        counts.setdefault(pair.quality, Counter())[state] += 1
    return {quality: dict(sorted(states.items())) for quality, states in sorted(counts.items())}


def _prf(truth: Sequence[bool], said: Sequence[bool]) -> list[float]:
    both = sum(t and s for t, s in zip(truth, said, strict=True))
    precision, recall = both / max(1, sum(said)), both / max(1, sum(truth))
    return [round(100 * value, 1) for value in (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))]


def _best(truth: Sequence[bool], scores: Sequence[float]) -> list[float]:
    return max((_prf(truth, [score >= limit for score in scores]) for limit in sorted(set(scores))), key=lambda prf: prf[2])


def _strict(truth: Sequence[bool], scores: Sequence[float]) -> list[float]:
    """At the lowest threshold that takes no two people for one."""
    limit = max(score for score, one in zip(scores, truth, strict=True) if not one)
    return _prf(truth, [score > limit for score in scores])


def nickname_figures() -> dict[str, Any]:
    """How many of gold's nicknames, many of them of centuries past, the product's table knows."""
    with (SHARED / "gold/names/nicknames.csv").open(encoding="utf-8") as file:
        rows = [(row["name1"], row["name2"]) for row in csv.DictReader(file)]
    return {
        "relations": len(rows),
        "short for": sum(is_short_for(a, b) for a, b in rows),
        "may be one": sum(may_be_one(a, b) for a, b in rows),
    }
