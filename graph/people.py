"""Who is who: one person behind many forms of a name, across all documents.

    people = resolve(corpus.records(), corpus.settings.roster)
    people.of(statement.document_id, party)      Person(name="Dana J. Lee", forms=("Dana", "LEE, DANA J.", ...)) or None

A person is the one human behind many mentions; an organisation likewise. Everything automatic is conservative: a form
that two people could be stays by itself, and every merge keeps the rule that made it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpora.record import Record
from corpora.settings import RosterEntry
from graph.evidence import weigh
from graph.grouping import Grouping
from graph.node import place
from graph.portrait import Person, portraits
from graph.sighting import Key, gather, key_of, key_of_mention
from graph.written import fold
from ingest.segment import Party
from nlp.statement import Mention

__all__ = ["People", "Person", "resolve"]


@dataclass(frozen=True)
class People:
    """Everyone who speaks or is spoken to (``persons``), and who is only named in others' words (``mentioned``); by name."""

    persons: tuple[Person, ...]
    mentioned: tuple[Person, ...] = ()
    _by_key: dict[Key, Person] = field(default_factory=dict, repr=False, compare=False)
    _by_id: dict[str, Person] = field(default_factory=dict, repr=False, compare=False)

    def of(self, document_id: str, party: Party) -> Person | None:
        """Who a party of a statement in this document is; None where its words name nobody."""
        key = key_of(document_id, party)
        return self._by_key.get(key) if key else None

    def named(self, document_id: str, mention: Mention) -> Person | None:
        """Who a name in a statement's words is; None where that is not sure."""
        key = key_of_mention(document_id, mention)
        return self._by_key.get(key) if key else None

    def name(self, document_id: str, party: Party) -> str:
        """The resolved name of a party, or ''."""
        person = self.of(document_id, party)
        return person.name if person else ""

    def by_id(self, person_id: str) -> Person | None:
        """The person of an id, or None."""
        return self._by_id.get(person_id)

    def matching(self, words: str) -> tuple[Person, ...]:
        """Everyone with ``words`` in the name, a form or an address, in any case."""
        wanted = fold(words)
        everyone = (*self.persons, *self.mentioned)
        return tuple(p for p in everyone if any(wanted in fold(form) for form in (p.name, *p.forms, *p.addresses)))


def resolve(records: Iterable[Record], roster: tuple[RosterEntry, ...] = ()) -> People:
    """Everyone in ``records``. The analyst's ``roster`` wins over everything automatic; the same records give the same people."""
    sightings = gather(records)
    grouping = Grouping(place(sightings, roster), sightings.companies)
    weigh(grouping)
    everyone, by_key = portraits(grouping, sightings, roster)
    persons = tuple(person for person in everyone if person.party)
    mentioned = tuple(person for person in everyone if not person.party)
    return People(persons, mentioned, by_key, {person.id: person for person in everyone})
