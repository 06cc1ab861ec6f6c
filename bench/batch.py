"""The batch run over all filings beside the checkout: wall time, peak memory of parent and children, states."""

from __future__ import annotations

import json
import os
import re
import resource
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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
        with _watched() as peaks:
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


@contextmanager
def _watched() -> Iterator[list[int]]:
    """The peak memory of each process of our session but ourselves, in KiB, looked up in /proc four times a second."""
    peaks: dict[int, int] = {}
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.25):
            for path in Path("/proc").glob("[0-9]*/status"):
                with suppress(OSError):
                    _note(path, peaks)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    found: list[int] = []
    yield found
    over.set()
    watcher.join()
    found += peaks.values()


def _note(path: Path, peaks: dict[int, int]) -> None:
    number = int(path.parent.name)
    if number != os.getpid() and os.getsid(number) == os.getsid(0):
        peak = re.search(r"VmHWM:\s*(\d+) kB", path.read_text())
        peaks[number] = max(peaks.get(number, 0), int(peak[1]) if peak else 0)
