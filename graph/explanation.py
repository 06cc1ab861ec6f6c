"""Why somebody is taken for one, and why others are not taken for him: pair by pair, in three values.

    explain(people, person).pairs[0]     Pair(other=Person("Grace Chen"), judgement=DIFFERENT, reasons=(Reason("against", ...),))

same          joined: the evidence that did it
different     something speaks against it
unsure        nothing speaks against it, and not enough for it, or two are left whom a name fits
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.grouping import Group, relation
from graph.judgement import Judgement
from graph.people import People
from graph.portrait import Person
from graph.reason import Reason, because, reasons
from graph.spelling import is_slip

_MOST = 20  # look-alikes shown
_FEW = 5  # names in a reason
_PROVEN = 0.9  # what weighs so much against makes two


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who are not one, or not surely, with what speaks for and against."""

    one: Person
    other: Person
    judgement: Judgement
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``joins`` brought a person's forms together, in order; ``pairs`` are others that look alike, the likest first."""

    person: Person
    joins: tuple[Reason, ...]
    pairs: tuple[Pair, ...]


def explain(people: People, person: Person) -> Explanation:
    """Why ``person`` is one, and not one with those who look alike."""
    joins = dict.fromkeys(Reason("for", m.rule, m.score, because(m.rule, m.form_a, m.form_b)) for m in person.merges)
    own = people.groups[person.id]
    everyone = (other for other in (*people.persons, *people.mentioned) if other.id != person.id)
    near = [compare(people, person, other) for other in everyone if _look_alike(own, people.groups[other.id])]
    near.sort(key=lambda pair: (pair.judgement is Judgement.DIFFERENT, -_weight(pair), pair.other.name, pair.other.id))
    return Explanation(person, tuple(joins), tuple(near[:_MOST]))


def compare(people: People, one: Person, other: Person) -> Pair:
    """What speaks for and against two being one, and what follows."""
    found = (*reasons(people.groups[one.id], people.groups[other.id]), *_not_unique(people, one, other))
    different = any(reason.side == "against" and reason.score >= _PROVEN for reason in found)
    return Pair(one, other, Judgement.DIFFERENT if different else Judgement.UNSURE, found)


def _not_unique(people: People, one: Person, other: Person) -> Iterator[Reason]:
    """Who else an initial or a single word fits."""
    for vague, clear in ((one, other), (other, one)):
        group = people.groups[vague.id]
        if group.facts.names and not any(name.full for name in group.facts.names):
            others = [
                p.name
                for p in (*people.persons, *people.mentioned)
                if p.id not in {one.id, other.id} and _fits(group, people.groups[p.id])
            ]
            if others and _fits(group, people.groups[clear.id]):
                yield Reason("against", "not unique", 0.5, f"“{vague.name}” fits {', '.join(others[:_FEW])} as well")


def _fits(vague: Group, clear: Group) -> bool:
    return any(name.full for name in clear.facts.names) and relation(vague.facts.names, clear.facts.names) is not None


def _weight(pair: Pair) -> float:
    return sum(reason.score for reason in pair.reasons if reason.side == "for")


def _look_alike(a: Group, b: Group) -> bool:
    """True if they share a surname (or nearly), a word of a name, an address' look, or the first word of an organisation."""
    if a.facts.addresses & b.facts.addresses or a.sides & {(number, 1 - side) for number, side in b.sides}:
        return True
    words = [
        {word for name in group.facts.names for word in (name.surname, *(() if name.bare else name.given[:1]))}
        for group in (a, b)
    ]
    bare = [{name.surname for name in group.facts.names if name.bare} for group in (a, b)]
    surnames = [{name.surname for name in group.facts.names} for group in (a, b)]
    if surnames[0] & surnames[1] or bare[0] & words[1] or bare[1] & words[0]:
        return True
    if any(is_slip(x, y) for x in surnames[0] for y in surnames[1]):
        return True
    starts = [{node.words.split()[0] for node in group.nodes if node.sort == "organisation"} for group in (a, b)]
    return bool(starts[0] & starts[1])
