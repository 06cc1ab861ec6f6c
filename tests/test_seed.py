"""The press article that set the project off: who said what, to whom, when, about what, and one node for each person."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.record import Record
from corpora.work import records_of
from graph.network import connect
from graph.people import People, resolve
from graph.row import Row, rows
from ingest.reader import read
from nlp.statements import Reading
from tests.shared import SHARED, needs_shared

pytestmark = [pytest.mark.real, needs_shared]


@pytest.fixture(scope="module")
def read_seed() -> tuple[tuple[Record, ...], People, list[Row]]:
    path = next(iter(sorted((SHARED / "seeds").glob("*.pdf"))), Path("absent"))
    records = records_of(read(path), path, Reading())
    people = resolve(records)
    return records, people, list(rows(records, people))


def only(found: list[Row], *words: str) -> Row:
    """The one row with all these words."""
    wanted = [row for row in found if all(word in row.text for word in words)]
    assert len(wanted) == 1, [row.text for row in wanted]
    return wanted[0]


def test_the_race_to_gpt_4(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    row = only(read_seed[2], "Our goal should be GPT-4")
    assert row.text.endswith("win this race.")
    assert (row.speaker, row.addressees, row.date, row.kind) == ("Ahmed Aldahal", "Hugo Toveron", "2023-10", "quote")
    assert "competitors" in row.topics


def test_a_misspelt_speaker_is_the_same_man(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    row = only(read_seed[2], "Mistral is not comparable")
    assert (row.speaker, row.speaker_as_written) == ("Ahmed Aldahal", "Aldahl")
    assert "competitors" in row.topics


def test_the_libgen_discussion_has_both_men(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    row = only(read_seed[2], "LibGen")
    assert row.speaker == "Ahmed Aldahal; Hugo Toveron"
    assert "data sourcing" in row.topics


def test_the_data_mix_was_bad(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    found = [row for row in read_seed[2] if "“bad,”" in row.text and row.cue == "admitted"]
    assert len(found) == 1
    assert found[0].speaker_as_written == "the company’s researchers"
    assert "data sourcing" in found[0].topics


def test_both_halves_of_the_split_quotation(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    row = only(read_seed[2], "This year, Llama 3", "Starting next year")
    assert row.speaker == "Mark Zuckerberg"
    assert (row.date, row.kind) == ("2024-07", "quote")


def test_one_node_each(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    records, people, _ = read_seed
    labels = [data["label"] for _, data in connect(records, people).nodes(data=True) if data["kind"] == "person"]
    assert [label for label in labels if "Aldah" in label] == ["Ahmed Aldahal"]
    assert [label for label in labels if "Tover" in label] == ["Hugo Toveron"]


def test_every_row_is_verified_by_the_second_reader(read_seed: tuple[tuple[Record, ...], People, list[Row]]) -> None:
    assert {row.verified for row in read_seed[2]} == {"exact"}
