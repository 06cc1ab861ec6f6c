"""Scores on the gold sets beside the checkout and on the sample corpus, with gains and losses against the figures committed last."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from bench.machine_text import exact_on_machine_text
from bench.places import FIGURES, SHARED
from bench.scorer import scorer
from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.sample import write
from graph.conclusion import conclude
from graph.export import export

SETS = ("mail", "transcripts", "prose")
SHOWN = (
    "attributed_PRF",
    "found_PRF",
    "exact",
    "exact_on_machine_text",
    "speaker",
    "silent",
    "addressees_PRF",
    "date",
    "page",
    "lines",
)


def main() -> None:
    """Score every set and print a table; keep the figures in ``bench/figures/scores.json``."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: only the sample corpus is scored")
    before = _last()
    figures = {name: score(name) for name in (*(SETS if SHARED.is_dir() else ()), "sample")}
    for name, figure in figures.items():
        print(
            name,
            *(f"{key} {_short(figure[key])}{_change(before.get(name, {}).get(key), figure[key])}" for key in SHOWN),
            sep="  ",
        )
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "scores.json").write_text(json.dumps({**before, **figures}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _last() -> dict[str, Any]:
    path = FIGURES / "scores.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def score(name: str) -> dict[str, Any]:
    """The scorer's figures for one set: its documents ingested into a new corpus and exported."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if name == "sample":
            write(folder / "corpus")
            gold, papers = folder / "corpus" / "gold", folder / "corpus" / "filings"
        else:
            gold = papers = SHARED / "gold" / name
        with Corpus.create(folder / "corpus") as corpus:
            ingest(corpus, [papers])
            conclude(corpus)
            export(corpus, folder / "out")
        exported = folder / "out" / "statements.jsonl"
        result, _ = scorer().score(gold, exported)
        read = scorer().rows
        machine_text = scorer().ratio(*exact_on_machine_text(read(gold / "gold.jsonl"), read(exported), papers))
        return {**result, "exact_on_machine_text": machine_text}


def _short(value: object) -> object:
    return value[2] if isinstance(value, list) else value


def _change(before: object, now: object) -> str:
    old, new = _short(before), _short(now)
    if not isinstance(old, int | float) or not isinstance(new, int | float) or old == new:
        return ""
    return f" ({new - old:+.1f})"
