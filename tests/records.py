"""Records with the fewest words: ``record("Fine by me.", "Dana Lee", to="Bob Ray; R. Cole", date="2023-10-04")``."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from itertools import count

from corpora.record import Record
from ingest.document import Docket, Document, Line, Page, Place
from ingest.segment import Party, Segment
from ingest.span import Span
from ingest.when import When, day, minute, month, year
from nlp.statement import Attribution, Cue, Kind, Mention, Statement

_STARTS = count()


def party(words: str, *, name: str = "", role: str = "") -> Party:
    """``party("Dana Lee <dlee@acme.com>")``; a bare address is an address without a name."""
    address = words.partition("<")[2].rstrip(">") if "<" in words else words if "@" in words else ""
    return Party(words, name or ("" if words == address else words.partition("<")[0].strip()), address, role=role)


def parties(words: str, role: str = "") -> tuple[Party, ...]:
    return tuple(party(one.strip(), role=role) for one in words.split(";") if one.strip())


def document_id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def when(iso: str) -> When | None:
    """The interval that an ISO prefix stands for."""
    parts = iso.replace("T", "-").replace(":", "-").split("-") if iso else []
    if not parts:
        return None
    if len(parts) == 1:
        return year(int(parts[0]), iso)
    if len(parts) == 2:
        return month(int(parts[0]), int(parts[1]), iso)
    moment = datetime.fromisoformat(iso)
    return day(moment, iso) if len(parts) == 3 else minute(moment, iso)


def record(
    text: str = "Fine by me.",
    speaker: str | Party | tuple[Party, ...] = "",
    *,
    to: str | tuple[Party, ...] = "",
    document: str = "1.pdf",
    kind: Kind = "email",
    date: str = "",
    topics: tuple[str, ...] = (),
    mentions: tuple[tuple[str, str], ...] = (),
    case: str = "",
    page: int = 1,
    cue: str = "",
    confidence: float = 0.9,
) -> Record:
    """One record; every call makes another statement (the span moves on)."""
    start = next(_STARTS) * 1000
    speakers = speaker if isinstance(speaker, tuple) else (speaker,) if isinstance(speaker, Party) else parties(speaker)
    statement = Statement(
        document_id=document_id(document),
        spans=(Span(start, start + len(text)),),
        kind=kind,
        attribution=Attribution(
            speakers,
            "header",
            confidence,
            Cue(Span(start, start), cue) if cue else None,
            as_written="; ".join(p.as_written for p in speakers),
        ),
        addressees=to if isinstance(to, tuple) else parties(to, "to"),
        when=when(date),
        date_kind="sent" if date else None,
        topics=topics,
        mentions=tuple(Mention(Span(start, start + 1), words, label) for words, label in mentions),
    )
    docket = Docket(case, "12", "3", datetime(2024, 1, 2).date()) if case else None
    place = Place(page, page, str(page), str(page), 3, 4, f"ACME_{page:05}")
    return Record(statement, document, docket, place, f"{document} at {page}", text, "exact")


def paper(name: str, *paragraphs: str, kind: str = "paragraph", per_page: int = 2) -> Document:
    """A document of paragraphs, one a line, ``per_page`` of them on a page."""
    text, lines, start = "\n".join(paragraphs), [], 0
    for i, words in enumerate(paragraphs):
        lines.append(Line(Span(start, start + len(words)), i // per_page + 1))
        start += len(words) + 1
    pages = tuple(Page(n + 1, "text", "embedded", (612.0, 792.0)) for n in range((len(paragraphs) - 1) // per_page + 1))
    segments = tuple(Segment((line.span,), kind) for line in lines)  # type: ignore[arg-type]  # tests name kinds in words
    return Document(document_id(name), name, text, pages, tuple(lines), segments=segments)


def days_after(iso: str, days: int) -> str:
    return (datetime.fromisoformat(iso) + timedelta(days=days)).date().isoformat()
