"""Printed chats and text messages: one segment a message, with its speaker, its time, and everyone else as addressees.

    Ann Lee <+1 555 010 0100>        10/4/2023, 1:05 PM      an opening row
    Shall we?                                                the message, up to the next opening

    conversation      openings that stand below one another; its speakers are its participants

A row that looks like an opening is not enough: two must stand together, and a speaker speak twice or a full date stand with each.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.chat_bubbles import Bubble, bubbles
from ingest.chat_openings import Opening, day_heading, opening, two_row_opening
from ingest.document import Document, Line
from ingest.mail_labels import ADDRESSED, label_of
from ingest.rows import Row, rows_of
from ingest.segment import Party, Segment
from ingest.span import Span
from ingest.when import When

_WORDS_BESIDE = {"bracket", "dash", "stamp-name", "aside"}
_INDENT = 9.0  # points that a message may stand left of its speaker's name


@dataclass(slots=True)
class _Message:
    opening: Opening
    day: When | None
    rows: list[Row] = field(default_factory=list)


def find_chat(document: Document, free: tuple[tuple[Line, ...], ...]) -> list[Segment]:
    """One segment for each chat message in the free lines, and "matter" for the rest of each page that holds one."""
    found: list[Segment] = []
    for run in free:
        lines = [line for line in run if line.number is None]  # nobody prints a chat on pleading paper
        rows = rows_of(document, lines)
        segments = _opened(document, rows) or _bubbled(document, rows)
        found += segments + _matter(document, lines, segments)
    return sorted(found, key=lambda segment: (segment.extent.start, segment.extent.end))


def _opened(document: Document, rows: Sequence[Row]) -> list[Segment]:
    """The messages of a run whose openings are rows."""
    openings = _openings(document, rows)
    if not _is_conversation(openings, rows):
        return []
    below = {i + 1 for i, found in openings.items() if found.rows == 2}
    messages: list[_Message] = []
    heading: When | None = None
    for i, row in enumerate(rows):
        if i in below:
            continue
        if i in openings:
            messages.append(_Message(openings[i], heading))
        elif (named := day_heading(row)) is not None:
            heading = named
        elif messages and _belongs(messages[-1], row, rows, i, openings):
            messages[-1].rows.append(row)
    names = _participants(message.opening.speaker for message in messages)
    return [_segment(document, message, names) for message in messages]


def _openings(document: Document, rows: Sequence[Row]) -> dict[int, Opening]:
    found = {i: one for i, row in enumerate(rows) if (one := opening(row)) and not _heads_mail(document, rows, i + 1)}
    if len(found) > 1:
        return found
    pairs = ((i, two_row_opening(name, time)) for i, (name, time) in enumerate(itertools.pairwise(rows)))
    return {i: one for i, one in pairs if one and not _heads_mail(document, rows, i + 2)}


def _heads_mail(document: Document, rows: Sequence[Row], below: int) -> bool:
    """True if an address list stands below an opening: a name with a time then begins a message of printed mail."""
    found = label_of(document, rows[below]) if below < len(rows) else None
    return bool(found and found[0] in ADDRESSED)


def _is_conversation(openings: dict[int, Opening], rows: Sequence[Row]) -> bool:
    forms = {found.form for found in openings.values()}
    if len(openings) < 2 or len(forms) > 2:
        return False
    if all(found.form in _WORDS_BESIDE for found in openings.values()):
        return True
    spoken = sum(i + one.rows < len(rows) and i + one.rows not in openings for i, one in openings.items())
    names = [found.speaker.name.lower() for found in openings.values()]
    dated = all(found.day for found in openings.values()) or any(day_heading(row) for row in rows)
    return spoken >= 0.7 * len(openings) and len(set(names)) < len(names) + dated


def _belongs(message: _Message, row: Row, rows: Sequence[Row], i: int, openings: dict[int, Opening]) -> bool:
    """True if a row carries on the message above it: on the same page, or before a later opening, and not out in the margin."""
    first = message.opening.row
    carries_on = row.line.page == first.line.page or any(j > i for j in openings)
    return carries_on and row.left >= first.left - _INDENT and _follows(message, rows, i)


def _follows(message: _Message, rows: Sequence[Row], i: int) -> bool:
    """True if the row above row ``i`` is the message's opening or its own."""
    return rows[i - 1] in message.rows or rows[i - message.opening.rows] is message.opening.row


def _participants(speakers: Iterable[Party]) -> dict[str, Party]:
    """Everyone who speaks, by name, at their first mention."""
    found: dict[str, Party] = {}
    for speaker in speakers:
        found.setdefault(speaker.name.lower(), speaker)
    return found


def _segment(document: Document, message: _Message, names: dict[str, Party]) -> Segment:
    first = message.opening
    spans = [first.words.trimmed(document.text)] if first.words.of(document.text).strip() else []
    for row in message.rows:
        if spans and not document.text[spans[-1].end : row.span.start].strip():
            spans[-1] = Span(spans[-1].start, row.span.end)
        else:
            spans.append(row.span)
    head = Span(first.row.span.start, first.words.start).trimmed(document.text)
    return Segment(
        tuple(spans),
        "chat",
        first.speaker,
        _others(names, first.speaker),
        first.when(message.day),
        "",
        head,
        f"chat-{first.form}",
        0.95,
    )


def _bubbled(document: Document, rows: Sequence[Row]) -> list[Segment]:
    """The messages of a run's pages that are printed as bubbles."""
    pages = sorted({row.line.page for row in rows})
    messages = [m for page in pages for m in bubbles(document, [row for row in rows if row.line.page == page])]
    names = _participants(message.speaker for message in messages)
    return [_bubble_segment(document, message, names) for message in messages]


def _bubble_segment(document: Document, message: Bubble, names: dict[str, Party]) -> Segment:
    when = message.when
    return Segment(
        spans=tuple(message.words),
        kind="chat",
        author=message.speaker,
        addressees=_others(names, message.speaker),
        when=replace(when, as_written=message.clock_span.of(document.text)) if when else None,
        header=message.clock_span,
        rule="chat-bubble",
        confidence=0.85,
    )


def _others(names: dict[str, Party], speaker: Party) -> tuple[Party, ...]:
    return tuple(replace(party, role="to") for key, party in names.items() if key != speaker.name.lower())


def _matter(document: Document, lines: Sequence[Line], messages: Sequence[Segment]) -> list[Segment]:
    """The other lines of pages that hold messages: headings, names, stamps."""
    taken = {line.span for message in messages for line in document.lines_of(message.extent)}
    pages = {document.lines_of(message.extent)[0].page for message in messages}
    groups: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        if line.page in pages and line.span not in taken:
            if previous is not None and groups and groups[-1][-1] is previous:
                groups[-1].append(line)
            else:
                groups.append([line])
        previous = line
    return [Segment((Span(group[0].span.start, group[-1].span.end),), "matter", rule="chat-matter") for group in groups]
