"""Furniture of real filings against an independent reading: the plain text of each page, and a pattern of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from ingest import pdf
from ingest.furniture import Leaf, lift
from ingest.layout import PrintedLine, body_size, lines_of
from ingest.pacer import file_name_docket
from ingest.reader import read
from tests.shared import SHARED, needs_shared

pytestmark = [pytest.mark.real, pytest.mark.slow, needs_shared]

STAMP = re.compile(
    r"Case:?\s*(?:No\.?\s*)?(?P<case>\d:\d\d-[a-z]{2,4}-\d+\S*)\s+(?:Document|Doc\.?|ECF\s+No\.)\s*#?:?\s*(?P<entry>\d+(?:-\d+)?)"
    r"[\s,]*(?:PageID[.#:\d\s]*)?Filed:?\s*(?P<filed>\d\d/\d\d/\d{2,4})\s+(?:USDC\s+\S+\s+)?Page:?\s*(?P<page>\d+)",
    re.IGNORECASE,
)
PDFTOTEXT = shutil.which("pdftotext")
PROVED = 1_500  # pages at least bear a stamp: the pattern finds them


@cache
def leaves_of(path: Path) -> tuple[Leaf, ...]:
    return lift(list(pdf.sheets(path)))


def filings() -> list[Path]:
    return sorted((SHARED / "filings").glob("*.pdf"))


Place = tuple[str, str, date, int]


def stamps_in(text: str) -> list[Place]:
    """Case, entry, day and page of every stamp in a page's plain text, white space made one."""
    return [(m["case"], m["entry"], day(m["filed"]), int(m["page"])) for m in STAMP.finditer(" ".join(text.split()))]


def day(written: str) -> date:
    return datetime.strptime(written, "%m/%d/%Y" if len(written) > 8 else "%m/%d/%y").date()


def plain_pages(path: Path) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(path):
        yield page.get_textpage().get_text_range()


def other_pages(path: Path) -> Iterator[tuple[int, str]]:
    """The first and every fourth page as another library reads it."""
    reader = pypdf.PdfReader(path)
    for index in range(0, len(reader.pages), 4):
        yield index, reader.pages[index].extract_text()


def wrong(path: Path, leaf: Leaf, text: str) -> str:
    """What is wrong with the stamp of a page; '' if it is as printed. Of several, the last filed is this file's."""
    printed = stamps_in(text)
    if not printed:
        return ""
    expected = max(printed, key=lambda stamp: stamp[2])
    stamp = leaf.stamp
    entry = f"{stamp.entry}-{stamp.attachment}".rstrip("-") if stamp else ""
    read = (stamp.case, entry, stamp.filed, stamp.page) if stamp else None
    return "" if read == expected else f"{path.name} page {leaf.sheet.number}: {read} for {expected}"


def test_every_stamped_page_has_its_docket_day_and_page() -> None:
    mistakes, stamped = [], 0
    for path in filings():
        for leaf, text in zip(leaves_of(path), plain_pages(path), strict=True):
            stamped += bool(stamps_in(text))
            mistakes += [found] if (found := wrong(path, leaf, text)) else []
    assert stamped >= PROVED
    assert not mistakes, "\n".join(mistakes)


def test_stamps_are_as_another_library_reads_them() -> None:
    mistakes, stamped = [], 0
    for path in filings():
        for index, text in other_pages(path):
            stamped += bool(stamps_in(text))
            mistakes += [found] if (found := wrong(path, leaves_of(path)[index], text)) else []
    assert stamped >= PROVED // 5
    assert not mistakes, "\n".join(mistakes)


def test_the_entry_is_that_of_the_file_name() -> None:
    """RECAP names a file by court, case, entry and attachment: a source that no page's text has any part in."""
    for path in filings():
        named = file_name_docket(path.name)
        stamps = [leaf.stamp for leaf in leaves_of(path) if leaf.stamp]
        if named and stamps:
            assert (stamps[0].entry, stamps[0].attachment) == (named.entry, named.attachment), path.name


def test_no_stamp_and_no_run_of_numbers_is_left_in_the_body() -> None:
    for path in filings():
        for leaf in leaves_of(path):
            words = " ".join(piece.text for piece in leaf.body)
            top = [piece for piece in leaf.body if piece.middle < 0.06 * leaf.sheet.size[1]]
            assert not any(stamps_in(piece.text) for piece in top), (
                f"{path.name} page {leaf.sheet.number}: a stamp in {words[:80]}"
            )
            assert not _run(leaf), f"{path.name} page {leaf.sheet.number}: numbers of a margin in the body"


def _run(leaf: Leaf) -> bool:
    """Ten numbers that count up one under the other at the left of everything else."""
    numbers = sorted((p for p in leaf.body if p.text.isdecimal() and len(p.text) <= 2 and p.upright), key=lambda p: p.middle)
    edge = min((piece.box.x0 for piece in leaf.body if len(piece.text) > 3), default=0.0)
    values = [int(piece.text) for piece in numbers if piece.box.x1 < edge]
    return any(values[i : i + 10] == list(range(values[i], values[i] + 10)) for i in range(len(values) - 9))


def test_no_furniture_is_left_in_the_text_of_real_filings() -> None:
    """No PACER stamp and no run of pleading numbers in the text of twenty-five filings (every fourth by name)."""
    for path in filings()[::4]:
        document = read(path)
        stamped = [
            line for line in document.text.split("\n") if line.startswith("Case ") and "Document" in line and "Filed" in line
        ]
        assert not stamped, f"{path.name}: {stamped[:2]}"
        lines = [line.strip() for line in document.text.split("\n")]
        runs = [
            i
            for i in range(len(lines) - 4)
            if lines[i].isdecimal() and lines[i : i + 5] == [str(int(lines[i]) + k) for k in range(5)]
        ]
        assert not runs, f"{path.name}: pleading numbers at line {runs[:1]} of the text"


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler-utils) is not installed")
def test_lines_stand_in_the_order_in_which_pdftotext_has_them() -> None:
    """Of the lines that stand once in the text of its page as poppler gives it, hardly one stands elsewhere here. Sheets of several
    printed pages are left out: poppler reads across them."""
    together, kept = 0, 0
    for path in filings():
        size = body_size(leaves_of(path))
        for leaf, text in zip(leaves_of(path), poppler_pages(path), strict=False):
            found = [] if leaf.frames else places_in(text, lines_of(leaf, body_size=size))
            together, kept = together + len(found), kept + longest_rise(found)
    assert together > 30_000
    assert kept / together >= 0.999


def poppler_pages(path: Path) -> list[str]:
    run = subprocess.run([str(PDFTOTEXT), str(path), "-"], capture_output=True, check=True)
    return run.stdout.decode("utf-8", errors="replace").split("\f")


def places_in(text: str, lines: list[PrintedLine]) -> list[int]:
    """Where lines of five words and more stand in a page's text, those that stand there once, footnotes last."""
    words = f" {plain(text)} "
    whole = [line for line in sorted(lines, key=lambda line: line.footnote) if len(line.cells) == 1]
    keys = [f" {plain(line.cells[0][0])} " for line in whole]
    return [words.index(key) for key in keys if key.count(" ") > 5 and words.count(key) == 1]


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def longest_rise(places: list[int]) -> int:
    """How many of the places stand in rising order, at most."""
    ends: list[int] = []
    for place in places:
        i = bisect_left(ends, place)
        ends[i : i + 1] = [place]
    return len(ends)
