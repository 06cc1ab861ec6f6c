"""Pages a second of the reader beside raw pdfium and pypdf on the same filings, in one run; medians of three."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pypdf
import pypdfium2

from bench.places import FIGURES, SHARED
from ingest import pdf
from ingest.reader import read

FILES = 20
RUNS = 3


def main() -> None:
    """Measure and print; keep the figures in ``bench/figures/reader.json``."""
    if not SHARED.is_dir():
        print("the filings (../shared) are not on this machine")
        return
    paths = [p for p in sorted((SHARED / "filings").glob("gov.*.pdf")) if len(pypdfium2.PdfDocument(p)) <= 40][:FILES]
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in paths)
    ways: dict[str, Callable[[Path], object]] = {
        "pdfium, text alone": _pdfium,
        "pypdf, text alone": _pypdf,
        "pieces": _pieces,
        "read": read,
    }
    rates = {name: round(pages / median(_seconds(way, paths) for _ in range(RUNS)), 1) for name, way in ways.items()}
    raw, other = rates["pdfium, text alone"], rates["pypdf, text alone"]
    for name, rate in rates.items():
        print(f"{name:20} {rate:8.1f} pages/s   {rate / raw:5.2f} of raw pdfium   {rate / other:5.1f} x pypdf")
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "reader.json").write_text(json.dumps({"pages": pages, **rates}, indent=1) + "\n", encoding="utf-8")


def _seconds(way: Callable[[Path], object], paths: list[Path]) -> float:
    start = time.perf_counter()
    for path in paths:
        way(path)
    return time.perf_counter() - start


def _pdfium(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def _pypdf(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def _pieces(path: Path) -> list[object]:
    return list(pdf.sheets(path))
