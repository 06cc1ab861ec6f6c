"""Dates that lean on another: on the date told of before, or on the document's own."""

from __future__ import annotations

from datetime import datetime

import pytest

from ingest.when import When, day
from nlp.relative_dates import find_relative_dates, may_be_dated

TOLD = day(datetime(2018, 11, 30), "November 30, 2018")
FILED = day(datetime(2019, 3, 15), "March 15, 2019")  # a Friday


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        pytest.param("The same day, she resigned.", "2018-11-30", id="same day"),
        pytest.param("That day she resigned.", "2018-11-30", id="that day"),
        pytest.param("The next day she resigned.", "2018-12-01", id="next day, over a month's end"),
        pytest.param("Three days later she resigned.", "2018-12-03", id="days later"),
        pytest.param("Two months later she resigned.", "2019-01", id="months later: a month wide"),
        pytest.param("A year earlier she had resigned.", "2017", id="a year earlier"),
        pytest.param("The previous month she had resigned.", "2018-10", id="previous month"),
        pytest.param("Two months ago she resigned.", "2019-01", id="ago leans on the document"),
        pytest.param("She resigned last July.", "2018-07", id="last July"),
        pytest.param("She resigned last March.", "2018-03", id="last March, in March"),
        pytest.param("She resigned last year.", "2018", id="last year"),
        pytest.param("She resigned yesterday.", "2019-03-14", id="yesterday"),
        pytest.param("She resigned on Monday.", "2019-03-11", id="on Monday"),
    ],
)
def test_worked_out(text: str, iso: str) -> None:
    assert [when.iso for _, when in find_relative_dates(text, TOLD, FILED)] == [iso]
    assert may_be_dated(text)


def test_no_date_is_looked_for_without_a_figure_or_a_word_of_the_calendar() -> None:
    assert may_be_dated("On May 3 she resigned.")
    assert not may_be_dated("She resigned, and nobody may say when.")


@pytest.mark.parametrize(
    "text", ["Several months ago she resigned.", "On Monday, May 3, she resigned.", "She is 30 days late."]
)
def test_not_worked_out(text: str) -> None:
    assert find_relative_dates(text, TOLD, FILED) == []


def test_nothing_to_lean_on() -> None:
    assert find_relative_dates("The next day, two months ago, she resigned.", None, None) == []


def test_the_words_are_kept_and_placed() -> None:
    text = "Quill resigned the next day."
    ((span, when),) = find_relative_dates(text, TOLD, None)
    assert span.of(text) == when.as_written == "the next day"
    assert isinstance(when, When)
