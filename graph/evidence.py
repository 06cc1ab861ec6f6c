"""What speaks for two nodes being one, strongest first. Each rule proposes links where the answer is unique, else none.

same address      "Dana Lee <dlee@acme.com>", "D <dlee@acme.com>"
equal name        "LEE, DANA", "Dana J. Lee"                 unless a Dana K. Lee is about as well
turned round      "LEE DANA"
nickname          "Bob Ray", "Robert Ray"                    unless two Roberts might be meant
near spelling     "Dana Sutkevar", "Dana Sutkever"           in one case, the rarer in one document only
initial           "D. Lee"                                   one D... Lee in the document, else in the corpus
spelled address   dlee@acme.com                              one Dana Lee in the same document
surname           "Mr. Lee"                                  one Lee in the document, else in the corpus
first name        "Dana"                                     one Dana in the document
mailbox           "dlee77"                                   one address dlee77@...
same case         "MR. LEE", never more                      the same words in the papers of one case
short name        "Acme", "FCC"                              one organisation whose name begins so, or has these initials
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise

from graph.given import is_common, long_forms, may_be_one
from graph.grouping import Group, Grouping, Link, may_join, relation
from graph.judgement import Verdict
from graph.name import Name
from graph.near import near_pairs
from graph.node import Node
from graph.organisation import initials as initials_of
from graph.organisation import is_short_for
from graph.spelling import SHORTEST, is_slip, look

_LONG = 9  # letters of a surname
Rule = Callable[[Grouping], Iterable[Link]]


def same_address(grouping: Grouping) -> Iterator[Link]:
    """A name printed with an address; of several names the most frequent comes first."""
    for address, names in sorted(grouping.nodes.addressed.items()):
        for node, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])):
            yield Link(Node("address", address), node, "same address")


def alike_addresses(grouping: Grouping) -> Iterator[Link]:
    """Addresses that an OCR engine takes for one another."""
    for bucket in _buckets(grouping, lambda group: {look(address) for address in group.facts.addresses}):
        for a, b in pairwise(bucket):
            yield Link(a.head, b.head, "same address", 0.95)


def equal_names(grouping: Grouping) -> Iterator[Link]:
    """Equal first name and surname, the one with and the other without middle names."""
    keys = _name_keys(lambda name: ("".join((*name.given[:1], name.surname)), "".join((*name.given, name.surname))))
    yield from _unforked(grouping, keys, {"equal name"}, "equal name")


def turned_round(grouping: Grouping) -> Iterator[Link]:
    """First name and surname the other way round."""
    keys = _name_keys(lambda name: ("".join(sorted((name.first, name.surname))),))
    yield from _unforked(grouping, keys, {"turned round"}, "turned round")


def nicknames(grouping: Grouping) -> Iterator[Link]:
    """A nickname and what it is short for, with the same surname."""
    keys = _name_keys(lambda name: tuple(f"{long} {name.surname}" for long in long_forms(name.first)))
    yield from _unforked(grouping, keys, {"nickname"}, "nickname")


def near_spellings(grouping: Grouping) -> Iterator[Link]:
    """A slip in one part of a full name, in one document or case; the rarer form stands in one document only."""
    found = list(near_pairs(_full_named(grouping)))
    partners = defaultdict(set)
    for a, b in found:
        partners[a.head].add(b.head)
        partners[b.head].add(a.head)
    for a, b in found:
        verdict = relation(a.facts.names, b.facts.names)
        if verdict and _is_slip_for(a, b) and min(len(partners[a.head]), len(partners[b.head])) == 1:
            yield Link(a.head, b.head, "near spelling", verdict.score)


def _is_slip_for(a: Group, b: Group) -> bool:
    rarer = min(a, b, key=lambda group: group.facts.weight)
    together = not a.facts.cases.isdisjoint(b.facts.cases) or (_undocketed(a, b) and _long_surnames(a, b))
    return together and len(rarer.facts.documents) == 1


def _undocketed(a: Group, b: Group) -> bool:
    """True if one of them stands in papers of no known case only, which may be the other's case."""
    return any(group.facts.cases <= group.facts.documents for group in (a, b))


def _long_surnames(a: Group, b: Group) -> bool:
    """True where one letter more or less hardly makes another surname."""
    return all(len(name.surname) >= _LONG for group in (a, b) for name in group.facts.names)


def initials(grouping: Grouping) -> Iterator[Link]:
    """An initial and a surname: the one person they fit."""
    by_surname = _by_surname(grouping)
    for node in _nodes(grouping, "initial"):
        group = grouping[node]
        found = _fitting(group, by_surname, {"initial", "equal name"})
        if partner := _only(node, group, found, "initial"):
            yield Link(node, partner.head, "initial", 0.8)


