"""What a child process does with one file: read it; find its statements, their places, cites and verification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.record import Record
from corpora.verification import verify
from ingest.cite import cite, title
from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span, hull
from nlp.statement import Statement
from nlp.statements import Reading, find_statements


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
    segments, short_title = _Segments(document), title(document)
    return tuple(
        _record(document, statement, segments.at(statement.span), short_title).with_verdict(verdict)
        for statement, verdict in zip(statements, verdicts, strict=True)
    )


def _record(document: Document, statement: Statement, segment: Segment | None, short_title: str) -> Record:
    place = document.place(_printed(statement, segment))
    return Record(
        statement=statement,
        document=document.name,
        docket=document.docket,
        place=place,
        cite=cite(document, place, segment, short_title),
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
