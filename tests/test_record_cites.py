"""Cites to the record: verbatim, whole, with who testified and when. ⟪ and ⟫ show the cite expected."""

from __future__ import annotations

import pytest

from ingest.span import Span
from nlp.record_cites import RecordCite, find_record_cites
from tests.test_prose_quotation import marked


def cites(text: str) -> tuple[RecordCite, ...]:
    return find_record_cites(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("drawn", "sort"),
    [
        pytest.param("He left. (⟪Lane Dep. 45:3-9⟫.) So", "testimony", id="deposition"),
        pytest.param("He left. (⟪Mar. 2, 2020 Tr. 16:21–17:16 [Ex. 36]⟫.) So", "testimony", id="transcript by date"),
        pytest.param("See, e.g., ⟪Lane Deposition, Acme, pp. 28–29⟫ (“Q. A while", "testimony", id="deposition, spelt out"),
        pytest.param("⟪Lane Reply Decl., Ex. 4 at 54:23-56:20⟫. So", "declaration", id="exhibit to a declaration"),
        pytest.param("(⟪Lane Decl. ¶¶ 2-4⟫; so", "declaration", id="declaration"),
        pytest.param("It is. ⟪Ex. 12 at 3⟫. So", "exhibit", id="exhibit"),
        pytest.param("(⟪Ex. D, at 76:16-77:16; 78:18-79:19; 81:7-23⟫.) So", "exhibit", id="many pages"),
        pytest.param("as ⟪ACME_KEY_00012⟫ shows", "exhibit", id="Bates stamp"),
        pytest.param("(⟪Dkt. No. 53-2 at 7⟫) is", "docket", id="docket"),
        pytest.param("(⟪ECF No. 12 ¶ 4⟫.) So", "docket", id="ECF"),
        pytest.param("good start.” ⟪¶57⟫. Lane added", "pleading", id="paragraph of the complaint"),
        pytest.param("It is. ⟪¶¶29, 74⟫. On May 3", "pleading", id="two paragraphs"),
        pytest.param("It is. (⟪Opp. 10⟫.) But", "pleading", id="opposition"),
        pytest.param("It is. ⟪Acme Br. at 5 & n.3⟫. But", "pleading", id="brief"),
        pytest.param("It is. ⟪Id. at 23:22–24:18⟫. But", "same", id="same as before"),
        pytest.param("(⟪Lane Decl. ¶ 7; Ex. 3 at\n2⟫.) So", "declaration", id="a chain over the end of a line"),
        pytest.param(
            "(⟪Lane’s 8/29/18 Account of Ownership, Dkt. No. 120 at 1⟫), and", "docket", id="a bracket that is all cite"
        ),
    ],
)
def test_a_cite_is_found_whole(drawn: str, sort: str) -> None:
    text, words = marked(drawn)
    assert [(c.span.of(text), c.sort) for c in cites(text)] == [(words[0], sort)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The order of 12 pipes at 3 dollars came late.", id="an order of goods"),
        pytest.param("He replied at 5 that it was late.", id="a clock"),
        pytest.param("In case 3:19-CV-01234-AB the court ruled.", id="a case number"),
    ],
)
def test_what_is_no_cite(text: str) -> None:
    assert cites(text) == ()


def test_a_cite_tells_who_and_when() -> None:
    (deposition,) = cites("(Lane Dep. 45:3-9.)")
    (hearing,) = cites("(Mar. 29, 2018 Tr. 16:21.)")
    assert (deposition.who, hearing.when and hearing.when.iso) == ("Lane", "2018-03-29")


def test_id_tells_what_the_cite_before_told() -> None:
    first, second = cites("It is. (Mar. 29, 2018 Tr. 16:21.) He left. (Id. at 23:22.)")
    assert first.when is not None
    assert second.when == first.when


def test_the_outer_span_takes_signal_brackets_and_stop() -> None:
    text = "He left. (See Lane Dep. 45:3-9.) So"
    assert cites(text)[0].outer.of(text) == "(See Lane Dep. 45:3-9.)"