def spelled_addresses(grouping: Grouping) -> Iterator[Link]:
    """An address or a login name printed alone, that a full name in the same document spells: dlee@, dana.lee@, leed."""
    by_document = _by_document(_full_named(grouping))
    for node in (*_nodes(grouping, "address"), *_nodes(grouping, "word")):
        group = grouping[node]
        if not group.vouched and all(name.bare for name in group.facts.names):
            local = node.words.partition("@")[0]
            near = {id(g): g for d in sorted(group.facts.documents) for g in by_document.get(d, ())}
            found = [g for g in near.values() if g is not group and any(_spells(local, name) for name in g.facts.names)]
            if len(found) == 1:
                yield Link(node, found[0].head, "mailbox" if node.sort == "word" else "spelled address", 0.8)


def _spells(local: str, name: Name) -> bool:
    first, surname = name.first, name.surname
    middle = "".join(m[0] for m in name.given[1:2])
    plain = "".join(c for c in local if c.isalnum())
    forms = (
        first + surname,
        first[:1] + surname,
        surname + first[:1],
        surname + first,
        first[:1] + middle + surname,
        surname + first[:1] + middle,
    )
    return len(surname) > 2 and plain in forms


def single_words(grouping: Grouping) -> Iterator[Link]:
    """A surname or a first name alone: the one person in the document that it fits, else (a surname) in the corpus."""
    by_surname, everybody = _by_surname(grouping), _by_document(_full_named(grouping))
    torn = _both_genders(grouping)
    for node, name in _words(grouping):
        if name.gender and (node.scope, name.surname) in torn:
            continue
        group, here = grouping[node], everybody.get(node.scope, ())
        surname = name.gender or not is_common(name.surname)
        levels = (
            [g for g in here if _bears(g, name)],
            by_surname.get(name.surname, []) if surname else [],
            [g for g in here if _nearly_bears(g, name)],
        )
        allowed = ([g for g in level if g is not group and may_join(group, g, "single word")] for level in levels)
        found = next((level for level in allowed if level), [])
        if len(found) == 1:
            yield Link(node, found[0].head, _how(found[0], name), 0.7)


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
    everybody = _by_document(_full_named(grouping))
    for node in _nodes(grouping, "address"):
        group = grouping[node]
        if group.facts.names or not group.facts.hints or group.vouched:
            continue
        near = {id(g): g for d in group.facts.documents for g in everybody.get(d, ())}
        found = [g for g in near.values() if any(_bears(g, hint) for hint in group.facts.hints)]
        if partner := _only(node, group, found, "single word"):
            yield Link(node, partner.head, "surname", 0.7)


def mailboxes(grouping: Grouping) -> Iterator[Link]:
    """A word that is the name of one mailbox, or its address with a bent @."""
    boxes = defaultdict(list)
    for node in _nodes(grouping, "address"):
        local, _, domain = node.words.partition("@")
        boxes["".join(c for c in local if c.isalnum())].append(node)
        for bent in "acq":  # @ read as a letter: dleeAacme.com
            boxes["".join(c for c in f"{local}{bent}{domain}" if c.isalnum())].append(node)
    for node in _nodes(grouping, "word"):
        found = {id(grouping[box]): box for box in boxes.get(node.words, ())}
        box = next(iter(found.values()), None)
        shared = box is not None and not grouping[box].facts.documents.isdisjoint(grouping[node].facts.documents)
        if box is not None and len(found) == 1 and len(node.words) > 2 and (shared or not is_common(node.words)):
            yield Link(node, box, "mailbox", 0.8)


def same_case(grouping: Grouping) -> Iterator[Link]:
    """The same surname or initials in papers of one case, where nobody of that surname is spelt out anywhere."""
    known = _by_surname(grouping, full=True)
    buckets: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node, name in _words(grouping):
        facts = grouping[node].facts
        titled = bool(name.gender) or not is_common(name.surname)
        if titled and name.surname not in known and facts.names == {name}:
            for case in facts.cases:
                buckets[case, name.surname].append(node)
    for node in _nodes(grouping, "initial"):
        if not any(name.surname in known for name in grouping[node].facts.names):
            for case in grouping[node].facts.cases:
                buckets[case, node.words].append(node)
    for bucket in buckets.values():
        genders = {name.gender for node in bucket for name in grouping[node].facts.names} - {""}
        for a, b in pairwise(bucket) if len(genders) < 2 else ():
            yield Link(a, b, "same case", 0.7)


def short_names(grouping: Grouping) -> Iterator[Link]:
    """An organisation's short name or initials: of the one in the corpus, or in the document, that it can be short for."""
    nodes = _nodes(grouping, "organisation")
    by_key: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for key in {node.words.split()[0], initials_of(node.words)} - {""}:
            by_key[key].append(node)
    for node in nodes:
        if grouping[node].facts.formal:
            continue
        keys = dict.fromkeys((node.words.split()[0], node.words))
        longer = [other for key in keys for other in by_key[key] if is_short_for(node.words, other.words)]
        here = [n for n in longer if not grouping[n].facts.documents.isdisjoint(grouping[node].facts.documents)]
        found = _one_of_a_chain(here if node.scope else longer)
        if found and (grouping[found].facts.formal or node.words == initials_of(found.words)):
            yield Link(node, found, "short name", 0.8)


