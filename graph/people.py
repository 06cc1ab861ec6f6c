"""Who is who: one person behind many forms of a name, across all documents.

    people = people_of(corpus)                                            as papers, roster and analysts' decisions have it
    people = resolve(headed(corpus), corpus.settings.roster)              by papers and roster alone
    people.of(statement.document_id, party)      Person(name="Dana J. Lee", forms=("Dana", "LEE, DANA J.", ...)) or None

A person is the one human behind many mentions; an organisation likewise. Everything automatic is conservative: a form
that two people could be stays by itself, and every merge keeps the rule that made it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain

from corpora.corpus import Corpus
from corpora.decision import Decision, Key, standing
from corpora.record import Record
from corpora.roster import RosterEntry
from graph.evidence import weigh
from graph.grouping import Group, Grouping
from graph.node import place
from graph.portrait import Known, Person, portraits
from graph.ruling import bring_together, keep_apart, shown_names
from graph.settled import settled_before
from graph.sighting import gather, key_of, key_of_mention
from graph.written import fold
from ingest.segment import Party
from nlp.statement import Mention

__all__ = ["People", "Person", "people_of", "resolve", "settle"]


@dataclass(frozen=True)
class People:
    """Everyone who speaks or is spoken to (``persons``), and who is only named in others' words (``mentioned``); by name.

    ``groups`` are the names behind each of them, by id.
    """

    persons: tuple[Person, ...]
    mentioned: tuple[Person, ...] = ()
    grouping: Grouping | None = field(default=None, repr=False, compare=False)
    groups: Mapping[str, Group] = field(default_factory=dict, repr=False, compare=False)
    _by_key: Mapping[Key, Person] = field(default_factory=dict, repr=False, compare=False)
    _by_id: Mapping[str, Person] = field(default_factory=dict, repr=False, compare=False)

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
        """The person of an id, or of one that was given before two became one; or None."""
        return self._by_id.get(person_id)

    @property
    def identities(self) -> Iterable[tuple[Key, Person]]:
        """Who each name, where it stands, is taken for."""
        return self._by_key.items()

    def matching(self, words: str) -> tuple[Person, ...]:
        """Everyone with ``words`` in the name, a form or an address, in any case."""
        wanted = fold(words)
        everyone = (*self.persons, *self.mentioned)
        return tuple(p for p in everyone if any(wanted in fold(form) for form in (p.name, *p.forms, *p.addresses)))


def people_of(corpus: Corpus) -> People:
    """Everyone in a corpus, as its papers, its roster and its analysts' decisions have it."""
    return resolve(headed(corpus), corpus.settings.roster, corpus.decisions(), corpus.settled())


def headed(corpus: Corpus) -> Iterator[Record]:
    """Whatever names somebody as a party: the statements, and the mails that were sent on without a word."""
    return chain(corpus.records(), corpus.wordless())


def settle(corpus: Corpus) -> None:
    """Keep who everyone is now, so that papers added later do not reshuffle it."""
    people = resolve(headed(corpus), corpus.settings.roster, settled=corpus.settled())
    corpus.settle({key: person.id for key, person in people.identities})


def resolve(
    records: Iterable[Record],
    roster: tuple[RosterEntry, ...] = (),
    decisions: tuple[Decision, ...] = (),
    settled: Mapping[Key, str] | None = None,
) -> People:
    """Everyone in ``records``. The analyst's ``roster`` wins over everything, then the ``decisions`` that stand, then what was
    ``settled`` before; the same of all these give the same people."""
    with _collector_at_rest():
        rulings = standing(decisions)
        sightings = gather(records)
        grouping = Grouping(place(sightings, roster, rulings), sightings.companies)
        before = settled_before(grouping, settled or {})
        keep_apart(grouping, rulings)
        before.join(grouping)
        weigh(grouping)
        if bring_together(grouping, rulings):
            weigh(grouping)  # a surname may now be of one person only
        known = Known(roster, shown_names(grouping, rulings), before.inherit(grouping), before.ids)
        drawn = portraits(grouping, sightings, known)
        return _people(drawn, grouping, before.of_id(grouping))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Millions of small objects are made here and none is garbage: a collector that walks over all of them again and again takes as
    long as the work itself, and the more the larger the corpus."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _people(drawn: list[tuple[Person, Group]], grouping: Grouping, former: Mapping[str, Group]) -> People:
    by_id = {person.id: person for person, _ in drawn}
    of_group = {id(group): person for person, group in drawn}
    by_former_id = {old: of_group[id(group)] for old, group in former.items() if id(group) in of_group}
    return People(
        tuple(person for person, _ in drawn if person.party),
        tuple(person for person, _ in drawn if not person.party),
        grouping,
        {person.id: group for person, group in drawn},
        {key: person for person, group in drawn for key in group.facts.keys},
        by_former_id | by_id,
    )
