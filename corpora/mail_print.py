"""Every mail that a document prints, with what its header says; and those of which no words are printed.

A bare forward says nothing, and a mail whose words are withheld nothing that can be read, so neither is a statement; but their
headers say who got the chain below them. They are kept as records of no words, whose span is the header.

    From: Ann Lee          a mail of no words: Ann sent what is below on to Dee
    To: Dee Fox
    Subject: FW: Ledger
    -----Original Message-----
    From: Bob Ray          a statement
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpora.record import Record
from corpora.stands_under import uncovered_under
from ingest.citable import Citable
from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span
from nlp.statement import Attribution, Statement


@dataclass(frozen=True, slots=True)
class MailHead:
    """What the header of one printed mail says beside its parties and date: the subject, '' where none is printed; of a mail file's
    own message also its id, and those of what it answers, the nearest first."""

    subject: str = ""
    message_id: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailPrint:
    """One printed mail: the id of its statement, its head, and its record where it has no words."""

    id: str
    head: MailHead
    wordless: Record | None = None


def mail_prints(document: Document) -> Iterator[MailPrint]:
    """Every mail that a document prints, in the order of its text."""
    paper = Citable(document)
    for segment in document.segments:
        spans = segment.spans or ((segment.header,) if segment.header else ())
        if segment.kind == "email" and spans:
            sent = _sent(document, segment, spans)
            yield MailPrint(sent.id, _head(document, segment), None if segment.spans else _wordless(paper, sent))


def _head(document: Document, segment: Segment) -> MailHead:
    is_the_file_s_own = segment.extent.start == 0
    told = document.metadata
    return MailHead(segment.subject, *((told.message_id, told.answers) if is_the_file_s_own else ()))


def _sent(document: Document, segment: Segment, spans: tuple[Span, ...]) -> Statement:
    author = segment.author
    named = (author,) if author is not None and (author.name or author.address) else ()
    return Statement(
        document_id=document.id,
        spans=spans,
        kind="email",
        attribution=Attribution(named, segment.rule, segment.confidence, as_written=author.as_written if author else ""),
        addressees=segment.addressees,
        when=segment.when,
        date_kind="sent" if segment.when else None,
    )


def _wordless(paper: Citable, sent: Statement) -> Record:
    document = paper.document
    place = document.place(sent.span)
    docket, cited = paper.docket(place.page), paper.cite(place, sent.span)
    return Record(sent, document.name, docket, place, cited, "", "exact", uncovered=uncovered_under(paper, sent))
