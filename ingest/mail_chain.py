"""A chain: messages that stand below one another until something else begins.

    Fine with me.                     the newest message may have no header
    On Mon, ... Bob Ray wrote:        a reply header: it only ever stands below the message that answers
    > Shall we?                       belongs to Bob by its quote mark
    Ann again                         back at no mark: Ann's, below what she quotes

A chain ends at an exhibit sheet, a court's caption, a break in the production stamps, or where a signed message leaves the foot of
its page empty. One printed within a brief ends where the brief's margin or numbering goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.document import Document
from ingest.mail_cards import card, columns, groupwise, page_card
from ingest.mail_headers import Header, HeaderReader, labelled, separator, unlabelled_from
from ingest.mail_separators import is_rule
from ingest.rows import Row
from ingest.signoff import is_finished, is_full_name, sign_off
from ingest.wrote_line import wrote_line

HEADER_READERS: tuple[HeaderReader, ...] = (
    labelled,
    unlabelled_from,
    card,
    page_card,
    columns,
    groupwise,
    wrote_line,
    separator,
)
_MOST_ROWS_WITHOUT_HEADER = 120
_SURE = 0.9
_EMPTY_FOOT = 0.62  # of the page's height
_OUTDENT = 15.0  # points
_SHEET = re.compile(
    r"(?:(?:plaintiff|defendant|government|joint|trial|deposition)\S{0,3}\s*)?(?:exhibit|attachment|appendix|annex|tab)\b[\s\w().:#-]{0,12}\Z",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:in the )?(?:united states (?:district|bankruptcy) court|superior court|supreme court|court of appeals)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,3}\.\s+[A-Z]")
_BATES = re.compile(r"(.*?)(\d+)\Z")
_TITLE = re.compile(r"(?:message|e-?mail|page \d+.*|print)\Z", re.IGNORECASE)


@dataclass(slots=True)
class Message:
    """A header (None for a newest message without one), and the rows below it that stand at its depth of quote marks or deeper."""

    header: Header | None
    depth: int
    body: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Chain:
    """Messages from the newest down; ``start`` to ``end`` (outside) are its rows."""

    start: int
    end: int
    messages: list[Message] = field(default_factory=list)
    readers: tuple[HeaderReader, ...] = HEADER_READERS


def chains(document: Document, rows: list[Row], readers: tuple[HeaderReader, ...] = HEADER_READERS) -> list[Chain]:
    """Every chain in a run of rows, in order; ``readers`` tell its headers."""
    found: list[Chain] = []
    start = 0
    while start < len(rows):
        chain = _chain(document, rows, start, readers)
        if chain.messages:
            found.append(chain)
        start = max(chain.end, start + 1)
    return found


def _chain(document: Document, rows: list[Row], start: int, readers: tuple[HeaderReader, ...]) -> Chain:
    """The first chain at or below row ``start``; without messages if there is none."""
    headers = ((i, _header_at(document, rows, i, readers)) for i in range(start, len(rows)))
    first = next(((i, header) for i, header in headers if header and _may_open(header)), None)
    if first is None:
        return Chain(start, len(rows))
    i, header = first
    above = _newest_without_header(rows, start, header)
    chain = Chain(above[0] if above else header.first, len(rows), readers=readers)
    if above:
        chain.messages.append(Message(None, rows[above[0]].depth, [rows[j] for j in above]))
    within = not above and _stands_in_prose(rows, start, header)
    chain.messages.append(Message(header, _depth_below(rows, header)))
    i = header.end
    while i < len(rows):
        if _ends_at(document, rows, i, chain) or (within and _brief_goes_on(rows, i, header)):
            chain.end = i
            break
        i = _take(document, rows, i, chain)
    return chain


def _take(document: Document, rows: list[Row], i: int, chain: Chain) -> int:
    """Add the header at row ``i`` or the row itself to the chain; the row after it."""
    header = _header_at(document, rows, i, chain.readers)
    if header is None:
        owner = _owner(chain.messages, rows, i)
        if owner is not None:
            owner.body.append(rows[i])
        return i + 1
    _drop_above(chain.messages[-1], rows, i, header)
    last = chain.messages[-1].header
    both = last and last.rule in {"wrote-line", "separator"} and last.end == header.first
    if last and both and header.author and not chain.messages[-1].body:
        header = replace(header, first=last.first)  # Yahoo and Proton introduce a message by both
        chain.messages.pop()
    chain.messages.append(Message(header, _depth_below(rows, header)))
    return header.end


def _header_at(document: Document, rows: list[Row], i: int, readers: tuple[HeaderReader, ...]) -> Header | None:
    return next((header for read in readers if (header := read(document, rows, i))), None)


def _may_open(header: Header) -> bool:
    """A chain opens with a message's own header, or with a reply header that no running text could hold."""
    return not header.reply or header.rule == "mail-header" or header.confidence >= _SURE


