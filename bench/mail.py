"""``python -m bench.mail``: every message of the mail gold that is missed, by class, beside the table committed last.

document	page	class

missed     a message that was not found                 extra   words taken for a message that are none
speaker    found, but its author is another or nobody   date    found, but dated otherwise
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.places import FIGURES, SHARED
from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.export import export

TABLE = FIGURES / "mail_misses.txt"
_CLASSES = ("missed", "extra", "speaker", "date")
Miss = tuple[str, int, str]


def main() -> None:
    """Print how many are missed by class, and which came or went since the table was committed; then keep the new table."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    before, now = _kept(), misses(SHARED / "gold" / "mail")
    print(*(f"{name} {count}" for name, count in sorted(Counter(name for *_, name in now.elements()).items())), sep="  ")
    for mark, rows in (("+", now - before), ("-", before - now)):
        for document, page, name in sorted(rows.elements()):
            print(f"{mark} {document} at {page}: {name}")
    FIGURES.mkdir(exist_ok=True)
    table = ("\t".join((document, str(page), name)) for document, page, name in sorted(now.elements()))
    TABLE.write_text("".join(f"{line}\n" for line in table), encoding="utf-8")


def misses(gold: Path) -> Counter[Miss]:
    """The misses of a new corpus of the gold's documents, as often as each occurs."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with Corpus.create(folder / "corpus") as corpus:
            ingest(corpus, [gold])
            export(corpus, folder / "out")
        scorer = [
            sys.executable,
            str(SHARED / "bench" / "score_filings.py"),
            str(gold),
            str(folder / "out" / "statements.jsonl"),
        ]
        told = subprocess.run([*scorer, "--show", "100000"], check=True, capture_output=True, text=True).stdout
    rows = (line.split(" | ") for line in told.splitlines() if line.split(" ")[0] in _CLASSES and line.count(" | ") > 2)
    return Counter((document, int(page), name.strip()) for name, document, page, *_ in rows)


def _kept() -> Counter[Miss]:
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    rows = (line.split("\t") for line in lines)
    return Counter((document, int(page), name) for document, page, name in rows)


if __name__ == "__main__":
    main()
