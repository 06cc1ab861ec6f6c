"""Threads as rows, one a message: the columns that threads.csv, .jsonl and .xlsx share.

row = next(thread_rows(found))
row.date, row.author, row.dropped      "2023-03-16T22:42", "Katharina Voss", "Priya Raghunathan"
row.reached                            "Grace Chen by the mail of 2023-03-16T22:42 (Dkt. 449-3 at 2)"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from graph.message import Message
from graph.people import Person
from graph.row import SEPARATOR, Cell
from graph.sheet import write_sheet
from graph.thread import Reach, Thread

UNPRODUCED = "only below later mails"


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """The columns, in order. Several values of a column are divided by "; ".

    ``message`` counts the thread's messages from 1, and ``answers`` is the number of the one that it answers, ``link`` how that is
    shown (header, quoted, conversation, subject) and ``link_reason`` in words. ``dropped`` and ``joined`` are against the message that it
    answers; ``no_longer_on`` against all before it in its line; ``reached`` those who got it below a later one. ``places`` are the
    cites of every print, ``produced`` says whether any print is of the mail by itself,
    ``released`` by whom and when words of it from under a redaction were.
    """

    thread_id: str
    thread_subject: str
    thread_messages: int
    message: int
    message_id: str
    answers: int | None
    link: str
    link_reason: str
    subject: str
    date: str
    author: str
    author_as_written: str
    addressees: str
    joined: str
    dropped: str
    no_longer_on: str
    reached: str
    produced: str
    places: str
    documents: str
    statement_ids: str
    text: str
    released: str

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The values of the columns, in order."""
        values: tuple[Cell, ...] = _CELLS(self)
        return values


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(ThreadRow))
_CELLS = attrgetter(*COLUMNS)


def thread_rows(found: Iterable[Thread]) -> Iterator[ThreadRow]:
    """A row for every message of every thread, in order."""
    for thread in found:
        numbers = {message.id: number for number, message in enumerate(thread.messages, start=1)}
        yield from (_row(thread, message, numbers) for message in thread.messages)


def _row(thread: Thread, message: Message, numbers: dict[str, int]) -> ThreadRow:
    link = thread.links.get(message.id)
    return ThreadRow(
        thread_id=thread.id,
        thread_subject=thread.subject,
        thread_messages=len(thread.messages),
        message=numbers[message.id],
        message_id=message.id,
        answers=numbers[link.parent] if link else None,
        link=link.kind if link else "",
        link_reason=link.why if link else "",
        subject=message.subject,
        date=message.date,
        author=message.author.name if message.author else "",
        author_as_written=message.author_as_written,
        addressees=names(message.addressees),
        joined=names(thread.came_on(message)),
        dropped=names(thread.fell_off(message)),
        no_longer_on=names(thread.left_out(message)),
        reached=SEPARATOR.join(reach_words(reach) for reach in thread.reached(message)),
        produced=UNPRODUCED if thread.unproduced(message) else "yes",
        places=SEPARATOR.join(message.cites),
        documents=SEPARATOR.join(dict.fromkeys(record.document for record in message.records)),
        statement_ids=SEPARATOR.join(record.statement.id for record in message.records if record.text),
        text=message.text,
        released=released_words(thread, message),
    )


def names(persons: Iterable[Person]) -> str:
    """Names in one cell."""
    return SEPARATOR.join(person.name for person in persons)


def reach_words(reach: Reach) -> str:
    """Who was sent it, by which later mail, and where that is printed above it."""
    return f"{reach.person.name} by the mail of {reach.through.date or 'no date'} ({reach.cite})"


def released_words(thread: Thread, message: Message) -> str:
    """Who released words of it, or of later mails that it tells of, from under redactions, and when; '' where none are."""
    told = (message, *(reach.through for reach in thread.reached(message)))
    return SEPARATOR.join(dict.fromkeys(one.released for one in told if one.released))


def write_threads(found: Iterable[Thread], path: Path) -> int:
    """Write every message of the threads in the format of the file's ending; how many rows.

    :raises QueryError: no format has that ending.
    """
    return write_sheet(path, COLUMNS, (row.cells for row in thread_rows(found)))
