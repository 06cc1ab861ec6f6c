"""Printed chats and text messages: one segment a message, with its speaker, its time, and everyone else as addressees.

    Ann Lee <+1 555 010 0100>        10/4/2023, 1:05 PM      an opening row
    Shall we?                                                the message, up to the next opening

    conversation      openings that stand below one another; its speakers are its participants

A row that looks like an opening is not enough: two must stand together, and a speaker speak twice or a full date stand with each.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.chat_bubbles import Bubble, bubbles
from ingest.chat_marks import is_mark, is_program_s, is_stamped_note, said
from ingest.chat_openings import Opening, again, day_heading, opening
from ingest.chat_pair import openings_above_times, time_alone, two_row_opening
from ingest.chat_people import Circle, circle
from ingest.chat_record import find_records
from ingest.chat_stamp import day_first
from ingest.chat_table import find_table
from ingest.document import Document, Line
from ingest.mail_cards import page_card
from ingest.mail_labels import ADDRESSED, label_of
from ingest.rows import Row, rows_of
from ingest.segment import Segment
from ingest.span import Span
from ingest.when import When

_WORDS_BESIDE = {"bracket", "dash", "stamp-name", "aside"}
_NOTED = {"bracket", "dash", "stamp-name"}
_INDENT = 9.0  # points that a message may stand left of its speaker's name


@dataclass(slots=True)
class _Message:
    opening: Opening
    day: When | None
    last: int  # the last row that belongs to it
    rows: list[Row] = field(default_factory=list)


def find_chat(document: Document, free: tuple[tuple[Line, ...], ...]) -> list[Segment]:
    """One segment for each chat message in the free lines, and "matter" for the rest of each page that holds one."""
    found: list[Segment] = []
    for run in free:
        lines = [line for line in run if line.number is None]  # nobody prints a chat on pleading paper
        rows = rows_of(document, lines)
        segments = (
            find_records(document, rows) or find_table(document, rows) or _opened(document, rows) or _bubbled(document, rows)
        )
        found += segments + _matter(document, lines, segments)
    return sorted(found, key=lambda segment: (segment.extent.start, segment.extent.end))


def _opened(document: Document, rows: list[Row]) -> list[Segment]:
    """The messages of a run whose openings are rows."""
    openings = _openings(document, rows)
    if not _is_conversation(openings, rows):
        return []
    messages = _messages(document, rows, openings)
    names = circle(document, rows[: min(openings)], (message.opening.speaker for message in messages))
    stamps = [*(one.stamp.as_written for one in openings.values()), *(row.text for row in rows if is_stamped_note(row.text))]
    by_day = day_first(stamps)
    return [_segment(document, message, names, by_day=by_day) for message in messages]


def _messages(document: Document, rows: Sequence[Row], openings: dict[int, Opening]) -> list[_Message]:
    below = {i + 1 for i, found in openings.items() if found.rows == 2}
    forms = {found.form for found in openings.values()}
    noted, ended = not forms.isdisjoint(_NOTED), "time-below" in forms
    found: list[_Message] = []
    heading: When | None = None
    for i, row in enumerate(rows):
        before = found[-1] if found else None
        if i in below or (noted and i not in openings and is_stamped_note(row.text)) or (ended and time_alone(row)):
            continue
        if i in openings:
            if not is_program_s(openings[i].words.of(document.text)):
                found.append(_Message(openings[i], heading, i + openings[i].rows - 1))
        elif (named := day_heading(row)) is not None:
            heading = named
        elif before and (one := again(row, before.opening)):
            found.append(_Message(one, heading, i))
        elif before and before.last == i - 1 and _belongs(before, row, i, openings):
            before.last = i
            before.rows += [] if is_mark(row.text) else [row]
    return found


def _openings(document: Document, rows: list[Row]) -> dict[int, Opening]:
    found = {i: one for i, row in enumerate(rows) if (one := opening(row)) and not _heads_mail(document, rows, i + 1)}
    if any(
        one.form == "bracket" for one in found.values()
    ):  # where words stand beside names, a name alone is a note of the program's
        found = {i: one for i, one in found.items() if one.form != "bracket-name"}
    if len(found) < 2 and (ended := openings_above_times(rows)):
        return ended
    pairs: dict[int, Opening] = {}
    for i, (name, time) in enumerate(itertools.pairwise(rows)):
        one = two_row_opening(name, time) if i - 1 not in pairs else None
        if one and not _heads_mail(document, rows, i + 2):
            pairs[i] = one
    return found if len(found) > 1 and len(found) >= len(pairs) else pairs


def _heads_mail(document: Document, rows: list[Row], below: int) -> bool:
    """True if an address list stands below an opening: a name with a time then begins a message of printed mail."""
    found = label_of(document, rows[below]) if below < len(rows) else None
    return bool(found and found[0] in ADDRESSED) or (below < len(rows) and page_card(document, rows, below - 1) is not None)


def _is_conversation(openings: dict[int, Opening], rows: Sequence[Row]) -> bool:
    forms = {found.form for found in openings.values()}
    if len(openings) < 2 or len(forms) > 2:
        return False
    if all(found.form in _WORDS_BESIDE for found in openings.values()):
        return True
    spoken = sum(i + one.rows < len(rows) and i + one.rows not in openings for i, one in openings.items())
    names = [found.speaker.name.lower() for found in openings.values()]
    repeated = len(set(names)) < len(names)
    if "time-over-name" in forms:  # a heading with its date stands so, too
        return spoken >= 0.7 * len(openings) and (repeated or all(found.handled for found in openings.values()))
    told = all(found.stamp.dated or found.handled or found.form == "bracket-name" for found in openings.values())
    return spoken >= 0.7 * len(openings) and (repeated or told or any(day_heading(row) for row in rows))


def _belongs(message: _Message, row: Row, i: int, openings: dict[int, Opening]) -> bool:
    """True if a row carries on the message above it: on the same page, or before a later opening, and not out in the margin."""
    first = message.opening.row
    carries_on = row.line.page == first.line.page or any(j > i for j in openings)
    return carries_on and row.left >= first.left - _INDENT


def _segment(document: Document, message: _Message, names: Circle, *, by_day: bool) -> Segment:
    first = message.opening
    head = Span(first.row.span.start, first.words.start).trimmed(document.text)
    return Segment(
        spans=said(document.text, (first.words, *(row.span for row in message.rows))),
        kind="chat",
        author=names.speaker(first.speaker),
        addressees=names.others(first.speaker),
        when=first.when(message.day, day_first=by_day),
        header=head,
        rule=f"chat-{first.form}",
        confidence=0.95,
    )


def _bubbled(document: Document, rows: Sequence[Row]) -> list[Segment]:
    """The messages of a run that are printed as bubbles."""
    messages = bubbles(document, rows)
    names = circle(document, (), (message.speaker for message in messages))
    return [_bubble_segment(document, message, names) for message in messages]


def _bubble_segment(document: Document, message: Bubble, names: Circle) -> Segment:
    when = message.when
    return Segment(
        spans=tuple(message.words),
        kind="chat",
        author=message.speaker,
        addressees=names.others(message.speaker),
        when=replace(when, as_written=message.clock_span.of(document.text)) if when else None,
        header=message.clock_span,
        rule="chat-bubble",
        confidence=0.85,
    )


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
