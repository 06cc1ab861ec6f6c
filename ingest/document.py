"""What a reader gives: one immutable text, and the printed place of every character of it.

line        "A.  I did."           one printed line of body text, with its box
furniture   "CONFIDENTIAL"         running head, footer, stamp, pleading line number: kept on the page, lifted out of the text
page        3                      1-based position in the PDF file
label       "45"                   the page number as printed, which may differ
docket      3:23-cv-03417-VC, 449, 3   case, document, attachment
bates       "META_KADREY_00012"    the production stamp, per page
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from ingest.segment import Segment
from ingest.span import Span

TextSource = Literal["embedded", "ocr", "none"]
PageState = Literal["text", "ocr", "blank", "unreadable"]

_JUDGES, _DIVISION = re.compile(r"(?:-[A-Za-z]{1,5})+\Z"), re.compile(r"\A\d:")
_QUOTE_PREFIX_ONLY = re.compile(r"[\s>|]*\Z")
_LINE_END_HYPHEN = re.compile(r"(\w+)-[ \t]*\r?\n[ \t>|]*(\w+)")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner of the page as displayed."""

    x0: float
    top: float
    x1: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True if the two have any of the page in common."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line that stands apart from its neighbours by a wide gap: a column, a tab stop."""

    span: Span
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. ``number`` is the printed line number, None where none is printed.

    ``cells`` has two or more members where wide gaps divide the line, and is empty otherwise; between cells the text has
    three blanks. ``size`` is the height of its letters in points (0 for plain text files). ``label`` is the printed page
    number where one sheet carries several printed pages.
    """

    span: Span
    page: int
    number: int | None = None
    box: Box | None = None
    cells: tuple[Cell, ...] = ()
    size: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the file. ``size`` in points; ``furniture`` what was lifted out of the text, as printed; ``ecf_page`` the
    page number in the PACER stamp; ``why`` the reason for its state; ``confidence`` how sure OCR is of its words, 0 to 1, None
    where it was not needed; ``redactions`` the dark boxes on it; letters under
    the ``failed`` of them were in the file and are not in the text; those under the ``released`` are, by somebody's ruling. A scan that lies on its side or askew is shown turned: ``quarter``
    degrees clockwise, then ``tilt`` degrees counterclockwise; ``size`` and all boxes are those of the page so shown. ``scan`` is
    True where an embedded text lies on a picture of the page: OCR of somebody else's."""

    number: int
    state: PageState
    text_source: TextSource
    size: tuple[float, float]
    label: str = ""
    bates: str = ""
    ecf_page: int | None = None
    furniture: tuple[str, ...] = ()
    why: str = ""
    confidence: float | None = None
    redactions: tuple[Box, ...] = ()
    failed: tuple[Box, ...] = ()
    released: tuple[Box, ...] = ()
    quarter: int = 0
    tilt: float = 0.0
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Words that stand under the redaction ``box`` of a page and that somebody has ruled may be read."""

    span: Span
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Docket:
    """Where a paper stands in a court's docket. ``entry`` and ``attachment`` are as printed ("449", "3"); '' if unknown."""

    case: str
    entry: str = ""
    attachment: str = ""
    filed: date | None = None
    court: str = ""

    @property
    def number(self) -> str:
        """Entry and attachment as a lawyer writes them: ``449-3``."""
        return f"{self.entry}-{self.attachment}" if self.attachment else self.entry

    @property
    def case_number(self) -> str:
        """The case without its judges, as it is cited: ``3:23-cv-03417``; '' if unknown."""
        return _JUDGES.sub("", self.case)

    @property
    def same_case(self) -> str:
        """What is equal wherever the case is named: ``23-cv-03417``, without the division; '' if unknown."""
        return _DIVISION.sub("", self.case_number)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself. ``outline`` pairs of title and 1-based page; ``attachments`` names of embedded files;
    ``message_id`` and ``answers`` of a mail file, its id and those of what it answers, the nearest first."""

    title: str = ""
    author: str = ""
    producer: str = ""
    created: str = ""
    encrypted: bool = False
    outline: tuple[tuple[str, int], ...] = ()
    attachments: tuple[str, ...] = ()
    message_id: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The printed place of a span: what a lawyer can look up."""

    page: int
    page_last: int
    page_label: str = ""
    page_label_last: str = ""
    line_first: int | None = None
    line_last: int | None = None
    bates: str = ""
    ecf_page: int | None = None


@dataclass(frozen=True)
class Document:
    """A file as read. ``id`` is the SHA-256 of its bytes; ``name`` its file name; lines stand in the order of the text.

    ``text`` holds body lines only, joined by newlines; an answer that runs over a page break is one contiguous span.
    Footnotes follow the body. Segments do not overlap and stand in the order of the text. ``uncovered`` are words from under
    redactions that were released.
    """

    id: str
    name: str
    text: str
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    docket: Docket | None = None
    metadata: Metadata = field(default_factory=Metadata)
    segments: tuple[Segment, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return tuple(line.span.start for line in self.lines)

    def lines_of(self, span: Span) -> tuple[Line, ...]:
        """The printed lines that hold any character of ``span``, in order."""
        first = max(0, bisect.bisect_right(self._line_starts, span.start) - 1)
        last = bisect.bisect_left(self._line_starts, max(span.end, span.start + 1))
        return tuple(line for line in self.lines[first:last] if line.span.overlaps(span) or line.span.start == span.start)

    def page(self, number: int) -> Page:
        """The page at a 1-based position."""
        return self.pages[number - 1]

    def place(self, span: Span) -> Place:
        """The printed place of ``span``."""
        lines = self.lines_of(span)
        if not lines:
            raise ValueError(f"{self.name}: no printed line at {span}")
        numbered = [line.number for line in lines if line.number is not None]
        first, last = self.page(lines[0].page), self.page(lines[-1].page)
        return Place(
            page=first.number,
            page_last=last.number,
            page_label=lines[0].label or first.label,
            page_label_last=lines[-1].label or last.label,
            line_first=numbered[0] if numbered else None,
            line_last=numbered[-1] if numbered else None,
            bates=first.bates,
            ecf_page=first.ecf_page,
        )

    def words(self, spans: tuple[Span, ...]) -> str:
        """The words at ``spans``, verbatim, as one line: the form that is exported.

        Line breaks and runs of blanks become one space; a word divided at a line's end is joined, without its hyphen where
        the document prints the joined word elsewhere; pieces with anything but quote prefixes between them are joined by " ... ".
        """
        parts: list[str] = []
        for i, span in enumerate(spans):
            if i:
                gap = self.text[spans[i - 1].end : span.start]
                parts.append(" " if _QUOTE_PREFIX_ONLY.match(gap) else " ... ")
            parts.append(span.of(self.text))
        joined = _LINE_END_HYPHEN.sub(self._join_hyphen, "".join(parts))
        return " ".join(joined.split())

    def _join_hyphen(self, match: re.Match[str]) -> str:
        whole = match[1] + match[2]
        return whole if whole.lower() in self._vocabulary else f"{match[1]}-{match[2]}"

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.text.lower()))
