"""Spans, intervals and the words that are exported."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document
from ingest.span import Span, hull
from ingest.when import When, day, minute, month, second, year
from tests.papers import paper


def words(text: str, *spans: tuple[int, int]) -> str:
    return paper(text).words(tuple(Span(a, b) for a, b in spans))


def test_line_breaks_become_one_space() -> None:
    text = "We took\nall of   it."
    assert words(text, (0, len(text))) == "We took all of it."


def test_a_divided_word_loses_its_hyphen_only_where_the_whole_word_is_printed_elsewhere() -> None:
    assert words("inter-\nnational and international", (0, 15)) == "international"
    assert words("well-\nknown facts", (0, 11)) == "well-known"


def test_pieces_with_words_between_are_joined_by_an_ellipsis_and_quote_prefixes_by_a_space() -> None:
    assert words("“A,” he said, “B.”", (1, 3), (15, 17)) == "A, ... B."
    assert words("> one\n> two", (2, 5), (8, 11)) == "one two"


def test_a_place_has_pages_and_printed_lines() -> None:
    document = paper("first page\nmore\fsecond page")
    start, end = document.text.index("more"), document.text.index("second") + 6
    place = document.place(Span(start, end))
    assert (place.page, place.page_last) == (1, 2)


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(5, 4)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted), min_size=1))
def test_the_hull_contains_every_span(pairs: list[list[int]]) -> None:
    spans = [Span(a, b) for a, b in pairs]
    assert all(hull(spans).contains(span) for span in spans)


MOMENT = datetime(2023, 10, 4, 13, 5, 9)
PRECISIONS = {
    "year": (year(2023, "2023"), "2023"),
    "month": (month(2023, 10, "October 2023"), "2023-10"),
    "december": (month(2023, 12, "December 2023"), "2023-12"),
    "day": (day(MOMENT, "Oct. 4, 2023"), "2023-10-04"),
    "minute": (minute(MOMENT, "Oct. 4, 2023 1:05 PM"), "2023-10-04T13:05"),
    "second": (second(MOMENT, "2023-10-04T13:05:09"), "2023-10-04T13:05:09"),
    "a summer is known to the year": (When(datetime(2023, 6, 1), datetime(2023, 9, 1), "summer of 2023"), "2023"),
    "a turn of the year is not known": (When(datetime(2022, 12, 1), datetime(2023, 2, 1), "last winter"), ""),
}


@pytest.mark.parametrize(("when", "iso"), PRECISIONS.values(), ids=PRECISIONS)
def test_dates_are_written_at_the_precision_known(when: When, iso: str) -> None:
    assert when.iso == iso


@given(st.text(alphabet="ab -\n>.", max_size=60), st.data())
def test_words_never_invents_a_letter(text: str, data: st.DataObject) -> None:
    document: Document = paper(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    letters = [c for c in document.words((Span(start, end),)) if c.isalnum()]
    assert letters == [c for c in text[start:end] if c.isalnum()]
