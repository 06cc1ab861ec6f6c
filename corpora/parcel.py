"""What a child hands back of one file: packed as the store keeps it, so that the parent's memory and time stay small."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpora.codec import pack_document, pack_head, pack_record, unpack_record
from corpora.ledger import Entry
from corpora.mail_print import mail_prints
from corpora.record import Record, Review
from ingest.document import Document
from ingest.redaction import told

StatementRow = tuple[str, str, int, int, str]
CaseRow = tuple[str, str]
MailRow = tuple[str, str, str, str | None]  # id, document, MailHead as JSON, Record as JSON
PassageRow = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a file: its name as its holder gives it, where it was written, its SHA-256; ``why`` where it was not."""

    name: str
    path: str
    sha256: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document, its statements and its mails as rows of the store; ``pages`` how many are in each state, ``members`` embedded
    files; ``why`` what there is to say of a document that was read."""

    document_id: str
    name: str
    body: bytes
    statements: tuple[StatementRow, ...]
    passages: tuple[PassageRow, ...]
    pages: tuple[tuple[str, int], ...]
    members: tuple[Member, ...] = ()
    why: str = ""
    mails: tuple[MailRow, ...] = ()
    cases: tuple[CaseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Reread:
    """A paper read once more, with where its file stands and its new row of the ledger."""

    parcel: Parcel
    path: Path
    entry: Entry

    def carried(self, rulings: Mapping[str, Review], before: Iterable[Record]) -> list[tuple[str, Review]]:
        """Analysts' rulings on statements ``before`` that are here too, words, kind and place, by their ids now."""
        ruled = [record for record in before if record.statement.id in rulings]
        if not ruled:
            return []
        now: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for statement_id, *_, record in self.parcel.statements:
            now[_sameness(unpack_record(record))].append(statement_id)
        pairs = ((now.get(_sameness(record), []), rulings[record.statement.id]) for record in ruled)
        return [(ids[0], review) for ids, review in pairs if len(ids) == 1 and rulings.get(ids[0]) != review]


def _sameness(record: Record) -> tuple[object, ...]:
    return record.statement.kind, record.text, record.place


def done(file: str, parcel: Parcel) -> Entry:
    """The row of the ledger for a file that was read."""
    return Entry(file, parcel.document_id, "done", parcel.why, pages=parcel.pages, statements=len(parcel.statements))


def parcel_of(document: Document, records: Iterable[Record], members: tuple[Member, ...] = ()) -> Parcel:
    """A document and its statements, packed."""
    kept = tuple(records)
    return Parcel(
        document.id,
        document.name,
        pack_document(document),
        tuple(_row(document.id, record) for record in kept),
        tuple(_passages(document)),
        tuple(sorted(Counter(page.state for page in document.pages).items())),
        members,
        _why(document),
        mail_rows(document),
        case_rows(document, kept),
    )


def _why(document: Document) -> str:
    """What there is to say of redactions that failed."""
    pages = document.pages
    withheld = told(sum(len(page.failed) for page in pages), [page.number for page in pages if page.failed], "withheld")
    released = told(sum(len(page.released) for page in pages), [page.number for page in pages if page.released], "released")
    return "; ".join(filter(None, (withheld, released)))


def case_rows(document: Document, records: Iterable[Record]) -> tuple[CaseRow, ...]:
    """A row for each case that the document or any paper bound into it is filed in."""
    dockets = (document.docket, *(record.docket for record in records))
    return tuple((document.id, case) for case in sorted({docket.same_case for docket in dockets if docket}) if case)


def mail_rows(document: Document) -> tuple[MailRow, ...]:
    """A row for each mail that a document prints, in the order of their ids."""
    prints = {mail.id: mail for mail in mail_prints(document)}
    return tuple(
        (mail.id, document.id, pack_head(mail.head), pack_record(mail.wordless) if mail.wordless else None)
        for _, mail in sorted(prints.items())
    )


def _row(document_id: str, record: Record) -> StatementRow:
    span = record.statement.span
    return record.statement.id, document_id, span.start, span.end, pack_record(record)


def _passages(document: Document) -> Iterator[PassageRow]:
    for segment in document.segments:
        extent = segment.extent
        yield extent.of(document.text), document.id, extent.start, extent.end
