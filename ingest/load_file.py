"""Productions with a load file: a Concordance DAT, with an Opticon OPT and a TEXT folder beside it where there are any.

þBEGBATESþ␔þENDBATESþ␔þFROMþ␔þTOþ␔þDATESENTþ␔þTEXTPATHþ        vol1.dat: fields in thorns, divided by U+0014; ® is a line break
þACME_0001þ␔þACME_0002þ␔þLee, Annþ␔þBob Rayþ␔þ10/04/2023þ␔þTEXT\\ACME_0001.txtþ
ACME_0001,VOL1,IMAGES\\ACME_0001.tif,Y,,,2                       vol1.opt: a line a page; Y begins a document

records(Path("vol1.dat"))                     vol1.dat#ACME_0001, ...: a document for each record, named by its first Bates number
read_record(Path("vol1.dat#ACME_0001"))       the Document, each page with its Bates number
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PureWindowsPath

from ingest.document import Document, Page
from ingest.errors import Damaged, NotAPdf
from ingest.letter import Letter, cleaned, document_of
from ingest.mail_headers import labelled
from ingest.message_id import answered, message_id
from ingest.plain_text import plain
from ingest.recipients import parties
from ingest.rows import Passage, rows_of
from ingest.segmenter import segmented
from ingest.span import Span

_DIVIDER, _QUOTE, _NEW_LINE = "\x14", "þ", "®"
_NUMBER = re.compile(r"(?P<prefix>.*?)(?P<number>\d+)")
_MOST_PAGES = 100_000
_MEMBER = re.compile(r"(?P<file>.+\.dat)#(?P<bates>.+)", re.IGNORECASE)
# Names that vendors give to the same field, letters and digits alone.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "first": ("begbates", "batesbegin", "begdoc", "begdocno", "proddocbeg", "prodbeg", "begno", "beginbates", "bates", "docid", "controlnumber"),
    "last": ("endbates", "batesend", "enddoc", "enddocno", "prodend", "endno"),
    "from": ("from", "emailfrom", "author", "sender"),
    "to": ("to", "emailto", "recipients", "recipient"),
    "cc": ("cc", "emailcc"),
    "bcc": ("bcc", "emailbcc"),
    "subject": ("subject", "emailsubject", "emailsubjecttitle", "emailsubjectline"),
    "date": ("datesent", "sentdate", "sentdatetime", "emaildatesent", "datetimesent", "maildate"),
    "time": ("timesent", "senttime", "emailtimesent"),
    "path": ("textpath", "textlink", "extractedtextpath", "textprecedence", "textfile", "ocrpath", "extractedtextlink"),
    "text": ("extractedtext", "text", "ocrtext", "fulltext"),
    "id": ("messageid", "emailmessageid", "internetmessageid", "msgid"),
    "answers": ("inreplyto", "inreplytoid", "emailinreplyto"),
    "references": ("references", "emailreferences"),
    "attachments": ("attachments", "attachmentnames", "attachmentname"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a load file: ``values`` by the names above; ``pages`` the Bates number of each page, if the OPT tells them."""

    values: Mapping[str, str]
    pages: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class LoadFile:
    """The records of a load file by their first Bates numbers, in its order."""

    path: Path
    records: Mapping[str, Record] = field(default_factory=dict)


def records(path: Path) -> tuple[Path, ...]:
    """The paths of a production's documents.

    :raises NotAPdf: it is no load file.
    """
    return tuple(path.with_name(f"{path.name}#{bates}") for bates in _opened(path).records)


def read_record(path: Path) -> Document:
    """The document of one record, named by its first Bates number; a lone record needs none.

    :raises NotAPdf: the file is no load file, or holds several records and no number is given.
    :raises Damaged: there is no such record, or its text is missing.
    """
    load, record = _record(path)
    return _document(load, record, path.name)


def record_bytes(path: Path) -> bytes:
    """The bytes that make a record, so that it is no duplicate of its text file; raises as :func:`read_record`."""
    return _text(*_record(path), path.name)[1]


def _record(path: Path) -> tuple[LoadFile, Record]:
    match = _MEMBER.fullmatch(path.name)
    load = _opened(path.with_name(match["file"]) if match else path)
    if not match and len(load.records) > 1:
        first = next(iter(load.records))
        raise NotAPdf(f"{path.name}: a production of {len(load.records):,} documents; read one of them: {path.name}#{first}")
    bates = match["bates"] if match else next(iter(load.records), "")
    record = load.records.get(bates)
    if record is None:
        raise Damaged(f"{path.name}: the load file has no record {bates}")
    return load, record


def _document(load: LoadFile, record: Record, name: str) -> Document:
    text, data = _text(load, record, name)
    bare = plain(text, name, data)
    letter = _letter(record, text)
    rows = rows_of(bare, bare.lines)
    is_printed = bool(rows) and labelled(bare, rows, 0) is not None
    document = segmented(bare) if is_printed or not letter.author else document_of(letter, name, data)
    return replace(document, pages=_stamped(document.pages, record))


