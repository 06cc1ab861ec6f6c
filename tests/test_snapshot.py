"""A corpus in memory: read again when the store changes, and only then; a ruling is there at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.corpus import Corpus
from corpora.record import Review
from graph import snapshot as snapshot_module
from graph.filter import Filter
from graph.shelf import corpora_in
from graph.snapshot import Snapshots, take
from ingest.errors import CorpusError
from tests.small_case import ANSWER, CHAT, MAIL, write_case

KIM = Review("rejected", "Kim", "2026-01-02T10:00")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "lee")


@pytest.fixture
def takes(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were read, one entry a reading."""
    seen: list[Path] = []

    def counted(folder: Path) -> snapshot_module.Snapshot:
        seen.append(folder)
        return take(folder)

    monkeypatch.setattr(snapshot_module, "take", counted)
    return seen


def test_a_corpus_that_did_not_change_is_read_once(case: Path, takes: list[Path]) -> None:
    held = Snapshots()
    assert held.get(case) is held.get(case)
    with Corpus.open(case) as corpus:  # a reader changes nothing
        list(corpus.records())
    held.get(case)
    assert takes == [case]


def test_a_corpus_that_changed_is_read_again(case: Path, takes: list[Path]) -> None:
    held = Snapshots()
    before = held.get(case)
    with Corpus.open(case) as corpus:
        corpus.decide(before.rows[0].statement_id, KIM)
        assert held.get(case).records[0].review == KIM  # even while the writer has it open
    assert takes == [case, case]


def test_a_ruling_of_our_own_is_there_at_once_without_reading_again(case: Path, takes: list[Path]) -> None:
    held = Snapshots()
    before = held.get(case)
    after = held.decide(case, before.rows[2].statement_id, KIM)
    assert takes == [case]
    assert after is held.get(case)
    assert (after.version, after.rulings) == (before.version, 1)
    fresh = take(case)
    assert after.records == fresh.records
    assert after.rows == fresh.rows
    assert fresh.rows[2].review == "rejected, Kim, 2026-01-02T10:00"


def test_only_a_few_corpora_are_held(tmp_path: Path, takes: list[Path]) -> None:
    one, two = write_case(tmp_path / "one"), write_case(tmp_path / "two")
    held = Snapshots(at_most=1)
    for folder in (one, two, one):
        held.get(folder)
    assert takes == [one, two, one]


def test_rows_are_selected_by_filter_and_words(case: Path) -> None:
    found = take(case)
    assert [row.text for row in found.select(Filter(speaker="Lee", since="2023-10-05"))] == [MAIL, CHAT]
    assert [row.text for row in found.select(Filter(), "libgen ALL")] == [ANSWER]
    assert found.select(Filter(), "libgen seeding") == ()


def test_values_come_most_frequent_first(case: Path) -> None:
    found = take(case)
    assert found.values("speaker") == ("Dana Lee", "Bob Ray", "Ann Cole")
    assert found.values("topics") == ("data sourcing",)


def test_what_is_not_there_is_none(case: Path) -> None:
    found = take(case)
    assert found.record("no such id") is None
    first, last = found.rows[0], found.rows[-1]
    assert found.rows_of((last.statement_id, "no such id", first.statement_id)) == (last, first)


def test_a_folder_without_a_corpus_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus here"):
        Snapshots().get(tmp_path)


def test_a_folder_is_a_corpus_or_holds_some(case: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert corpora_in(case) == (case,)
    assert corpora_in(tmp_path) == (case,)
    assert corpora_in(tmp_path / "notes") == ()
    assert corpora_in(tmp_path / "nowhere") == ()
