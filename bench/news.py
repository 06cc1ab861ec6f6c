"""``python -m bench news``: quotations of news and stories scored, and words a second of processor time beside textacy, in one run.

textacy is measured where it is installed (it is no dependency of Pincite), paragraph by paragraph, as its users call it and as the
figures of the other peers were taken in another run on this kind of machine, and with the model reading paragraphs in batches. Every
way first reads papers that are not measured: no model is loaded and no file opened under the clock. Then the papers are dealt into
groups, each read once by every way, who goes first changing: nobody has seen a text before, as nobody has who reads a new one. A
figure is the median of the groups; how many times another way's, the median of what it is within one group.
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
WARMING = 4  # papers read before the clock runs
EVERY = 5  # of the filings, in the order of their names
SUBSETS = ("all", "speech", "direct", "mixed", "indirect")
Way = Callable[[Sequence[Document]], None]
PEERS = {"GenderGapTracker": 4790, "textacy": 4590, "citron": 1960}  # words a second of processor time, on another run


def main() -> None:
    """Score, measure, print; keep the figures in ``bench/figures/news.json``."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    speed = speeds()  # before the texts are known
    figures = {"news": news(found_in("news")), "fiction": fiction(), "speed": speed, "peers, another run": PEERS}
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
    """Words a second of processor time, on news and on filings."""
    articles = list(documents("news").values())
    paths = sorted((SHARED / "filings").glob("gov.*.pdf"))
    filings = [read(path) for path in (*paths[1::EVERY][:WARMING], *paths[::EVERY])]
    return {"news": _speeds(articles), "filings": _speeds(filings)}


def _speeds(papers: Sequence[Document]) -> dict[str, float]:
    """Each way's words a second, and how many times those of the others Pincite's are."""
    ways: dict[str, Way] = {"pincite": _pincite}
    if importlib.util.find_spec("textacy"):
        ways |= {"textacy, per paragraph": _textacy(batch=1), "textacy, in batches": _textacy(batch=64)}
    for way in ways.values():
        way(papers[:WARMING])
    groups = [papers[WARMING + i :: RUNS] for i in range(RUNS)]
    rates = [_rates(ways, group, first) for first, group in enumerate(groups)]
    figures = {name: round(median(rate[name] for rate in rates), 1) for name in ways}
    others = [name for name in ways if name != "pincite"]
    return figures | {f"times {name}": round(median(r["pincite"] / r[name] for r in rates), 2) for name in others}


def _rates(ways: Mapping[str, Way], papers: Sequence[Document], first: int) -> dict[str, float]:
    """Words a second of each way on the same papers, the ways taking turns."""
    words = sum(len(paper.text.split()) for paper in papers)
    names = list(ways)
    return {name: words / _seconds(ways[name], papers) for name in (*names[first:], *names[:first])}


def _seconds(way: Way, papers: Sequence[Document]) -> float:
    start = time.process_time()
    way(papers)
    return time.process_time() - start


def _pincite(papers: Sequence[Document]) -> None:
    for paper in papers:
        find_statements(paper, Reading(by_kind=True))


def _textacy(batch: int) -> Way:
    quotes = importlib.import_module("textacy.extract").direct_quotations
    model = spacy.load(DEFAULT_PIPELINE)

    def run(papers: Sequence[Document]) -> None:
        paragraphs = [part for paper in papers for part in re.split(r"\n\s*\n", paper.text) if part.strip()]
        docs = (model(paragraph) for paragraph in paragraphs) if batch == 1 else model.pipe(paragraphs, batch_size=batch)
        for doc in docs:
            try:
                list(quotes(doc))
            except ValueError:  # marks that do not pair: it gives the paragraph up
                continue

    return run


if __name__ == "__main__":
    main()
