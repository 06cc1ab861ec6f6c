"""Excel workbooks, written row by row in constant memory, the same bytes for the same rows.

A sheet holds 1,048,576 rows and a cell 32,767 characters: more rows go on in further sheets, longer words end in a note that
says where they stand whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import xlsxwriter

from graph.atomic import replacing
from graph.cell import harmless

SHEET_ROWS = 1_048_575  # below the header
CELL_CHARACTERS = 32_767
_CUT = " [... cut: a cell holds no more; whole in statements.csv]"
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

T = TypeVar("T")


def write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], sheet_rows: int = SHEET_ROWS) -> int:
    """Write the rows below the header; how many there were."""
    count = 0
    with replacing(path) as draft, xlsxwriter.Workbook(str(draft), _OPTIONS) as book:
        # The date of making would make every rerun another file.
        book.set_properties({"created": datetime(1980, 1, 1)})
        bold = book.add_format({"bold": True})
        for number, sheetful in enumerate(_sheetfuls(rows, sheet_rows), start=1):
            sheet = book.add_worksheet("statements" if number == 1 else f"statements {number}")
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, header, bold)
            for i, row in enumerate(sheetful, start=1):
                count += 1
                for column, value in enumerate(row):
                    _write(sheet, i, column, value)
    return count


def _sheetfuls(rows: Iterable[Sequence[object]], size: int) -> Iterator[Iterator[Sequence[object]]]:
    """The rows in runs of ``size``, at least one run; each must be used up before the next is asked for."""
    stream = iter(rows)
    ahead = next(stream, None)
    yield _run(ahead, stream, size)
    while (ahead := next(stream, None)) is not None:
        yield _run(ahead, stream, size)


def _run(first: T | None, stream: Iterator[T], size: int) -> Iterator[T]:
    if first is not None:
        yield first
        yield from (row for _, row in zip(range(size - 1), stream, strict=False))


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: object) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, fitting(str(harmless(value))))


def fitting(text: str) -> str:
    """The text, or as much of it as a cell holds with a note."""
    return text if len(text) <= CELL_CHARACTERS else text[: CELL_CHARACTERS - len(_CUT)] + _CUT
