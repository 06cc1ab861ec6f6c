"""Pictures of printed pages: the words asked for are marked where they stand, and only the file that was read is shown."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from ingest.document import Box
from ingest.errors import ReadError
from ingest.page_image import PageImages, highlighted, page_image, page_view
from ingest.page_text import page_text, pages_of
from ingest.reader import read
from ingest.span import Span
from tests.drawn import drawn

FIRST = [(72, 700, "Q.  Who pulled the files?"), (72, 676, "A.  I did, all of them,")]
SECOND = [(72, 700, "over one weekend."), (72, 676, "Q.  Thank you.")]
PAPER, YELLOW = (255, 255, 255), (255, 236, 130)


@pytest.fixture
def testimony(tmp_path: Path) -> Path:
    return drawn(tmp_path / "ray.pdf", [FIRST, SECOND])


@pytest.fixture(scope="module")
def images() -> Iterator[PageImages]:
    pool = PageImages()
    yield pool
    pool.close()


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def yellow_rows(image: Image.Image) -> set[int]:
    """The rows, in points from the top, that have the highlighter's colour."""
    scale = image.height / 792
    return {int(y / scale) for y in range(image.height) if any(image.getpixel((x, y)) == YELLOW for x in range(image.width))}


def test_an_answer_over_a_page_break_is_marked_on_both_pages(testimony: Path) -> None:
    document = read(testimony)
    start = document.text.index("A.")
    answer = Span(start, document.text.index("weekend.") + len("weekend."))
    assert pages_of(document, (answer,)) == (1, 2)
    first, second = (page_view(document, testimony, page, (answer,)) for page in (1, 2))
    assert [document.lines_of(answer)[0].box] == list(first.marks)
    below_the_question = yellow_rows(opened(page_image(first)))
    assert 110 in below_the_question  # 792 - 676 is the base line of the answer
    assert 87 not in below_the_question  # and 792 - 700 that of the question
    assert 87 in yellow_rows(opened(page_image(second)))


def test_a_page_without_marks_is_as_printed(testimony: Path) -> None:
    image = opened(page_image(page_view(read(testimony), testimony, 2)))
    assert image.size == (round(612 * 110 / 72), round(792 * 110 / 72))
    assert not yellow_rows(image)


def test_a_part_of_a_page_is_what_stands_around_the_marks(testimony: Path) -> None:
    document = read(testimony)
    view = page_view(document, testimony, 1, (document.lines[1].span,), around=30)
    (mark,) = view.marks
    image = opened(page_image(view))
    assert image.height == pytest.approx((mark.bottom - mark.top + 60) * 110 / 72, abs=2)
    assert any(image.getpixel((x, image.height // 2)) == YELLOW for x in range(image.width))


def test_letters_stay_black_under_the_ink() -> None:
    page = Image.new("RGB", (40, 20), PAPER)
    page.putpixel((20, 10), (0, 0, 0))
    marked = highlighted(page, (Box(10, 5, 15, 9),), 2.0)
    assert [marked.getpixel(at) for at in ((20, 10), (24, 14), (38, 19))] == [(0, 0, 0), YELLOW, PAPER]


def test_a_child_draws_the_same_picture(testimony: Path, images: PageImages) -> None:
    view = page_view(read(testimony), testimony, 1, (Span(0, 5),))
    assert images.image(view) == page_image(view)


def test_a_file_that_changed_is_not_shown(testimony: Path, images: PageImages) -> None:
    view = page_view(read(testimony), testimony, 1)
    drawn(testimony, [[(72, 700, "Other words.")]])
    with pytest.raises(ReadError, match=r"ray\.pdf: the file has changed since it was read"):
        images.image(view)


def test_a_file_that_is_gone_is_said_so(testimony: Path, images: PageImages) -> None:
    view = page_view(read(testimony), testimony, 1)
    testimony.unlink()
    with pytest.raises(ReadError, match=r"ray\.pdf: the file is not there any more"):
        images.image(view)


def test_a_page_as_text_points_at_the_lines(tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text("#general\nseeding for nine days\n\fover\n", encoding="utf-8")
    document = read(chat)
    days = Span(document.text.index("nine"), document.text.index("over") + 4)
    assert page_text(document, 1, (days,)) == "     1  #general\n▶    2  seeding for nine days"
    assert page_text(document, 2) == "     1  over"
    assert pages_of(document, (days,)) == (1, 2)
