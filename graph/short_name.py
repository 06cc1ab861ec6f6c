"""Organisations by their short names: "Acme" for Acme Robotics, Inc., "FCC" for the Federal Communications Commission."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.candidates import nodes_of
from graph.grouping import Grouping, Link
from graph.node import Node
from graph.organisation import initials, is_short_for


def short_names(grouping: Grouping) -> Iterator[Link]:
    """An organisation's short name or initials: of the one in the corpus, or in the document, that it can be short for."""
    nodes = nodes_of(grouping, "organisation")
    by_key: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for key in {node.words.split()[0], initials(node.words)} - {""}:
            by_key[key].append(node)
    for node in nodes:
        if grouping[node].facts.formal:
            continue
        keys = dict.fromkeys((node.words.split()[0], node.words))
        longer = [other for key in keys for other in by_key[key] if is_short_for(node.words, other.words)]
        here = [n for n in longer if not grouping[n].facts.documents.isdisjoint(grouping[node].facts.documents)]
        found = _one_of_a_chain(here if node.scope else longer)
        if found and (grouping[found].facts.formal or node.words == initials(found.words)):
            yield Link(node, found, "short name", 0.8)


def _one_of_a_chain(longer: list[Node]) -> Node | None:
    """The shortest of some names if all others begin with it: Acme Robotics of "Acme Robotics" and "Acme Robotics Asia"."""
    shortest = min(longer, key=lambda node: (len(node.words), node), default=None)
    alone = shortest and all(node.words == shortest.words or node.words.startswith(f"{shortest.words} ") for node in longer)
    return shortest if alone else None
