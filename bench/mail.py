"""``python -m bench mail``: the mail gold, every miss by class with its explanation, beside the table committed last.

document	page	class	explanation

missed      a message that was not found               extra        words taken for a message that are none
speaker     found, but its author is another or nobody date         found, but dated otherwise
exact       found, but not letter for letter           addressees   found, but addressed to others

The figures are taken twice: as read; and with the gold's own list of people as the roster of the corpus, which shows what is lost
to names alone. An explanation is written into the table by hand and stays with its document and class.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.places import FIGURES, SHARED
from bench.scorer import scorer
from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.settings import RosterEntry
from graph.export import export

TABLE, NUMBERS = FIGURES / "mail_misses.txt", FIGURES / "mail.json"
SHOWN = ("attributed_PRF", "found_PRF", "exact", "speaker", "silent", "addressees_PRF", "date", "page")
Miss = tuple[str, int, str]
_Row = dict[str, Any]


def main() -> None:
    """Print the figures, how many are missed by class, and which came or went since the table was committed; keep the new table."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    gold = SHARED / "gold" / "mail"
    before, reasons = _kept()
    with tempfile.TemporaryDirectory() as scratch:
        as_read, named = exports(gold, Path(scratch))
        figures = {"as_read": _figures(gold, as_read), "with_the_gold_s_people": _figures(gold, named)}
        now = Counter(misses(gold, as_read))
    for name, figure in figures.items():
        print(name, *(f"{key} {figure[key]}" for key in SHOWN), sep="  ")
    print(*(f"{name} {count}" for name, count in sorted(Counter(name for *_, name in now.elements()).items())), sep="  ")
    for mark, rows in (("+", now - before), ("-", before - now)):
        for document, page, name in sorted(rows.elements()):
            print(f"{mark} {document} at {page}: {name}")
    _keep(now, reasons)
    NUMBERS.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def exports(gold: Path, scratch: Path) -> tuple[Path, Path]:
    """The statements of a new corpus of the gold's documents: without a roster, and with the gold's people for one."""
    people = json.loads((gold / "people.json").read_text(encoding="utf-8"))
    with Corpus.create(scratch / "corpus") as corpus:
        ingest(corpus, [gold])
        export(corpus, scratch / "read")
        corpus.settings = replace(corpus.settings, roster=tuple(_entry(name, forms) for name, forms in people.items()))
        export(corpus, scratch / "named")
    return scratch / "read" / "statements.jsonl", scratch / "named" / "statements.jsonl"


def _entry(name: str, forms: list[str]) -> RosterEntry:
    addresses = tuple(form for form in forms if "@" in form)
    return RosterEntry(name, tuple(form for form in forms if form not in addresses and form != name), addresses)


def _figures(gold: Path, statements: Path) -> dict[str, Any]:
    result, _ = scorer().score(gold, statements)
    return {**{key: result[key] for key in SHOWN}, "by_kind": result["by_kind"]}


def misses(gold: Path, statements: Path) -> Iterator[Miss]:
    """Every miss, as often as it occurs."""
    module = scorer()
    _, told = module.score(gold, statements)
    for name, document, page, *_ in told:
        yield document, int(page), name
    rows, found = module.rows(gold / "gold.jsonl"), module.rows(statements)
    for document in sorted({row["document"] for row in rows}):
        asked = [row for row in rows if row["document"] == document and row["text"] and not row.get("doubtful")]
        here = [row for row in found if row["document"] == document]
        for i, j in module.pair(asked, here):
            yield from _lesser(asked[i], here[j])


def _lesser(asked: _Row, found: _Row) -> Iterator[Miss]:
    module = scorer()
    place = (asked["document"], int(asked["page"]))
    if module.letters(asked["text"]) != module.letters(found["text"]):
        yield *place, "exact"
    wanted, got = module.names(asked.get("addressees")), module.names(found.get("addressees"))
    if not wanted and asked.get("addressees_inferred"):
        return
    right = sum(any(module.same_name(a, b) for b in got) for a in wanted)
    if right < max(len(wanted), len(got)):
        yield *place, "addressees"


def _kept() -> tuple[Counter[Miss], dict[tuple[str, str], str]]:
    """The misses of the table committed last, and the explanations in it by document and class."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    rows = [(*line.split("\t"), "")[:4] for line in lines]
    reasons = {(document, name): reason for document, _, name, reason in rows if reason}
    return Counter((document, int(page), name) for document, page, name, _ in rows), reasons


def _keep(now: Counter[Miss], reasons: dict[tuple[str, str], str]) -> None:
    FIGURES.mkdir(exist_ok=True)
    rows = ((document, str(page), name, reasons.get((document, name), "")) for document, page, name in sorted(now.elements()))
    TABLE.write_text("".join("\t".join(row).rstrip() + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
