"""Stores that an older Pincite made are brought up to date, or refused in one line that says what to do."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from corpora.corpus import STORE_FILE, Corpus
from corpora.layout import LAYOUT
from corpora.ledger import Entry
from corpora.record import Review
from corpora.work import records_of
from ingest.document import Docket
from ingest.errors import CorpusError
from ingest.reader import read
from nlp.statements import Reading
from tests.test_mail_print import CHAIN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one chain of mail, with a ruling on it, as it was before rulings could correct the speaker."""
    (tmp_path / "chain.txt").write_text(CHAIN, encoding="utf-8")
    paper = replace(read(tmp_path / "chain.txt"), docket=Docket("3:24-cv-00007-AB", "9"))
    with Corpus.create(tmp_path / "case") as corpus:
        records = records_of(paper, tmp_path / "chain.txt", Reading())
        corpus.store.add(paper, records, tmp_path / "chain.txt", Entry("chain.txt", paper.id, "done", statements=1))
        corpus.decide(records[0].statement.id, Review("accepted", "A. Nalyst", "2025-01-31T10:00"))
    altered(
        tmp_path / "case",
        "ALTER TABLE decisions DROP COLUMN speaker",
        "DROP TABLE mails",
        "DROP TABLE cases",
        "PRAGMA user_version = 0",
    )
    return tmp_path / "case"


def altered(folder: Path, *sql: str) -> None:
    with sqlite3.connect(folder / STORE_FILE) as db:
        for statement in sql:
            db.execute(statement)
    db.close()


def version(folder: Path) -> int:
    db = sqlite3.connect(folder / STORE_FILE)
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    db.close()
    return found


def test_an_older_store_is_brought_up_to_date_with_all_that_is_in_it(folder: Path) -> None:
    with Corpus.open(folder) as corpus:
        (said,) = corpus.records()
        assert (said.review.verdict, said.review.who, said.review.speaker) == ("accepted", "A. Nalyst", None)
        assert sorted(head.subject for head in corpus.mail_heads().values()) == ["FW: Ledger", "Ledger"]
        assert [record.cite for record in corpus.wordless()] == ["Dkt. 9 at 1"]
        assert corpus.cases() == {"24-cv-00007"}
        corpus.decide(said.statement.id, Review("corrected", "A. Nalyst", "2025-02-01T10:00", "Ann Lee"))
        assert [record.review.speaker for record in corpus.records()] == ["Ann Lee"]
    assert version(folder) == LAYOUT


def test_what_cannot_be_read_any_more_is_left_as_it_is_and_said_so(folder: Path) -> None:
    altered(folder, "UPDATE documents SET body = x'00'")
    with pytest.raises(CorpusError, match=r"cannot be read; read the papers again into a new folder"):
        Corpus.open(folder)
    assert version(folder) == 0


def test_a_store_of_a_newer_pincite_is_refused(folder: Path) -> None:
    altered(folder, f"PRAGMA user_version = {LAYOUT + 1}")
    with pytest.raises(CorpusError, match=f"a newer Pincite made this store .layout {LAYOUT + 1}, here {LAYOUT}."):
        Corpus.open(folder)
    assert version(folder) == LAYOUT + 1


def test_an_older_store_that_cannot_be_written_to_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpora.store._is_read_only", lambda _: True)
    with pytest.raises(CorpusError, match="open it once where its folder can be written to"):
        Corpus.open(folder)


def test_statements_that_cannot_be_read_are_said_so_when_they_are_asked_for(folder: Path) -> None:
    with Corpus.open(folder):
        pass
    altered(folder, """UPDATE statements SET record = '{"speaker": "Ada"}'""")
    with Corpus.open(folder) as corpus, pytest.raises(CorpusError, match="another Pincite made this store"):
        list(corpus.records())
