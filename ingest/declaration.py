"""Sworn declarations and affidavits: one segment for every numbered paragraph.

    title        DECLARATION OF ANN LEE IN SUPPORT OF ...     matter, with the caption over it
    opening      I, Ann Lee, declare as follows:              who swears from here on
    paragraph    3.   On May 6 I met Mr. Orr.                 the declarant's words, over lines and pages
    heading      A.   The Loan                                matter
    closing      I declare under penalty of perjury ...       matter to the end of its page; tells when it was signed

What is numbered but not opened by an oath (a complaint, an expert's report) is no declaration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.cast import name_case
from ingest.dates import find_dates, parse_date
from ingest.document import Document, Line
from ingest.segment import Party, Segment
from ingest.span import Span, hull
from ingest.when import When

_NAME = r"[A-Z“\"][\w.'’“”\"-]*(?:\s+[A-Z“\"(][\w.'’“”\")-]*){1,5}"
_SWEARS = r"(?:declare|state|swear|affirm|depose|certify|attest|aver)"
_OPENING = re.compile(
    rf"(?:Pursuant\s+to\s.{{5,80}}?,\s+)?[\[I1l],\s+(?P<name>{_NAME}),?\s(?:[^:]{{0,160}}?\s)??(?:do\s+)?(?:(?:hereby|solemnly|and)\s+)*"
    rf"{_SWEARS}\b[^:]{{0,220}}?(?::|\bas\s+follows\b|\bthe\s+following\b|\bthat\s*\Z)"
)
_OPENING_OF_ANOTHER = re.compile(
    rf"(?P<name>{_NAME}),?\s+(?:[^:.]{{0,80}}?,\s+)?(?:being\s+(?:first\s+)?(?:duly\s+)?sworn|(?:hereby\s+)?declares|deposes)\b[^:]{{0,220}}?"
    r"(?::|\bas\s+follows\b|\b(?:says|states)\s*(?:that)?\s*\Z)"
)
_TITLE = re.compile(r"(?:\A|\s{3})(?:[A-Z][A-Z’'.-]*\s){0,5}(?:DECLARATION|AFFIDAVIT|AFFIRMATION)\b(?:\s+(?:OF|IN|BY)\b|\s*\Z)")
_NUMBER = re.compile(r"[¶(]?\s?(?P<number>\d{1,3})\s?[.),](?:(?P=number)[.)])?(?=\s|[A-Z“\"]|\Z)\s*|(?P<alone>\d{1,3})\s{3,}")
_CLOSING = re.compile(
    r"(?:\d{1,2}\s{1,3})?(?:(?:pursuant\sto|under)\s.{3,40},?\s)?I\s(?:\w+\s){0,2}(?:declare|certify|affirm|swear|verify|state)\b.{0,40}(?:under\s(?:the\s)?(?:penalt|pain)|perjury)|"
    r"(?:signed\sand\s)?executed\s(?:on|this|in|at)\b|further\s(?:your\s)?(?:affiant|declarant|deponent)\b|sworn\s(?:to|and)\b|subscribed\sand\s|"
    r"(?:/s/|_{8,})|dated\s?:?\s|i\sdeclare\b.{0,60}true\sand\scorrect",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:executed|dated?|signed|sworn)\b", re.IGNORECASE)
_DAY_OF = re.compile(
    r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?\s+day\s+of\s+(?P<month>[A-Z][a-z]+),?\s+(?P<year>\d{4})", re.IGNORECASE
)
_ENDED = re.compile(r"[.?!:;][\"”’')\]]*\d{0,3}\Z")
_RUN_OUT = re.compile(r"\W*\d{0,3}\W*|\W*\w\W*")  # a stray margin number, a speck
_SECTION = re.compile(r"(?:[IVXL]{1,5}|[A-Z])\.\s+[A-Z]")
_FOOT = re.compile(r"\bCase\s+No\.|\bDECL(?:ARATION|\.)|\bAFFIDAVIT\b")
_LONGEST_OPENING = 4  # lines
_LONGEST_HEADING = 3  # lines
_NEAR = 5.0  # points


@dataclass(frozen=True, slots=True)
class _Oath:
    """An opening: its lines are ``[first, last)`` of the free lines; ``name`` is where the declarant's name stands."""

    first: int
    last: int
    name: Span