def _newest_without_header(rows: list[Row], start: int, header: Header) -> list[int]:
    """The rows above the first header, if they are the message that answers it."""
    page = rows[header.first].line.page
    first = next(
        (i for i in range(start, header.first) if rows[i].line.page >= page - 1 and (rows[i].head or i == start)), header.first
    )
    above = list(range(first, header.first))
    if not above or len(above) > _MOST_ROWS_WITHOUT_HEADER:
        return []
    answers = header.reply or sign_off([rows[i] for i in above]) is not None
    if len(above) == 1 and is_full_name(rows[above[0]].text) and is_rule(rows[header.first]):
        return []  # Outlook prints whose mailbox it is above a rule
    return above if answers and not any(_SHEET.match(rows[i].text) for i in above) else []


def _stands_in_prose(rows: list[Row], start: int, header: Header) -> bool:
    page = rows[header.first].line.page
    above = [row for row in rows[start : header.first] if row.line.page == page]
    return sum(len(row.text) > 50 for row in above) >= 3


def _brief_goes_on(rows: list[Row], i: int, header: Header) -> bool:
    """True if row ``i`` is again the brief in which the mail is printed."""
    row, top = rows[i], rows[header.first]
    return (row.left < top.left - _OUTDENT and row.gap) or bool(_NUMBERED.match(row.text)) or row.line.page > top.line.page + 1


def _depth_below(rows: list[Row], header: Header) -> int:
    own = rows[max(header.first, header.end - 1)].depth if header.rule == "mail-header" else rows[header.first].depth
    if header.end >= len(rows) or header.rule not in {"wrote-line", "groupwise-line"}:
        return own
    below = rows[header.end].depth
    return below if header.rule == "groupwise-line" else max(own, below)


def _owner(messages: list[Message], rows: list[Row], i: int) -> Message | None:
    """Whose row this is, by its quote marks; None for a quotation that nothing introduces."""
    row, last = rows[i], messages[-1]
    if row.depth < last.depth and _is_broken_wrap(rows, i):
        return last
    owner = next((m for m in reversed(messages) if m.depth <= row.depth), messages[0])
    return owner if row.depth <= owner.depth or _is_broken_wrap(rows, i) else None


def _is_broken_wrap(rows: list[Row], i: int) -> bool:
    """True if a mail program broke the row above, and lost a quote mark in doing so."""
    row, above = rows[i], rows[i - 1]
    return not row.gap and not row.head and len(above.text) >= 45 and not above.text.endswith((".", "?", "!", ":"))


def _drop_above(message: Message, rows: list[Row], i: int, header: Header) -> None:
    """Take a print's title ("Message", the owner's name) off the message before, where a new header opens a page."""
    page = rows[i].line.page
    on_page = [row for row in message.body if row.line.page == page]
    names = {party.name.lower() for party in (header.author, *header.addressees) if party and " " in party.name}
    is_title = all(_TITLE.match(row.text) or row.text.lower() in names for row in on_page)
    if not header.reply and 0 < len(on_page) <= 2 and on_page[0].head and is_title:
        del message.body[-len(on_page) :]


def _ends_at(document: Document, rows: list[Row], i: int, chain: Chain) -> bool:
    """True if something else begins with the page that row ``i`` opens."""
    if not rows[i].head:
        return False
    page = rows[i].line.page
    on_page = [row.text for row in rows[i : i + 8] if row.line.page == page]
    if any(_SHEET.match(text) for text in on_page[:3]) or any(_CAPTION.match(text) for text in on_page):
        return True
    above = rows[i - 1]
    if _stamps_break(document, above.line.page, page):
        return True
    message = chain.messages[-1]
    header = message.header
    return is_finished(message.body, header.author if header else None) and _foot_is_empty(document, above)


def _stamps_break(document: Document, before: int, after: int) -> bool:
    left, right = (_BATES.match(document.page(number).bates) for number in (before, after))
    if left is None or right is None:
        return False
    return left[1] != right[1] or int(right[2]) - int(left[2]) != after - before


def _foot_is_empty(document: Document, row: Row) -> bool:
    height = document.page(row.line.page).size[1]
    return row.line.box is not None and row.line.box.bottom < _EMPTY_FOOT * height
