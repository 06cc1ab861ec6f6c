"""``pincite read --explain``: every statement tells why its speaker is its speaker."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from corpora.source import Found
from graph.reading import read_rows
from nlp.confidence import PRECISION
from nlp.reason import REASONS, reason_of
from tests.test_prose_by_kind import STORY

NEWS = "Dana Quill told Marcus Reyes that the valve would leak. Reyes denied that it leaked. “It did,” Quill said.\n"


def explained(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(path), "--explain"])
    assert result.exit_code == 0
    return [line.strip() for line in result.output.splitlines() if line.startswith("    ")]


def test_every_statement_has_its_reason_its_rule_and_its_cue(tmp_path: Path) -> None:
    lines = explained(tmp_path, NEWS)
    assert lines[1:3] == [
        "because: the subject of the verb that reports the clause",
        "rule clause, cue “told” (said), written “Dana Quill”, confidence 0.82",
    ]
    assert "cue “denied” (denied)" in lines[5]
    assert lines[7] == "because: the name beside the verb that follows the quotation"
    assert sum(line.startswith("because: ") for line in lines) == 3


def test_a_pronoun_is_told_with_whom_it_stands_for(tmp_path: Path) -> None:
    lines = explained(tmp_path, "Emma looked at the gate, and Tom looked at Emma.\n\n“It is locked,” she said.\n" + STORY)
    assert "“she” is taken to mean “Emma”" in lines[1]


def test_the_places_of_a_speaker_are_the_name_and_the_word_that_stands_for_it(tmp_path: Path) -> None:
    text = "Emma looked at the gate, and Tom looked at Emma.\n\n“It is locked,” she said.\n" + STORY
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    (row,) = read_rows(Found(path))
    places = row["speaker_spans"]
    assert isinstance(places, list)
    assert [text[start:end] for start, end in places] == ["Emma", "she"]


@pytest.mark.parametrize("rule", sorted(PRECISION))
def test_no_rule_is_without_a_reason(rule: str) -> None:
    assert reason_of(rule, "quote") == REASONS[rule]
