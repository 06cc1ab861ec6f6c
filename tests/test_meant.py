"""Names are looked for in the sentences that may tell who a pronoun means, and in no others."""

from __future__ import annotations

import pytest

from ingest.paragraph import find_paragraphs
from ingest.segmenter import segmented
from nlp.cast import read_cast
from nlp.leaf import Leaf, open_leaf, read_leaves
from nlp.meant import find_meant
from nlp.model import load
from tests.papers import paper


def leaf_of(text: str) -> Leaf:
    document = segmented(paper(text), (find_paragraphs,))
    return open_leaf(document.text, document.segments[0], frozenset(), read_cast(document))


def looked_in(text: str) -> list[str]:
    """The first word of every sentence in which names were looked for."""
    leaf = leaf_of(text)
    read_leaves([leaf], load())
    find_meant([leaf.readings], load(), "filing")
    return [reading.doc[0].text for reading in leaf.readings if reading.doc.has_annotation("ENT_IOB")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Quill said that it leaked. Reyes wrote that it did not.", [], id="both are named"),
        pytest.param(
            "Quill said that it leaked. Reyes denied that it did. Then she wrote that it was mended.",
            ["Quill", "Reyes", "Then"],
            id="she: who of the sentences before?",
        ),
        pytest.param(
            "Quill wrote that it leaked. Reyes wrote that it did not. Both said so. Then she wrote that it was mended.",
            ["Reyes", "Both", "Then"],
            id="no farther than two sentences back",
        ),
        pytest.param("Quill stated that the valve leaked when she opened it.", [], id="a pronoun in what is said"),
        pytest.param("Quill told him that it leaked.", ["Quill"], id="him: who hears?"),
        pytest.param("The valve leaked per Quill, who wrote the report.", ["The"], id="per somebody"),
        pytest.param("Dana Quill: “We never tested it in the open sea.”", ["Dana"], id="a name and a colon"),
    ],
)
def test_names_are_looked_for_where_somebody_is_meant(text: str, expected: list[str]) -> None:
    assert looked_in(text) == expected


def test_what_the_other_sentences_report_is_handed_on() -> None:
    leaf = leaf_of("Quill said that it leaked. Then she wrote that it was mended. Reyes wrote. Quill claims that it leaks.")
    read_leaves([leaf], load())
    reports = find_meant([leaf.readings], load(), "filing")
    first, second, *_, last = leaf.readings
    assert id(first) not in reports
    assert id(second) not in reports
    assert [report.rule for report in reports[id(last)]] == ["clause"]


def test_in_a_story_names_are_found_with_the_parse() -> None:
    leaf = leaf_of("The valve was open. He saw it.")
    read_leaves([leaf], load(), "tale")
    assert all(reading.doc.has_annotation("ENT_IOB") for reading in leaf.readings)
    assert find_meant([leaf.readings], load(), "tale") == {}
