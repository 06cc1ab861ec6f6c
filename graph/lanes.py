"""Where each dated statement stands in a chart of who said what when.

mark    4 October 2023 in the lane of Dana Lee       "2023-10" stands at the month's first day
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.row import Row, split

OTHERS, NOBODY = "(others)", "(not named)"
NO_TOPIC = "(no topic)"
_EARLIEST = ("0001", "01", "01")


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated row in the chart: its lane, the beginning of its date, and its first topic."""

    row: Row
    lane: str
    start: datetime
    topic: str


def marks(rows: Sequence[Row], lanes: int) -> tuple[Mark, ...]:
    """The dated of ``rows``, in their order; whoever is not among the ``lanes`` busiest speakers shares the lane of the others."""
    dated = [row for row in rows if row.date]
    busiest = {name for name, _ in Counter(row.speaker for row in dated if row.speaker).most_common(lanes)}
    return tuple(
        Mark(row, _lane(row.speaker, busiest), start_of(row.date), next(iter(split(row.topics)), NO_TOPIC)) for row in dated
    )


def _lane(speaker: str, busiest: set[str]) -> str:
    if not speaker:
        return NOBODY
    return speaker if speaker in busiest else OTHERS


def start_of(date: str) -> datetime:
    """The first moment of an ISO date of any precision."""
    day, _, time = date.partition("T")
    parts = day.split("-")
    return datetime.fromisoformat("-".join((*parts, *_EARLIEST[len(parts) :])) + (f"T{time}" if time else ""))
