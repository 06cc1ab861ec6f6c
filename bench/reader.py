"""Pages a second of the reader beside raw pdfium, pypdf and pdfplumber on the same pages, in one run; and what a long paper takes.

Two sets of filings that need no OCR: pages that were typeset, and scans that came with a text layer (there a picture as large as
the page is looked at for redactions, which no reader of text does). Time is the processor's, so that other work on the machine
counts less; the ways take turns, and medians count. ``pdfplumber`` is measured where it is installed.

    pieces    words with the places of the lines they stand on, redactions seen to
    lines     printed lines in reading order, each with its box and number, furniture apart; and all that a document is besides:
              pages whose text is garbage told from others, the file's hash, what it says of itself
    read      the lines divided into messages, turns and paragraphs

The others give text without places (pdfplumber: words with theirs), look for no redactions and lift no furniture. Every way opens
the file anew.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pypdf
import pypdfium2

from bench.machine_text import scanned_pages
from bench.places import FIGURES, SHARED
from ingest import pdf
from ingest.furniture import lift
from ingest.limits import Limits
from ingest.reader import read, read_pages
from ingest.recognition import wants_ocr
from tests.long_paper import long_paper, peak_of_reading

FILES, RUNS, LONG = 12, 5, 5_000
_MOST_PAGES = 40
_Ways = dict[str, Callable[[Path], object]]


def main() -> None:
    """Measure and print; keep the figures in ``bench/figures/reader.json``."""
    figures: dict[str, object] = {}
    if SHARED.is_dir():
        figures |= {name: _measured(paths) for name, paths in _sets().items()}
    else:
        print("the filings (../shared) are not on this machine: only the long paper is read")
    figures["long paper"] = _long()
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "reader.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _sets() -> dict[str, list[Path]]:
    """Filings that need no OCR: those without, and those with pictures as large as a page."""
    typeset: list[Path] = []
    scanned: list[Path] = []
    for path in sorted((SHARED / "filings").glob("gov.*.pdf")):
        if pdf.page_count(path) <= _MOST_PAGES and not any(map(wants_ocr, lift(list(pdf.sheets(path))))):
            (scanned if scanned_pages(path) else typeset).append(path)
    return {"typeset": typeset[:FILES], "scans with a text layer": scanned[:FILES]}


def _measured(paths: Sequence[Path]) -> dict[str, object]:
    pages = sum(map(pdf.page_count, paths))
    ways: _Ways = {
        "pdfium, text alone": _pdfium,
        "pypdf, text alone": _pypdf,
        "pieces": lambda path: list(pdf.sheets(path)),
        "lines": lambda path: read_pages(path, Limits()),
        "read": read,
    }
    if importlib.util.find_spec("pdfplumber"):
        ways["pdfplumber, words"] = _pdfplumber
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for run in range(RUNS):
        for name, way in ways.items():
            if run == 0 or not name.startswith("pdfplumber"):  # once: it takes as long as all others together
                taken[name].append(_seconds(way, paths))
    rates = {name: round(pages / median(seconds), 1) for name, seconds in taken.items()}
    raw, other = rates["pdfium, text alone"], rates["pypdf, text alone"]
    for name, rate in rates.items():
        print(f"{name:20} {rate:8.1f} pages/s   {rate / raw:5.2f} of raw pdfium   {rate / other:5.1f} x pypdf")
    shares = {name: [round(rates[name] / raw, 2), round(rates[name] / other, 1)] for name in ("pieces", "lines", "read")}
    return {"files": len(paths), "pages": pages, "pages_a_second": rates, "of_raw_pdfium_and_times_pypdf": shares}


def _seconds(way: Callable[[Path], object], paths: Sequence[Path]) -> float:
    start = time.process_time()
    for path in paths:
        way(path)
    return time.process_time() - start


def _long() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as scratch:
        path = long_paper(Path(scratch) / "long.pdf", LONG)
        start = time.perf_counter()
        pages, letters, peak = peak_of_reading(path)
    seconds = round(time.perf_counter() - start, 1)
    print(f"a paper of {pages:,} pages, {letters:,} letters: {peak} MiB at most, {seconds} s")
    return {"pages": pages, "letters": letters, "peak_MiB": peak, "seconds": seconds}


def _pdfium(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def _pypdf(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def _pdfplumber(path: Path) -> list[object]:
    with importlib.import_module("pdfplumber").open(path) as document:
        return [page.extract_words() for page in document.pages]


if __name__ == "__main__":
    main()
