"""What speaks for two nodes being one, strongest first. Each rule proposes links where the answer is unique, else none.

same address      "Dana Lee <dlee@acme.com>", "D <dlee@acme.com>"
equal name        "LEE, DANA", "Dana J. Lee"                 unless a Dana K. Lee is about as well
turned round      "LEE DANA"
nickname          "Bob Ray", "Robert Ray"                    unless two Roberts might be meant
near spelling     "Dana Sutkevar", "Dana Sutkever"           in one case, the rarer in one document only
initial           "D. Lee"                                   one D... Lee in the document, else in the corpus
mailboxes         dlee@acme.com, "dlee77", "djl"             see graph.mailbox
surname           "Mr. Lee"                                  one Lee in the document, else in the corpus
first name        "Dana"                                     one Dana in the document
same case         "MR. LEE", never more                      the same words in the papers of one case
short name        "Acme", "FCC"                              one organisation whose name begins so, or has these initials
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from graph.candidates import (
    bears,
    buckets,
    by_document,
    by_surname,
    full_named,
    name_keys,
    nodes_of,
    only_one,
    single_word_nodes,
    unforked,
)
from graph.given import is_common, long_forms, may_be_one
from graph.grouping import Group, Grouping, Link, relation
from graph.mailbox import (
    handles,
    hinted_addresses,
    mailboxes,
    monograms,
    same_logins,
    shared_initials,
    spelled_addresses,
    spelled_in_full,
)
from graph.name import Name
from graph.near import near_pairs
from graph.node import Node
from graph.short_name import short_names
from graph.spelling import SHORTEST, is_near, is_slip, look

_LONG = 9  # letters of a surname
Rule = Callable[[Grouping], Iterable[Link]]


def same_address(grouping: Grouping) -> Iterator[Link]:
    """A name printed with an address; of several names the most frequent comes first."""
    for address, names in sorted(grouping.nodes.addressed.items()):
        for node, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])):
            yield Link(Node("address", address), node, "same address")


def alike_addresses(grouping: Grouping) -> Iterator[Link]:
    """Addresses that an OCR engine takes for one another."""
    for bucket in buckets(grouping, lambda group: {look(address) for address in group.facts.addresses}):
        for a, b in pairwise(bucket):
            yield Link(a.face, b.face, "same address", 0.95)


def equal_names(grouping: Grouping) -> Iterator[Link]:
    """Equal first name and surname, the one with and the other without middle names."""
    keys = name_keys(lambda name: ("".join((*name.given[:1], name.surname)), "".join((*name.given, name.surname))))
    yield from unforked(grouping, keys, "equal name")


def turned_round(grouping: Grouping) -> Iterator[Link]:
    """First name and surname the other way round."""
    keys = name_keys(lambda name: ("".join(sorted((name.first, name.surname))),))
    yield from unforked(grouping, keys, "turned round")


def nicknames(grouping: Grouping) -> Iterator[Link]:
    """A nickname and what it is short for, with the same surname."""
    keys = name_keys(lambda name: tuple(f"{long} {name.surname}" for long in long_forms(name.first)))
    yield from unforked(grouping, keys, "nickname")


def near_spellings(grouping: Grouping) -> Iterator[Link]:
    """A slip in one part of a full name, in one document or case; the rarer form stands in one document only."""
    found = list(near_pairs(full_named(grouping)))
    partners = defaultdict(set)
    for a, b in found:
        partners[a.head].add(b.head)
        partners[b.head].add(a.head)
    for a, b in found:
        verdict = relation(a.facts.names, b.facts.names)
        if verdict and _is_slip_for(a, b) and all(len(partners[group.head]) == 1 for group in _doubtful(a, b)):
            yield Link(a.face, b.face, "near spelling", verdict.score)


def _is_slip_for(a: Group, b: Group) -> bool:
    together = not a.facts.cases.isdisjoint(b.facts.cases) or (_undocketed(a, b) and _long_surnames(a, b))
    return together and len(_rarer(a, b).facts.documents) == 1


def _doubtful(a: Group, b: Group) -> tuple[Group, ...]:
    """Which of two may be a slip for somebody else as well: the rarer, and of two seen about as often both."""
    rarer, other = sorted((a, b), key=lambda group: group.facts.weight)
    return (rarer,) if other.facts.weight >= 2 * max(1, rarer.facts.weight) else (rarer, other)


def _rarer(a: Group, b: Group) -> Group:
    """The one that is seen less; of two seen equally often the one with the greater head."""
    return max(a, b, key=lambda group: (-group.facts.weight, group.head))


def _undocketed(a: Group, b: Group) -> bool:
    """True if one of them stands in papers of no known case only, which may be the other's case."""
    return any(group.facts.cases <= group.facts.documents for group in (a, b))


