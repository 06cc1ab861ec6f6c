"""Who spoke to whom, about what, naming whom: a graph whose every edge is one statement, with its words and its cite.

    node    person, organisation, topic, product, name (somebody or something named that is nobody known)
    edge    Dana Lee --said to--> Bob Ray          one addressee of one statement
            Dana Lee --about--> data sourcing      one topic of it
            Dana Lee --mentions--> Acme            one name in its words

Statements of unknown speakers make no edges, for an edge has two ends; nor do those that an analyst has rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from corpora.record import Record
from graph.people import People, Person
from graph.written import fold

if TYPE_CHECKING:  # networkx's classes take no brackets when they run
    Graph = nx.MultiDiGraph[str]
    Summed = nx.DiGraph[str]
else:
    Graph, Summed = nx.MultiDiGraph, nx.DiGraph

DAMPING = 0.85  # as in the paper that PageRank comes from
# XML 1.0 has no place for these, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class End:
    """Where an edge leads: a node's id, label and kind, and the relation that leads there."""

    id: str
    label: str
    kind: str
    relation: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A node's place in the network. ``partners`` are neighbours with the number of statements either way, most first;
    ``rank`` is PageRank, 0 to 1, over the whole network."""

    degree: int
    partners: tuple[tuple[str, int], ...]
    rank: float


def connect(records: Iterable[Record], people: People) -> Graph:
    """The network of ``records``: nodes of everyone who speaks or is reached, one edge for each relation of each statement."""
    graph: Graph = nx.MultiDiGraph()
    for record in records:
        if record.review.verdict == "rejected":
            continue
        said = record.statement
        speakers = _persons(people.of(said.document_id, party) for party in said.attribution.speakers)
        for speaker in speakers:
            _add_node(graph, End(speaker.id, speaker.name, speaker.kind, ""), statements=1)
            for end in _ends(record, people):
                if end.id != speaker.id:
                    _add_node(graph, end)
                    _add_edge(graph, speaker, end, record)
    return graph


def _persons(found: Iterable[Person | None]) -> list[Person]:
    return list({person.id: person for person in found if person}.values())


def _ends(record: Record, people: People) -> list[End]:
    """Addressees, topics and names of a statement, each once."""
    said = record.statement
    addressees = _persons(people.of(said.document_id, party) for party in said.addressees)
    ends = [End(person.id, person.name, person.kind, "said to") for person in addressees]
    ends += [End(f"topic:{topic}", topic, "topic", "about") for topic in said.topics]
    for mention in said.mentions:
        person = people.named(said.document_id, mention)
        words = " ".join(mention.as_written.split())
        unknown = End(f"name:{fold(words)}", words, "product" if mention.label == "PRODUCT" else "name", "mentions")
        ends.append(End(person.id, person.name, person.kind, "mentions") if person else unknown)
    return list({(end.id, end.relation): end for end in ends}.values())


def _add_node(graph: Graph, end: End, statements: int = 0) -> None:
    if end.id not in graph:
        graph.add_node(end.id, label=_clean(end.label), kind=end.kind, statements=0)
    graph.nodes[end.id]["statements"] += statements


def _add_edge(graph: Graph, speaker: Person, end: End, record: Record) -> None:
    said = record.statement
    key = f"{said.id} {end.relation}"
    graph.add_edge(
        speaker.id,
        end.id,
        key=key,
        id=f"{said.id}/{speaker.id}/{end.relation}/{end.id}",
        relation=end.relation,
        statement_id=said.id,
        cite=_clean(record.cite),
        date=said.when.iso if said.when else "",
        kind=said.kind,
        document=_clean(record.document),
        text=_clean(record.text),
        released=_clean(record.review.released),
    )


def _clean(text: str) -> str:
    return _NOT_XML.sub(" ", text)


def aggregate(graph: Graph, relation: str = "") -> Summed:
    """One edge for all statements from one node to another: ``weight`` how many, ``statements`` their ids, ``relations`` in words.

    With ``relation`` only the edges of that one, and the nodes they touch.
    """
    summed: Summed = nx.DiGraph()
    if not relation:
        summed.add_nodes_from(graph.nodes(data=True))
    for a, b, edge in graph.edges(data=True):
        if relation and edge["relation"] != relation:
            continue
        summed.add_nodes_from((node, graph.nodes[node]) for node in (a, b))
        if not summed.has_edge(a, b):
            summed.add_edge(a, b, weight=0, statements=[], relations=[])
        _count(summed.edges[a, b], edge)
    return summed


def _count(total: dict[str, Any], edge: dict[str, Any]) -> None:
    """Add an edge to the sum; the edges of one statement between two nodes stand next to one another."""
    if edge["statement_id"] not in total["statements"][-1:]:
        total["statements"].append(edge["statement_id"])
    if edge["relation"] not in total["relations"]:
        total["relations"].append(edge["relation"])
    total["weight"] = len(total["statements"])


def standing(summed: Summed, node: str, ranks: dict[str, float] | None = None) -> Standing:
    """The place of a node in an aggregate; ``ranks`` from :func:`rank`, if they are there already."""
    partners: dict[str, int] = {}
    for a, b, weight in (*summed.out_edges(node, data="weight"), *summed.in_edges(node, data="weight")):
        other = b if a == node else a
        partners[other] = partners.get(other, 0) + weight
    ordered = sorted(partners.items(), key=lambda item: (-item[1], summed.nodes[item[0]]["label"]))
    return Standing(len(partners), tuple(ordered), (ranks or rank(summed))[node])


def rank(summed: Summed, rounds: int = 100, tolerance: float = 1e-9) -> dict[str, float]:
    """PageRank of every node by weight, summing to 1. (networkx's own wants scipy, which is 100 MB.)"""
    nodes = list(summed)
    if not nodes:
        return {}
    out = {node: summed.out_degree(node, weight="weight") for node in nodes}
    ranks = dict.fromkeys(nodes, 1 / len(nodes))
    for _ in range(rounds):
        ends = sum(ranks[node] for node in nodes if not out[node])
        fresh = dict.fromkeys(nodes, (1 - DAMPING + DAMPING * ends) / len(nodes))
        for a, b, total in summed.edges(data=True):
            fresh[b] += DAMPING * ranks[a] * total["weight"] / out[a]
        moved = sum(abs(fresh[node] - ranks[node]) for node in nodes)
        ranks = fresh
        if moved < tolerance * len(nodes):
            break
    return ranks


def layout(ties: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """A place in the unit square for each end of ``ties``: those who talk to each other near each other; the same on every run.

    ForceAtlas2 (Jacomy et al. 2014) under strong gravity, so that groups without a tie between them stay in the picture.
    """
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_edges_from(sorted(ties))
    found = nx.forceatlas2_layout(drawn, max_iter=400, scaling_ratio=4, strong_gravity=True, gravity=0.5, seed=1)
    across, down = _spread([float(x) for x, _ in found.values()]), _spread([float(y) for _, y in found.values()])
    return dict(zip(found, zip(across, down, strict=True), strict=True))


def _spread(values: list[float]) -> list[float]:
    """The values stretched to run from 0 to 1."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    return [round((value - low) / (high - low), 4) if high > low else 0.5 for value in values]


def neighbourhood(graph: Graph, node: str) -> Graph:
    """A node, its neighbours either way, and all edges between them."""
    return graph.subgraph({node, *graph.successors(node), *graph.predecessors(node)}).copy()


def nodes_by_kind(graph: Graph, kind: str) -> Iterator[tuple[str, str]]:
    """Id and label of the nodes of a kind, most statements first."""
    found = [(node, data) for node, data in graph.nodes(data=True) if data["kind"] == kind]
    found.sort(key=lambda item: (-item[1]["statements"], item[1]["label"]))
    return ((node, data["label"]) for node, data in found)
