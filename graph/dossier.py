"""All that the papers have of one person: what he said, what he was told, with whom, about what, and since when.

partner      Bob Ray, 12 said to, 3 heard from
exposure     data sourcing, first received 2023-10-04
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from corpora.record import Record
from graph.knew import Exposure, first_exposures
from graph.people import People, Person
from graph.row import Row, split
from graph.thread import Thread
from graph.timeline import timeline
from ingest.segment import Party


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody the person talks with, and how many statements went each way."""

    person: Person
    said_to: int
    heard_from: int

    @property
    def weight(self) -> int:
        """Statements either way."""
        return self.said_to + self.heard_from


@dataclass(frozen=True, slots=True)
class Dossier:
    """``said`` and ``told`` by date; ``partners`` and ``topics`` (with counts over both) strongest first."""

    person: Person
    said: tuple[Row, ...]
    told: tuple[Row, ...]
    partners: tuple[Partner, ...]
    topics: tuple[tuple[str, int], ...]
    exposures: tuple[Exposure, ...]


def dossier(
    person: Person, records: Sequence[Record], rows: Sequence[Row], people: People, threads: Iterable[Thread] = ()
) -> Dossier:
    """The dossier of ``person`` from ``records`` and their ``rows`` (one each, in the same order); ``threads`` tell what reached the
    person below later mails."""
    said: list[Row] = []
    told: list[Row] = []
    theirs: list[Record] = []
    to, since = Counter[str](), Counter[str]()
    for record, row in zip(records, rows, strict=True):
        speakers = _ids(record, record.statement.attribution.speakers, people)
        hearers = _ids(record, record.statement.addressees, people)
        if person.id in speakers:
            said.append(row)
            to.update(hearers - speakers)
        elif person.id in hearers:
            told.append(row)
            since.update(speakers)
        else:
            continue
        theirs.append(record)
    topics = Counter(topic for row in (*said, *told) for topic in split(row.topics))
    return Dossier(
        person,
        tuple(timeline(said)),
        tuple(timeline(told)),
        tuple(_partners(to, since, people)),
        tuple(sorted(topics.items(), key=lambda item: (-item[1], item[0]))),
        tuple(_first(person, theirs, people, [thread for thread in threads if thread.was_sent_to({person.id})])),
    )


def _ids(record: Record, parties: Iterable[Party], people: People) -> set[str]:
    found = (people.of(record.statement.document_id, party) for party in parties)
    return {person.id for person in found if person}


def _partners(to: Counter[str], since: Counter[str], people: People) -> list[Partner]:
    everyone = ((people.by_id(i), to[i], since[i]) for i in {*to, *since})
    partners = [Partner(person, said_to, heard) for person, said_to, heard in everyone if person]
    return sorted(partners, key=lambda partner: (-partner.weight, partner.person.name, partner.person.id))


def _first(person: Person, records: Sequence[Record], people: People, threads: Sequence[Thread]) -> Iterator[Exposure]:
    """The person's first exposure to each topic, by topic."""
    mails = (record for thread in threads for message in thread.messages for record in message.records)
    topics = {topic for record in chain(records, mails) for topic in record.statement.topics}
    for topic in sorted(topics):
        yield from (e for e in first_exposures(records, people, topic, threads) if e.person.id == person.id)
