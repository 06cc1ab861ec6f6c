"""Exact words on machine text: of the rows found on pages that were typeset, the share with the very letters of the gold.

Letters that a scanner's OCR bent are the OCR's, whoever ran it: a page with a picture as large as itself is a scan, whether its text
layer was made here or came with the file.

    exact_on_machine_text({"page": 1, ...} rows of the gold, rows of the export, folder of the papers)   (399, 410)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

import pypdfium2

from bench.scorer import scorer

_LARGE = 0.5  # of the page

Row = Mapping[str, Any]


def exact_on_machine_text(gold: Iterable[Row], exported: Iterable[Row], papers: Path) -> tuple[int, int]:
    """Rows found on typeset pages whose letters and digits are the gold's, and all rows found there."""
    asked, said = _by_paper(gold), _by_paper(exported)
    letters = scorer().letters
    exact = found = 0
    for paper, rows in asked.items():
        scans = scanned_pages(papers / paper)
        for i, j in scorer().pair(rows, said[paper]):
            if int(rows[i]["page"]) not in scans and _is_asked(rows[i]):
                found += 1
                exact += letters(rows[i]["text"]) == letters(said[paper][j]["text"])
    return exact, found


def _by_paper(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    papers: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] in scorer().FAMILY:
            papers[PurePath(row["document"]).name].append(row)
    return papers


def _is_asked(row: Row) -> bool:
    return not any(row.get(mark) for mark in ("doubtful", "legal_authority", "empty_body"))


def scanned_pages(path: Path) -> set[int]:
    """Pages of a PDF, counted from one, that hold a picture larger than half of the page."""
    if path.suffix.lower() != ".pdf":
        return set()
    return {number for number, page in enumerate(pypdfium2.PdfDocument(path), start=1) if _is_scan(page)}


def _is_scan(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    boxes = (item.get_bounds() for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    return any((right - left) * (top - bottom) > _LARGE * width * height for left, bottom, right, top in boxes)
