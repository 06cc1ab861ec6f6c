"""The batch run over all filings beside the checkout: wall time, peak memory of parent and children, states."""

from __future__ import annotations

import json
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.children import watched
from bench.places import FIGURES, SHARED
from corpora.batch import ingest
from corpora.corpus import Corpus


def main() -> None:
    """Measure and print; keep the figures in ``bench/figures/batch.json``."""
    if not SHARED.is_dir():
        print("the filings (../shared) are not on this machine")
        return
    with tempfile.TemporaryDirectory() as scratch, Corpus.create(Path(scratch) / "corpus") as corpus:
        start = time.perf_counter()
        with watched() as peaks:
            report = ingest(corpus, [SHARED / "filings"])
        seconds = time.perf_counter() - start
    pages: Counter[str] = Counter()
    for entry in report.entries:
        pages.update(dict(entry.pages))
    figures = {
        "files": len(report.entries),
        "states": report.states,
        "pages": dict(sorted(pages.items())),
        "statements": sum(entry.statements for entry in report.entries),
        "seconds": round(seconds, 1),
        "parent_MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "largest_child_MiB": max(peaks, default=0) // 1024,
    }
    print(json.dumps(figures, indent=1))
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "batch.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
