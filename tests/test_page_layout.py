"""From pieces to lines: footnotes apart from the body, columns one after the other."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.reader import read
from tests.drawn import Text, drawn


def lines(document: Document) -> list[str]:
    return [line.span.of(document.text) for line in document.lines]


def double_spaced(rows: int = 20) -> list[Text]:
    return [(72, 700 - 24 * i, f"The motion says, in row {i}, what the others say too,") for i in range(rows)]


@pytest.mark.parametrize(
    ("foot", "note"),
    [
        (["3 See the second order, at 11,", "where the same is said."], 0),
        (["See the second order, at 11,", "where the same is said."], None),
        (["3. The third reason follows,", "and it is short."], None),
        (["* Counsel of record."], 0),
    ],
    ids=["a note of two lines", "no call", "a numbered paragraph", "a star"],
)
def test_notes_of_the_bodys_size_stand_close_under_double_spaced_text(
    tmp_path: Path, foot: list[str], note: int | None
) -> None:
    first = [*double_spaced(), *((72, 210 - 13 * i, row) for i, row in enumerate(foot))]
    document = read(drawn(tmp_path / "brief.pdf", [first, [(72, 600, "The next page goes on.")]]))
    last = lines(document)[-len(foot) :]
    assert (last == foot) == (note is not None), "a note follows the body"
    assert (lines(document)[20] == foot[0]) == (note is None), "what is no note stays in its place"


def test_a_line_that_begins_with_a_citation_of_law_opens_no_note(tmp_path: Path) -> None:
    *body, (x, top, _) = double_spaced()
    law = "918 F.3d 142, 145. As the court found, the valve was shut."
    foot = ["5 See the second order, at 11,", "where the same is said."]
    first = [*body, (x, top, law), *((72, top - 40 - 13 * i, row) for i, row in enumerate(foot))]
    document = read(drawn(tmp_path / "brief.pdf", [first, [(72, 600, "The next page goes on.")]]))
    assert lines(document)[-3:] == ["The next page goes on.", *foot]
    assert law in lines(document)[:-3]


PROSE = (
    "The board met on a Tuesday to hear what the engineers had found. Nobody there had read the report that was sent round "
    "the week before, and so the chair asked for a short account of it. The account took an hour. When it was over the members "
    "agreed that the plan could not go on as it stood, and that somebody would have to tell the owners before they read of it "
    "elsewhere. It was late by then, and the matter was put off until the next meeting of the board in the spring."
)


def set_in(words: str, x: float, top: float, letters: int = 38) -> list[Text]:
    """Words as a column of lines of so many letters."""
    return [(x, top - 12 * i, line) for i, line in enumerate(textwrap.wrap(words, letters))]


def test_columns_are_read_one_after_the_other_below_their_heading(tmp_path: Path) -> None:
    left, right = set_in(PROSE, 72, 640), set_in(PROSE.replace("board", "panel"), 330, 634)
    head = [(150, 680, "A report of what was said about the plan, and by whom it was said")]
    document = read(drawn(tmp_path / "news.pdf", [[*head, *(t for pair in zip(left, right, strict=True) for t in pair)]]))
    assert lines(document) == [text for _, _, text in (*head, *left, *right)]


def test_a_heading_between_two_pairs_of_columns_stays_between_them(tmp_path: Path) -> None:
    above = [*set_in(PROSE, 72, 700), *set_in(PROSE, 330, 700)]
    head = (120, 480, "What the owners said when they were told of it in the end, at last")
    below = [*set_in(PROSE, 72, 450), *set_in(PROSE, 330, 450)]
    document = read(drawn(tmp_path / "news.pdf", [[*below, head, *above]]))
    assert lines(document) == [text for _, _, text in (*above, head, *below)]


@pytest.mark.parametrize(
    "page",
    [
        [(x, 700 - 14 * i, words) for i in range(20) for x, words in ((72, f"item {i} of the list"), (320, "paid in full"))],
        [
            (x, 700 - 14 * i, words)
            for i in range(12)
            for x, words in ((72, "Plaintiff, v. others"), (300, ")"), (330, "Case No. 3"))
        ],
        [(72 if i // 4 % 2 else 330, 700 - 12 * i, line) for i, (_, _, line) in enumerate(set_in(PROSE + " " + PROSE, 0, 0))],
        [
            (x, 700 - 14 * i, words)
            for i in range(12)
            for x, words in ((72, "Subject:"), (160, "a rather long subject of a mail"))
        ],
    ],
    ids=["table", "caption", "bubbles of a chat", "mail headers"],
)
def test_what_is_no_prose_in_columns_is_read_row_by_row(tmp_path: Path, page: list[Text]) -> None:
    document = read(drawn(tmp_path / "rows.pdf", [page]))
    heights = [line.box.top for line in document.lines if line.box]
    assert heights == sorted(heights)
