"""What answers do: disclaim memory, and be about what was asked."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.span import Span
from nlp.statement import Attribution, Kind, Statement
from nlp.testimony import read_testimony, recall_of

NONE = {
    "plain": "I don't recall.",
    "typographic": "I don’t recall.",
    "with its object": "I do not remember that meeting.",
    "a noun": "I have no recollection of that.",
    "no specific": "I have no specific memory of it.",
    "not any": "I don't have any recollection of that.",
    "as I sit here": "I can't say as I sit here.",
    "sitting here": "Sitting here today, I cannot remember.",
    "stuttered": "I -- I don't recall the number.",
    "with an excuse": "I don't remember. I would have to look at the file.",
    "not known either": "I don't know. I don't recall.",
    "forgotten": "I forget.",
    "without I": "Don't recall.",
}
SOMETHING = {
    "a denial with a hedge": "Not that I recall.",
    "a denial": "No, I don't recall that happening.",
    "a denial of any": "I don't recall any such meeting.",
    "yes": "Yes, I recall.",
    "something after all": "I don't recall the day, but he signed it.",
    "something before": "It was over a hundred, but I don't recall the number.",
    "another sentence": "There were thousands. I don't remember the number.",
    "recalled": "I recall a letter.",
    "as I recall": "As I recall, it was blue.",
    "asked back": "Do I recall what?",
    "a recollection": "I have a recollection of that.",
}


@pytest.mark.parametrize("answer", NONE.values(), ids=NONE)
def test_memory_is_disclaimed(answer: str) -> None:
    assert recall_of(answer) == "none"


@pytest.mark.parametrize("answer", SOMETHING.values(), ids=SOMETHING)
def test_something_is_answered(answer: str) -> None:
    assert recall_of(answer) == ""


def turns(*said: tuple[Kind, str, tuple[str, ...]]) -> tuple[Statement, ...]:
    """Statements of a made-up transcript, one a line, read for what they do."""
    text, found = "", []
    for kind, words, topics in said:
        spans = (Span(len(text), len(text) + len(words)),)
        found.append(Statement("0", spans, kind, Attribution((), "label", 1.0), topics=topics))
        text += words + "\n"
    return read_testimony(found, Document("0", "a.txt", text, (), ()))


def test_an_answer_is_about_what_was_asked() -> None:
    _, objection, answer = turns(
        ("question", "Did you torrent it?", ("data sourcing",)), ("colloquy", "Objection.", ()), ("answer", "Yes.", ("scale",))
    )
    assert answer.topics == ("scale", "data sourcing")
    assert objection.topics == ()


def test_an_answer_is_not_about_an_earlier_question() -> None:
    *_, answer = turns(
        ("question", "Did you torrent it?", ("data sourcing",)),
        ("answer", "Yes.", ()),
        ("question", "When?", ()),
        ("answer", "May.", ()),
    )
    assert answer.topics == ()


def test_only_answers_are_read_for_memory() -> None:
    question, answer = turns(("question", "I don't recall, you said?", ()), ("answer", "I don't recall.", ()))
    assert (question.recall, answer.recall) == ("", "none")
