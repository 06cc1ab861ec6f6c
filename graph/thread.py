"""Threads across documents: which message answers which, who was on it, and who fell off between one and the next.

threads(corpus.records(), people)      one Thread for each conversation, whatever exhibits its messages are printed in

    exhibit 12   Ann to Bob and Cy, 3 PM      a message stands above the one that it answers,
                 > Bob to Ann, 1 PM
    exhibit 30   Bob to Ann, 1 PM             or below it where a conversation is printed oldest first;
                 > Ann to Bob, 9 AM           the same message in both exhibits joins them to one thread
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from corpora.record import Record
from graph.message import Message, by_date, messages
from graph.people import People, Person

_CONVERSATION = "print-header"  # webmail prints whole conversations, whose messages may begin a page
# Header forms that only ever stand below the message that answers (ingest.mail_headers, mail_cards, wrote_line).
_QUOTED = frozenset(("wrote-line", "groupwise-line", "lotus-header", "lotus-columns", "separator"))


@dataclass(frozen=True, slots=True)
class Thread:
    """``messages`` are in the order in which they were sent, none before the one that it answers (clocks of two zones may say
    otherwise); ``parents`` say which each of them answers, by id."""

    messages: tuple[Message, ...]
    parents: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of its first message."""
        return self.messages[0].id

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Everyone who wrote or was written to, in the order in which they came in."""
        return tuple({person.id: person for message in self.messages for person in message.everyone}.values())

    def parent(self, message: Message) -> Message | None:
        """The message that ``message`` answers or sends on."""
        return next((one for one in self.messages if one.id == self.parents.get(message.id)), None)

    def fell_off(self, message: Message) -> tuple[Person, ...]:
        """Who was on the message that this one answers, and is not on this one; nobody where either header is not known."""
        before = self.parent(message)
        return _without(before, message) if before else ()

    def came_on(self, message: Message) -> tuple[Person, ...]:
        """Who is on this message, and was not on the one that it answers; nobody where either header is not known."""
        before = self.parent(message)
        return _without(message, before) if before else ()


def threads(records: Iterable[Record], people: People) -> list[Thread]:
    """Every conversation by mail, of one message or more, by the date of its first message."""
    found = messages(records, people)
    parents = _parents(found)
    families: dict[str, list[Message]] = defaultdict(list)
    for message in found:
        families[_root(message.id, parents)].append(message)
    made = [_thread(family, parents) for family in families.values()]
    return sorted(made, key=lambda thread: by_date(thread.messages[0]))


def _thread(family: list[Message], parents: Mapping[str, str]) -> Thread:
    by_id = {message.id: message for message in family}

    def after_all_above(message: Message) -> tuple[datetime, int, str]:
        line = [message]
        while line[-1].id in parents:
            line.append(by_id[parents[line[-1].id]])
        return (max(by_date(one)[0] for one in line if one.when or one is message), len(line), message.id)

    ordered = sorted(family, key=after_all_above)
    return Thread(tuple(ordered), {message.id: parents[message.id] for message in ordered if message.id in parents})


def _without(here: Message, there: Message) -> tuple[Person, ...]:
    if not here.addressees or not there.addressees:
        return ()
    known = {person.id for person in there.everyone}
    return tuple(person for person in here.everyone if person.id not in known)


def _parents(found: Iterable[Message]) -> dict[str, str]:
    """Of all that stand next to a message as what it answers, the latest: what is further down was answered before."""
    claimed: dict[str, list[Message]] = defaultdict(list)
    for child, parent in _neighbours(found):
        claimed[child.id].append(parent)
    parents = {child: max(candidates, key=by_date).id for child, candidates in sorted(claimed.items())}
    return {child: parent for child, parent in parents.items() if not _in_circle(child, parents)}


def _neighbours(found: Iterable[Message]) -> Iterator[tuple[Message, Message]]:
    """Answer and answered, wherever one is printed right above the other."""
    printed: dict[str, list[tuple[Record, Message]]] = defaultdict(list)
    for message in found:
        for record in message.records:
            printed[record.statement.document_id].append((record, message))
    for rows in printed.values():
        rows.sort(key=lambda row: row[0].statement.span.start)
        for (above, upper), (below, lower) in itertools.pairwise(rows):
            if upper is not lower and _stand_together(above, below, upper, lower):
                yield (upper, lower) if _is_later(upper, lower, below) else (lower, upper)


def _stand_together(above: Record, below: Record, upper: Message, lower: Message) -> bool:
    """True where one is printed in answer to the other: quoted, or on the page on which the other ends, among the same people."""
    if below.statement.attribution.rule in _QUOTED:
        return True
    unknown = not (upper.author and lower.author)
    met = upper.author in lower.everyone or lower.author in upper.everyone
    is_conversation = {row.statement.attribution.rule for row in (above, below)} == {_CONVERSATION}
    return below.place.page <= above.place.page_last + is_conversation and (unknown or met)


def _is_later(upper: Message, lower: Message, below: Record) -> bool:
    """True where the upper one answers: by its date, or by the form of the lower one's header."""
    if upper.when and lower.when and below.statement.attribution.rule not in _QUOTED:
        return upper.when.start >= lower.when.start
    return True


def _root(message: str, parents: Mapping[str, str]) -> str:
    while message in parents:
        message = parents[message]
    return message


def _in_circle(start: str, parents: Mapping[str, str]) -> bool:
    """True if a message would answer itself in the end: its header's date, or another's, is wrong."""
    seen, at = {start}, parents[start]
    while at in parents and at not in seen:
        seen.add(at)
        at = parents[at]
    return at in seen
