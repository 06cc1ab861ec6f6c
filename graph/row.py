"""One statement as a row: the columns that CSV, JSONL and XLSX share.

row = next(rows(corpus.records(), people))
row.speaker, row.cite                 "Dana Lee", "Dkt. 12-3 at 2"
row.as_dict()                         {"statement_id": "91f0…", "document": "…", …} in the order of the columns
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter

from corpora.record import Record, Review
from graph.people import People, Person
from ingest.segment import Party

SEPARATOR = "; "
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """The columns, in order. '' and None (of numbers) where there is nothing; several values of a column are divided by "; "."""

    statement_id: str
    document: str
    sha256: str
    docket: str
    docket_entry: str
    filed: str
    page: int
    page_last: int
    page_label: str
    line_first: int | None
    line_last: int | None
    bates: str
    cite: str
    kind: str
    speaker: str
    speaker_as_written: str
    speaker_id: str
    addressees: str
    addressees_as_written: str
    date: str
    date_as_written: str
    date_kind: str
    topics: str
    mentions: str
    text: str
    cue: str
    record_cite: str
    rule: str
    confidence: float
    verified: str
    review: str

    def as_dict(self) -> dict[str, Cell]:
        """The columns by name."""
        return dict(zip(COLUMNS, self.cells, strict=True))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The values of the columns, in order."""
        values: tuple[Cell, ...] = _CELLS(self)
        return values

    @property
    def verdict(self) -> str:
        """What was ruled, alone: none, accepted, rejected or corrected."""
        return self.review.partition(";")[0].partition(",")[0]

    @property
    def names(self) -> tuple[str, ...]:
        """Speakers and addressees by name."""
        return (*split(self.speaker), *split(self.addressees))


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Row))
_CELLS = attrgetter(*COLUMNS)


def rows(records: Iterable[Record], people: People) -> Iterator[Row]:
    """A row for every record, in the order given."""
    return (_row(record, people) for record in records)


def split(values: str) -> tuple[str, ...]:
    """The values of a column that holds several."""
    return tuple(value for value in values.split(SEPARATOR) if value)


def _row(record: Record, people: People) -> Row:
    said, docket = record.statement, record.docket
    attribution = said.attribution
    return Row(
        statement_id=said.id,
        document=record.document,
        sha256=said.document_id,
        docket=docket.case if docket else "",
        docket_entry=docket.number if docket else "",
        filed=docket.filed.isoformat() if docket and docket.filed else "",
        page=record.place.page,
        page_last=record.place.page_last,
        page_label=record.place.page_label,
        line_first=record.place.line_first,
        line_last=record.place.line_last,
        bates=record.place.bates,
        cite=record.cite,
        kind=said.kind,
        speaker=_names(record, attribution.speakers, people),
        speaker_as_written=attribution.as_written or _as_written(attribution.speakers),
        speaker_id=_joined(person.id for person in _persons(record, attribution.speakers, people)),
        addressees=_names(record, said.addressees, people),
        addressees_as_written=_as_written(said.addressees),
        date=said.when.iso if said.when else "",
        date_as_written=said.when.as_written if said.when else "",
        date_kind=said.date_kind or "",
        topics=_joined(said.topics),
        mentions=_mentions(record, people),
        text=record.text,
        cue=attribution.cue.as_written if attribution.cue else "",
        record_cite=said.record_cite,
        rule=attribution.rule,
        confidence=round(attribution.confidence, 3),
        verified=record.verified,
        review=_review(record.review),
    )


def _persons(record: Record, parties: Iterable[Party], people: People) -> Iterator[Person]:
    """Everyone among ``parties``, each once."""
    found = (people.of(record.statement.document_id, party) for party in parties)
    return iter({person.id: person for person in found if person}.values())


def _names(record: Record, parties: Iterable[Party], people: People) -> str:
    return _joined(person.name for person in _persons(record, parties, people))


def _as_written(parties: Iterable[Party]) -> str:
    return _joined(" ".join(party.as_written.split()) for party in parties)


def _mentions(record: Record, people: People) -> str:
    """Who and what is named in the words, by resolved name where there is one, each once."""
    names: dict[str, None] = {}
    for mention in record.statement.mentions:
        person = people.named(record.statement.document_id, mention)
        names[person.name if person else " ".join(mention.as_written.split())] = None
    return _joined(names)


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(value for value in values if value)


def _review(review: Review) -> str:
    """What was ruled, by whom, when, or "none": ``accepted, A. Nalyst, 2025-01-31T10:00``; and who released it, if anything of it
    stands under a redaction."""
    verdict = ", ".join(part for part in (review.verdict, review.who, review.at) if part)
    return f"{verdict}; from under a redaction, {review.released}" if review.released else verdict
