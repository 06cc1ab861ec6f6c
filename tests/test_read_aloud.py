"""Words read out of a document are the document's: which passage of a turn, and which exhibit."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span
from nlp.read_aloud import find_read_aloud


def hearing(*turns: str) -> Document:
    """A transcript of questions, one a line."""
    text = "\n".join(turns)
    starts = [sum(len(turn) + 1 for turn in turns[:i]) for i in range(len(turns))]
    segments = tuple(Segment((Span(at, at + len(turn)),), "question") for at, turn in zip(starts, turns, strict=True))
    return Document("0", "a.txt", text, (), (), segments=segments)


def read_out(*turns: str) -> list[tuple[str, str]]:
    """The words and the exhibit of each passage."""
    document = hearing(*turns)
    return [(document.words(s.spans), s.record_cite) for s in find_read_aloud(document)]


READ = {
    "marked": "Exhibit 12, second line (As read:) “The bank shall wait until June.” Is that so?",
    "marked without a colon": 'In Exhibit 12, (reading) "The bank shall wait until June."',
    "a document says": "Exhibit 12 says, “The bank shall wait until June.” Do you see that?",
    "with quote": 'And the first sentence of Exhibit 12 reads, quote, "The bank shall wait until June." Correct?',
    "over a line's end": "Exhibit 12 states that\n“The bank shall wait until June.”",
    "it": "Look at Exhibit 12. It says, “The bank shall wait until June.”",
}


@pytest.mark.parametrize("turn", READ.values(), ids=READ)
def test_a_passage_is_quoted_from_its_exhibit(turn: str) -> None:
    assert read_out(turn) == [("The bank shall wait until June.", "Exhibit 12")]


def test_the_exhibit_may_have_been_named_before() -> None:
    assert read_out("Please turn to Exhibit 12.", "Yes.", "It says, “The bank shall wait.”") == [
        ("The bank shall wait.", "Exhibit 12")
    ]


def test_a_filing_by_its_docket_number() -> None:
    assert read_out("From Docket 499-2, (As read:) “The bank shall wait.”") == [("The bank shall wait.", "Docket 499-2")]


def test_of_two_exhibits_neither() -> None:
    turn = "Exhibits aside, compare Exhibit 12 and Exhibit 13. It says, “The bank shall wait.”"
    assert read_out(turn) == [("The bank shall wait.", "")]


SPOKEN = {
    "a person said": "He said, “The bank shall wait until June.”",
    "a titled person said": "And in the letter Mr. Orr said, “The bank shall wait until June.”",
    "a word": "The letter says “promptly,” does it not?",
    "no quotation": "Exhibit 12 says that the bank shall wait.",
    "no document": "Did anybody read “The Quay at Dawn by Moonlight”?",
}


@pytest.mark.parametrize("turn", SPOKEN.values(), ids=SPOKEN)
def test_what_is_not_read_from_a_document(turn: str) -> None:
    assert read_out(turn) == []


def test_two_passages_of_one_turn() -> None:
    turn = "Exhibit 4 says, “The bank shall wait.” And below it says, “No later than June.”"
    assert [words for words, _ in read_out(turn)] == ["The bank shall wait.", "No later than June."]


def test_whoever_reads_is_not_the_speaker_of_the_words() -> None:
    (found,) = find_read_aloud(hearing("Exhibit 4 says, “The bank shall wait.”"))
    assert (found.kind, found.attribution.speakers, found.attribution.as_written) == ("quote", (), "Exhibit 4")
    assert found.attribution.cue is not None
    assert found.attribution.cue.as_written == "says"
