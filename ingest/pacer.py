"""The stamps that court systems print on each page, and the names that RECAP gives to files.

    Case 3:23-cv-03417-VC   Document 449-3   Filed 01/14/25   Page 2 of 14
    Case: 1:12-cv-00123 Document #: 12 Filed: 01/02/25 Page 1 of 5 PageID #:123
    Case 21-10001-abc  Doc 12  Filed 01/02/21  Entered 01/02/21 12:00:00  Desc Main Document  Page 1 of 9
    Case: 21-1234, 01/02/2022, ID: 1234567, DktEntry: 12, Page 1 of 20
    gov.uscourts.cand.415175.449.3.pdf

Formats: PACER's CM/ECF header settings and RECAP's file names, as printed on public filings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from ingest.document import Docket

_CASE = re.compile(
    r"(?:\bCase:?\s*(?:No\.?\s*)?|\bAppeal:?\s*|^)(\d:\d{2}-[a-z]{2,4}-\d{3,6}(?:-[A-Za-z]{1,5})*|\d{2}-\d{3,6}(?:-[A-Za-z]{1,4})*)\b"
)
_ENTRY = re.compile(
    r"(?:\bDocument\s*#?:?|\bDoc:?\s*#?:?|\bECF No\.?|\bDktEntry:?|\bEntry Number|\s#)\s*(\d{1,5})(?:-(\d{1,4}))?\b",
    re.IGNORECASE,
)
_FILED = re.compile(r"(?:\bFiled:?|\bFILED:?|\bDate Filed:?|,)\s*(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))\b")
_PAGE = re.compile(r"\b(?:Page|Pg):?\s*(\d{1,5})(?:\s*of\s*(\d{1,5}))?", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:Page\s*)?(?:ID\s*)?#?\s*:?\s*[\d.]*\Z|(?:of\s+)?\d+(?:\s+Page\s*ID\s*#?:?\s*\d*)?\Z|Document\s+Page\s+\d+\s+of\s+\d+\Z|Main\s+Document.*\Z",
    re.IGNORECASE,
)
_RECAP = re.compile(r"gov[._]uscourts[._]([a-z0-9]+)[._](\d+)[._](\d+)(?:[._](\d+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One page's stamp. ``page`` is the page in the filing as the court counts it, None where the stamp has none."""

    case: str
    entry: str
    attachment: str
    filed: date | None
    page: int | None
    pages: int | None


def read_stamp(text: str) -> Stamp | None:
    """The stamp written in one printed line (or a line and its run-over), or None.

    A case number alone is no stamp: a document number and a filing date or page must stand beside it.
    """
    if "-" not in text:  # as it does in every case number: most lines end here
        return None
    case = _CASE.search(text)
    entry = _ENTRY.search(text) if case else None
    if not case or not entry:
        return None
    filed, page = _FILED.search(text), _PAGE.search(text)
    if not filed and not page:
        return None
    return Stamp(
        case=case[1],
        entry=entry[1],
        attachment=(entry[2] or "").lstrip("0"),
        filed=_date(filed[1]) if filed else None,
        page=int(page[1]) if page else None,
        pages=int(page[2]) if page and page[2] else None,
    )


def last_filed(stamps: Iterable[Stamp]) -> Stamp | None:
    """The stamp that a page bears as filed here: a paper filed again bears the older stamp too. None without any."""
    return max(stamps, key=lambda stamp: stamp.filed or date.min, default=None)


def is_run_over(text: str) -> bool:
    """True for what may stand on the second line of a stamp: ``#:3467``, ``ID #:823``, ``of 14``."""
    return bool(text.strip()) and bool(_TAIL.match(text.strip()))


@lru_cache(maxsize=1024)
def _date(written: str) -> date | None:
    form = "%m/%d/%Y" if len(written.rsplit("/", 1)[-1]) == 4 else "%m/%d/%y"
    try:
        return datetime.strptime(written, form).date()
    except ValueError:
        return None


def file_name_docket(name: str) -> Docket | None:
    """Court, entry and attachment from a RECAP file name (attachment 0 is the entry itself); the case number is not in it."""
    match = _RECAP.search(name)
    if not match:
        return None
    attachment = (match[4] or "0").lstrip("0")
    return Docket(case="", entry=match[3], attachment=attachment, court=match[1].lower())
