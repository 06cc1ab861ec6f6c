"""Who might be meant: groups looked up by surname, by document, by keys of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from graph.given import may_be_one
from graph.grouping import Group, Grouping, Link, may_join, relation
from graph.judgement import Verdict
from graph.name import Name
from graph.node import Node

_OUTWEIGHED = 20  # times: beside so many sightings of one, another's single one does not count
_TELLING = 5  # letters of a surname that is hardly met by chance
_CUT = 7  # letters: old systems cut login names there
_WHOLE = 6  # letters of first name and surname together


def nodes_of(grouping: Grouping, sort: str) -> list[Node]:
    """The nodes of a sort, in a stable order."""
    return [node for node in grouping.nodes.facts if node.sort == sort]


def single_word_nodes(grouping: Grouping) -> Iterator[tuple[Node, Name]]:
    """The nodes that are one word of a name, with that word."""
    for node in nodes_of(grouping, "word"):
        for name in grouping.nodes.facts[node].names:
            if name.bare:
                yield node, name
                break


def full_named(grouping: Grouping) -> Iterator[Group]:
    """The groups that bear a full name."""
    return (group for group in grouping.groups() if any(name.full for name in group.facts.names))


def by_surname(grouping: Grouping) -> dict[str, list[Group]]:
    """The groups with a full name, by each of their surnames."""
    table: dict[str, dict[int, Group]] = defaultdict(dict)
    for group in grouping.groups():
        for name in group.facts.names:
            if name.full:
                table[name.surname][id(group)] = group
    return {surname: list(groups.values()) for surname, groups in table.items()}


def by_document(groups: Iterable[Group]) -> dict[str, list[Group]]:
    """Groups by each document that they are seen in."""
    table: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for document in sorted(group.facts.documents):
            table[document].append(group)
    return table


def buckets(grouping: Grouping, keys: Callable[[Group], set[str]]) -> Iterator[list[Group]]:
    """Groups that share a key, two or more; in a stable order."""
    table: dict[str, list[Group]] = defaultdict(list)
    for group in grouping.groups():
        for key in sorted(keys(group)):
            table[key].append(group)
    return (bucket for _, bucket in sorted(table.items()) if len(bucket) > 1)


def name_keys(keys: Callable[[Name], tuple[str, ...]]) -> Callable[[Group], set[str]]:
    """The keys of a group: those of its full names."""
    return lambda group: {key for name in group.facts.names if name.full for key in keys(name)}


def unforked(grouping: Grouping, keys: Callable[[Group], set[str]], rule: str) -> Iterator[Link]:
    """Pairs in a bucket whose verdict is by ``rule``, unless either side has two such partners that cannot be one."""
    for bucket in buckets(grouping, keys):
        verdicts = _verdicts(bucket)
        pairs = [pair for pair, verdict in verdicts.items() if verdict is not None and verdict.rule == rule]
        live = {
            i: _live([other for pair in pairs if i in pair for other in pair if other != i], bucket) for i in range(len(bucket))
        }
        forked = {
            i for i, partners in live.items() if any(verdicts[pair] is None for pair in combinations(sorted(partners), 2))
        }
        for i, j in pairs:
            verdict = verdicts[i, j]
            if verdict is not None and j in live[i] and i in live[j] and not forked & {i, j}:
                yield Link(bucket[i].face, bucket[j].face, rule, verdict.score)


def _verdicts(bucket: list[Group]) -> dict[tuple[int, int], Verdict | None]:
    return {(i, j): relation(bucket[i].facts.names, bucket[j].facts.names) for i, j in combinations(range(len(bucket)), 2)}


def _live(partners: list[int], bucket: list[Group]) -> set[int]:
    """The partners that count: beside one who is met everywhere, what a single paper prints is a slip ("Lee, Dana H" once)."""
    most = max((bucket[i].facts.weight for i in partners), default=0)
    slips = (
        i for i in partners if max(1, bucket[i].facts.weight) * _OUTWEIGHED <= most and len(bucket[i].facts.documents) == 1
    )
    return set(partners) - set(slips)


def only_one(group: Group, levels: Iterable[Iterable[Group]]) -> Group | None:
    """The one group that may be joined on the first level where any may; None if two are left."""
    allowed = ([other for other in level if other is not group and may_join(group, other, "single word")] for level in levels)
    found = next((level for level in allowed if level), [])
    return found[0] if len(found) == 1 else None


def spells(local: str, name: Name) -> bool:
    """True if the name of a mailbox is made of a name: dlee, dana.lee, leed, djlee, leedj, danalee77, and dsutkev for Dana Sutkever.

    Not dlee77: who was there before has the plain one, and may be of the family.
    """
    first, surname = name.first, name.surname
    middle = "".join(m[0] for m in name.given[1:2])
    plain = "".join(c for c in local.lower() if c.isalnum())
    if len(surname) < 3:
        return False
    short = (first[:1] + surname, surname + first[:1], first[:1] + middle + surname, surname + first[:1] + middle)
    whole = (first + surname, surname + first, first + middle + surname)
    cut_off = len(plain) >= _CUT and short[0].startswith(plain)
    unknown_middle = not middle and len(surname) >= _TELLING and plain[:-1] == surname + first[:1]
    return plain in short or plain.rstrip("0123456789") in whole or cut_off or unknown_middle


def in_full(name: Name) -> tuple[str, ...]:
    """Mailbox names that spell first name and surname, or both initials and a telling surname: danalee, leedana, sutkeverdj."""
    first, surname = name.first, name.surname
    initials = "".join(given[0] for given in name.given)
    with_initials = (surname + initials, initials + surname) if len(initials) > 1 and len(surname) > _TELLING else ()
    whole = (
        (first + surname, surname + first, first + initials[1:] + surname)
        if name.full and len(first + surname) > _WHOLE
        else ()
    )
    return tuple(dict.fromkeys((*whole, *with_initials)))


def beside(group: Group, everybody: dict[str, list[Group]]) -> list[Group]:
    """Everybody seen in the documents of a group, each once."""
    found = {id(other): other for document in sorted(group.facts.documents) for other in everybody.get(document, ())}
    return [other for other in found.values() if other is not group]


def bears(group: Group, word: Name) -> bool:
    """True if the word is a member's surname or, without a Mr. or Ms., first name."""
    names = group.facts.names
    return any(
        n.surname == word.surname or (not word.gender and may_be_one(n.first, word.surname)) for n in names if not n.bare
    )
