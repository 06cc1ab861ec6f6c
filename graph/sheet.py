"""Rows of cells as a file, in the format that its ending asks for.

write_sheet(Path("lee.csv"), ("name", "age"), [("Ann", 3)])      .csv .xlsx .jsonl
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from graph.csv_file import write_csv
from graph.jsonl_file import write_jsonl
from graph.xlsx_file import write_xlsx
from ingest.errors import QueryError

W = TypeVar("W")
Rows = Iterable[Sequence[object]]


def _write_jsonl(path: Path, header: Sequence[str], rows: Rows) -> int:
    return write_jsonl(path, (dict(zip(header, row, strict=True)) for row in rows))


_WRITERS: dict[str, Callable[[Path, Sequence[str], Rows], int]] = {
    ".csv": write_csv,
    ".xlsx": write_xlsx,
    ".jsonl": _write_jsonl,
}
ENDINGS = tuple(_WRITERS)


def write_sheet(path: Path, header: Sequence[str], rows: Rows) -> int:
    """Write rows below their header; how many there were.

    :raises QueryError: no format has that ending.
    """
    return by_ending(_WRITERS, path)(path, header, rows)


def by_ending(writers: dict[str, W], path: Path) -> W:
    """The writer for a file's ending.

    :raises QueryError: there is none.
    """
    if path.suffix.lower() not in writers:
        raise QueryError(f"{path.name}: no format for this ending; write one of {' '.join(writers)}")
    return writers[path.suffix.lower()]
