"""Lines that were stamped on a message when it was produced or released: no words of anyone's.

    legend      "Highly Confidential-AEO   2024ACME-0004103", "Page 1 of 2", "RELEASE IN PART B5,B6"
    code        "B6", "1.4(D)"      the exemption named in the margin beside words that were withheld (US FOIA, 5 U.S.C. 552(b))

Running heads and feet are lifted out by the reader; these are the ones left standing: in plain text files, and on short pages.
"""

from __future__ import annotations

import re

from ingest.bates import read_bates
from ingest.document import Document, Line
from ingest.span import Span

_MIDDLE = 24  # letters
_CODE = r"(?:B[1-9](?:\([A-F]\))?|\(?[bB]\)?\s?\([1-9]\)(?:\([A-F]\))?|1\.4\s?\([A-H]\)|N\.?R\.?)"
_CODES = re.compile(rf"{_CODE}(?:[,;]?\s*{_CODE})*\Z")
_LEGENDS = re.compile(
    r"(?:not |filed )?under seal|(?:highly )?confidential(?:[ -–—]*(?:aeo|attorneys?['’]? eyes only|outside counsel.*|subject to.*))?|"
    r"page \d+(?: (?:of|/) \d+)?|contains? confidential.*|foia confidential.*|unclassified(?: .*)?|sensitive but unclassified|sbu|"
    r"release in (?:part|full)\b.*|released? (?:in|under) .*foia.*|classified by .*|state dept\.? .*|(?:u\.s\. department of state )?case no\.? [a-z]-\d{4}-.*|"
    r"subject to (?:protective order|agreement).*|produced (?:by|to) .*|.*\bdoc(?:ument)? no\.? c\d{6,}.*",
    re.IGNORECASE,
)
_BROWSER_FOOT = re.compile(
    r"https?://\S+(?:\s\S+){0,3}\s+\d{1,3}/\d{1,3}"
)  # the page's address, and which of its pages this is
_DATE = re.compile(r"Date:\s\d\d/\d\d/\d{4}")  # of the release, beside other stamps
_BROWSER_HEAD = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?\s.*")  # when it was printed, and its title


def is_stamp(document: Document, line: Line) -> bool:
    """True if every cell of ``line`` is a legend, a page number, a production stamp or an exemption code."""
    if _is_centred_number(document, line) or _is_browser_s(document, line):
        return True
    cells = [cell.span.of(document.text) for cell in line.cells] or [line.span.of(document.text)]
    stamped = [_is_stamp_cell(" ".join(cell.split())) for cell in cells]
    return any(stamped) and all(yes or _DATE.fullmatch(cell) for yes, cell in zip(stamped, cells, strict=True))


def _is_centred_number(document: Document, line: Line) -> bool:
    """A page number of plain text: a number alone in the middle of its line."""
    line_start = max(document.text.rfind(mark, 0, line.span.start) for mark in "\n\f") + 1
    return line.box is None and line.span.start - line_start >= _MIDDLE and line.span.of(document.text).isdigit()


def _is_browser_s(document: Document, line: Line) -> bool:
    """The foot that a browser prints below a page, or the head above one that has such a foot."""
    words = line.span.of(document.text)
    if _BROWSER_FOOT.fullmatch(words):
        return True
    if not _BROWSER_HEAD.fullmatch(words):
        return False
    page = [other for other in document.lines if other.page == line.page]
    return page[0] is line and bool(_BROWSER_FOOT.fullmatch(page[-1].span.of(document.text)))


def _is_stamp_cell(words: str) -> bool:
    return bool(_LEGENDS.fullmatch(words) or is_code(words) or read_bates(words) or read_bates(words.replace(" ", "")))


def is_code(words: str) -> bool:
    """True for the exemption codes alone that a reviewer prints in the margin: ``B6``, ``1.4(B),B1``."""
    return bool(_CODES.match(words.strip())) and not words.strip().startswith("(")


def without_codes(document: Document, line: Line) -> tuple[Span, ...]:
    """The cells of a line (the line itself where it has none) without the codes at its right end."""
    cells = [cell.span for cell in line.cells] or [line.span]
    while len(cells) > 1 and is_code(cells[-1].of(document.text)):
        cells.pop()
    return tuple(cells)
