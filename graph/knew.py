"""Who knew what when: the first statement on a topic that each person made or received, as far as the papers show.

    Exposure(person=Dana Lee, role="received", date="2023-10-04", cite="Dkt. 12-3 at 2", ...)

"Received" means that a header or the transcript names the person as an addressee, "received below" that a later mail to the person
has the message below it, and is of that one's date. That it was read is another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from corpora.record import Record
from graph.people import People, Person
from graph.thread import Thread

ExposureRole = Literal["spoke", "received", "received below"]
_ROLES: tuple[ExposureRole, ...] = ("spoke", "received", "received below")


@dataclass(frozen=True, slots=True)
class Exposure:
    """A person's first exposure to a topic. ``date`` is ISO 8601 at the precision known, '' for undated; ``undated`` counts
    further statements on the topic without a date, any of which may be earlier; ``told`` is True where another paper reports it,
    ``released`` who let it be read, and when, where any of it is from under a redaction."""

    person: Person
    topic: str
    role: ExposureRole
    date: str
    statement_id: str
    document: str
    cite: str
    text: str
    undated: int = 0
    told: bool = False
    released: str = ""


def first_exposures(records: Iterable[Record], people: People, topic: str, threads: Iterable[Thread] = ()) -> list[Exposure]:
    """The first exposure of each person to ``topic``, by date; those of whom only undated statements are known last. With
    ``threads`` also who got a message on it below a later one."""
    first: dict[str, Exposure] = {}
    undated: dict[str, int] = {}
    for exposure in chain(_exposures(records, people, topic), _below(threads, topic)):
        person_id = exposure.person.id
        undated[person_id] = undated.get(person_id, 0) + (not exposure.date)
        if person_id not in first or _order(exposure) < _order(first[person_id]):
            first[person_id] = exposure
    found = (_with_undated(exposure, undated[person_id]) for person_id, exposure in first.items())
    return sorted(found, key=lambda exposure: (*_order(exposure), exposure.person.name, exposure.person.id))


def _exposures(records: Iterable[Record], people: People, topic: str) -> Iterator[Exposure]:
    wanted = topic.casefold()
    for record in records:
        said = record.statement
        if wanted not in (t.casefold() for t in said.topics) or record.review.verdict == "rejected":
            continue
        for role, parties in zip(_ROLES[:2], (said.attribution.speakers, said.addressees), strict=True):
            for party in parties:
                person = people.of(said.document_id, party)
                if person is not None and person.kind == "person":
                    date = said.when.iso if said.when else ""
                    told = said.kind in {"quote", "paraphrase"}
                    where = (said.id, record.document, record.cite, record.text)
                    yield Exposure(person, topic, role, date, *where, told=told, released=record.review.released)


def _below(threads: Iterable[Thread], topic: str) -> Iterator[Exposure]:
    """Whom messages on ``topic`` reached below later ones."""
    wanted = topic.casefold()
    for thread in threads:
        for message in thread.messages:
            on_topic = [r for r in message.records if wanted in (t.casefold() for t in r.statement.topics)]
            for reach in thread.reached(message) if on_topic else ():
                if reach.person.kind == "person":
                    said = on_topic[0].statement.id
                    where = (said, on_topic[0].document, reach.cite, message.text)
                    released = "; ".join(dict.fromkeys(filter(None, (message.released, reach.through.released))))
                    yield Exposure(reach.person, topic, "received below", reach.through.date, *where, released=released)


def _order(exposure: Exposure) -> tuple[bool, str, int, bool]:
    """Dated before undated, then by the date on which it had happened for sure: in "2023" by the end of that year.

    "~" sorts after all that a longer date goes on with. Of one date, speaking comes before receiving, and the message itself
    before one below it and before what another paper tells of it.
    """
    return (not exposure.date, f"{exposure.date}~", _ROLES.index(exposure.role), exposure.told)


def _with_undated(exposure: Exposure, count: int) -> Exposure:
    """With the number of other undated statements."""
    return replace(exposure, undated=count if exposure.date else count - 1)
