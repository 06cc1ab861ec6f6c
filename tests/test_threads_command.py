"""``pincite threads`` on the sample corpus: the list, one thread as a tree, whose threads, files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from tests.corpus_fixture import sample_corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_corpus(tmp_path_factory)


def printed(*words: object) -> list[str]:
    done = CliRunner().invoke(cli.app, ["threads", *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_a_thread_is_listed_with_its_people_and_places(corpus: Path) -> None:
    lines = printed(corpus)
    first = next(i for i, line in enumerate(lines) if "“Books for Cantor-2”" in line)
    assert lines[first].endswith("2023-03-14T17:31 to 2023-03-16T22:42  “Books for Cantor-2”  5 messages")
    assert lines[first + 1].startswith("    people      William Tanaka; Daniel Chen; Sean O'Dowd; Pieter van der Linden")
    assert lines[first + 2 : first + 6] == [
        "    joined      Grace Chen (2023-03-16T22:42, Dkt. 449-3 at 2)",
        "    dropped     Priya Raghunathan (2023-03-16T22:42, Dkt. 449-3 at 2)",
        "    only below  Dkt. 449-3 at 3; Dkt. 449-3 at 2-3; Dkt. 449-3 at 2",
        "    printed at  Dkt. 449-3 at 3; Dkt. 449-3 at 2-3; Dkt. 449-3 at 2",
    ]
    assert lines[-1] == "2 threads; 1 mail printed once, without an answer: --singles"


def test_the_same_conversation_in_two_exhibits_is_one_thread_at_all_its_places(corpus: Path) -> None:
    (places,) = [line for line in printed(corpus, "--speaker", "Whitcombe") if line.startswith("    printed at")]
    assert places.split("  ")[-1] == "Dkt. 449-4 at 2; Dkt. 455-2 at 2; Dkt. 449-4 at 3; Dkt. 455-2 at 3"


def test_a_thread_in_full_is_a_tree_with_the_reasons(corpus: Path) -> None:
    whose = next(line for line in printed(corpus) if "Cantor-2" in line).split()[0]
    lines = printed(corpus, "--thread", whose[:6])
    assert [line for line in lines if line.strip()[:1].isdigit() and "message" not in line][-1] == (
        "        5  2023-03-16T22:42  Katharina Voss to Marisol Okafor; Pieter van der Linden; Grace Chen"
    )
    assert "            answers     4: printed below it, Dkt. 449-3 at 2" in lines
    assert "            not on it   Priya Raghunathan; William Tanaka; Daniel Chen; Sean O'Dowd" in lines
    assert "    printed at  Dkt. 449-3 at 3 (only below later mails)" in lines


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--person", "Grace Chen"], "1 thread"),
        (["--person", "Fournier"], "1 thread"),
        (["--person", "Priya"], "2 threads; 1 mail printed once, without an answer: --singles"),
        (["--person", "Priya", "--singles"], "3 threads"),
        (["--topic", "data sourcing", "--since", "2023-06"], "1 thread"),
        (["--person", "Nobody At All"], "0 threads"),
    ],
)
def test_which_threads_are_wanted(corpus: Path, words: list[str], count: str) -> None:
    assert printed(corpus, *words)[-1] == count


def test_files_have_a_row_for_every_message(corpus: Path, tmp_path: Path) -> None:
    assert printed(corpus, "-o", tmp_path / "t.csv") == [f"10 messages of 3 threads in {tmp_path / 't.csv'}"]
    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["message"] for row in rows if row["thread_subject"] == "Books for Cantor-2"] == ["1", "2", "3", "4", "5"]
    printed(corpus, "-o", tmp_path / "t.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["message_id"] for line in lines] == [row["message_id"] for row in rows]
    assert lines[-1]["places"] == "Dkt. 449-4 at 3; Dkt. 455-2 at 3"
