"""Threads across documents: which message answers which, who was on it, and who fell off between one and the next.

threads(records, people)      one Thread for each conversation, whatever exhibits its messages are printed in

    exhibit 12   Ann to Bob and Cy, 3 PM      a message stands above the one that it answers,
                 > Bob to Ann, 1 PM
    exhibit 30   Bob to Ann, 1 PM             or below it where a conversation is printed oldest first;
                 > Ann to Bob, 9 AM           the same message in both exhibits joins them to one thread

reached      Dee got Bob's mail of 1 PM: she is on Ann's of 3 PM, and that has it below
unproduced   Ann's of 9 AM: it is printed below Bob's answer alone, and no paper prints it by itself
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import chain

from corpora.corpus import Corpus
from corpora.mail_print import MailHead
from corpora.record import Record
from graph.message import Message, by_date, messages
from graph.people import People, Person, headed
from graph.thread_link import Link, header_links, is_quoted, printed_links, subject_links


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody who is not on a message, and was sent a later one that has it below: ``through`` that, printed so at ``cite``."""

    person: Person
    through: Message
    cite: str


@dataclass(frozen=True)
class Thread:
    """``messages`` are in the order in which they were sent, none before the one that it answers (clocks of two zones may say
    otherwise); ``links`` say which each of them answers and why, by id; ``quoting`` which statement stands above which, as its
    answer."""

    messages: tuple[Message, ...]
    links: Mapping[str, Link] = field(default_factory=dict)
    quoting: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of its first message."""
        return self.messages[0].id

    @property
    def subject(self) -> str:
        """The subject of the first message that prints one."""
        return next((message.subject for message in self.messages if message.subject), "")

    @property
    def dates(self) -> tuple[str, ...]:
        """When its messages were sent, as far as that is known, in order."""
        return tuple(sorted(message.date for message in self.messages if message.date))

    @property
    def parents(self) -> dict[str, str]:
        """Which message each answers, by id."""
        return {child: link.parent for child, link in self.links.items()}

    @property
    def places(self) -> tuple[str, ...]:
        """The cite of every place at which any of it is printed, each once."""
        return tuple(dict.fromkeys(cite for message in self.messages for cite in message.cites))

    @property
    def documents(self) -> tuple[str, ...]:
        """The files it is printed in."""
        return tuple(sorted({record.document for message in self.messages for record in message.records}))

    @property
    def statement_ids(self) -> frozenset[str]:
        """The statements that its messages are, wherever they are printed."""
        return frozenset(self._by_statement)

    @property
    def stands_alone(self) -> bool:
        """True for one mail that is printed once."""
        return len(self.messages) == 1 and len(self.messages[0].sightings) == 1

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Everyone who wrote or was written to, in the order in which they came in."""
        return tuple({person.id: person for message in self.messages for person in message.everyone}.values())

    def parent(self, message: Message) -> Message | None:
        """The message that ``message`` answers or sends on."""
        link = self.links.get(message.id)
        return self._by_id[link.parent] if link else None

    def tree(self) -> Iterator[tuple[Message, int]]:
        """Every message with how deep it stands below the first, each answer behind what it answers."""
        below: dict[str, list[Message]] = defaultdict(list)
        parents = self.parents
        for message in reversed(self.messages):
            below[parents.get(message.id, "")].append(message)
        waiting = [(message, 0) for message in below[""]]
        while waiting:
            message, depth = waiting.pop()
            yield message, depth
            waiting += ((answer, depth + 1) for answer in below[message.id])

    def is_sent_on(self, message: Message) -> bool:
        """True if it sends what it has below on to people of whom none was on that."""
        before = self.parent(message)
        known = {person.id for person in before.everyone} if before else set()
        return before is not None and bool(message.addressees) and known.isdisjoint(person.id for person in message.addressees)

    def fell_off(self, message: Message) -> tuple[Person, ...]:
        """Who was on the message that this one answers, and is not on this one; nobody where either header is not known, or where
        this one is sent on to others altogether."""
        before = self.parent(message)
        return _without(before, message) if before and not self.is_sent_on(message) else ()

    def came_on(self, message: Message) -> tuple[Person, ...]:
        """Who is on this message, and was not on the one that it answers; nobody where either header is not known."""
        before = self.parent(message)
        return _without(message, before) if before else ()

    def left_out(self, message: Message) -> tuple[Person, ...]:
        """Who was on any message before this one in its line, and is not on this one; nobody where its header names nobody."""
        line, found = self.parent(message), dict[str, Person]()
        while line is not None:
            found |= {person.id: person for person in _without(line, message)}
            line = self.parent(line)
        return tuple(found.values())

    def unproduced(self, message: Message) -> bool:
        """True if it is printed below answers alone: no paper prints it by itself."""
        return all(record.statement.id in self.quoting or is_quoted(record) for record in message.records)

    def reached(self, message: Message) -> tuple[Reach, ...]:
        """Who got it below a later message without being on it, each with the earliest that shows so."""
        known, found = {person.id for person in message.everyone}, dict[str, Reach]()
        carriers = {id(one): (one, record) for record in message.records for one in self._above(record)}
        for carrier, record in sorted(carriers.values(), key=lambda pair: by_date(pair[0])):
            for person in carrier.everyone:
                if person.id not in known:
                    found.setdefault(person.id, Reach(person, carrier, record.cite))
        return tuple(found.values())

    def was_sent_to(self, persons: Container[str]) -> bool:
        """True if one of these, by id, wrote or was sent any of it, or got any of it below a later mail."""
        reached = (reach.person for message in self.messages for reach in self.reached(message))
        return any(person.id in persons for person in chain(self.everyone, reached))

    def _above(self, record: Record) -> Iterator[Message]:
        """The messages that have a printed mail below them, the next one first."""
        at = self.quoting.get(record.statement.id, "")
        while at in self._by_statement:
            yield self._by_statement[at]
            at = self.quoting.get(at, "")

    @cached_property
    def _by_id(self) -> dict[str, Message]:
        return {message.id: message for message in self.messages}

    @cached_property
    def _by_statement(self) -> dict[str, Message]:
        return {record.statement.id: message for message in self.messages for record in message.records}


