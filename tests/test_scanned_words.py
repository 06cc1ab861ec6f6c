"""What OCR makes of words and of the numbers in a margin, and what is made of that."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from ingest import pdf
from ingest.document import Box
from ingest.piece import Piece
from ingest.reader import read
from ingest.scanned_words import Guess, mended
from tests.drawn import drawn, pleading, transcript
from tests.test_ocr import pdf_of

WIDTH = 5.0


def guesses(line: str, doubt: str = "", blank: float = 3.0) -> list[Guess]:
    """Words of one line, 10 points high; of those in ``doubt`` the engine is not sure at all; ``blank`` points between them."""
    found, x = [], 72.0
    for word in line.split():
        box = Box(x, 100.0, x + WIDTH * len(word), 110.0)
        found.append(Guess(Piece(word, box, 10.0), 5.0 if word in doubt.split() else 90.0, 1))
        x = box.x1 + blank
    return found


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mreyes @ acme.example", "mreyes@acme.example"),
        ("<mreyes @acme.example>", "<mreyes@acme.example>"),
        ("meet @ noon", "meet@noon"),
        ("of O' Hara and", "of O'Hara and"),
        ("the boys' Dorm", "the boys' Dorm"),
        ("(“Acme’’) and", "(“Acme”) and"),
        ("‘““Acme”", "“Acme”"),
        ("an A.|. model", "an A.I. model"),
        ("if | may", "if I may"),
        ("Total | 12 | 14", "Total | 12 | 14"),
        ("Jd. at 4", "Id. at 4"),
        ("N.D. Ill. 2024", "N.D. Ill. 2024"),
    ],
)
def test_words_are_mended_where_the_page_leaves_no_doubt(line: str, words: str) -> None:
    assert " ".join(piece.text for piece in mended(guesses(line))) == words


@pytest.mark.parametrize(
    ("line", "doubt", "kept"),
    [
        ("Notice of Removal filed", "Removal", "Notice of Removal filed"),
        ("specks Removal dust", "specks Removal dust", ""),
        ("https://acme.example/a 1/b", "https://acme.example/a", "https://acme.example/a 1/b"),
    ],
    ids=["beside sure words", "among specks", "an address"],
)
def test_a_doubtful_word_is_kept_beside_a_sure_one(line: str, doubt: str, kept: str) -> None:
    assert " ".join(piece.text for piece in mended(guesses(line, doubt))) == kept


def test_a_doubtful_word_of_another_shape_is_dropped() -> None:
    """A vertical rule that was read as letters: far higher than it is wide."""
    (first, last) = guesses("Plaintiffs, Defendants.")
    rule = Guess(Piece("erer", Box(130.0, 60.0, 134.0, 180.0), 10.0), 0.0, 1)
    assert [piece.text for piece in mended([first, rule, last])] == ["Plaintiffs,", "Defendants."]


def scanned(path: Path) -> Path:
    """The pages of a PDF as pictures, without its letters."""
    count = pdf.page_count(path)
    pictures: list[Image.Image] = [pdf.picture(path, n + 1, 200, grey=True) for n in range(count)]
    return pdf_of(path.with_name("scanned.pdf"), pictures)


SAID = ["The warehouse was empty by Friday.", "Nobody had signed for the pallets,", "and the driver could not be found."]


@pytest.mark.parametrize("last", [25, 28], ids=["transcript", "pleading"])
def test_lines_of_a_scan_keep_their_printed_numbers(tmp_path: Path, last: int) -> None:
    text = [SAID[i % 3] for i in range(12)]
    pages = [transcript(text, 45)] if last == 25 else [pleading(text, total=1)]
    document = read(scanned(drawn(tmp_path / "paper.pdf", pages)))
    numbered = {line.number: line.span.of(document.text) for line in document.lines if line.number}
    assert document.pages[0].state == "ocr"
    assert [numbered.get(i + 1) for i in range(12)] == text
    assert {str(n) for n in range(1, last + 1)} <= set(document.pages[0].furniture)


def test_a_numbered_list_of_a_scan_is_no_margin(tmp_path: Path) -> None:
    """Its numbers stand with a full stop, and stay with their lines."""
    rows = [(x, 700 - 24 * i, words) for i in range(12) for x, words in ((72, f"{i + 1}."), (108, SAID[i % 3]))]
    document = read(scanned(drawn(tmp_path / "list.pdf", [rows])))
    assert all(line.number is None for line in document.lines)
    assert sum(line.span.of(document.text)[:1].isdigit() for line in document.lines) >= 10
