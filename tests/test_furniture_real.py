"""Furniture of real filings against an independent reading: the plain text of each page, and a pattern of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from ingest import pdf
from ingest.furniture import Leaf, lift
from ingest.pacer import file_name_docket
from tests.shared import SHARED, needs_shared

pytestmark = [pytest.mark.real, pytest.mark.slow, needs_shared]

STAMP = re.compile(
    r"Case:?\s*(?:No\.?\s*)?(?P<case>\d:\d\d-[a-z]{2,4}-\d+\S*)\s+(?:Document|Doc\.?|ECF\s+No\.)\s*#?:?\s*(?P<entry>\d+(?:-\d+)?)"
    r"[\s,]*(?:PageID[.#:\d\s]*)?Filed:?\s*(?P<filed>\d\d/\d\d/\d{2,4})\s+(?:USDC\s+\S+\s+)?Page:?\s*(?P<page>\d+)",
    re.IGNORECASE,
)
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