def threads_of(corpus: Corpus, people: People) -> list[Thread]:
    """Every conversation by mail in a corpus: mails without words too."""
    return threads(headed(corpus), people, corpus.mail_heads())


def threads(records: Iterable[Record], people: People, heads: Mapping[str, MailHead] | None = None) -> list[Thread]:
    """Every conversation by mail, of one message or more, by the date of its first message.

    ``heads`` are what the headers say beside parties and dates, by statement id.
    """
    found = messages(records, people, heads)
    printed = list(printed_links(found))
    links = _without_circles(_latest(found, printed) | {link.child: link for link in header_links(found)})
    links = _without_circles({link.child: link for link in subject_links(found, links)} | links)
    quoting = {link.below: link.above for link in printed if link.kind == "quoted"}
    families: dict[str, list[Message]] = defaultdict(list)
    for message in found:
        families[_root(message.id, links)].append(message)
    made = [_thread(family, links, quoting) for family in families.values()]
    return sorted(made, key=lambda thread: by_date(thread.messages[0]))


def _thread(family: list[Message], links: Mapping[str, Link], quoting: Mapping[str, str]) -> Thread:
    by_id = {message.id: message for message in family}

    def after_all_above(message: Message) -> tuple[datetime, int, str]:
        line = [message]
        while line[-1].id in links:
            line.append(by_id[links[line[-1].id].parent])
        return (max(by_date(one)[0] for one in line if one.when or one is message), len(line), message.id)

    ordered = tuple(sorted(family, key=after_all_above))
    theirs = [record.statement.id for message in ordered for record in message.records]
    return Thread(
        ordered,
        {message.id: links[message.id] for message in ordered if message.id in links},
        {statement_id: quoting[statement_id] for statement_id in theirs if statement_id in quoting},
    )


def _without(here: Message, there: Message) -> tuple[Person, ...]:
    if not here.addressees or not there.addressees:
        return ()
    known = {person.id for person in there.everyone}
    return tuple(person for person in here.everyone if person.id not in known)


def _latest(found: Iterable[Message], printed: Iterable[Link]) -> dict[str, Link]:
    """Of all that stand next to a message as what it answers, the latest: what is further down was answered before."""
    dates = {message.id: by_date(message) for message in found}
    chosen: dict[str, Link] = {}
    for link in sorted(printed, key=lambda link: (link.child, dates[link.parent], link.cite)):
        chosen[link.child] = (
            link if link.child not in chosen or chosen[link.child].parent != link.parent else chosen[link.child]
        )
    return chosen


def _without_circles(links: Mapping[str, Link]) -> dict[str, Link]:
    """Without the links by which a message would answer itself in the end: its header's date, or another's, is wrong."""
    return {child: link for child, link in links.items() if not _in_circle(child, links)}


def _root(message: str, links: Mapping[str, Link]) -> str:
    while message in links:
        message = links[message].parent
    return message


def _in_circle(start: str, links: Mapping[str, Link]) -> bool:
    seen, at = {start}, links[start].parent
    while at in links and at not in seen:
        seen.add(at)
        at = links[at].parent
    return at in seen
