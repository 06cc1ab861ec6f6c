"""What speaks for and against two being one, in words that a person can check.

for         0.90   “Bob” is short for “Robert”, and the surname is the same
against     1.00   “Dana A. Lee” and “Dana B. Lee” have different middle names
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.candidates import spells
from graph.grouping import Group, barred, two_at_one_domain
from graph.judgement import Judgement, Verdict, judge
from graph.name import Name
from graph.organisation import is_short_for
from graph.spelling import look

Side = Literal["for", "against"]

# What a rule says of the two forms that it brought together; {a} and {b} are the forms.
WHY = {
    "same address": "{a} and {b} are printed as one, or with one address",
    "equal name": "{a} and {b} have the same first name and surname",
    "turned round": "{b} is {a} with the surname first",
    "nickname": "in {a} and {b} one first name is short for the other, and the surname is the same",
    "near spelling": "{a} and {b} are a letter or two apart, in papers that belong together",
    "initial": "the initial fits: {a} can be nobody else than {b}",
    "surname": "{a} can be nobody else than {b} by the surname",
    "first name": "{a} can be nobody else than {b} in that document",
    "spelled address": "{a} spells the name {b}",
    "mailbox": "{a} is the name of the mailbox of {b}",
    "monogram": "{a} are the initials of {b}, and of nobody else in that document",
    "initials": "{a} are the initials of {b}, who goes by initials, and of no other full name here",
    "own address": "{a} is printed with an address that spells the rest of {b}",
    "handle": "{a} is what {b} is printed with, and no other address",
    "same login": "{a} is one login name in several papers",
    "same case": "{a} and {b} stand in papers of one case, and nobody else there bears the surname",
    "short name": "{a} is short for {b}, and for no other",
    "settled": "{a} and {b} were one before the last papers came, and nothing new speaks against it",
    "decision": "an analyst ruled {a} and {b} one",
}
_FOR_NAMES = {
    "equal name": "{a} and {b} have the same first name and surname",
    "turned round": "{b} is {a} with the surname first",
    "nickname": "in {a} and {b} one first name is short for the other, and the surname is the same",
    "near spelling": "{a} and {b} are a letter or two apart",
    "initial": "the initial in {a} fits {b}",
    "may be one": "the first names of {a} and {b} may be short for one name",
    "single word": "{a} may be the surname or first name of {b}",
}
_AGAINST_NAMES = {
    "suffixes": "{a} and {b} bear different suffixes",
    "titles": "{a} and {b}: one is a Mr., the other a Ms.",
    "surnames": "{a} and {b} have different surnames",
    "first names": "{a} and {b} have different first names",
    "middle names": "{a} and {b} have different middle names",
    "single word": "{a} is no part of {b}",
    "near spelling": "{a} and {b} differ in first name and surname",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks ``side`` two being one, how much (0 to 1), by which rule, in words."""

    side: Side
    rule: str
    score: float
    words: str


def because(rule: str, form_a: str, form_b: str) -> str:
    """A join in words."""
    return WHY.get(rule, rule + ": {a}, {b}").format(a=_quoted(form_a), b=_quoted(form_b))


def reasons(a: Group, b: Group) -> list[Reason]:
    """Everything that speaks for and against two groups being one, the weightiest first."""
    found = [*_against(a, b), *_for_addresses(a, b), *_names(a, b), *_organisations(a, b), *_places(a, b)]
    return sorted(found, key=lambda reason: (reason.side == "for", -reason.score, reason.words))


def _against(a: Group, b: Group) -> Iterator[Reason]:
    for number in sorted(barred(a, b)):
        yield Reason("against", "decision", 1.0, f"an analyst ruled them different (decision {number})")
    if a.vouched and b.vouched:
        yield Reason("against", "roster", 1.0, "the roster has them as two")
    if a.companies & b.companies:
        yield Reason("against", "one list", 0.9, "both stand in one list of writers or addressees")
    if two_at_one_domain(a.facts, b.facts):
        domain = _shared_domains(a, b)
        yield Reason("against", "one domain", 0.9, f"{', '.join(domain)} gives them different addresses")


def _shared_domains(a: Group, b: Group) -> list[str]:
    domains = [{address.partition("@")[2] for address in group.facts.addresses} for group in (a, b)]
    return sorted(domains[0] & domains[1])


def _for_addresses(a: Group, b: Group) -> Iterator[Reason]:
    for address in sorted(a.facts.addresses & b.facts.addresses):
        yield Reason("for", "same address", 1.0, f"both are printed with {address}")
    for one in sorted(a.facts.addresses - b.facts.addresses):
        for other in sorted(b.facts.addresses - a.facts.addresses):
            if look(one) == look(other):
                yield Reason("for", "same address", 0.95, f"an OCR engine takes {one} for {other}")
    for group, other_group in ((a, b), (b, a)):
        for address in sorted(group.facts.addresses - other_group.facts.addresses):
            for name in sorted(other_group.facts.names):
                if name.full and spells(address.partition("@")[0], name):
                    yield Reason("for", "spelled address", 0.8, f"{address} spells “{name.display}”")


def _names(a: Group, b: Group) -> Iterator[Reason]:
    """The strongest verdict each way over all pairs of names."""
    pairs = [(x, y, judge(x, y)) for x in sorted(a.facts.names) for y in sorted(b.facts.names) if not (x.bare and y.bare)]
    yield from _strongest("for", _FOR_NAMES, [pair for pair in pairs if pair[2].judgement is not Judgement.DIFFERENT])
    yield from _strongest("against", _AGAINST_NAMES, [pair for pair in pairs if pair[2].judgement is Judgement.DIFFERENT])


def _strongest(side: Side, words: dict[str, str], pairs: list[tuple[Name, Name, Verdict]]) -> Iterator[Reason]:
    if pairs:
        x, y, verdict = max(pairs, key=lambda pair: (pair[2].score, pair[0].display, pair[1].display))
        x, y = (y, x) if len(y.display) < len(x.display) else (x, y)
        score = verdict.score if side == "for" else 1.0
        yield Reason(side, verdict.rule, score, words[verdict.rule].format(a=_quoted(x.display), b=_quoted(y.display)))


def _organisations(a: Group, b: Group) -> Iterator[Reason]:
    cores = [[node.words for node in group.nodes if node.sort == "organisation"] for group in (a, b)]
    for x in cores[0]:
        for y in cores[1]:
            short, long = sorted((x, y), key=len)
            if is_short_for(short, long):
                yield Reason("for", "short name", 0.8, f"“{short}” can be short for “{long}”")


def _places(a: Group, b: Group) -> Iterator[Reason]:
    documents, cases = a.facts.documents & b.facts.documents, a.facts.cases & b.facts.cases
    if documents:
        yield Reason(
            "for",
            "same document",
            0.2,
            "one paper names both" if len(documents) == 1 else f"{len(documents):,} papers name both",
        )
    elif cases:
        yield Reason("for", "same case", 0.1, "papers of one case name them")


def _quoted(form: str) -> str:
    return form if "@" in form else f"“{form}”"