def _long_surnames(a: Group, b: Group) -> bool:
    """True where one letter more or less hardly makes another surname."""
    return all(len(name.surname) >= _LONG for group in (a, b) for name in group.facts.names)


def initials(grouping: Grouping) -> Iterator[Link]:
    """An initial and a surname: the one person in the document that they fit, else in the corpus."""
    namesakes = by_surname(grouping)
    for node in nodes_of(grouping, "initial"):
        group = grouping[node]
        bearers = [other for name in sorted(group.facts.names) for other in namesakes.get(name.surname, ())]
        found = [other for other in bearers if _fits(group, other)]
        here = [other for other in found if node.scope in other.facts.documents]
        if partner := only_one(group, (here, found)):
            yield Link(node, partner.face, "initial", 0.8)


def _fits(initialled: Group, other: Group) -> bool:
    """True if the initial goes with every name of the other; with one of them, where roster or analyst say that there are several."""
    names = [(name,) for name in other.facts.names] if other.ruled else [other.facts.names]
    verdicts = (relation(initialled.facts.names, theirs) for theirs in names)
    return any(verdict is not None and verdict.rule in {"initial", "equal name"} for verdict in verdicts)


def single_words(grouping: Grouping) -> Iterator[Link]:
    """A surname or a first name alone: the one person in the document that it fits, else (a surname) in the corpus."""
    namesakes, everybody = by_surname(grouping), by_document(full_named(grouping))
    torn = _both_genders(grouping)
    for node, name in single_word_nodes(grouping):
        if name.gender and (node.scope, name.surname) in torn:
            continue
        here = everybody.get(node.scope, [])
        if not name.gender and _may_mean_another(here, name):
            continue
        surname = name.gender or not is_common(name.surname)
        levels = (
            (group for group in here if bears(group, name)),
            namesakes.get(name.surname, []) if surname else [],
            (group for group in here if _nearly_bears(group, name)),
        )
        if partner := only_one(grouping[node], levels):
            yield Link(node, partner.face, _how(partner, name), 0.7)


def _may_mean_another(here: list[Group], word: Name) -> bool:
    """True where only a nickname fits, and somebody else's first name is hardly another word: "Jamie" beside James and Jaime."""
    names = [name for group in here for name in group.facts.names if name.full]
    plain = any(word.surname in {name.surname, name.first} for name in names)
    return not plain and any(is_near(word.surname, name.first) and not may_be_one(word.surname, name.first) for name in names)


def _both_genders(grouping: Grouping) -> set[tuple[str, str]]:
    """Documents and surnames where both a Mr. and a Ms. of that surname stand."""
    genders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node, name in single_word_nodes(grouping):
        genders[node.scope, name.surname].add(name.gender)
    return {key for key, found in genders.items() if {"m", "f"} <= found}


def _nearly_bears(group: Group, word: Name) -> bool:
    return any(len(word.surname) >= SHORTEST and is_slip(word.surname, name.surname) for name in group.facts.names)


def _how(group: Group, word: Name) -> str:
    names = [n for n in group.facts.names if not n.bare]
    if any(n.surname == word.surname for n in names):
        return "surname"
    return "first name" if any(may_be_one(n.first, word.surname) for n in names) else "near spelling"


def same_case(grouping: Grouping) -> Iterator[Link]:
    """The same surname or initials in papers of one case, where nobody of that surname is spelt out anywhere."""
    known = by_surname(grouping)
    buckets: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node, name in single_word_nodes(grouping):
        facts = grouping[node].facts
        titled = bool(name.gender) or not is_common(name.surname)
        if titled and name.surname not in known and facts.names == {name}:
            for case in sorted(facts.cases):
                buckets[case, name.surname].append(node)
    for node in nodes_of(grouping, "initial"):
        if not any(name.surname in known for name in grouping[node].facts.names):
            for case in sorted(grouping[node].facts.cases):
                buckets[case, node.words].append(node)
    for bucket in buckets.values():
        genders = {name.gender for node in bucket for name in grouping[node].facts.names} - {""}
        for a, b in pairwise(bucket) if len(genders) < 2 else ():
            yield Link(a, b, "same case", 0.7)


RULES: tuple[Rule, ...] = (
    same_address,
    alike_addresses,
    equal_names,
    turned_round,
    nicknames,
    near_spellings,
    same_logins,
    initials,
    hinted_addresses,
    spelled_addresses,
    spelled_in_full,
    single_words,
    monograms,
    shared_initials,
    handles,
    mailboxes,
    same_case,
    short_names,
)


def weigh(grouping: Grouping, only: Callable[[Link], bool] = lambda _: True) -> None:
    """Apply every rule in order, the links of each in a stable order; ``only`` those that it lets pass."""
    for rule in RULES:
        for link in list(rule(grouping)):
            if only(link):
                grouping.join(link)