def _one_of_a_chain(longer: list[Node]) -> Node | None:
    """The shortest of some names if all others begin with it: Acme Robotics of "Acme Robotics" and "Acme Robotics Asia"."""
    shortest = min(longer, key=lambda node: (len(node.words), node), default=None)
    alone = shortest and all(node.words == shortest.words or node.words.startswith(f"{shortest.words} ") for node in longer)
    return shortest if alone else None


RULES: tuple[Rule, ...] = (
    same_address,
    alike_addresses,
    equal_names,
    turned_round,
    nicknames,
    near_spellings,
    initials,
    hinted_addresses,
    spelled_addresses,
    single_words,
    mailboxes,
    same_case,
    short_names,
)


def weigh(grouping: Grouping) -> None:
    """Apply every rule in order, the links of each in a stable order."""
    for rule in RULES:
        for link in list(rule(grouping)):
            grouping.join(link)


def _nodes(grouping: Grouping, sort: str) -> list[Node]:
    return [node for node in grouping.nodes.facts if node.sort == sort]


def _words(grouping: Grouping) -> Iterator[tuple[Node, Name]]:
    for node in _nodes(grouping, "word"):
        for name in grouping.nodes.facts[node].names:
            if name.bare:
                yield node, name
                break


def _full_named(grouping: Grouping) -> Iterator[Group]:
    return (group for group in grouping.groups() if any(name.full for name in group.facts.names))


def _by_surname(grouping: Grouping, *, full: bool = True) -> dict[str, list[Group]]:
    table: dict[str, dict[int, Group]] = defaultdict(dict)
    for group in grouping.groups():
        for name in group.facts.names:
            if name.full or not (full or name.bare):
                table[name.surname][id(group)] = group
    return {surname: list(groups.values()) for surname, groups in table.items()}


def _by_document(groups: Iterable[Group]) -> dict[str, list[Group]]:
    table: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for document in sorted(group.facts.documents):
            table[document].append(group)
    return table


def _buckets(grouping: Grouping, keys: Callable[[Group], set[str]]) -> Iterator[list[Group]]:
    """Groups that share a key, two or more; in a stable order."""
    table: dict[str, list[Group]] = defaultdict(list)
    for group in grouping.groups():
        for key in sorted(keys(group)):
            table[key].append(group)
    return (bucket for _, bucket in sorted(table.items()) if len(bucket) > 1)


def _name_keys(keys: Callable[[Name], tuple[str, ...]]) -> Callable[[Group], set[str]]:
    return lambda group: {key for name in group.facts.names if name.full for key in keys(name)}


def _unforked(grouping: Grouping, keys: Callable[[Group], set[str]], rules: set[str], rule: str) -> Iterator[Link]:
    """Pairs whose verdict is one of ``rules``, unless either side has two partners that cannot be one."""
    for bucket in _buckets(grouping, keys):
        verdicts = {frozenset((id(a), id(b))): relation(a.facts.names, b.facts.names) for a, b in combinations(bucket, 2)}
        partners = {
            id(a): [b for b in bucket if b is not a and _is(verdicts[frozenset((id(a), id(b)))], rules)] for a in bucket
        }
        free = {id(a) for a in bucket if all(verdicts[frozenset((id(x), id(y)))] for x, y in combinations(partners[id(a)], 2))}
        for a, b in combinations(bucket, 2):
            verdict = verdicts[frozenset((id(a), id(b)))]
            if verdict and _is(verdict, rules) and {id(a), id(b)} <= free:
                yield Link(a.head, b.head, rule, verdict.score)


def _is(verdict: Verdict | None, rules: set[str]) -> bool:
    return verdict is not None and verdict.rule in rules


def _fitting(group: Group, by_surname: dict[str, list[Group]], rules: set[str]) -> list[Group]:
    surnames = sorted({name.surname for name in group.facts.names})
    candidates = (other for surname in surnames for other in by_surname.get(surname, ()) if other is not group)
    return [other for other in candidates if _is(relation(group.facts.names, other.facts.names), rules)]


def _only(node: Node, group: Group, found: list[Group], rule: str) -> Group | None:
    """The one group that may join: in the node's document, else anywhere; None if two are left."""
    allowed = [other for other in found if may_join(group, other, rule)]
    here = [other for other in allowed if node.scope in other.facts.documents]
    chosen = here or allowed
    return chosen[0] if len(chosen) == 1 else None


def _both_genders(grouping: Grouping) -> set[tuple[str, str]]:
    """Documents and surnames where both a Mr. and a Ms. of that surname stand."""
    genders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node, name in _words(grouping):
        genders[node.scope, name.surname].add(name.gender)
    return {key for key, found in genders.items() if {"m", "f"} <= found}
