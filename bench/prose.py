"""``python -m bench prose``: every statement of the filings' gold that is missed, by class, beside the table committed last.

document	page	class

missed      a statement that was not found             extra        words taken for a statement that are none
speaker     found, but its speaker is another          date         found, but dated otherwise
exact       found, but not letter for letter           addressees   found, but addressed to others
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from bench.mail import Miss, misses
from bench.places import FIGURES, SHARED
from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.export import export

GOLD = SHARED / "gold" / "prose"
TABLE = FIGURES / "prose_misses.txt"


def main() -> None:
    """Print how many are missed by class, and which came or went since the table was committed; then keep the new table."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    before, now = _kept(), _missed()
    print(*(f"{sort} {count}" for sort, count in sorted(Counter(sort for *_, sort in now.elements()).items())), sep="  ")
    print(f"{(now - before).total()} came, {(before - now).total()} went")
    lines = ("\t".join((document, str(page), sort)) for document, page, sort in sorted(now.elements()))
    FIGURES.mkdir(exist_ok=True)
    TABLE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _missed() -> Counter[Miss]:
    """The misses of a new corpus of the gold's documents, as often as each occurs."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with Corpus.create(folder / "corpus") as corpus:
            ingest(corpus, [GOLD])
            export(corpus, folder / "out")
        return Counter(misses(GOLD, folder / "out" / "statements.jsonl"))


def _kept() -> Counter[Miss]:
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    return Counter((document, int(page), sort) for document, page, sort in (line.split("\t") for line in lines))


if __name__ == "__main__":
    main()
