"""Where statements stand in a chart of who said what when.

lane    Dana Lee                       the busiest speakers have one each, the rest share one
spot    Dana Lee, 4 October 2023, email, 3 statements       "2023-10" stands at the month's first day
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.row import Row, split

OTHERS, NOBODY = "(others)", "(not named)"
NO_TOPIC = "(no topic)"
_EARLIEST = ("0001", "01", "01")


@dataclass(frozen=True, slots=True)
class Spot:
    """The statements of one lane, one date and one group (a kind, or a first topic), at the beginning of the date."""

    lane: str
    date: str
    group: str
    start: datetime
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """How many statements of one group fall in a month."""

    start: datetime
    group: str
    statements: int


def spots(rows: Sequence[Row], *, lanes: int, by_topic: bool = False) -> tuple[Spot, ...]:
    """The dated of ``rows``, gathered; whoever is not among the ``lanes`` busiest speakers shares the lane of the others."""
    dated = [row for row in rows if row.date]
    busiest = {name for name, _ in Counter(row.speaker for row in dated if row.speaker).most_common(lanes)}
    gathered: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in dated:
        gathered[_lane(row.speaker, busiest), row.date, _group(row, by_topic=by_topic)].append(row)
    return tuple(Spot(*key, start_of(key[1]), tuple(found)) for key, found in gathered.items())


def months(rows: Sequence[Row], *, by_topic: bool = False) -> tuple[Month, ...]:
    """The rows whose month is known, counted by month and group, in that order."""
    counts = Counter((row.date[:7], _group(row, by_topic=by_topic)) for row in rows if len(row.date) >= len("2023-10"))
    return tuple(Month(start_of(month), group, count) for (month, group), count in sorted(counts.items()))


def lane_order(found: Sequence[Spot]) -> list[str]:
    """The lanes from the top: the busiest speaker first, the shared lanes last."""
    counts = Counter[str]()
    for spot in found:
        counts[spot.lane] += len(spot.rows)
    return sorted(counts, key=lambda lane: (lane in {OTHERS, NOBODY}, -counts[lane], lane))


def _lane(speaker: str, busiest: set[str]) -> str:
    if not speaker:
        return NOBODY
    return speaker if speaker in busiest else OTHERS


def _group(row: Row, *, by_topic: bool) -> str:
    return next(iter(split(row.topics)), NO_TOPIC) if by_topic else row.kind


def start_of(date: str) -> datetime:
    """The first moment of an ISO date of any precision."""
    day, _, time = date.partition("T")
    parts = day.split("-")
    return datetime.fromisoformat("-".join((*parts, *_EARLIEST[len(parts) :])) + (f"T{time}" if time else ""))
