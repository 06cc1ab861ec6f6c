"""A timeline tells once what is filed several times, with every cite; what is said twice stays twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from corpora.batch import ingest
from corpora.corpus import Corpus
from graph.conclusion import conclude
from graph.copies import each_once
from graph.people import people_of
from graph.row import Row, rows
from graph.timeline import timeline
from tests.drawn import Text, drawn

HEAD = ["From: Dana Lee <dlee@acme.example>", "To: Bob Ray <bray@acme.example>", "Sent: Wednesday, October 4, 2023 1:05 PM"]
MAIL = [*HEAD, "Subject: boxes", "", "Bob, the boxes stay where they are until counsel has seen the list."]
SHORT = [*HEAD[:2], "Sent: Thursday, October 5, 2023 9:12 AM", "Subject: boxes", "", "Thanks!"]
BRIEF = [
    'Mr. Webb testified: "We kept every one of the boxes in the yard."',
    'Ms. Quill testified: "Nobody asked me for a receipt before the audit of that spring."',
    "The record holds nothing that speaks against what these two witnesses told the court under oath.",
]


def page(entry: int, lines: list[str]) -> list[Text]:
    stamp = f"Case 3:24-cv-01234-ABC   Document {entry}   Filed 02/06/24   Page 1 of 1"
    return [(72, 770, stamp), *((72.0, 700.0 - 20 * i, line) for i, line in enumerate(lines) if line)]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    for entry in (11, 12, 13):
        drawn(folder / f"mail-{entry}.pdf", [page(entry, MAIL)])
    for entry in (21, 22):
        drawn(folder / f"short-{entry}.pdf", [page(entry, SHORT)])
    drawn(folder / "public.pdf", [page(31, BRIEF)])
    drawn(folder / "sealed.pdf", [page(32, BRIEF)])
    drawn(
        folder / "reply.pdf",
        [page(33, ["On this the other side is silent.", BRIEF[0], "That is all that there is to say of it."])],
    )
    with Corpus.create(folder / "case") as corpus:
        ingest(corpus, sorted(folder.glob("*.pdf")))
        conclude(corpus)
    return folder / "case"


@pytest.fixture
def told(case: Path) -> Iterator[list[Row]]:
    with Corpus.open(case) as corpus:
        yield list(each_once(timeline(rows(corpus.records(), people_of(corpus))), corpus.copies()))


def cites(told: list[Row], words: str) -> list[str]:
    return [row.cite for row in told if words in row.text]


def test_a_message_filed_three_times_is_told_once_with_its_cites(told: list[Row]) -> None:
    assert cites(told, "boxes stay") == ["Dkt. 11 at 1 (also Dkt. 12 at 1; Dkt. 13 at 1)"]
    assert cites(told, "Thanks!") == ["Dkt. 21 at 1 (also Dkt. 22 at 1)"]


def test_a_paper_filed_again_tells_nothing_anew_but_another_paper_does(told: list[Row]) -> None:
    assert cites(told, "Nobody asked me") == ["Dkt. 31 at 1 (also Dkt. 32 at 1)"]
    assert cites(told, "every one of the boxes") == ["Dkt. 31 at 1 (also Dkt. 32 at 1)", "Dkt. 33 at 1"]


def test_every_copy_stays_a_statement(case: Path) -> None:
    with Corpus.open(case) as corpus:
        assert sum("boxes stay" in record.text for record in corpus.records()) == 3


def test_a_copy_is_told_where_the_first_is_not_wanted(case: Path) -> None:
    told = CliRunner().invoke(cli.app, ["timeline", str(case), "--document", "mail-12"]).stdout
    assert "Dkt. 12 at 1" in told
    assert "1 statements" in told
    assert "also" not in told


def test_the_command_line_tells_copies_if_asked(case: Path) -> None:
    once = CliRunner().invoke(cli.app, ["timeline", str(case), "--speaker", "Lee"]).stdout
    every = CliRunner().invoke(cli.app, ["timeline", str(case), "--speaker", "Lee", "--copies"]).stdout
    assert (once.splitlines()[-1], every.splitlines()[-1]) == ("2 statements", "5 statements")


def test_words_said_twice_in_one_paper_are_said_twice(tmp_path: Path) -> None:
    lines = ["Q.  Did you sign it?", "A.  Yes, I did.", "Q.  Did you read it?", "A.  Yes, I did.", "Q.  When was that?"]
    drawn(tmp_path / "one.pdf", [page(41, lines * 4)])
    drawn(tmp_path / "two.pdf", [page(42, lines * 4)])
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, sorted(tmp_path.glob("*.pdf")))
        conclude(corpus)
        every = list(rows(corpus.records(), people_of(corpus)))
        once = list(each_once(timeline(every), corpus.copies()))
    answers = [row for row in once if row.text == "Yes, I did."]
    assert 2 * len(answers) == sum(row.text == "Yes, I did." for row in every)
    assert len(answers) > 1
