"""The count of printed page numbers: from page to page they rise, at least as fast as the pages stand in the file.

29, 30, 32     a count; a page between the last two is missing from the file
29, 3, 31      3 is out of line with both: a poor text layer cuts "30" down to "3"
"""

from __future__ import annotations

from collections.abc import Sequence

Printed = tuple[int, int | None]  # a place in the file, and the number printed there, if any


def rises(one: Printed, other: Printed) -> bool:
    """True if the number at the later place is as much greater as pages lie between, or more."""
    (place, number), (later, greater) = one, other
    return number is not None and greater is not None and greater - number >= later - place


def in_line(i: int, numbers: Sequence[int | None]) -> bool:
    """True for the number of a page that rises from the one next before it and to the one next after it; pages are in order."""
    pages = list(enumerate(numbers))
    before = next((page for page in reversed(pages[:i]) if page[1] is not None), None)
    after = next((page for page in pages[i + 1 :] if page[1] is not None), None)
    risen = (before is None or rises(before, pages[i])) and (after is None or rises(pages[i], after))
    return numbers[i] is not None and risen


def longest_count(pages: Sequence[Printed]) -> set[int]:
    """The most members, by their index, whose numbers rise from each to the next; pages without a number are none. Of two that may
    stand before one the greater does: of 212 and 2 the former is the page before 214."""
    chains: list[tuple[int, int]] = []  # the length of the longest chain that ends at each member, and the member before it
    for i, page in enumerate(pages):
        before = [(chains[j][0], earlier[1] or 0, j) for j, earlier in enumerate(pages[:i]) if rises(earlier, page)]
        length, _, j = max(before, default=(0, 0, -1))
        chains.append((length + (page[1] is not None), j))
    kept: set[int] = set()
    i = max(range(len(pages)), key=lambda k: chains[k][0], default=-1)
    while i >= 0:
        kept.add(i)
        i = chains[i][1]
    return kept
