"""What analysts ruled, brought to the groups: who is kept apart before anything is weighed, who is one after everything was.

different, split     bars between nodes, before         no evidence and no chain of look-alikes gets over them
merge                a join, after                      each side has by then all that evidence gives it
rename               the name to show
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpora.decision import Decision, Key
from graph.grouping import DECISION, Group, Grouping, Link
from graph.node import Node


def keep_apart(grouping: Grouping, decisions: Iterable[Decision]) -> None:
    """Bar the two sides of every "different" and "split" from each other."""
    for decision in decisions:
        if decision.act in {"different", "split"}:
            one, other = _nodes(grouping, decision.one), _nodes(grouping, decision.other)
            shared = set(one) & set(other)  # entries of the roster: the roster wins
            grouping.bar(decision.number, [n for n in one if n not in shared], [n for n in other if n not in shared])


def bring_together(grouping: Grouping, decisions: Iterable[Decision]) -> bool:
    """Join the two sides of every "merge"; True if any two groups became one."""
    joined = False
    for decision in decisions:
        if decision.act == "merge":
            one, other = _nodes(grouping, decision.one), _nodes(grouping, decision.other)
            if one and other:
                joined |= grouping.join(Link(one[0], other[0], DECISION))
    return joined


def shown_names(grouping: Grouping, decisions: Sequence[Decision]) -> dict[int, str]:
    """The names that analysts gave, by group (its ``id()``); the last ruling counts."""
    renamed = (decision for decision in decisions if decision.act == "rename")
    return {id(group): decision.name for decision in renamed for group in _groups(grouping, decision.one)[:1]}


def _nodes(grouping: Grouping, keys: Iterable[Key]) -> list[Node]:
    """The nodes of keys, each once; of names whose paper is gone there are none."""
    return list(dict.fromkeys(node for key in keys if (node := grouping.node_of(key)) is not None))


def _groups(grouping: Grouping, keys: Iterable[Key]) -> list[Group]:
    return [grouping[node] for node in _nodes(grouping, keys)]
