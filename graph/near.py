"""Pairs of full names that differ by a slip in one part, found without comparing everybody with everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from graph.grouping import Group
from graph.judgement import judge
from graph.name import Name
from graph.spelling import look

_LOOSE = 0.7  # what is worth judging: below it no rule says near spelling


def near_pairs(groups: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Groups with names that :func:`~graph.judgement.judge` calls near in spelling, each pair once, in a stable order.

    Compared are names with the same first name and the same letter at the surname's start, with the same surname and the
    same letter at the first name's start, or that look alike to an OCR engine.
    """
    everybody = [(group, name) for group in groups for name in sorted(group.facts.names) if name.full]
    seen: set[frozenset[int]] = set()
    for key, part in _BLOCKINGS:
        blocks: dict[str, list[tuple[Group, Name]]] = defaultdict(list)
        for group, name in everybody:
            blocks[key(name)].append((group, name))
        for _, block in sorted(blocks.items()):
            for (a, x), (b, y) in _near(block, part):
                pair = frozenset((id(a), id(b)))
                if a is not b and pair not in seen and judge(x, y).rule == "near spelling":
                    seen.add(pair)
                    yield a, b


def _near(
    block: list[tuple[Group, Name]], part: Callable[[Name], str]
) -> Iterator[tuple[tuple[Group, Name], tuple[Group, Name]]]:
    if len(block) < 2:
        return
    words = [part(name) for _, name in block]
    table = cdist(words, words, scorer=OSA.normalized_similarity, score_cutoff=_LOOSE, dtype=np.float32)
    for i, j in zip(*np.nonzero(np.triu(table, k=1)), strict=True):
        if words[i] != words[j]:
            yield block[i], block[j]


_BLOCKINGS: tuple[tuple[Callable[[Name], str], Callable[[Name], str]], ...] = (
    (lambda name: f"{name.first} {name.surname[0]}", lambda name: name.surname),
    (lambda name: f"{name.surname} {name.first[0]}", lambda name: name.first),
    (lambda name: look(name.first + name.surname), lambda name: f"{name.first} {name.surname}"),
)
