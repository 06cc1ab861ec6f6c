"""Quotation marks: what stands between them, how deep, and what becomes of odd ones. ⟪ and ⟫ show the words expected."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.span import Span
from nlp.authorities import find_authorities
from nlp.quotation import find_quotations


def marked(drawn: str) -> tuple[str, list[str]]:
    """The text without the drawn brackets, and the words between them."""
    return re.sub(r"[⟪⟫]", "", drawn), re.findall(r"⟪(.*?)⟫", drawn, re.DOTALL)


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("She wrote: “⟪Ready by May.⟫”", id="curly"),
        pytest.param('She wrote: "⟪Ready by May.⟫" He read it.', id="straight"),
        pytest.param("She wrote: ``⟪Ready by May.⟫'' He read it.", id="typewriter"),
        pytest.param('She wrote, "⟪Ready by May.⟫” He read it.', id="straight, then curly"),
        pytest.param("“⟪One,⟫” he said. “⟪Two.⟫”", id="two"),
        pytest.param("He said ”⟪twice⟫” so.", id="closing mark where one opens"),
        pytest.param('The 6" pipe and the 5" pipe leak.', id="inches"),
        pytest.param("It’s the plaintiffs’ own ’434 patent.", id="apostrophes"),
        pytest.param("He wrote that “⟪we never agreed to it⟫ (Ex. 4 at 2) is wrong.", id="no closing mark: ends at the cite"),
        pytest.param("He wrote “⟪we never agreed.⟫ Then he left.", id="no closing mark: ends with the sentence"),
        pytest.param("‘⟪I am here,⟫’ he said. ‘⟪Not there.⟫’", id="single marks outside"),
    ],
)
def test_the_words_between_marks(drawn: str) -> None:
    text, words = marked(drawn)
    assert [q.words.of(text) for q in find_quotations(text, Span(0, len(text))) if q.depth == 0] == words


def test_inner_marks_are_deeper() -> None:
    text = "“He said ‘soon’ to the plaintiffs’ lawyer.”"
    assert [(q.words.of(text), q.depth) for q in find_quotations(text, Span(0, len(text)))] == [(text[1:-1], 0), ("soon", 1)]


def test_like_marks_within_like_marks_pair_from_the_inside() -> None:
    text = "“[a]nything marked “IP,” or “Patents” came from counsel (Dkt. 6 ¶ 3) is vague."
    found = find_quotations(text, Span(0, len(text)))
    assert [(q.words.of(text), q.closed) for q in found] == [
        ("[a]nything marked “IP,” or “Patents” came from counsel", False),
        ("IP,", True),
        ("Patents", True),
    ]


@given(st.text(alphabet="ab .,(“”\"‘’'`)\n", max_size=60))
def test_quotations_nest_and_never_cross(text: str) -> None:
    found = find_quotations(text, Span(0, len(text)))
    for i, a in enumerate(found):
        assert a.span.contains(a.words)
        for b in found[i + 1 :]:
            assert a.span.contains(b.span) or not a.span.overlaps(b.span)


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("It is so. ⟪See Roe v. Poe, 1 F.3d 2, 3 (9th Cir. 2010).⟫ He left.", id="case"),
        pytest.param("It is so. ⟪Poe, 1 F.3d at 3.⟫ He left.", id="case, short"),
        pytest.param(
            "It is so. ⟪In re Poe Sec. Litig., 2020 WL 7391299, at *7 (N.D. Cal. July 22, 2020).⟫ He left.", id="Westlaw"
        ),
        pytest.param("It is so. ⟪Fed. R. Civ. P. 23(a)(1).⟫ He left.", id="rule"),
        pytest.param("It is so under ⟪15 U.S.C. §§78j(b) and 78t(a)⟫, and he left.", id="statute"),
        pytest.param("It is so. ⟪Id. at *55.⟫ He left.", id="star page"),
        pytest.param("He gave 12 U.S. flags and 3 Cal. oranges to 40 people.", id="no law"),
    ],
)
def test_citations_of_law(drawn: str) -> None:
    text, words = marked(drawn)
    assert [span.of(text) for span in find_authorities(text, Span(0, len(text)))] == words
