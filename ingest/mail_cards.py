"""Headers that name the author without a label, on a line (or in a column) of their own.

Ann Lee                                    lotus-header: Lotus Notes, forwarding or answering; the date may stand among the labels
05/30/2001 01:39 PM
    To: Bob Ray/ACME@ACME
    Subject: x

"Ann Lee"             To:      Bob Ray     lotus-columns: the same in two columns
<ann@example.com>     cc:
05/30/2001            Subject: x
01:39 PM

Ann Lee <ann@example.com>     Wed, Oct 4, 2023 at 1:05 PM      print-header: Gmail and Outlook on the web, printed
To: Bob Ray <bob@example.com>

Ann Lee <ann@example.com>     Wed, Oct 4, 1:05 PM (2 days ago)      print-header: Gmail's page itself; whose page it is, it does not say
to me, Bob

>>> Ann Lee 10/4/2003 1:05 PM >>>          groupwise-line: GroupWise, answering
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.dates import first_date, parse_date
from ingest.document import Document
from ingest.mail_block import date_at_end, has_time, read_block
from ingest.mail_headers import Header, header_of
from ingest.mail_labels import label_of
from ingest.mail_separators import below_separator
from ingest.recipients import address_of, parties, party
from ingest.rows import Passage, Row, passage
from ingest.span import Span
from ingest.when import When

_MOST_DETAILS = 5  # rows between the name and "To:"
_MOST_COLUMN_ROWS = 14
_TAB = 9.0  # points
_PAGE_TO = re.compile(r"to\s(?P<list>[^:;.?!]{1,160})\Z")
_PAGE_DATE = re.compile(
    r"\s{2,}(?P<date>(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?[A-Z][a-z]{2,8} \d{1,2},(?: \d{4},?)?(?: at)? \d{1,2}:\d\d\s[AP]M)(?: \(.{3,20}\))?\Z"
)
_GROUPWISE = re.compile(r"(?P<words>.{6,160}?)\s*>>>\Z")
_DETAIL = re.compile(r"@|please respond to|sent by|<", re.IGNORECASE)


def card(document: Document, rows: list[Row], i: int) -> Header | None:
    """A name with its date, then "To:", on rows of their own."""
    start = below_separator(rows, i)
    labels = _labels_below(document, rows, start)
    name = _name(document, rows[start]) if labels else ""
    block = read_block(document, rows, labels) if name else None
    if block is None or "from" in block.values or "to" not in block.values:
        return None
    header = header_of(document, i, block)
    when = _when(rows[start:labels], header, adjacent=not rows[labels].gap)
    addressed = bool(address_of(rows[start].text)) and "sent" not in block.values
    if when is None or not ("subject" in block.values or addressed):
        return None
    author = party(Passage(document.text, (rows[start].span,)), 0, len(name), "from")
    rule = "lotus-header" if "subject" in block.values else "print-header"
    subject = header.subject or _title(rows, start)
    return replace(header, author=author, when=when, subject=subject, rule=rule, reply=rule == "lotus-header", confidence=0.95)


def _labels_below(document: Document, rows: list[Row], start: int) -> int:
    """The row of the labels below a name at ``start`` and its details; 0 if they do not follow on the same page."""
    at = start + 1
    while at < min(start + 1 + _MOST_DETAILS, len(rows)) and not rows[at].head:
        found = label_of(document, rows[at])
        if found and found[0] != "by":
            return at if found[0] != "sent" else 0
        if not found and not _is_detail(rows[at]):
            return 0
        at += 1
    return 0


def _when(above: list[Row], header: Header, *, adjacent: bool) -> When | None:
    """The date above the labels; or the one among them, if the name stands right above."""
    dated = [found[1] for row in above if (found := date_at_end(row.text))]
    when = dated[0] if len(dated) == 1 else header.when if not dated and adjacent else None
    return when if when and has_time(when) else None


def _title(rows: list[Row], start: int) -> str:
    """The subject that Gmail prints above the first message: the row above "2 messages"; '' if none is there."""
    counted = start >= 2 and re.fullmatch(r"\d+ messages?", rows[start - 1].text)
    return rows[start - 2].text if counted else ""


def _name(document: Document, row: Row) -> str:
    """The words of ``row`` before its date, if they may be a name; '' if not."""
    dated = date_at_end(row.text)
    words = row.text[: dated[0]] if dated else row.text
    is_name = (
        re.search(r"[^\W\d_]{2}", words) and len(words.split()) <= 10 and not words.rstrip().endswith((".", "?", "!", ":"))
    )
    return words.rstrip() if is_name and not label_of(document, row) else ""


def _is_detail(row: Row) -> bool:
    """True for what stands between the name and "To:" without a label: the date, the rest of an address."""
    dated = date_at_end(row.text) if re.search(r"\d\d", row.text) else None
    return bool(dated and not row.text[: dated[0]].strip()) or bool(_DETAIL.match(row.text))


def page_card(document: Document, rows: list[Row], i: int) -> Header | None:
    """A name with a date, above a line that tells the addressees by first names, the page's owner as "me"."""
    below = rows[i + 1] if i + 1 < len(rows) else None
    found = _PAGE_TO.match(below.text) if below and not below.head and below.depth == rows[i].depth else None
    dated = _PAGE_DATE.search(rows[i].text)
    if not below or not found or not dated or not _name(document, rows[i]):
        return None
    words = rows[i].text[: dated.start()].rstrip()
    pieces = [piece.strip() for piece in found["list"].split(",")]
    if not words or not all(piece == "me" or piece[:1].isupper() or "@" in piece for piece in pieces):
        return None
    author = party(Passage(document.text, (rows[i].span,)), 0, len(words), "from")
    listed = Passage(document.text, (Span(below.span.start + found.start("list"), below.span.end),))
    when = parse_date(dated["date"])
    return Header(
        first=i,
        end=i + 2,
        rule="print-header",
        author=author,
        addressees=tuple(one for one in parties(listed, "to") if one.as_written != "me"),
        when=when if when and has_time(when) else None,
        confidence=0.9,
    )


