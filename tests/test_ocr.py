"""Pages without a usable text layer: which are read by OCR, how well, and what is said of those that cannot be read."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Box
from ingest.legibility import is_garbage
from ingest.page_image import page_view
from ingest.reader import read
from ingest.span import Span
from ingest.turning import Turn, tilt_of

LETTER = """Dear Counsel,
I write about the shipment that left the warehouse on March 4.
The pallets were counted twice, once by our own people and once
by the carrier, and both counts came to three hundred and twelve.
Your client says that only two hundred and ninety arrived. We ask
for the delivery receipts and for the name of the driver.
If there is an explanation we would like to hear it before Friday.
Please also keep the security tapes of that week, because we shall
ask for them should the matter come before a court.
Sincerely yours,
Odalys Brennecke"""


def scan(lines: str = LETTER, ink: int = 20, paper: int = 250, size: int = 34) -> Image.Image:
    """A letter-size sheet at 200 dots an inch with lines of text."""
    sheet = Image.new("L", (1700, 2200), paper)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=size)
    for i, line in enumerate(lines.split("\n")):
        draw.text((220, 300 + 60 * i), line, fill=ink, font=font)
    return sheet


def skewed(sheet: Image.Image, degrees: float) -> Image.Image:
    return sheet.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=250)


def specked(sheet: Image.Image) -> Image.Image:
    """Dust on the glass and a soft focus."""
    dice, dusty = random.Random(7), sheet.copy()
    for _ in range(1500):
        dusty.putpixel((dice.randrange(sheet.width), dice.randrange(sheet.height)), 0)
    return dusty.filter(ImageFilter.GaussianBlur(0.8))


def pdf_of(path: Path, sheets: Iterable[Image.Image], stamps: tuple[tuple[float, float, str], ...] = ()) -> Path:
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    for sheet in sheets:
        width, height = (612, 792) if sheet.height > sheet.width else (792, 612)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(sheet), 0, 0, width, height)
        for x, y, stamp in stamps:
            canvas.drawString(x, y, stamp)
        canvas.showPage()
    canvas.save()
    return path


def error_rate(read_text: str, truth: str = LETTER) -> float:
    """Wrong, missing and extra letters for each letter of the truth, white space made equal."""
    return Levenshtein.distance(" ".join(read_text.split()), " ".join(truth.split())) / len(" ".join(truth.split()))


@pytest.mark.parametrize(
    "sheet",
    [
        scan(),
        skewed(scan(), 2.0),
        skewed(scan(), -4.5),
        specked(skewed(scan(), 0.7)),
        scan(ink=150, paper=205),
        scan().rotate(180),
        scan().rotate(90, expand=True),
        scan().rotate(270, expand=True),
    ],
    ids=["clean", "askew", "askew the other way", "dust", "faint", "on its head", "on its left side", "on its right side"],
)
def test_a_scan_is_read_however_it_lies(tmp_path: Path, sheet: Image.Image) -> None:
    document = read(pdf_of(tmp_path / "scan.pdf", [sheet]))
    page = document.pages[0]
    assert (page.state, page.text_source) == ("ocr", "ocr")
    assert page.why == "read by OCR: no text layer"
    assert page.confidence is not None
    assert page.confidence > 0.8
    assert error_rate(document.text) <= 0.01
    assert [line.span.of(document.text).split()[0] for line in document.lines] == [w.split()[0] for w in LETTER.split("\n")]


def test_lines_of_a_turned_page_are_marked_where_the_page_is_shown(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "side.pdf", [skewed(scan(), 3.0).rotate(90, expand=True)])
    document = read(path)
    page, line = document.pages[0], document.lines[1]
    assert (page.quarter, round(page.tilt)) == (90, -3)
    assert page.size == (612.0, 792.0)
    view = page_view(document, path, 1, [line.span])
    assert (view.size, view.quarter, view.tilt) == (page.size, page.quarter, page.tilt)
    assert view.marks[0].x0 == pytest.approx(220 * 0.36, abs=4)
    assert view.marks[0].bottom - view.marks[0].top < 20


@pytest.mark.parametrize(
    "stamps",
    [
        ((430, 30, "NOVA_0000123"),),
        ((72, 770, "Case 3:24-cv-01234-ABC   Document 1-2   Filed 02/06/24   Page 1 of 3"),),
        (
            (72, 775, "Case 22-10964-abc   Doc 1287   Filed 11/14/22   Entered 11/14/22 09:12:44"),
            (250, 762, "Main Document   Pg 3 of 20"),
        ),
        ((36, 774, "FILED: COUNTY CLERK 05/02/2024 04:11 PM"), (420, 774, "INDEX NO. 600123/2024")),
    ],
    ids=["bates", "pacer", "bankruptcy, two lines", "a state's clerk"],
)
def test_a_stamp_alone_is_no_text_layer(tmp_path: Path, stamps: tuple[tuple[float, float, str], ...]) -> None:
    document = read(pdf_of(tmp_path / "stamped.pdf", [scan()], stamps))
    assert document.pages[0].state == "ocr"
    assert document.pages[0].why == "read by OCR: stamps alone in the text layer"
    assert "three hundred and twelve" in document.text


def test_a_short_page_is_read_too(tmp_path: Path) -> None:
    document = read(pdf_of(tmp_path / "slip.pdf", [scan("EXHIBIT C", size=60)]))
    assert document.text == "EXHIBIT C\n"


def drawn_over(path: Path, seen: str, held: str) -> Path:
    """A page that shows ``seen`` while its text layer holds ``held``: what a font with a broken table of letters does."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=True)
    canvas.drawImage(ImageReader(scan(seen)), 0, 0, 612, 792)
    hidden = canvas.beginText(72, 684)
    hidden.setTextRenderMode(3)
    hidden.setLeading(21.6)
    hidden.textLines(held)
    canvas.drawText(hidden)
    canvas.showPage()
    canvas.save()
    return path


