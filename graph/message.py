"""One message, however often it is printed: in five exhibits, quoted below three answers, with a header here and none there.

sighting     one printed place of a message: a record, with its author and addressees as resolved
message      Message(sightings=(the best of them, ...))     author, addressees and date as its best sighting gives them

Two sightings are one message if nothing speaks against it (authors, dates as far as they are printed) and their words are nearly
equal. A copy is held against a message's best sighting alone, so that likeness never runs from copy to copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from corpora.mail_print import MailHead
from corpora.record import Record
from graph.people import People, Person
from graph.written import letters
from ingest.segment import Party
from ingest.when import When

_ALIKE = 90.0  # of 100: what OCR and line ends change in a message
_FEWEST_LETTERS = 40  # below this, words must be equal and dated: "Thanks, Ann" is written every day
_ZONES = timedelta(hours=14)  # a quoted copy may show the clock of its reader's zone
_HALF_HOUR = 1800  # seconds: zones differ by halves of an hour


@dataclass(frozen=True, slots=True)
class Sighting:
    """One printed place of a message. ``letters`` are its words, letters and digits alone; ``head`` what else its header says."""

    record: Record
    author: Person | None
    addressees: tuple[Person, ...]
    letters: str
    head: MailHead

    @property
    def subject(self) -> str:
        """Its subject as its header prints it."""
        return self.head.subject

    @property
    def when(self) -> When | None:
        """When it was sent, as printed here."""
        return self.record.statement.when


@dataclass(frozen=True, slots=True)
class Message:
    """``sightings`` begin with the best: the one whose header tells most, then the one with most words."""

    sightings: tuple[Sighting, ...]

    @property
    def id(self) -> str:
        """Stable over reruns: the least of its statements' ids."""
        return min(sighting.record.statement.id for sighting in self.sightings)

    @property
    def records(self) -> tuple[Record, ...]:
        """Every printed place, the best first."""
        return tuple(sighting.record for sighting in self.sightings)

    @property
    def author(self) -> Person | None:
        """Who wrote it; None if no print of it says so."""
        return next((sighting.author for sighting in self.sightings if sighting.author), None)

    @property
    def addressees(self) -> tuple[Person, ...]:
        """Everyone whom any print of its header names, each once."""
        return tuple({p.id: p for sighting in self.sightings for p in sighting.addressees}.values())

    @property
    def when(self) -> When | None:
        """When it was sent, from the best sighting that is dated."""
        return next((sighting.when for sighting in self.sightings if sighting.when), None)

    @property
    def subject(self) -> str:
        """Its subject, from the best sighting that prints one; '' if none does."""
        return next((sighting.subject for sighting in self.sightings if sighting.subject), "")

    @property
    def text(self) -> str:
        """Its words; '' for a mail that was sent on without any."""
        return self.sightings[0].record.text

    @property
    def date(self) -> str:
        """When it was sent, ISO 8601 at the precision known; '' if no print says."""
        return self.when.iso if self.when else ""

    @property
    def author_as_written(self) -> str:
        """Who wrote it in the words of the first print that names anybody."""
        written = (record.statement.attribution.as_written for record in self.records)
        return next((" ".join(words.split()) for words in written if words), "")

    @property
    def released(self) -> str:
        """Who let words of it from under a redaction be read, and when; '' where none are."""
        return "; ".join(dict.fromkeys(r.review.released for r in self.records if r.review.released))

    @property
    def cites(self) -> tuple[str, ...]:
        """Where it is printed, the best print first, each place once."""
        return tuple(dict.fromkeys(record.cite for record in self.records))

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Author and addressees."""
        return tuple({p.id: p for p in (*((self.author,) if self.author else ()), *self.addressees)}.values())


def messages(records: Iterable[Record], people: People, heads: Mapping[str, MailHead] | None = None) -> list[Message]:
    """Every mail among ``records`` as a message with all its printed places, the oldest first and the undated last.

    ``heads`` are what their headers say beside parties and dates, by statement id.
    """
    groups: list[list[Sighting]] = []
    index = _Index()
    for sighting in sorted(_sightings(records, people, heads or {}), key=_least_known):
        group = next((groups[i] for i in index.near(sighting) if _is_same(groups[i][0], sighting)), None)
        if group is None:
            index.add(sighting, len(groups))
            groups.append([sighting])
        else:
            group.append(sighting)
    return sorted((Message(tuple(group)) for group in groups), key=by_date)


def by_date(message: Message) -> tuple[datetime, str]:
    """The order of messages."""
    return (message.when.start if message.when else datetime.max, message.id)


def _sightings(records: Iterable[Record], people: People, heads: Mapping[str, MailHead]) -> Iterator[Sighting]:
    for record in records:
        said = record.statement
        if said.kind == "email" and record.review.verdict != "rejected":
            authors = _persons(said.document_id, said.attribution.speakers, people)
            reached = _persons(said.document_id, said.addressees, people)
            author = authors[0] if len(authors) == 1 else None
            yield Sighting(record, author, reached, letters(record.text), heads.get(said.id, MailHead()))


def _persons(document_id: str, parties: Iterable[Party], people: People) -> tuple[Person, ...]:
    found = (people.of(document_id, party) for party in parties)
    return tuple(person for person in found if person)


def _least_known(sighting: Sighting) -> tuple[bool, bool, bool, int, str, str]:
    """Sorts the sightings whose headers tell most to the front."""
    record = sighting.record
    return (
        sighting.author is None,
        not sighting.addressees,
        sighting.when is None,
        -len(sighting.letters),
        record.document,
        record.statement.id,
    )


class _Index:
    """Finds the messages that a sighting may be of, without holding it against all of them: by day, or by how its words begin."""

    def __init__(self) -> None:
        self._days: dict[int, list[int]] = {}
        self._undated: list[int] = []
        self._everything: list[int] = []
        self._ids: dict[str, int] = {}

    def add(self, sighting: Sighting, group: int) -> None:
        if sighting.head.message_id:
            self._ids.setdefault(sighting.head.message_id, group)
        self._everything.append(group)
        if sighting.when is None:
            self._undated.append(group)
            return
        first, last = (moment.toordinal() for moment in (sighting.when.start, sighting.when.end))
        for day in range(first - 1, min(last, first + 31) + 2):
            self._days.setdefault(day, []).append(group)

    def near(self, sighting: Sighting) -> Sequence[int]:
        if (same := self._ids.get(sighting.head.message_id)) is not None:
            return [same]
        if sighting.when is None:
            return self._everything
        return [*self._days.get(sighting.when.start.toordinal(), ()), *self._undated]


def _is_same(best: Sighting, other: Sighting) -> bool:
    if best.head.message_id and best.head.message_id == other.head.message_id:
        return True
    if best.author and other.author and best.author.id != other.author.id:
        return False
    if best.when and other.when and not _may_be_one_date(best.when, other.when):
        return False
    if min(len(best.letters), len(other.letters)) < _FEWEST_LETTERS:
        told = bool(best.author and other.author and best.when and other.when)
        return told and best.letters == other.letters
    return fuzz.ratio(best.letters, other.letters, score_cutoff=_ALIKE) > 0


def _may_be_one_date(a: When, b: When) -> bool:
    """True if the intervals overlap, or both are to the minute and differ as two zones do."""
    if a.start < b.end and b.start < a.end:
        return True
    apart = abs(a.start.replace(second=0) - b.start.replace(second=0))
    timed = max(a.end - a.start, b.end - b.start) <= timedelta(minutes=1)
    return timed and apart <= _ZONES and apart.total_seconds() % _HALF_HOUR == 0
