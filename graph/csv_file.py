"""CSV as RFC 4180 has it: UTF-8, comma, CRLF, quotes where needed.

No byte order mark: it would stand in the name of the first column for every script that reads plain UTF-8. Excel, which
wants one, has the .xlsx with the same columns.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.atomic import replacing
from graph.cell import harmless


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write the rows below the header; how many there were."""
    count = 0
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            count += 1
            writer.writerow([harmless(value) for value in row])
    return count