def _letter(record: Record, text: str) -> Letter:
    sent = " ".join(word for word in (record["date"], record["time"]) if word and word not in record["date"][:-1])
    return Letter(
        body=text,
        author=record["from"],
        to=_listed(record["to"]),
        cc=_listed(record["cc"]),
        bcc=_listed(record["bcc"]),
        date=sent,
        subject=record["subject"],
        attachments=tuple(name.strip() for name in record["attachments"].split(";") if name.strip()),
        message_id=message_id(record["id"]),
        answers=answered(record["answers"], record["references"]),
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(one.as_written for one in parties(Passage(words, (Span(0, len(words)),)), "to")) if words else ()


def _text(load: LoadFile, record: Record, name: str) -> tuple[str, bytes]:
    """The words of a record, from a file of the TEXT folder or a field of its own; and its bytes: those of its line and its file."""
    line = "\n".join((*record.values.values(), "")).encode()
    if record["path"]:
        path = _beside(load.path, record["path"])
        if path is None:
            raise Damaged(f"{name}: its text is missing: {record['path']}")
        data = path.read_bytes()
        return _decoded(data), line + data
    return cleaned(record["text"].replace(_NEW_LINE, "\n")), line


def _beside(load: Path, words: str) -> Path | None:
    """The file that a record means by a path written elsewhere: relative to the load file or to a folder above it, never out of it."""
    written = PureWindowsPath(words.replace("/", "\\"))
    parts = [part for part in written.parts if part not in {"\\", ".", ".."} and ":" not in part]
    for folder in (load.parent, load.parent.parent):
        for skipped in range(len(parts)):
            path = folder.joinpath(*parts[skipped:])
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
    return None


def _stamped(pages: Sequence[Page], record: Record) -> tuple[Page, ...]:
    """The pages with their Bates numbers: from the OPT, else counted on from the first as far as the last."""
    stamps = record.pages or _counted(record["first"], record["last"])
    return tuple(replace(page, bates=stamps[i] if i < len(stamps) else "") for i, page in enumerate(pages))


def _counted(first: str, last: str) -> tuple[str, ...]:
    """The stamps from ``first`` to ``last``; ``first`` alone where they are no run."""
    start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if not start or not end or start["prefix"] != end["prefix"]:
        return (first,)
    run = range(int(start["number"]), min(int(end["number"]), int(start["number"]) + _MOST_PAGES) + 1)
    return tuple(f"{start['prefix']}{number:0{len(start['number'])}}" for number in run) or (first,)


def _opened(path: Path) -> LoadFile:
    stat = path.stat()
    return _indexed(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=4)
def _indexed(path: Path, size: int, changed: int) -> LoadFile:  # noqa: ARG001 - size and time tell one state of a file from the next
    lines = _decoded(path.read_bytes()).split("\n")
    names = [_known(name) for name in _values(lines[0])]
    if _QUOTE not in lines[0] or "first" not in names:
        raise NotAPdf(f"{path.name}: no load file (its first line names no field for the first Bates number between thorns)")
    pages = _pages(path)
    found: dict[str, Record] = {}
    for line in lines[1:]:
        values: dict[str, str] = {}
        for name, value in zip(names, _values(line), strict=False):
            if name and not values.get(name):
                values[name] = value
        if first := values.get("first", ""):
            found.setdefault(first, Record(values, pages.get(first, ())))
    return LoadFile(path, found)


def _values(line: str) -> list[str]:
    return [value.strip().removeprefix(_QUOTE).removesuffix(_QUOTE).strip() for value in line.strip("\r").split(_DIVIDER)]


def _known(words: str) -> str:
    key = re.sub(r"[\W_]+", "", words).lower()
    return next((name for name, keys in _FIELDS.items() if key in keys), "")


def _pages(load: Path) -> dict[str, tuple[str, ...]]:
    """The Bates numbers of each document's pages, by the first: from the OPT beside the load file, if there is one."""
    beside = [path for path in sorted(load.parent.iterdir()) if path.suffix.lower() == ".opt"]
    named = [path for path in beside if path.stem.lower() == load.stem.lower()] or beside[:1]
    documents: list[list[str]] = []
    for line in _decoded(named[0].read_bytes()).splitlines() if named else ():
        bates, *others = (value.strip() for value in line.split(","))
        begins = len(others) > 2 and others[2].upper() == "Y"
        if begins or not documents:
            documents.append([])
        documents[-1].append(bates)
    return {pages[0]: tuple(pages) for pages in documents}


def _decoded(data: bytes) -> str:
    """Text by its byte order mark; else UTF-8, else as Windows writes western text. Vendors differ."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").replace("\r\n", "\n")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\r\n", "\n")
