"""``python -m bench news``: quotations of news and stories scored, and words a second of processor time beside textacy, in one run.

textacy is measured where it is installed (it is no dependency of Pincite), paragraph by paragraph, as its users call it and as the
figures of the other peers were taken in another run on this kind of machine, and with the model reading paragraphs in batches.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

import spacy

from bench.calibration import chosen
from bench.places import FIGURES, SHARED
from bench.prose_sets import Found, documents, found_in, text_figures
from ingest.document import Document
from ingest.reader import read
from nlp.model import DEFAULT_PIPELINE
from nlp.statements import Reading, find_statements

RUNS = 3
FILINGS = 4
ARTICLES = 20
SUBSETS = ("all", "speech", "direct", "mixed", "indirect")
PEERS = {"GenderGapTracker": 4790, "textacy": 4590, "citron": 1960}  # words a second of processor time, on another run


def main() -> None:
    """Score, measure, print; keep the figures in ``bench/figures/news.json``."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    figures = {"news": news(found_in("news")), "fiction": fiction(), "speed": speeds(), "peers, another run": PEERS}
    print(json.dumps(figures, indent=1))
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "news.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def news(found: Found) -> dict[str, dict[str, float]]:
    """F1 by subset: words exactly, and words with speaker."""
    rows = {subset: text_figures("news", found, subset, "mention") for subset in SUBSETS}
    return {name: _f1(row) for name, row in rows.items()}


def fiction() -> dict[str, dict[str, float]]:
    """F1 by name: with the weights that ship, and each book with weights learned from others."""
    ways = {"as shipped": found_in("fiction"), "books left out": found_in("fiction", chosen("fiction"))}
    return {name: _f1(text_figures("fiction", found, "all", "name")) for name, found in ways.items()}


def _f1(row: Mapping[str, Any]) -> dict[str, float]:
    return {"exact": row["exact_PRF"][2], "with speaker": row["attr_PRF(overlap)"][2]}


def speeds() -> dict[str, dict[str, float]]:
    """Words a second of processor time, on news and on filings, each way the median of some runs that take turns."""
    filings = [read(path) for path in sorted((SHARED / "filings").glob("gov.*.pdf"))[:FILINGS]]
    return {"news": _speeds(list(documents("news").values())[:ARTICLES]), "filings": _speeds(filings)}


def _speeds(papers: Sequence[Document]) -> dict[str, float]:
    words = sum(len(paper.text.split()) for paper in papers)
    ways: dict[str, Callable[[], object]] = {"pincite": lambda: [find_statements(p, Reading(by_kind=True)) for p in papers]}
    if importlib.util.find_spec("textacy"):
        texts = [paper.text for paper in papers]
        ways["textacy, per paragraph"] = _textacy(texts, batch=1)
        ways["textacy, in batches"] = _textacy(texts, batch=64)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            seconds[name].append(_seconds(way))
    return {name: round(words / median(found), 1) for name, found in seconds.items()}


def _seconds(way: Callable[[], object]) -> float:
    start = time.process_time()
    way()
    return time.process_time() - start


def _textacy(texts: Sequence[str], batch: int) -> Callable[[], object]:
    quotes = importlib.import_module("textacy.extract").direct_quotations
    model = spacy.load(DEFAULT_PIPELINE)
    paragraphs = [part for text in texts for part in re.split(r"\n\s*\n", text) if part.strip()]

    def run() -> None:
        docs = (model(paragraph) for paragraph in paragraphs) if batch == 1 else model.pipe(paragraphs, batch_size=batch)
        for doc in docs:
            try:
                list(quotes(doc))
            except ValueError:  # marks that do not pair: it gives the paragraph up
                continue

    return run


if __name__ == "__main__":
    main()