def columns(document: Document, rows: list[Row], i: int) -> Header | None:
    """Name and date in a left column, the labelled lines in a right one."""
    start = below_separator(rows, i)
    tab = _label_tab(document, rows, start)
    if tab is None:
        return None
    left: list[Span] = []
    right: list[Row] = []
    end = start
    for row in rows[start : start + _MOST_COLUMN_ROWS]:
        beside = [cell for cell, at in zip(row.cells, row.tabs, strict=True) if at < tab - _TAB]
        under = _part(document, row, tab)
        if under is None and right and _date(document, left) is not None:
            break
        left += beside
        right += [under] if under else []
        end += 1
    block = read_block(document, right, 0) if right else None
    dated = _date(document, left)
    if block is None or block.end < len(right) or dated is None or not {"to", "subject"} <= block.values.keys():
        return None
    own = Passage(document.text, tuple(left))
    author = party(own, 0, dated[0], "from")
    header = replace(header_of(document, i, block), author=author, when=dated[1], rule="lotus-columns")
    return replace(header, end=end, reply=True, confidence=0.9)


def _label_tab(document: Document, rows: list[Row], start: int) -> float | None:
    """Where the right column begins: at a "To:" that is not the first cell of one of the next rows."""
    for i, row in enumerate(rows[start : start + 3]):
        if i and row.gap:
            return None
        for cell, tab in zip(row.cells[1:], row.tabs[1:], strict=True):
            part = _part(document, row, tab)
            if part and part.span.start == cell.start and (found := label_of(document, part)) and found[0] == "to":
                return tab
    return None


def _part(document: Document, row: Row, tab: float) -> Row | None:
    """The cells of ``row`` from ``tab`` on, as a row; None if there are none."""
    kept = [(cell, at) for cell, at in zip(row.cells, row.tabs, strict=True) if at >= tab - _TAB]
    if not kept:
        return None
    span = Span(kept[0][0].start, row.span.end)
    cells, tabs = tuple(cell for cell, _ in kept), tuple(at for _, at in kept)
    return replace(row, span=span, text=span.of(document.text), left=tabs[0], cells=cells, tabs=tabs, gap=False)


def _date(document: Document, pieces: list[Span]) -> tuple[int, When] | None:
    """The date and time that end the left column, and where the name before them ends."""
    found = date_at_end(Passage(document.text, tuple(pieces)).text) if pieces else None
    return found if found and found[0] and has_time(found[1]) else None


def groupwise(document: Document, rows: list[Row], i: int) -> Header | None:
    """A name and a date between ">>>" and ">>>"."""
    match = _GROUPWISE.match(rows[i].text) if rows[i].depth >= 3 else None
    found = first_date(match["words"]) if match else None
    if not match or not found or not has_time(found[1]) or not match["words"][: found[0].start].strip():
        return None
    own = passage(document, rows[i : i + 1])
    author = party(own, 0, found[0].start, "from")
    return Header(i, i + 1, "groupwise-line", author=author, when=found[1], reply=True, confidence=0.95)
