"""``python -m bench people``: who is who, scored and timed.

mail          people.json of the mail gold, by its own scorer                               pairwise precision, B-cubed
aliases       a table of a government's mail aliases, over 1,800 of its mails as text       B-cubed
pairs         labelled pairs of names, beside WRatio and splink in one run                  precision, recall, F1
nicknames     relations known                                                               counts
chains        A ~ B ~ C with A and C ruled two, as many as one likes                        ends fused (none may be)
growth        1,000 to 100,000 made-up names, each size in a process of its own             seconds of the processor, MiB

``BENCH_CORPORA=folder`` keeps the corpora there and takes them up again.
"""

from __future__ import annotations

import csv
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.linkage import clusters
from bench.made_names import chains, records
from bench.name_pairs import nickname_figures, pair_figures
from bench.places import FIGURES, SHARED
from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.people import people_of, resolve
from graph.people_file import write_people_jsonl

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
_LIMITS = (0.5, 0.9, 0.99)  # match probabilities at which splink's pairs are joined


def main() -> None:
    """Print every figure and keep them in ``bench/figures/people.json``."""
    figures: dict[str, Any] = {"chains": chain_figures(), "growth": growth()}
    if SHARED.is_dir():
        figures |= {
            "pairs": pair_figures(),
            "nicknames": nickname_figures(),
            "mail": scored(_mail()),
            "aliases": scored(_aliases()),
        }
    else:
        print("the gold (../shared) is not on this machine: only made-up names are measured")
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    path = FIGURES / "people.json"
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    FIGURES.mkdir(exist_ok=True)
    path.write_text(json.dumps({**before, **figures}, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


Gold = dict[str, list[str]]


def _mail() -> tuple[str, Path, Gold]:
    gold = SHARED / "gold/mail"
    return "mail", gold, json.loads((gold / "people.json").read_text(encoding="utf-8"))


def _aliases() -> tuple[str, Path, Gold]:
    folder = SHARED / "clinton-foia"
    table: Gold = defaultdict(list)
    with (folder / "versionedInput__alias_person.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            table[row["PersonName"]].append(row["AliasName"])
    return "aliases", folder / "text", table


def scored(subject: tuple[str, Path, Gold]) -> dict[str, Any]:
    """The scorer's figures for the people of a corpus of these papers; and for the same forms as splink clusters them."""
    name, papers, gold = subject
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(os.environ.get("BENCH_CORPORA") or scratch) / name
        with Corpus.create(folder) as corpus:
            ingest(corpus, [papers])
            people = people_of(corpus)
        table, ours = Path(scratch) / "gold.json", Path(scratch) / "people.jsonl"
        table.write_text(json.dumps(gold), encoding="utf-8")
        write_people_jsonl(ours, people.persons, {})
        found = _score(table, ours)
        print(*(f"{name}: fused {a} and {b}" for a, b in found["wrongly_fused"]), sep="\n")
        found["wrongly_fused"] = len(found["wrongly_fused"])  # names of others' papers are shown, and not kept
        forms = sorted({form for person in people.persons for form in (person.name, *person.forms, *person.addresses)})
        return found | {f"splink at {limit}": one for limit in _LIMITS if (one := _linked(table, forms, limit, Path(scratch)))}


def _linked(table: Path, forms: list[str], limit: float, scratch: Path) -> dict[str, Any] | None:
    found = clusters(forms, limit)
    if found is None:
        return None
    rows: dict[int, list[str]] = defaultdict(list)
    for form, cluster in zip(forms, found, strict=True):
        rows[cluster].append(form)
    path = scratch / "splink.jsonl"
    lines = (json.dumps({"name": theirs[0], "forms": theirs}, ensure_ascii=False) for theirs in rows.values())
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return {key: value for key, value in _score(table, path).items() if key != "wrongly_fused"}


def _score(gold: Path, people: Path) -> dict[str, Any]:
    scorer = SHARED / "bench" / "score_people.py"
    run = subprocess.run([sys.executable, str(scorer), str(gold), str(people)], check=True, capture_output=True, text=True)
    return dict(json.loads(run.stdout))


def chain_figures(count: int = 500) -> dict[str, int]:
    """Chains of look-alikes in one case each whose ends are ruled two: how many ends were fused, how many middles joined one end."""
    fused = joined = 0
    for said, ruling, keys in chains(count):
        who = dict(resolve(said, decisions=(ruling,)).identities)
        first, middle, last = (who[key].id for key in keys)
        fused += first == last
        joined += middle in {first, last}
    return {"chains": count, "ends fused": fused, "middles joined to one end": joined}


def growth() -> dict[str, Any]:
    """Seconds of the processor and MiB for each number of names; ``exponent`` 1 is linear, between the last two sizes."""
    rows = {f"{size:,}": _alone(size) for size in SIZES}
    (small, few), (large, many) = list(zip(SIZES, rows.values(), strict=True))[-2:]
    return {**rows, "exponent": round(math.log(many["cpu_s"] / few["cpu_s"]) / math.log(large / small), 2)}


def _alone(size: int) -> dict[str, float]:
    code = f"from bench.people import measure; measure({size})"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return dict(json.loads(run.stdout))


def measure(size: int) -> None:
    """Print what resolving ``size`` names costs this process, making them included."""
    wall, cpu = time.perf_counter(), time.process_time()
    people = resolve(records(size))
    figures = {
        "cpu_s": round(time.process_time() - cpu, 1),
        "wall_s": round(time.perf_counter() - wall, 1),
        "mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "people": len(people.persons),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
