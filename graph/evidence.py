"""What speaks for two nodes being one, strongest first. Each rule proposes links where the answer is unique, else none.

same address      "Dana Lee <dlee@acme.com>", "D <dlee@acme.com>"
equal name        "LEE, DANA", "Dana J. Lee"                 unless a Dana K. Lee is about as well
turned round      "LEE DANA"
nickname          "Bob Ray", "Robert Ray"                    unless two Roberts might be meant
near spelling     "Dana Sutkevar", "Dana Sutkever"           in one case, the rarer in one document only
same login        "bshoreop", "bshoreop"                 in headers
initial           "D. Lee"                                   one D... Lee in the document, else in the corpus
spelled address   dlee@acme.com                              one Dana Lee in the same document
                  danalee@acme.com                         one Dana Lee in the corpus
surname           "Mr. Lee"                                  one Lee in the document, else in the corpus
first name        "Dana"                                     one Dana in the document
mailbox           "dlee77"                                   one address dlee77@...
same case         "MR. LEE", never more                      the same words in the papers of one case
short name        "Acme", "FCC"                              one organisation whose name begins so, or has these initials
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from graph.candidates import (
    buckets,
    by_document,
    by_surname,
    full_named,
    in_full,
    monogram,
    name_keys,
    nodes_of,
    only_one,
    single_word_nodes,
    spells,
    unforked,
)
from graph.given import is_common, long_forms, may_be_one
from graph.grouping import Group, Grouping, Link, relation
from graph.name import Name
from graph.near import near_pairs
from graph.node import Node
from graph.short_name import short_names
from graph.spelling import SHORTEST, is_near, is_slip, look
from graph.written import letters

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


def same_logins(grouping: Grouping) -> Iterator[Link]:
    """A login name is nobody else's in another document: bshoreop. A surname in small letters may be."""
    surnames, buckets = by_surname(grouping), defaultdict(list)
    for node in nodes_of(grouping, "word"):
        if grouping.nodes.facts[node].login and node.words not in surnames:
            buckets[node.words].append(node)
    for bucket in buckets.values():
        for a, b in pairwise(bucket):
            yield Link(a, b, "same login", 0.9)


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


def spelled_addresses(grouping: Grouping) -> Iterator[Link]:
    """An address or a login name printed alone, that a full name in the same document spells: dlee@, dana.lee@, leed."""
    everybody = by_document(full_named(grouping))
    for node in (*nodes_of(grouping, "address"), *nodes_of(grouping, "word")):
        group = grouping[node]
        if not group.vouched and all(name.bare for name in group.facts.names):
            local = node.words.partition("@")[0]
            found = [other for other in _beside(group, everybody) if any(spells(local, name) for name in other.facts.names)]
            if len(found) == 1:
                yield Link(node, found[0].face, "mailbox" if node.sort == "word" else "spelled address", 0.8)


def spelled_in_full(grouping: Grouping) -> Iterator[Link]:
    """An address or login name that spells first name and surname of the one person in the corpus whom it fits."""
    spellings: dict[str, dict[int, Group]] = defaultdict(dict)
    for group in full_named(grouping):
        for name in group.facts.names:
            for spelling in in_full(name):
                spellings[spelling][id(group)] = group
    for node in (*nodes_of(grouping, "address"), *nodes_of(grouping, "word")):
        group = grouping[node]
        plain = "".join(c for c in node.words.partition("@")[0] if c.isalnum()).rstrip("0123456789")
        found = list(spellings.get(plain, {}).values())
        if len(found) == 1 and all(name.bare for name in group.facts.names) and (node.sort == "address" or group.facts.login):
            yield Link(node, found[0].face, "mailbox" if node.sort == "word" else "spelled address", 0.7)


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
            (group for group in here if _bears(group, name)),
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


def _bears(group: Group, word: Name) -> bool:
    """True if the word is a member's surname or, without a Mr. or Ms., first name."""
    names = group.facts.names
    return any(
        n.surname == word.surname or (not word.gender and may_be_one(n.first, word.surname)) for n in names if not n.bare
    )


def _nearly_bears(group: Group, word: Name) -> bool:
    return any(len(word.surname) >= SHORTEST and is_slip(word.surname, name.surname) for name in group.facts.names)


def _how(group: Group, word: Name) -> str:
    names = [n for n in group.facts.names if not n.bare]
    if any(n.surname == word.surname for n in names):
        return "surname"
    return "first name" if any(may_be_one(n.first, word.surname) for n in names) else "near spelling"


def hinted_addresses(grouping: Grouping) -> Iterator[Link]:
    """An address printed with but a surname or first name: "Lee <dlee@acme.com>" where Dana Lee is in the same document."""
    everybody = by_document(full_named(grouping))
    for node in nodes_of(grouping, "address"):
        group = grouping[node]
        if not group.facts.names and group.facts.hints and not group.vouched:
            found = [other for other in _beside(group, everybody) if any(_bears(other, hint) for hint in group.facts.hints)]
            if partner := only_one(group, (found,)):
                yield Link(node, partner.face, "surname", 0.7)


def _beside(group: Group, everybody: dict[str, list[Group]]) -> list[Group]:
    """Everybody seen in the documents of a group, each once."""
    found = {id(other): other for document in sorted(group.facts.documents) for other in everybody.get(document, ())}
    return [other for other in found.values() if other is not group]


def monograms(grouping: Grouping) -> Iterator[Link]:
    """Two or three letters that are the initials of the one full name in the document that begins so: "djl"."""
    everybody = by_document(full_named(grouping))
    for node in nodes_of(grouping, "word"):
        if 2 <= len(node.words) <= 3 and not is_common(node.words):
            here = everybody.get(node.scope, ())
            found = [group for group in here if node.words in {monogram(name) for name in group.facts.names}]
            if len(found) == 1 and found[0] is not grouping[node]:
                yield Link(node, found[0].face, "monogram", 0.7)


def handles(grouping: Grouping) -> Iterator[Link]:
    """What an address is printed with, where it stands alone: "Z" beside "Z <zora@acme.com>" in one document, or, from three
    letters on and if nobody's first name, in the corpus."""
    bound: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
    for node in nodes_of(grouping, "address"):
        for document, name, address in grouping.nodes.facts[node].keys:
            if name and address:
                bound[letters(name)][document].add(node)
    for node in nodes_of(grouping, "word"):
        here = bound.get(node.words, {})
        telling = len(node.words) > 2 and not is_common(node.words)
        nodes = here.get(node.scope) or (set().union(*here.values()) if telling else set())
        found = {id(grouping[one]): one for one in sorted(nodes)}
        if len(found) == 1:
            yield Link(node, next(iter(found.values())), "handle", 0.8)


def mailboxes(grouping: Grouping) -> Iterator[Link]:
    """A word that is the name of one mailbox, or its address with a bent @."""
    boxes = defaultdict(list)
    for node in nodes_of(grouping, "address"):
        local, _, domain = node.words.partition("@")
        boxes["".join(c for c in local if c.isalnum())].append(node)
        for bent in "acq":  # @ read as a letter: dleeAacme.com
            boxes["".join(c for c in f"{local}{bent}{domain}" if c.isalnum())].append(node)
    for node in nodes_of(grouping, "word"):
        found = {id(grouping[box]): box for box in boxes.get(node.words, ())}
        box = next(iter(found.values()), None)
        shared = box is not None and not grouping[box].facts.documents.isdisjoint(grouping[node].facts.documents)
        if box is not None and len(found) == 1 and len(node.words) > 2 and (shared or not is_common(node.words)):
            yield Link(node, box, "mailbox", 0.8)


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
