"""As much of a network as can be drawn and read: its strongest ties and who they tie.

dot    Dana Lee, person, 12 statements
tie    Dana Lee → Bob Ray, 7 statements
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.network import Graph, aggregate, layout


@dataclass(frozen=True, slots=True)
class Dot:
    """A node. ``label`` is its name, made unlike every other's; ``statements`` how many it makes; ``x`` and ``y`` its place in
    the unit square, from the top left."""

    id: str
    label: str
    kind: str
    statements: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """All statements from one node to another; ``id`` names it in the drawing."""

    source: Dot
    target: Dot
    relations: tuple[str, ...]
    statement_ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """``Dana Lee → Bob Ray``."""
        return f"{self.source.label} → {self.target.label}"

    @property
    def weight(self) -> int:
        """How many statements."""
        return len(self.statement_ids)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and how many ties there are in all."""

    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]
    of_ties: int

    def statements(self, element: str) -> tuple[str, ...]:
        """The statements of a tie, or of all ties of a dot, each once, by the element's id in the drawing."""
        touched = (tie for tie in self.ties if element in {tie.id, tie.source.label, tie.target.label})
        return tuple(dict.fromkeys(i for tie in touched for i in tie.statement_ids))


def drawing(graph: Graph, strongest: int, relation: str = "") -> Drawing:
    """The ``strongest`` ties of a network (of one relation, if one is named), the strongest first."""
    summed = aggregate(graph, relation)
    kept = heapq.nsmallest(
        strongest, summed.edges(data=True), key=lambda edge: (-edge[2]["weight"], *sorted(edge[:2]), edge[0])
    )
    labels = _labels(summed.nodes, {node for a, b, _ in kept for node in (a, b)})
    places = layout((a, b) for a, b, _ in kept)
    dots = {node: _dot(node, label, summed.nodes[node], places[node]) for node, label in labels.items()}
    ties = tuple(Tie(dots[a], dots[b], tuple(data["relations"]), tuple(data["statements"])) for a, b, data in kept)
    return Drawing(tuple(sorted(dots.values(), key=lambda dot: dot.label)), ties, summed.number_of_edges())


def _labels(nodes: Mapping[str, Mapping[str, object]], drawn: Iterable[str]) -> dict[str, str]:
    """The name of each node; of several with one name the further ones are numbered: ``Court (2)``."""
    labels: dict[str, str] = {}
    seen = Counter[str]()
    for node in sorted(drawn):
        name = str(nodes[node]["label"])
        seen[name] += 1
        labels[node] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return labels


def _dot(node: str, label: str, data: Mapping[str, object], place: tuple[float, float]) -> Dot:
    return Dot(node, label, str(data["kind"]), int(str(data["statements"])), *place)
