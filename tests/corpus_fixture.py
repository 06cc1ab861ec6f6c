"""The sample corpus, written and ingested once a run, whatever the number of processes that test; read it, do not write to it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.sample import write


def sample_corpus(factory: pytest.TempPathFactory) -> Path:
    """The folder of the ingested sample corpus."""
    base = factory.getbasetemp()
    root = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = root / "sample" / "Achterberg", root / "sample" / "done"
    folder.parent.mkdir(exist_ok=True)
    with (root / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            write(folder)
            with Corpus.create(folder) as corpus:
                ingest(corpus, [folder / "filings"])
            done.touch()
    return folder