@dataclass(slots=True)
class _Paragraph:
    """A numbered paragraph while lines are added. ``edge`` is where its number stands, in points from the left."""

    number: int
    header: Span
    edge: float
    pieces: list[Span] = field(default_factory=list)
    broken: bool = False

    def add(self, span: Span) -> None:
        if len(span) and self.pieces and not self.broken:
            self.pieces[-1] = hull((self.pieces[-1], span))
        elif len(span):
            self.pieces.append(span)
        self.broken = False


@dataclass(frozen=True, slots=True)
class _Body:
    """What follows an opening: its paragraphs, where its closing block begins (None if it has none), where reading ended, and
    the lines (by identity) that are not the declaration's."""

    paragraphs: tuple[_Paragraph, ...]
    closing: int | None
    end: int
    others: frozenset[int] = frozenset()


def find_declarations(document: Document, free: tuple[tuple[Line, ...], ...]) -> list[Segment]:
    """The numbered paragraphs of every declaration in the lines that are free, and the matter about them."""
    lines = [line for run in free for line in run]
    gaps = {id(run[0]) for run in free if run}
    found: list[Segment] = []
    at = 0
    while (oath := _next_oath(document, lines, at)) is not None:
        body = _body(document, lines, oath.last, gaps)
        at = max(body.end, oath.last)
        if body.paragraphs:
            found += _segments(document, lines, oath, body)
    return sorted(found, key=lambda segment: segment.extent)


def _text(document: Document, line: Line) -> str:
    return line.span.of(document.text)


def _next_oath(document: Document, lines: Sequence[Line], at: int) -> _Oath | None:
    for i in range(at, len(lines)):
        reach = lines[i : i + _LONGEST_OPENING]
        window = document.text[lines[i].span.start : max(line.span.end for line in reach)]
        match = _OPENING.match(window) or _OPENING_OF_ANOTHER.match(window)
        if match is not None:
            end = lines[i].span.start + match.end()
            last = next((j for j in range(i, i + len(reach)) if lines[j].span.end >= end), i)
            start = lines[i].span.start
            return _Oath(i, last + 1, Span(start + match.start("name"), start + match.end("name")))
    return None


def _body(document: Document, lines: Sequence[Line], first: int, gaps: set[int]) -> _Body:
    """The numbered paragraphs from ``first`` on, up to the closing or the next oath."""
    paragraphs: list[_Paragraph] = []
    others: set[int] = set()
    cut = False  # after what another kind of paper has claimed, or the heading of unnumbered text, up to the next number
    i = first
    while i < len(lines):
        cut = cut or (bool(paragraphs) and id(lines[i]) in gaps)
        if (started := _started(document, lines, i, paragraphs)) is not None:
            paragraphs.append(started)
            cut = False
        elif _is_closing(document, lines, i):
            return _Body(tuple(paragraphs), i, _page_end(lines, i), frozenset(others))
        elif _is_over(document, lines, i, paragraphs, first):
            break
        elif not cut and not (paragraphs and _is_section(document, lines, i, paragraphs)):
            i += _carry_on(document, lines, i, paragraphs)
            continue
        else:
            cut = True
            others.add(id(lines[i]))
        i += 1
    return _Body(tuple(_cut_short(document, paragraphs)), None, i, frozenset(others))


def _is_over(document: Document, lines: Sequence[Line], i: int, paragraphs: Sequence[_Paragraph], first: int) -> bool:
    """True where no number comes soon after the oath, and where another declaration begins."""
    if not paragraphs:
        return i - first > _LONGEST_OPENING
    return _next_oath(document, lines[i : i + 1], 0) is not None and _TITLE.search(_text(document, lines[i - 1])) is not None


