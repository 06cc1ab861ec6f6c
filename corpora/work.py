"""What a child process does with one file: read it; find its statements, their places, cites and verification; pack them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora.parcel import Member, Parcel, parcel_of
from corpora.record import Record
from corpora.source import Source
from corpora.stands_under import uncovered_under
from corpora.verification import verify
from ingest.attachment import take_out
from ingest.citable import Citable
from ingest.document import Document
from ingest.errors import Encrypted, ReadError
from ingest.file_name import printable
from ingest.limits import Limits
from ingest.reader import Released, read
from ingest.sandbox import allowed, why, within
from ingest.segment import Segment
from ingest.span import Span, hull
from nlp.statement import Statement
from nlp.statements import Reading, find_statements


@dataclass(frozen=True, slots=True)
class Job:
    """How a run reads: its limits, what to look for, passwords to try, the folder that embedded files are written to, and the boxes
    of each document, by its id, whose words may be read."""

    limits: Limits
    reading: Reading
    passwords: tuple[str, ...]
    attachments: Path
    released: Mapping[str, Released] = field(default_factory=dict)


def parcels(sources: Sequence[Source], job: Job) -> list[Parcel | ReadError]:
    """In a child: each source read, analysed and packed, or the error that says why not."""
    return [_parcel_or_error(source, job) for source in sources]


def _parcel_or_error(source: Source, job: Job) -> Parcel | ReadError:
    try:
        return parcel(source, job)
    except Exception as error:  # noqa: BLE001  whatever a file does to the readers, it is that file's row of the ledger
        return _named(why(error, source.name, job.limits), source)


def _named(error: ReadError, source: Source) -> ReadError:
    """The error told of an embedded file by its name, not by that of the file that it was written to."""
    told = str(error).removeprefix(f"{printable(source.path.name)}: ")
    return type(error)(f"{source.name}: {told}") if source.depth else error


def parcel(source: Source, job: Job) -> Parcel:
    """In a child: one source read, analysed and packed, each stage within the time that its pages allow.

    :raises ReadError: it cannot be read.
    """
    with _openable(source.path) as path:
        seconds = allowed(path, job.limits, job.passwords)
        with within(seconds):
            document = replace(_read(path, job, job.released.get(source.sha256)), name=source.name)
        with within(seconds):
            records = records_of(document, path, job.reading, job.passwords)
        with within(seconds):
            return parcel_of(document, records, _members(document, source, path, job))


def _read(path: Path, job: Job, released: Released | None) -> Document:
    """The document, with the first password that opens it."""
    for password in (None, *job.passwords):
        try:
            return read(path, job.limits, password, released)
        except Encrypted as error:
            sealed = error
    if job.passwords:
        raise Encrypted(f"{path.name}: encrypted; none of the {len(job.passwords)} passwords given opens it") from sealed
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


def records_of(document: Document, path: Path | None, reading: Reading, passwords: Sequence[str] = ()) -> tuple[Record, ...]:
    """The statements of a document as they are stored, in the order of the text; no ``path`` if its file is not to be had."""
    statements = find_statements(document, reading)
    verdicts = verify(document, statements, path, passwords)
    paper = Citable(document)
    return tuple(
        _record(paper, statement).with_verdict(verdict) for statement, verdict in zip(statements, verdicts, strict=True)
    )


def _record(paper: Citable, statement: Statement) -> Record:
    document, segment = paper.document, paper.segment(statement.span)
    place = document.place(_printed(statement, segment))
    return Record(
        statement=statement,
        document=document.name,
        docket=paper.docket(place.page),
        place=place,
        cite=paper.cite(place, statement.span),
        text=document.words(statement.spans),
        verified="failed",
        uncovered=uncovered_under(paper, statement),
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
