"""Who said what, by date: undated statements stand last, in the order of their documents.

2023        a year, before
2023-10     a month in it, before
2023-10-04  a day in that: of intervals that begin together the longer comes first
"""

from __future__ import annotations

import heapq
import json
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

from graph.row import Row

# Rows sorted in memory at a time: some 100 MB.
AT_ONCE = 50_000


def timeline(rows: Iterable[Row]) -> list[Row]:
    """The rows by date, in memory."""
    return sorted(rows, key=by_date)


def by_date(row: Row) -> tuple[bool, str]:
    """The key of the order: dated before undated, then the date as printed in ISO 8601, which sorts as dates do."""
    return (not row.date, row.date)


def long_timeline(rows: Iterable[Row], at_once: int = AT_ONCE) -> Iterator[Row]:
    """The rows by date at any number of them: sorted runs on disk, merged; the same order as :func:`timeline`."""
    stream = iter(rows)
    first = list(islice(stream, at_once))
    if len(first) < at_once:
        yield from timeline(first)
        return
    with tempfile.TemporaryFile() as spill:
        runs = [_write(spill, timeline(first))]
        while run := list(islice(stream, at_once)):
            runs.append(_write(spill, timeline(run)))
        # Runs stand in the order they came in, and merge takes equal keys from the earlier one: the order is stable.
        yield from heapq.merge(*(_read(spill, places) for places in runs), key=by_date)


def _write(spill: IO[bytes], run: list[Row]) -> list[int]:
    places = []
    for row in run:
        places.append(spill.tell())
        spill.write(json.dumps(row.cells).encode() + b"\n")
    return places


def _read(spill: IO[bytes], places: list[int]) -> Iterator[Row]:
    for place in places:
        spill.seek(place)
        yield Row(*json.loads(spill.readline()))
