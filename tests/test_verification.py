"""Every statement is looked for again in its PDF by a second reader: exact, ocr or failed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpora.record import Verified
from corpora.verification import verify
from ingest.document import Document
from ingest.reader import read
from ingest.span import Span
from nlp.statement import Attribution, Statement

WORDS = "We took the books and told nobody about it until the spring"


def page(path: Path, *, picture: tuple[float, float] | None) -> Path:
    """A line of text; with a picture of some width and height over (or under) it."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    if picture:
        canvas.drawImage(ImageReader(Image.new("L", (170, 220), 250)), 0, 0, *picture)
    canvas.drawString(72, 600, WORDS)
    canvas.showPage()
    canvas.save()
    return path


def verdict(document: Document, path: Path) -> Verified:
    start = document.text.index("We took")
    statement = Statement(document.id, (Span(start, start + len(WORDS)),), "quote", Attribution((), "", 0.9))
    return verify(document, [statement], path)[0]


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        pytest.param(None, "exact", id="machine text"),
        pytest.param((200, 100), "exact", id="machine text beside a picture"),
        pytest.param((612, 792), "ocr", id="the text layer of a scan"),
    ],
)
def test_what_the_second_reader_finds(tmp_path: Path, picture: tuple[float, float] | None, expected: Verified) -> None:
    path = page(tmp_path / "page.pdf", picture=picture)
    assert verdict(read(path), path) == expected


def test_words_that_are_not_there_fail(tmp_path: Path) -> None:
    path = page(tmp_path / "page.pdf", picture=None)
    document = read(path)
    changed = replace(document, text=document.text.replace("nobody", "anyone"))
    assert verdict(changed, path) == "failed"
