"""JSON Lines: one object a line, UTF-8, words verbatim."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.atomic import replacing


def json_line(row: Mapping[str, object]) -> str:
    """One object as one line, without its newline."""
    return json.dumps(row, ensure_ascii=False)


def write_jsonl(path: Path, rows: Iterable[Mapping[str, object]]) -> int:
    """Write the rows; how many there were."""
    count = 0
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            count += 1
            file.write(json_line(row) + "\n")
    return count
