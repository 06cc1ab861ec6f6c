"""Identities that stand: when papers are added, who was one stays one and keeps his id, unless the new papers prove otherwise.

    settle(corpus)          at the end of every batch: keeps who each name, where it stands, is taken for

What was settled takes no account of analysts' decisions: undoing one gives back what was there before, exactly. Surnames,
first names and initials alone are weighed anew each time, for a new paper may bring a second Lee.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpora.decision import Key
from graph.evidence import weigh
from graph.grouping import Group, Grouping, Link
from graph.node import Node

_LASTING = frozenset({"person", "address", "organisation"})


@dataclass(frozen=True)
class Settled:
    """The id that each node was given before; empty where nothing is settled."""

    of_node: Mapping[Node, str] = field(default_factory=dict)

    @property
    def ids(self) -> frozenset[str]:
        """Every id that was given."""
        return frozenset(self.of_node.values())

    def join(self, grouping: Grouping) -> None:
        """Bring together what was one before: by the evidence of then, where it still holds, and where nothing speaks against it."""
        if not self.of_node:
            return
        weigh(grouping, self._were_one)
        members: dict[str, list[Node]] = defaultdict(list)
        for node in sorted(self.of_node):
            if node.sort in _LASTING:
                members[self.of_node[node]].append(node)
        for nodes in members.values():
            for node in nodes[1:]:
                grouping.join(Link(nodes[0], node, "settled"))

    def _were_one(self, link: Link) -> bool:
        return {link.a.sort, link.b.sort} <= _LASTING and self.of_node.get(link.a, "") == self.of_node.get(link.b, "-")

    def of_id(self, grouping: Grouping) -> dict[str, Group]:
        """The group in which each settled id's first node now is."""
        return {person: grouping[node] for node, person in sorted(self.of_node.items(), reverse=True)}

    def inherit(self, grouping: Grouping) -> dict[int, str]:
        """The settled id of each group that has one, by ``id()``: where two claim it, the one with more of its sightings."""
        claims = []
        for group in grouping.groups():
            votes = Counter[str]()
            for node in group.nodes:
                if node in self.of_node:
                    votes[self.of_node[node]] += max(1, grouping.nodes.facts[node].weight)
            claims += [(-count, group.head, person, group) for person, count in votes.items()]
        found: dict[int, str] = {}
        given: set[str] = set()
        for _, _, person, group in sorted(claims, key=lambda claim: claim[:3]):
            if id(group) not in found and person not in given:
                found[id(group)] = person
                given.add(person)
        return found


def settled_before(grouping: Grouping, identities: Mapping[Key, str]) -> Settled:
    """What was settled, for the nodes of now; an address is the one's whose it alone is."""
    found: dict[Node, str] = {}
    of_address: dict[Node, set[str]] = defaultdict(set)
    for key, person in identities.items():
        node, address = grouping.node_of(key), Node("address", key[2])
        if node is not None:
            found.setdefault(node, person)
        if address in grouping.nodes.facts:
            of_address[address].add(person)
    found |= {address: min(persons) for address, persons in of_address.items() if len(persons) == 1}
    return Settled(found)