def moved(text: str, by: int) -> str:
    """Each letter as the one so many places on in the alphabet, as a broken font gives it."""
    return "".join(
        chr((ord(c.lower()) - 97 + by) % 26 + (97 if c.islower() else 65)) if c.isascii() and c.isalpha() else c for c in text
    )


@pytest.mark.parametrize("by", [3, 11, 19])
def test_a_text_layer_of_other_letters_is_read_again(tmp_path: Path, by: int) -> None:
    document = read(drawn_over(tmp_path / "shifted.pdf", LETTER, moved(LETTER, by)))
    assert document.pages[0].why == "read by OCR: the text layer is garbage"
    assert error_rate(document.text) <= 0.01


FRENCH = "Les parties conviennent que le contrat prendra fin au dernier jour du mois suivant la notification faite par lettre."
POLISH = "Strony zgodnie oświadczają, że umowa wygasa z ostatnim dniem miesiąca następującego po doręczeniu wypowiedzenia."
RUSSIAN = "Стороны договорились, что договор прекращается в последний день месяца, следующего за уведомлением другой стороны."
NAMES = "Abernathy, Quill R.\nOkonkwo-Fjeld, T.\nSzczepański, Zbigniew\nNg, Wu Jr.\nVan der Schrijver, P.\nHrdlicka, Krystof\nXu, Min"
FIGURES = "Q3 2021 $1,204,311 (4.2)% 17,004\nQ4 2021 $1,377,020 (1.1)% 18,223\nNet 55,123.11 USD 0.44 FY22\nGross 71,200.99 EUR 1.07 FY23"
MAILS = "\n".join(f"{name}@halcyon.example; {name}@novalith.example" for name in ("jdoe", "mxk", "prt.llm", "zq_wren"))


@pytest.mark.parametrize(
    ("text", "garbage"),
    [
        (LETTER, False),
        (FRENCH, False),
        (POLISH, False),
        (RUSSIAN, False),
        (NAMES, False),
        (FIGURES, False),
        (MAILS, False),
        (LETTER.upper(), False),
        (moved(LETTER, 3), True),
        ("".join(chr(ord(c) - 29) if ord(c) > 61 else c for c in LETTER), True),
        ("".join(chr(0xE000 + ord(c)) if c.isalpha() else c for c in LETTER), True),
        ("\ufffd" * 40 + LETTER[:60], True),
        ("x#k 9~f (] Qz7 ;;: " * 12, True),
        ("qz", False),
    ],
    ids=[
        *("english", "french", "polish", "russian", "names", "figures", "addresses", "capitals"),
        *("alphabet moved", "codes moved by 29", "private codes", "no codes", "noise", "too short to say"),
    ],
)
def test_garbage_is_told_from_words_of_any_language(text: str, *, garbage: bool) -> None:
    assert is_garbage(text) is garbage


def test_of_two_readings_the_better_is_kept(tmp_path: Path) -> None:
    """The layer looks odd, but the page shows nothing that OCR can read: it stays."""
    odd = "Rsv. 17~b Ktx #4471 Plz ]x Grd. 9-k\n" * 6
    document = read(drawn_over(tmp_path / "codes.pdf", "", odd))
    assert document.pages[0].state == "text"
    assert "Ktx #4471" in document.text


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    dice = random.Random(3)
    noise = Image.frombytes("L", (170, 220), bytes(dice.randrange(256) for _ in range(170 * 220))).resize((1700, 2200))
    document = read(pdf_of(tmp_path / "noise.pdf", [noise, Image.new("L", (1700, 2200), 244)]))
    assert [page.state for page in document.pages] == ["unreadable", "blank"]
    assert document.pages[0].why.startswith("unreadable: no text layer, and OCR ")
    assert (document.text, document.pages[1].why) == ("", "")


def test_a_sound_text_layer_is_left_alone(tmp_path: Path) -> None:
    document = read(drawn_over(tmp_path / "layer.pdf", "Nothing like it", LETTER))
    assert (document.pages[0].state, document.pages[0].confidence, document.pages[0].why) == ("text", None, "")
    assert error_rate(document.text) == 0.0


@pytest.mark.parametrize("degrees", [-6.0, -1.0, 0.0, 0.6, 3.4])
def test_the_tilt_of_a_picture(degrees: float) -> None:
    assert tilt_of(skewed(scan(), degrees)) == pytest.approx(-degrees, abs=0.3)


@given(st.sampled_from([0, 90, 180, 270]), st.integers(0, 500), st.integers(0, 700))
def test_a_box_turns_with_its_page(quarter: int, x: int, y: int) -> None:
    """A dot painted on the page is found in the turned picture where the box says."""
    image = Image.new("L", (612, 792), 255)
    image.paste(0, (x, y, x + 10, y + 10))
    turn = Turn((612.0, 792.0), quarter)
    box = turn.forth(Box(x, y, x + 10, y + 10))
    shown = turn.apply(image)
    assert shown.size == turn.turned_size
    assert shown.point(lambda shade: 255 - shade).getbbox() == (box.x0, box.top, box.x1, box.bottom)


def test_words_stay_verbatim_at_their_place(tmp_path: Path) -> None:
    document = read(pdf_of(tmp_path / "scan.pdf", [scan()]))
    start = document.text.index("delivery receipts")
    place = document.lines_of(Span(start, start + 17))[0]
    assert place.box is not None
    assert place.box.top == pytest.approx((300 + 60 * 5) * 0.36, abs=6)
