"""Printed e-mail: one segment for each message of a chain, however deep it is nested.

From: Ann Lee          header       author Ann Lee, rule "mail-header"
To: Bob Ray
Subject: Re: x
Fine with me.          own words
On ... Bob wrote:      header of the message below, rule "wrote-line"
> Shall we?            Bob's own words, without the quote mark

matter      what a chain holds besides headers and own words: signatures, notices, stamps
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.document import Document, Line
from ingest.mail_chain import HEADER_READERS, Chain, Message, chains
from ingest.mail_headers import Header, HeaderReader, labelled
from ingest.mail_names import with_names
from ingest.mail_signed import with_signers
from ingest.mail_twice import with_twins
from ingest.rows import Row, rows_of
from ingest.segment import Party, Segment
from ingest.signoff import own_rows, signer
from ingest.span import Span, hull

_SHORT_TITLE = 60  # letters
_HEAD = 24  # lines, in whose first half a header may begin


def find_mail(
    document: Document, free: tuple[tuple[Line, ...], ...], readers: tuple[HeaderReader, ...] = HEADER_READERS
) -> list[Segment]:
    """One segment for each message in the free lines, and "matter" for what else its chain holds."""
    found: list[Segment] = []
    for run in free:
        for part in _unnumbered(run):
            rows = rows_of(document, part)
            for chain in chains(document, rows, readers):
                found += _segments(document, part, rows, chain)
    named = with_twins(document, with_names(document.text, found))
    return sorted(named, key=lambda segment: (segment.extent.start, segment.extent.end))


def opens_with_mail(document: Document, run: Sequence[Line]) -> bool:
    """True for a run without printed line numbers that begins with a mail header: whatever it goes on to quote, it is mail."""
    if any(line.number is not None for line in run):
        return False
    rows = rows_of(document, run[:_HEAD])
    return any(labelled(document, rows, i) for i in range(min(len(rows), _HEAD // 2)))


def _unnumbered(run: Sequence[Line]) -> list[list[Line]]:
    """A run without its lines on pleading paper: what is printed there is a brief, whatever it quotes."""
    parts: list[list[Line]] = [[]]
    for line in run:
        if line.number is None:
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _segments(document: Document, run: Sequence[Line], rows: list[Row], chain: Chain) -> list[Segment]:
    found = (_segment(document, rows, message) for message in chain.messages)
    messages = with_signers(document, [segment for segment in found if segment is not None])
    return [*messages, *_matter(document, _lines_of(run, rows, chain), messages)]


def _segment(document: Document, rows: list[Row], message: Message) -> Segment | None:
    header = message.header or Header(0, 0, "no-header", confidence=0.5)
    own = own_rows(message.body, header.author)
    if header.author is None and (signed := signer(own, message.body)):
        header = replace(header, author=_signer(signed), confidence=0.6, rule="sign-off" if not message.header else header.rule)
    above = [row.line.span for row in rows[header.first : header.end]] if message.header else []
    if not own and not above:
        return None
    return Segment(
        spans=_merged(document, own),
        kind="email",
        author=header.author,
        addressees=header.addressees,
        when=header.when,
        subject=header.subject,
        header=hull(above) if above else None,
        rule=header.rule,
        confidence=header.confidence,
    )


def _signer(row: Row) -> Party:
    return Party(row.text, row.text.strip(" ,.-–—~*'\""), "", row.span, "from")


def _merged(document: Document, rows: Iterable[Row]) -> tuple[Span, ...]:
    """The rows' spans, neighbours with nothing but white space between them as one."""
    spans: list[Span] = []
    for row in rows:
        if spans and not document.text[spans[-1].end : row.span.start].strip():
            spans[-1] = Span(spans[-1].start, row.span.end)
        else:
            spans.append(row.span)
    return tuple(spans)


def _lines_of(run: Sequence[Line], rows: list[Row], chain: Chain) -> list[Line]:
    """All lines from the chain's first row to its end, stamps too, and a title above it on the same page."""
    first = rows[chain.start].line
    above = [row for row in rows[: chain.start] if row.line.page == first.page]
    if len(above) <= 4 and all(len(row.text) < _SHORT_TITLE for row in above):
        first = next(line for line in run if line.page == first.page)
    end = rows[chain.end].line.span.start if chain.end < len(rows) else run[-1].span.end + 1
    return [line for line in run if first.span.start <= line.span.start < end]


def _matter(document: Document, lines: Sequence[Line], messages: Sequence[Segment]) -> list[Segment]:
    """Lines that stand outside every message's extent, neighbours together."""
    taken = {line.span for message in messages for line in document.lines_of(message.extent)}
    groups: list[list[Line]] = []
    previous_taken = True
    for line in lines:
        is_taken = line.span in taken
        if not is_taken and previous_taken:
            groups.append([line])
        elif not is_taken:
            groups[-1].append(line)
        previous_taken = is_taken
    return [Segment((Span(group[0].span.start, group[-1].span.end),), "matter", rule="mail-matter") for group in groups]
