"""Prose divided into paragraphs: by indents, gaps and short lines on a page, by blank lines in a plain text file.

Pages are drawn in a typewriter's letters. Expected is "kind: first words ... last word".
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document
from ingest.paragraph import find_paragraphs
from ingest.segment import Segment
from tests.papers import paper, printed


def outline(document: Document) -> list[str]:
    """One line a segment: its kind, its first two words and its last."""
    return [sketch(document, segment) for segment in find_paragraphs(document, (document.lines,))]


def sketch(document: Document, segment: Segment) -> str:
    words = document.words(segment.spans).split()
    return f"{segment.kind}: {' '.join(words[:2])} ... {words[-1]}"


INDENTED = """\
      On the first day the valve was shipped to the yard and nobody looked at it
for a week. The harbor kept no record of the crate, and the crate was lost among
the others.
      On the second day it leaked. The crew closed the hatch and wrote a note to
the yard, which kept it.
"""


def test_a_first_line_set_in_begins_a_paragraph() -> None:
    assert outline(printed(INDENTED)) == ["paragraph: On the ... others.", "paragraph: On the ... it."]


def test_a_paragraph_runs_over_the_foot_of_a_page() -> None:
    over = INDENTED.replace("among\n", "among\n\f")
    assert outline(printed(over))[0] == "paragraph: On the ... others."


SPACED = """\
The valve was shipped to the yard on the first day of May, and nobody looked at
it for a week.

The crew closed the hatch and wrote a note to the yard on the second day of May,
and the yard kept it.
"""


def test_a_gap_between_lines_begins_a_paragraph() -> None:
    assert outline(printed(SPACED)) == ["paragraph: The valve ... week.", "paragraph: The crew ... it."]


BLOCK = """\
      On the third day of May the engineer wrote to the board of the company about
the valve, as follows:
            We never tested the valve before it left the yard, and we
            were told not to ask about it by the man who ran the yard.
The board did not answer the letter for the whole of the month, nor did it meet
to speak of it.
"""


def test_lines_all_set_in_are_a_block() -> None:
    kinds = [line.split(":")[0] for line in outline(printed(BLOCK))]
    assert kinds == ["paragraph", "block", "paragraph"]


EXCERPT = """\
      The engineer admitted at her deposition in June that she had not looked at the
valve at all:
            Q. Did you look at the valve before it was sent to the yard in the
            month of May?
            A. No.
            MR. STONE: Objection to the form of the question put to her.
            THE WITNESS: No.
"""


def test_turns_of_an_excerpt_stand_by_themselves() -> None:
    assert [line.split(" ")[1] for line in outline(printed(EXCERPT))] == ["The", "Q.", "A.", "MR.", "THE"]


HEADED = """\
II.    STATEMENT OF FACTS
      On the first day the valve was shipped to the yard and nobody looked at it
for a week.
A.    The Valve Leaked Before It Was Shipped
      The crew closed the hatch and wrote a note to the yard, which kept it for a
month.
"""


def test_headings_are_matter() -> None:
    assert [line.split(":")[0] for line in outline(printed(HEADED))] == ["matter", "paragraph", "matter", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A.    Background ................................................ 4\n", id="contents"),
        pytest.param("      /s/ Ada Quill\n      Attorneys for Plaintiff\n", id="signature"),
        pytest.param("      UNITED STATES DISTRICT COURT\n", id="court"),
    ],
)
def test_front_and_back_matter(text: str) -> None:
    assert {line.split(":")[0] for line in outline(printed(text))} == {"matter"}


NOTED = """\
      On the first day the valve was shipped to the yard and nobody looked at it
for a week,1 as the harbor's own book shows, and the book is the only record that
there is of the


1 The book was kept by the harbor's master, who died in June of the year after it
was closed.
\fcrate. The crew closed the hatch and wrote a note to the yard on the second day.
"""


def test_a_footnote_in_large_print_parts_a_paragraph_that_goes_on_over_the_page() -> None:
    document = printed(NOTED)
    body, note = find_paragraphs(document, (document.lines,))
    assert (body.kind, note.kind) == ("paragraph", "footnote")
    assert len(body.spans) == 2
    assert document.words(body.spans[:1]).endswith("there is of the")
    assert document.words(body.spans[1:]).startswith("crate.")
    assert document.words(note.spans).startswith("1 The book was kept")


def test_plain_text_is_divided_at_blank_lines() -> None:
    assert outline(paper("First line\nof the first.\n\nThe second.\n")) == [
        "paragraph: First line ... first.",
        "paragraph: The second. ... second.",
    ]


def test_plain_text_with_a_paragraph_on_each_line() -> None:
    long = (
        "It was a long day in the harbor, and nobody looked at the valve before it was shipped to the yard in May of that year. "
        * 2
    )
    assert len(outline(paper(f"A short headline\n{long}\n{long}\n"))) == 3


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["      Set in here.", "At the margin.", "", "Q. Why?", "1 Note.", "HEAD", "\f", "A.    Odd"]),
        max_size=14,
    )
)
def test_segments_take_every_line_once_and_in_order(lines: list[str]) -> None:
    document = printed("\n".join(lines) + "\nEnd.\n")
    segments = find_paragraphs(document, (document.lines,))
    spans = sorted(span for segment in segments for span in segment.spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for line in document.lines:
        assert sum(span.contains(line.span) for span in spans) == 1
    assert [s.spans[0] for s in segments] == sorted(s.spans[0] for s in segments)


BESIDE_AN_EXCERPT = """\
      When she was asked about the valve and the yard it came from, the engineer

said that nobody had told her of the leak before the crate was lost among the

others, that the harbor kept no record of it, and that the crew had closed the

hatch without a word. In this regard the engineer of the yard, who was there on

both of the days, testified as follows:

      Q. Did you see the valve on the first day or on the second day?
      A. No.
      Q. Did you ask the crew of the ship about the leak in the valve?
      A. No.
      Q. Did the harbor tell you?
      A. No.
      Q. Did anybody?
      A. No.
      Q. Not the yard?
      A. No.
"""


def test_double_spaced_prose_above_a_single_spaced_excerpt_is_one_paragraph() -> None:
    assert outline(printed(BESIDE_AN_EXCERPT))[:2] == ["paragraph: When she ... follows:", "paragraph: Q. Did ... day?"]


SET_IN_FROM_BOTH_SIDES = """\
The engineer wrote a letter to the yard about the valve and all that she had seen:
          The valve was open when the crew came down, for these reasons:
          (1) nobody had closed it on the first day, and (2) the record
          that the harbor should have kept of the crate was not to be found
The yard kept the letter, and nobody looked at it for a week or more after that.
"""


def test_a_block_is_measured_by_its_own_right_edge() -> None:
    assert outline(printed(SET_IN_FROM_BOTH_SIDES)) == [
        "paragraph: The engineer ... seen:",
        "block: The valve ... found",
        "paragraph: The yard ... that.",
    ]
