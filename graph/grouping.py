"""Nodes taken for one, under constraints: a join is refused if any two members speak against it.

A ~ B, B ~ C, A ≠ C       A and B join; C stays out, whatever speaks for B and C: joins are never transitive by accident
one To line               two who stand in one list are two people
one domain                acme.com does not give one person two addresses and two first names
roster                    two entries of the analyst's are two people
decision                  an analyst ruled: different
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpora.decision import Key
from graph.judgement import Judgement, Verdict, judge, same_first
from graph.name import Name
from graph.node import Facts, Node, Nodes
from graph.spelling import look

DECISION = "decision"  # the rule of a link that an analyst made

# Evidence that two forms in one list, or two addresses of one domain, do not stand against.
_NO_NAMES = frozenset({"mailbox", "monogram", "initials", "handle"})  # by these a word is no name: "dlee77", "djl"
_PLAIN = frozenset({"roster", "same address", "equal name", "turned round"})


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Evidence that two nodes are one: the rule that says so and, 0 to 1, how alike they are."""

    a: Node
    b: Node
    rule: str
    score: float = 1.0


@dataclass(slots=True, eq=False)
class Group:
    """Nodes taken for one so far, with their facts put together. ``companies`` are the lists that members stand in, ``sides``
    on which side of an analyst's "different" (by its number) members stand."""

    nodes: list[Node]
    facts: Facts
    companies: set[int] = field(default_factory=set)
    sides: set[tuple[int, int]] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)

    @property
    def head(self) -> Node:
        """The least node: names the group in a stable order."""
        return min(self.nodes)

    @property
    def face(self) -> Node:
        """The node that says best who it is: an entry of the roster, a full name, else the head."""
        return min(self.nodes, key=lambda node: (node.sort != "roster", node.sort not in {"person", "organisation"}, node))

    @property
    def vouched(self) -> bool:
        """True if the roster names it."""
        return any(node.sort == "roster" for node in self.nodes)

    @property
    def ruled(self) -> bool:
        """True if roster or analyst say that it goes by several names: another name need not go with all of them."""
        return self.vouched or any(link.rule == DECISION for link in self.links)


class Grouping:
    """The groups, and which one each node is in."""

    def __init__(self, nodes: Nodes, companies: Iterable[frozenset[Key]]) -> None:
        self.nodes = nodes
        self._of = {node: Group([node], nodes.facts[node].copy()) for node in sorted(nodes.facts)}
        for number, company in enumerate(companies):
            members = {nodes.of_key[key] for key in company if key in nodes.of_key}
            for node in members if len(members) > 1 else ():
                self._of[node].companies.add(number)

    def __getitem__(self, node: Node) -> Group:
        return self._of[node]

    def node_of(self, key: Key) -> Node | None:
        """The node of a name where it stands; None if the name is not there (any more)."""
        return self.nodes.of_key.get(key)

    def groups(self) -> Iterator[Group]:
        """Every group once, in a stable order."""
        seen: set[int] = set()
        for group in self._of.values():
            if id(group) not in seen:
                seen.add(id(group))
                yield group

    def bar(self, number: int, one: Iterable[Node], other: Iterable[Node]) -> None:
        """Keep two sets of nodes apart for good: decision ``number`` says so."""
        for side, nodes in enumerate((one, other)):
            for node in nodes:
                self._of[node].sides.add((number, side))

    def join(self, link: Link) -> bool:
        """Make one group of two, unless they are one already or something speaks against it."""
        a, b = self._of[link.a], self._of[link.b]
        if a is b or not may_join(a, b, link.rule):
            return False
        if link.rule in _NO_NAMES:
            a.facts.names -= {name for name in a.facts.names if name.bare}
        small, large = (a, b) if len(a.nodes) < len(b.nodes) else (b, a)
        _pour(small, large)
        large.links.append(link)
        for node in small.nodes:
            self._of[node] = large
        return True


def _pour(small: Group, large: Group) -> None:
    large.nodes += small.nodes
    large.links += small.links
    large.companies |= small.companies
    large.sides |= small.sides
    into, out = large.facts, small.facts
    into.names |= out.names
    into.hints |= out.hints
    into.documents |= out.documents
    into.cases |= out.cases
    into.addresses |= out.addresses
    into.keys += out.keys
    into.weight += out.weight
    into.formal |= out.formal
    into.login |= out.login


def may_join(a: Group, b: Group, rule: str) -> bool:
    """True if nothing speaks against ``a`` and ``b`` being one, when ``rule`` speaks for it."""
    proven_two = (a.vouched and b.vouched) or bool(barred(a, b))
    if proven_two or rule == DECISION:
        return not proven_two
    if _of_two_kinds(a, b):
        return False
    if rule not in _PLAIN and (a.companies & b.companies or two_at_one_domain(a.facts, b.facts)):
        return False
    if rule in _NO_NAMES:
        return True
    if rule == "same address" and all(same_first(x, y) for x in a.facts.names for y in b.facts.names):
        return True  # a surname may change, an address and a first name together do not
    return _names_go_together(a, b)


def _of_two_kinds(a: Group, b: Group) -> bool:
    """A person by name, and an organisation."""
    return _is_company(a) != _is_company(b) and bool(a.facts.names or b.facts.names)


def _is_company(group: Group) -> bool:
    return any(node.sort in {"organisation", "party"} for node in group.nodes)


def barred(a: Group, b: Group) -> set[int]:
    """The numbers of the decisions that keep two groups apart."""
    return {number for number, side in a.sides if (number, 1 - side) in b.sides}


def _names_go_together(a: Group, b: Group) -> bool:
    """No two of their names are two people's; of one known to go by several names, one must go with each of the other's."""
    if not (a.ruled or b.ruled):
        return relation(a.facts.names, b.facts.names) is not None
    known, other = (a, b) if a.ruled else (b, a)
    return not known.facts.names or all(
        any(relation((x,), (y,)) is not None for x in known.facts.names) for y in other.facts.names
    )


def relation(a: Iterable[Name], b: Iterable[Name]) -> Verdict | None:
    """The strongest verdict over all pairs, or None as soon as one pair is two people's."""
    best = Verdict(Judgement.UNSURE, "", 0.0)
    others = tuple(b)
    for x in a:
        for y in others:
            if x.bare and y.bare:
                if x.gender and y.gender and x.gender != y.gender:
                    return None
                continue  # "Dana" and "Lee" may be one: the group's full names tell
            verdict = judge(x, y)
            if verdict.judgement is Judgement.DIFFERENT:
                return None
            best = max(best, verdict, key=lambda v: v.score)
    return best


def two_at_one_domain(a: Facts, b: Facts) -> bool:
    """True if one domain gives them two addresses, not merely one misread."""
    looks = {look(address) for address in a.addresses}
    domains = {address.partition("@")[2] for address in a.addresses}
    return any(look(address) not in looks and address.partition("@")[2] in domains for address in b.addresses)
