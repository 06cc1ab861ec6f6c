"""Addresses, login names, initials and handles: whose they are, by what they are made of and what they are printed with.

same login        "bshoreop", "bshoreop"                 in headers
spelled address   dlee@acme.com                          one Dana Lee in the same document
                  danalee@acme.com                       one Dana Lee in the corpus
hinted            "Lee <dlee@acme.com>"                  one Lee in the document
monogram          "djl"                                  one D... J... L... in the document
initials          "djl"                                  one D. J. Lee in the corpus, and nobody else with these initials
handle            "Z"                                    one address printed as Z <...> in the document
mailbox           "dlee77"                               one address dlee77@...
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from graph.candidates import bears, beside, by_document, by_surname, full_named, in_full, nodes_of, only_one, spells
from graph.given import is_common
from graph.grouping import Group, Grouping, Link
from graph.node import Node
from graph.written import letters, word_set

# Many have a mailbox, or a line in a header, of such a name: in another document it is another's.
_ANYBODYS = word_set(
    "team info sales admin administrator office support legal board staff everyone everybody group list news newsletter help helpdesk service "
    "services contact press media finance accounting billing marketing security noreply donotreply postmaster webmaster mailerdaemon daemon "
    "root system alerts notifications notification updates members friends family customer customers employees management user users guest home work me"
)


def same_logins(grouping: Grouping) -> Iterator[Link]:
    """A login name is nobody else's in another document: bshoreop. A surname in small letters may be."""
    surnames, buckets = by_surname(grouping), defaultdict(list)
    for node in nodes_of(grouping, "word"):
        if grouping.nodes.facts[node].login and node.words not in surnames and node.words not in _ANYBODYS:
            buckets[node.words].append(node)
    for bucket in buckets.values():
        for a, b in pairwise(bucket):
            yield Link(a, b, "same login", 0.9)


def spelled_addresses(grouping: Grouping) -> Iterator[Link]:
    """An address or a login name printed alone, that a full name in the same document spells: dlee@, dana.lee@, leed; or else initials
    and a surname, of two initials at least: djlee@, leed@ for D. J. Lee."""
    everybody, initialled = by_document(full_named(grouping)), by_document(_by_initials(grouping))
    for node in (*nodes_of(grouping, "address"), *nodes_of(grouping, "word")):
        group = grouping[node]
        if not group.vouched and all(name.bare for name in group.facts.names):
            local = node.words.partition("@")[0]
            found = _spelling(local, beside(group, everybody)) or _spelling(local, beside(group, initialled))
            if len(found) == 1:
                yield Link(node, found[0].face, "mailbox" if node.sort == "word" else "spelled address", 0.8)


def _by_initials(grouping: Grouping) -> Iterator[Group]:
    """The groups that have no full name, but initials and a surname."""
    for group in grouping.groups():
        names = group.facts.names
        if any(len(name.given) > 1 and name.goes_by_initials for name in names) and not any(name.full for name in names):
            yield group


def _spelling(local: str, groups: Iterable[Group]) -> list[Group]:
    """Those with a name that the name of a mailbox is made of."""
    return [group for group in groups if any(spells(local, name) for name in group.facts.names)]


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


def hinted_addresses(grouping: Grouping) -> Iterator[Link]:
    """An address printed with but a surname or first name: "Lee <dlee@acme.com>" where Dana Lee is in the same document."""
    everybody = by_document(full_named(grouping))
    for node in nodes_of(grouping, "address"):
        group = grouping[node]
        if not group.facts.names and group.facts.hints and not group.vouched:
            found = [other for other in beside(group, everybody) if any(bears(other, hint) for hint in group.facts.hints)]
            if partner := only_one(group, (found,)):
                yield Link(node, partner.face, "surname", 0.7)


def monograms(grouping: Grouping) -> Iterator[Link]:
    """Two or three letters that are the initials of the one full name in the document that begins so: "djl"."""
    everybody = by_document(full_named(grouping))
    for node in nodes_of(grouping, "word"):
        if 2 <= len(node.words) <= 3 and not is_common(node.words):
            here = everybody.get(node.scope, ())
            found = [group for group in here if node.words in {name.monogram for name in group.facts.names}]
            if len(found) == 1 and found[0] is not grouping[node]:
                yield Link(node, found[0].face, "monogram", 0.7)


def shared_initials(grouping: Grouping) -> Iterator[Link]:
    """Three letters in another document than the one who is named by them and an address, "P. I. Reines", where no other name with
    a surname in the corpus has these initials."""
    everybody: dict[str, dict[int, Group]] = defaultdict(dict)
    for group in grouping.groups():
        for name in group.facts.names:
            everybody[name.monogram][id(group)] = group
    initialled = {id(group) for group in _by_initials(grouping)}
    for node in nodes_of(grouping, "word"):
        if len(node.words) == 3 and not is_common(node.words) and node.words not in _ANYBODYS:
            found = list(everybody.get(node.words, {}).values())
            if len(found) == 1 and id(found[0]) in initialled:
                yield Link(node, found[0].face, "initials", 0.6)


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
        telling = len(node.words) > 2 and not is_common(node.words) and node.words not in _ANYBODYS
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
