"""Documents and statements as bytes and back: the same bytes for the same value, checked against their types on the way in."""

from __future__ import annotations

import zlib
from functools import lru_cache

from pydantic import TypeAdapter

from corpora.decision import Decision
from corpora.disclosure import Disclosure
from corpora.mail_print import MailHead
from corpora.record import Record
from ingest.document import Document
from ingest.when import When


@lru_cache(maxsize=1)
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@lru_cache(maxsize=1)
def _records() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


@lru_cache(maxsize=1)
def _decisions() -> TypeAdapter[Decision]:
    return TypeAdapter(Decision)


@lru_cache(maxsize=1)
def _disclosures() -> TypeAdapter[Disclosure]:
    return TypeAdapter(Disclosure)


@lru_cache(maxsize=1)
def _heads() -> TypeAdapter[MailHead]:
    return TypeAdapter(MailHead)


@lru_cache(maxsize=1)
def _dates() -> TypeAdapter[When]:
    return TypeAdapter(When)


def pack_document(document: Document) -> bytes:
    """A document, compressed."""
    return zlib.compress(_documents().dump_json(document), level=6)


def unpack_document(data: bytes) -> Document:
    """What :func:`pack_document` packed.

    :raises ValueError: another program packed it.
    """
    try:
        return _documents().validate_json(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError(str(error)) from error


def pack_record(record: Record) -> str:
    """A record as JSON."""
    return _records().dump_json(record).decode()


def unpack_record(data: str) -> Record:
    """What :func:`pack_record` packed.

    :raises ValueError: another program packed it.
    """
    return _records().validate_json(data)


def pack_decision(decision: Decision) -> str:
    """A ruling as JSON."""
    return _decisions().dump_json(decision).decode()


def unpack_decision(data: str) -> Decision:
    """What :func:`pack_decision` packed."""
    return _decisions().validate_json(data)


def pack_disclosure(disclosure: Disclosure) -> str:
    """A ruling on redactions as JSON."""
    return _disclosures().dump_json(disclosure).decode()


def unpack_disclosure(data: str) -> Disclosure:
    """What :func:`pack_disclosure` packed."""
    return _disclosures().validate_json(data)


def pack_head(head: MailHead) -> str:
    """What a mail's header says, as JSON."""
    return _heads().dump_json(head).decode()


def unpack_head(data: str) -> MailHead:
    """What :func:`pack_head` packed."""
    return _heads().validate_json(data)


def pack_date(date: When) -> str:
    """A date as JSON."""
    return _dates().dump_json(date).decode()


def unpack_date(data: str) -> When:
    """What :func:`pack_date` packed."""
    return _dates().validate_json(data)