def _carry_on(document: Document, lines: Sequence[Line], i: int, paragraphs: Sequence[_Paragraph]) -> int:
    """Add a line to the last paragraph, or pass over a heading, a running foot, a speck; how many lines that takes."""
    if not paragraphs:
        return 1
    if length := _heading_length(document, lines, i, paragraphs):
        paragraphs[-1].broken = True
        return length
    if _RUN_OUT.fullmatch(_text(document, lines[i])) or _is_foot(document, lines, i):
        paragraphs[-1].broken = True
    else:
        paragraphs[-1].add(lines[i].span.trimmed(document.text))
    return 1


def _started(document: Document, lines: Sequence[Line], i: int, before: Sequence[_Paragraph]) -> _Paragraph | None:
    """The paragraph that begins at a line: the next number in order, where a sentence has ended."""
    line = lines[i]
    words = _text(document, line)
    expected = before[-1].number + 1 if before else 1
    match = _NUMBER.match(words)
    number = int(match["number"] or match["alone"]) if match else 0
    edge = line.box.x0 if line.box else 0.0
    in_place = bool(before) and line.box is not None and abs(edge - before[-1].edge) <= _NEAR
    ended = not before or _ENDED.search(_text(document, _printed_before(document, lines, i))) is not None
    if match is None or number not in (expected, expected + 1) or not (ended or (in_place and number == expected)):
        match = _misread_number(document, line, before) if ended else None
        number = expected
    if match is None:
        return None
    start = line.span.start
    paragraph = _Paragraph(number, Span(start, start + match.end()).trimmed(document.text), edge)
    paragraph.add(Span(start + match.end(), line.span.end).trimmed(document.text))
    return paragraph


def _printed_before(document: Document, lines: Sequence[Line], i: int) -> Line:
    """The line before ``lines[i]``, stray numbers and running feet passed over."""
    back = (
        j for j in range(i - 1, 0, -1) if not (_RUN_OUT.fullmatch(_text(document, lines[j])) or _is_foot(document, lines, j))
    )
    return lines[next(back, i - 1)]


def _misread_number(document: Document, line: Line, before: Sequence[_Paragraph]) -> re.Match[str] | None:
    """A few letters by themselves where numbers stand ("lis" for "1.") are a number that a scanner misread."""
    if not line.cells or line.box is None or (before and abs(line.box.x0 - before[-1].edge) > _NEAR):
        return None
    head = line.cells[0].span.of(document.text)
    if len(head) > 4 or not re.search(r"[.:,\d]|\A[Il]", head) or re.match(r"\(?[a-zA-Z][.)]", head):
        return None
    return re.compile(rf"{re.escape(head)}\s*").match(_text(document, line))


def _is_closing(document: Document, lines: Sequence[Line], i: int) -> bool:
    words = " ".join(_text(document, line) for line in lines[i : i + 2])
    ended = i == 0 or lines[i - 1].page != lines[i].page or _ENDED.search(_text(document, lines[i - 1])) is not None
    return ended and _CLOSING.match(words) is not None


def _page_end(lines: Sequence[Line], i: int) -> int:
    return next((j for j in range(i, len(lines)) if lines[j].page != lines[i].page), len(lines))


def _heading_length(document: Document, lines: Sequence[Line], i: int, before: Sequence[_Paragraph]) -> int:
    """How many lines a heading takes that stands between two paragraphs; 0 if the line is no heading."""
    if not _ENDED.search(_text(document, lines[i - 1])):
        return 0
    for n in range(1, _LONGEST_HEADING + 1):
        if i + n >= len(lines) or _ENDED.search(_text(document, lines[i + n - 1])):
            return 0
        match = _NUMBER.match(_text(document, lines[i + n]))
        if match and int(match["number"] or match["alone"]) == before[-1].number + 1:
            return n if _is_title(" ".join(_text(document, line) for line in lines[i : i + n])) else 0
    return 0


