"""Each paper by the conventions of its kind: a filing, the press, a story. Made-up papers, long enough to show their kind."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.paragraph import find_paragraphs
from ingest.segmenter import segmented
from nlp.caption import read_caption
from nlp.genre import genre_of
from nlp.model import load
from nlp.options import Options
from nlp.prose import find_reported
from nlp.statement import Statement
from tests.papers import paper

FACTS = (
    "\n\nNorthwind Data opened its plant in Toledo, Ohio, in 1998 with 40 people. In May 2014 it had 1,200, half of them in Lima and Dayton. "
    "Dana Quill came from Akron in 2001. Marcus Reyes came from Erie in 2003. The plant on Monroe Street burned on Friday, June 6, 2014, "
    "and again on Monday, March 2, 2015. Northwind Data then moved to Cleveland, to a site of 12 acres between Lake Erie and Route 90. "
    "The move cost 14 million dollars. A fifth of the machines went to Gary, Indiana. In 2016 the plant made 3,000 valves for ships from Duluth, "
    "Milwaukee and Chicago, and 900 pumps for Detroit.\n"
)
COURT = "\n\nPlaintiff filed the motion. See Dkt. 12 at 3. Defendant answered. Fed. R. Civ. P. 12.\n"
STORY = (
    "\n\nThe road went down between the fields, and the old house stood at the end of it with its windows shut. He had not been there "
    "since he was a boy. She walked beside him and held his arm, for the ground was wet and her shoes were thin. They came to the gate. "
    "It would not open, so he lifted it, and she laughed at him, and he put it down again and wiped his hands on the grass. A dog ran "
    "out to them and ran back. The door was green now. Nobody had cut the hedge, and the path was full of leaves.\n"
)


def read(text: str) -> Document:
    return segmented(paper(text), (find_paragraphs,))


def found(text: str) -> list[Statement]:
    return find_reported(read(text), load(), Options(by_kind=True))


def told(text: str, around: str = FACTS) -> list[str]:
    """The statements of a text among others: rule, speaker as written, words."""
    document = read(text + around)
    statements = find_reported(document, load(), Options(by_kind=True))
    return [f"{s.attribution.rule} | {s.attribution.as_written} | {document.words(s.spans)}" for s in statements]


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        pytest.param(FACTS, "press", id="names, numbers and days"),
        pytest.param(FACTS + COURT, "filing", id="the words of the courts"),
        pytest.param(STORY, "tale", id="a story"),
        pytest.param("Dana Quill came from Akron in 2001.", "filing", id="too short to tell"),
    ],
)
def test_the_kind_of_a_paper_is_read_from_its_words(text: str, genre: str) -> None:
    document = read(text)
    assert genre_of(document, read_caption(document)) == genre


def test_the_surroundings_of_these_tests_report_nothing() -> None:
    assert told("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quill said that the valve was a “coin toss.”", "clause | Quill | that the valve was a “coin toss.”", id="that and marks"
        ),
        pytest.param(
            "Quill said the valve “was bound to fail under ordinary use.”",
            "clause | Quill | the valve “was bound to fail under ordinary use.”",
            id="the whole clause, not the marked words alone",
        ),
        pytest.param("Quill believes that the valve will hold.", "belief | Quill | that the valve will hold", id="belief"),
        pytest.param("Reyes plans to close the plant.", "intent | Reyes | to close the plant", id="intent"),
        pytest.param("Reyes urged Quill to close the plant.", "intent | Reyes | Quill to close the plant", id="wish"),
        pytest.param("Quill criticized the plan for its cost.", "judgement | Quill | the plan for its cost", id="judgement"),
        pytest.param("Reyes called for a second test.", "about | Reyes | a second test", id="verb with preposition"),
        pytest.param(
            "Reyes praised the plan, which nobody had read.", "judgement | Reyes | the plan", id="the teller's remark is left out"
        ),
        pytest.param(
            "Reyes said that Quill believes that it will hold.",
            "clause | Reyes | that Quill believes that it will hold",
            id="what is reported already is not reported twice",
        ),
    ],
)  # fmt: skip
def test_news_tells_what_people_think_and_want(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_filing_does_not_tell_what_people_think_and_want() -> None:
    assert told("Quill believes that the valve will hold. Reyes plans to close the plant.", FACTS + COURT) == []


def test_what_is_only_thought_is_less_sure_than_what_is_said() -> None:
    said, thought = found("Quill said that the valve will hold. Reyes believes that it will not." + FACTS)
    assert thought.attribution.confidence < said.attribution.confidence


def test_a_report_behind_a_sentence_is_of_the_whole_sentence() -> None:
    assert told("However, the valve had cracked, but the pump had held, Quill said.") == [
        "clause | Quill | the valve had cracked, but the pump had held"
    ]


def test_a_conversation_with_labels_has_its_speakers() -> None:
    text = (
        "The two then talked of the plant on the air.\n\n“QUILL: Will you close it?\n\n“REYES: We shall see.\n\n"
        "“But it is not likely.”\n\n"
    )
    assert told(text) == [
        "label | QUILL | Will you close it?",
        "label | REYES | We shall see.",
        "label | REYES | But it is not likely.",
    ]


def test_a_quotation_alone_goes_on_with_the_report_before_it() -> None:
    text = "The tests “never met the demand of the yard,” says Dana Quill, who led them. “We asked for more time.”"
    assert told(text)[-1] == "continued | Dana Quill | We asked for more time."
