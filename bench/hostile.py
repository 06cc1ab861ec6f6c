"""Hostile files through the batch run: real damaged PDFs beside the checkout, seeded mutants, bombs, odd things in a folder."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from bench.children import watched
from bench.places import FIGURES, SHARED
from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.ledger import Entry
from tests.hostile_papers import bombs, mutants, odd_papers

_MUTANTS = 300


def main() -> None:
    """Measure and print; keep the figures in ``bench/figures/hostile.json``."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "odd").mkdir()
        sets = {
            "damaged": sorted((SHARED / "broken").glob("*.pdf")) if SHARED.is_dir() else [],
            "mutants": mutants(folder / "mutants", _MUTANTS),
            "bombs and odd": [*odd_papers(folder / "odd"), *bombs(folder)],
        }
        figures = {name: _figures(files, folder / f"corpus {name}") for name, files in sets.items() if files}
    print(json.dumps(figures, indent=1))
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "hostile.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _figures(files: Sequence[Path], folder: Path) -> dict[str, object]:
    """A run over files: how each ended, the longest gap between two rows, the parent's memory before and after."""
    times = [time.perf_counter()]

    def rung(entry: Entry, done: int, total: int) -> None:
        del entry, done, total
        times.append(time.perf_counter())

    before = _memory()
    with Corpus.create(folder) as corpus:
        with watched() as peaks:
            report = ingest(corpus, files, progress=rung)
        rows = list(corpus.entries())
    return {
        "files": len(files),
        "rows": len(rows),
        "states": report.states,
        "refused or failed without a reason": sum(not row.why for row in rows if row.state in {"refused", "failed"}),
        "reasons": dict(Counter(_kind(row) for row in rows if row.state != "done").most_common()),
        "seconds": round(times[-1] - times[0], 1),
        "longest_wait_s": round(max(b - a for a, b in pairwise(times)), 1),
        "parent_MiB": [before, _memory()],
        "largest_child_MiB": max(peaks, default=0) // 1024,
    }


def _kind(row: Entry) -> str:
    """The reason without the file's name and what is the file's own."""
    return row.why.partition(": ")[2].split(";")[0].split("(")[0].strip()[:70] or row.why[:70]


def _memory() -> int:
    """Resident MiB of this process now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


if __name__ == "__main__":
    main()