def _is_section(document: Document, lines: Sequence[Line], i: int, before: Sequence[_Paragraph]) -> bool:
    """True for the heading of a section ("II. OVERVIEW") that no numbered paragraph follows: what it heads is a report's text."""
    words = _text(document, lines[i]).strip()
    ended = _ENDED.search(_text(document, _printed_before(document, lines, i))) is not None
    return (
        ended
        and _SECTION.match(words) is not None
        and _is_title(words)
        and not _ENDED.search(words)
        and not _heading_length(document, lines, i, before)
    )


def _is_title(words: str) -> bool:
    long = [word for word in re.findall(r"[A-Za-z]+", words) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def _is_foot(document: Document, lines: Sequence[Line], i: int) -> bool:
    """A running foot that stayed in the text: among the last lines of its page, with the paper's short title or the case number."""
    return _page_end(lines, i) - i <= 2 and _FOOT.search(_text(document, lines[i])) is not None


def _cut_short(document: Document, paragraphs: Sequence[_Paragraph]) -> Sequence[_Paragraph]:
    """Where no closing is found, the last paragraph ends with its page: exhibits may follow."""
    if paragraphs and paragraphs[-1].pieces:
        last = paragraphs[-1]
        page = document.lines_of(last.header)[0].page
        own = [line.span for line in document.lines_of(hull(last.pieces)) if line.page == page]
        end = max(span.end for span in own)
        last.pieces = [Span(piece.start, min(piece.end, end)) for piece in last.pieces if piece.start < end]
    return paragraphs


def _segments(document: Document, lines: Sequence[Line], oath: _Oath, body: _Body) -> Iterator[Segment]:
    name = oath.name.of(document.text)
    author = Party(" ".join(name.split()), name_case(name), span=oath.name, role="declarant")
    when = _signed(document, lines[body.closing : _page_end(lines, body.closing)]) if body.closing is not None else None
    sure = 0.97 if body.closing is not None else 0.85
    said = [
        Segment(
            tuple(p.pieces),
            "declaration",
            author,
            when=when,
            header=p.header,
            rule="declaration: numbered paragraph",
            confidence=sure,
        )
        for p in body.paragraphs
    ]
    yield from said
    first = _title_page(document, lines, oath.first)
    taken = {id(line) for segment in said for line in document.lines_of(segment.extent)} | body.others
    last = body.end if body.closing is not None else oath.last
    for (free, _), group in groupby(lines[first:last], key=lambda line: (id(line) not in taken, line.page)):
        if free:
            yield Segment(
                (hull(line.span for line in group),), "matter", rule="declaration: caption, title, heading or signature"
            )


def _title_page(document: Document, lines: Sequence[Line], first: int) -> int:
    """Where the declaration's own matter begins: the top of the page with its title, if that is this page or one of two before."""
    titled = [i for i in range(first) if lines[first].page - lines[i].page <= 2 and _TITLE.search(_text(document, lines[i]))]
    if not titled:
        return first
    page = lines[titled[-1]].page
    earliest = min((i for i in titled if lines[i].page >= page - 1), default=titled[-1])
    return next(i for i in range(len(lines)) if lines[i].page == lines[earliest].page)


def _signed(document: Document, lines: Sequence[Line]) -> When | None:
    """The day of signing: the first date behind "Executed on" or "Dated", else the only one in the closing block."""
    text = " ".join(_text(document, line) for line in lines)
    signed = _SIGNED.search(text)
    tail = text[signed.start() :] if signed else text
    if (match := _DAY_OF.search(tail)) and (when := parse_date(f"{match['month']} {match['day']}, {match['year']}")):
        return replace(when, as_written=match[0])
    dates = [when for _, when in find_dates(tail)]
    return dates[0] if dates and (signed or len(dates) == 1) else None
