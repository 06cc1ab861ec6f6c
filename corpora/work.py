"""What a child process does with one file: read it; find its statements, their places, cites and verification; pack them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora.parcel import Member, Parcel, parcel_of
from corpora.record import Record
from corpora.source import Source
from corpora.verification import verify
from ingest.attachment import take_out
from ingest.cite import cite, title
from ingest.document import Document
from ingest.errors import Encrypted, ReadError
from ingest.file_name import printable
from ingest.limits import Limits
from ingest.part import Part, as_filed, find_parts
from ingest.pleading import read_pleading
from ingest.reader import read
from ingest.sandbox import allowed, why, within
from ingest.segment import Segment
from ingest.span import Span, hull
from nlp.statement import Statement
from nlp.statements import Reading, find_statements


@dataclass(frozen=True, slots=True)
class Job:
    """How a run reads: its limits, what to look for, passwords to try, and the folder that embedded files are written to."""

    limits: Limits
    reading: Reading
    passwords: tuple[str, ...]
    attachments: Path


def parcels(sources: Sequence[Source], job: Job) -> list[Parcel | ReadError]:
    """In a child: each source read, analysed and packed, or the error that says why not."""
    return [_parcel_or_error(source, job) for source in sources]


def _parcel_or_error(source: Source, job: Job) -> Parcel | ReadError:
    try:
        return parcel(source, job)
    except Exception as error:  # noqa: BLE001  whatever a file does to the readers, it is that file's row of the ledger
        return why(error, source.name, job.limits)


def parcel(source: Source, job: Job) -> Parcel:
    """In a child: one source read, analysed and packed, each stage within the time that its pages allow.

    :raises ReadError: it cannot be read.
    """
    with _openable(source.path) as path:
        seconds = allowed(path, job.limits, job.passwords)
        with within(seconds):
            document = replace(_read(path, job), name=source.name)
        with within(seconds):
            records = records_of(document, path, job.reading, job.passwords)
        with within(seconds):
            return parcel_of(document, records, _members(document, source, path, job))


def _read(path: Path, job: Job) -> Document:
    """The document, with the first password that opens it."""
    for password in (None, *job.passwords):
        try:
            return read(path, job.limits, password)
        except Encrypted as error:
            sealed = error
    raise sealed


@contextmanager
def _openable(path: Path) -> Iterator[Path]:
    """The path; a link with a plain name where the libraries cannot open it, for its name is not UTF-8."""
    if printable(str(path)) == str(path):
        yield path
        return
    with TemporaryDirectory(prefix="pincite-") as folder:
        link = Path(folder) / f"paper{printable(path.suffix)}"
        link.symlink_to(path)
        yield link


def _members(document: Document, source: Source, path: Path, job: Job) -> tuple[Member, ...]:
    if not document.metadata.attachments:
        return ()
    if source.depth >= job.limits.depth:
        why = f"it stands {source.depth + 1} files deep; the limit is {job.limits.depth}"
        return tuple(Member(printable(name), "", "", why) for name in document.metadata.attachments[: job.limits.attachments])
    taken = take_out(path, job.attachments, job.limits, job.passwords)
    return tuple(Member(a.name, str(a.path or ""), a.sha256, a.why) for a in taken)


@dataclass(frozen=True, slots=True)
class _Segments:
    """A document's segments, to find the one that a span stands in."""

    document: Document

    def at(self, span: Span) -> Segment | None:
        """The segment that ``span`` begins in."""
        return next((s for s in self.document.segments if s.extent.start <= span.start < s.extent.end), None)


def records_of(document: Document, path: Path, reading: Reading, passwords: Sequence[str] = ()) -> tuple[Record, ...]:
    """The statements of a document as they are stored, in the order of the text."""
    statements = find_statements(document, reading)
    verdicts = verify(document, statements, path, passwords)
    parts = find_parts(document)
    segments, short_title, pleading = _Segments(document), title(document), read_pleading(document)
    return tuple(
        _record(
            document,
            statement,
            segments.at(statement.span),
            pleading.title_at(statement.span) if pleading else short_title,
            parts,
        ).with_verdict(verdict)
        for statement, verdict in zip(statements, verdicts, strict=True)
    )


def _record(
    document: Document, statement: Statement, segment: Segment | None, short_title: str, parts: Sequence[Part]
) -> Record:
    place = document.place(_printed(statement, segment))
    filed = as_filed(document, parts, place.page)
    return Record(
        statement=statement,
        document=document.name,
        docket=filed.docket,
        place=place,
        cite=cite(filed, place, segment, short_title),
        text=document.words(statement.spans),
        verified="failed",
    )


def _printed(statement: Statement, segment: Segment | None) -> Span:
    """What the cite points to: of a transcript turn its label too, for that is where a reader looks for it."""
    if (
        segment is not None
        and segment.header is not None
        and statement.kind in {"question", "answer", "colloquy", "declaration"}
    ):
        return hull((segment.header, statement.span))
    return statement.span
