"""``python -m bench mail``: the mail gold, every miss by class with its explanation, beside the table committed last.

document	page	class	explanation

missed      a message that was not found               extra        words taken for a message that are none
speaker     found, but its author is another or nobody date         found, but dated otherwise
exact       found, but not letter for letter           addressees   found, but addressed to others

The figures are taken three times: as read; with the table of aliases that was published with the State Department's release as the
roster, as an analyst of that release has it (the gold takes who "H" and "PIR" are from there); and with the gold's own list of people
for one, which shows what is lost to names alone. An explanation is written into the table by hand and stays with its document and class.
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
from corpora.roster import RosterEntry, read_roster
from graph.conclusion import conclude
from graph.export import export

TABLE, NUMBERS = FIGURES / "mail_misses.txt", FIGURES / "mail.json"
ALIASES = "versionedInput__alias_person.csv"
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
        exported = exports(gold, Path(scratch))
        figures = {name: _figures(gold, statements) for name, statements in exported.items()}
        now = Counter(misses(gold, exported["as_read"]))
    for name, figure in figures.items():
        print(name, *(f"{key} {figure[key]}" for key in SHOWN), sep="  ")
    print(*(f"{name} {count}" for name, count in sorted(Counter(name for *_, name in now.elements()).items())), sep="  ")
    for mark, rows in (("+", now - before), ("-", before - now)):
        for document, page, name in sorted(rows.elements()):
            print(f"{mark} {document} at {page}: {name}")
    _keep(now, reasons)
    NUMBERS.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def exports(gold: Path, scratch: Path) -> dict[str, Path]:
    """The statements of a new corpus of the gold's documents: without a roster, with the release's aliases, with the gold's people."""
    people = json.loads((gold / "people.json").read_text(encoding="utf-8"))
    rosters = {
        "as_read": (),
        "with_the_release_s_aliases": read_roster(SHARED / "clinton-foia" / ALIASES),
        "with_the_gold_s_people": tuple(_entry(name, forms) for name, forms in people.items()),
    }
    with Corpus.create(scratch / "corpus") as corpus:
        ingest(corpus, [gold])
        conclude(corpus)
        for name, roster in rosters.items():
            corpus.settings = replace(corpus.settings, roster=roster)
            export(corpus, scratch / name)
    return {name: scratch / name / "statements.jsonl" for name in rosters}


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
