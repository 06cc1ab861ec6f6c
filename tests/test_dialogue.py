"""Stories: who says the words that nothing reports, and who is meant by "she". One line a turn: rule, speaker, words."""

from __future__ import annotations

import pytest

from ingest.span import Span
from nlp.figure import Figures, core
from nlp.gender import Genders
from nlp.ranker import Candidate, Question, Ranker
from tests.test_prose_by_kind import STORY, found, read


def turns(text: str) -> list[str]:
    document = read(text + STORY)
    return [f"{s.attribution.rule} | {s.attribution.as_written} | {document.words(s.spans)}" for s in found(text + STORY)]


def test_people_take_turns() -> None:
    text = "“It is late,” said Emma.\n\n“Not so very late,” said Tom.\n\n“You always say that.”\n\n“Because it is always true.”\n\n"
    assert turns(text) == [
        "after | Emma | It is late,",
        "after | Tom | Not so very late,",
        "turn | Emma | You always say that.",
        "turn | Tom | Because it is always true.",
    ]


def test_a_pronoun_is_who_fits_and_its_name_is_printed_where_the_row_says() -> None:
    text = "Emma looked at the gate, and Tom looked at Emma.\n\n“It is locked,” she said.\n\n"
    document = read(text + STORY)
    (statement,) = found(text + STORY)
    said = statement.attribution
    assert said.as_written == "Emma"
    assert [party.span.of(document.text) for party in said.speakers if party.span] == ["Emma"]
    assert [span.of(document.text) for span in said.beside] == ["she"]


def test_a_second_quotation_of_a_paragraph_has_the_speaker_of_the_first() -> None:
    text = "“It is locked,” said Emma. She shook the gate. “We shall climb,” and up went her foot.\n\n"
    assert turns(text) == ["after | Emma | It is locked,", "paragraph | Emma | We shall climb,"]


def test_a_turn_goes_on_where_its_mark_was_not_closed() -> None:
    text = "“It is locked,” said Emma. “It was locked when we came.\n\n“And it will be locked tomorrow.”\n\n"
    assert turns(text)[-1] == "continued | Emma | And it will be locked tomorrow."


def test_where_nobody_can_be_chosen_the_words_stay() -> None:
    assert turns("“Who goes there?”\n\n") == ["turn |  | Who goes there?"]


def test_the_ranker_gives_no_answer_where_two_are_the_same() -> None:
    same = tuple(Candidate(frozenset({name}), {"named": 1.0}) for name in ("emma", "tom"))
    assert Ranker().choose(Question("turn", Span(0, 4), same)) is None
    assert Ranker({}).choose(Question("turn", Span(0, 4), ())) is None


@pytest.mark.parametrize(
    ("written", "sex"),
    [
        pytest.param("Mrs. Lynde", "f", id="form of address"),
        pytest.param("the old gentleman", "m", id="noun"),
        pytest.param("Emma Vale", "f", id="given name"),
        pytest.param("Vale", "", id="a surname tells nothing"),
    ],
)
def test_the_sex_that_words_tell(written: str, sex: str) -> None:
    assert Genders("").of(written) == sex


def test_the_pronouns_that_follow_a_name_tell_its_sex() -> None:
    text = "At noon Vireo came and he sat. Then Vireo rose, and he left. Later Vireo wrote that he was ill."
    assert Genders(text).of("Vireo") == "m"


def test_a_longer_name_is_the_same_figure_and_another_sex_is_not() -> None:
    figures = Figures(Genders(""))
    lynde = figures.meet("Mrs. Rachel Lynde", named=True)
    assert figures.meet("Rachel", named=True) is lynde
    assert figures.meet("Mr. Lynde", named=True) is not lynde
    assert core("the") == frozenset()
