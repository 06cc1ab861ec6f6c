"""A chat printed as records, a label a line: what telephones' and platforms' extractions look like.

From: +1 555 010 0100 Ann Lee            Author     Ann Lee (Facebook: 100001234)
To: +1 555 010 0101 Bob Ray              Sent       2023-10-04 13:05:09 UTC
Timestamp: 10/4/2023 1:05:09 PM(UTC+0)   Body       Where is the ledger?
Source App: WhatsApp
Body:
Where is the ledger?
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.chat_marks import said
from ingest.chat_people import Circle, bare_party, circle
from ingest.chat_stamp import STAMP, day_first, read_stamp
from ingest.document import Document
from ingest.recipients import parties
from ingest.rows import Passage, Row
from ingest.segment import Party, Segment
from ingest.span import Span
from ingest.when import When

_LABELS = {
    "from": "from|author|sender|sender name|sent by",
    "to": "to|recipient|recipients",
    "time": "sent|timestamp|message at|date|time|date/time|date sent|sent date|sent time|timestamp-date|created",
    "words": "body|message|text|content|message body|message text",
    "sort": "type|message type|source app|service|platform|direction|status|folder|source|chat|chat id|message id|thread|thread id|source file",
    "other": "received|read|delivered|deleted|edited|participants|attachments|attachment|identifier|read date|delivered date|party|conversation",
}
_KEYS = {word: label for label, words in _LABELS.items() for word in words.split("|")}
_LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z/-]*(?: [A-Za-z]+)?)\s*:\s*(?P<rest>.*)\Z", re.DOTALL)
_RULE = re.compile(r"[-_=*]{4,}\Z")
_CLOCKED = re.compile(r"(?:time|timestamp|message at)\b", re.IGNORECASE)  # no mail header has such a label


@dataclass(slots=True)
class _Record:
    """The values of one record by label; ``words`` the rows of its message."""

    first: Row
    values: dict[str, Span] = field(default_factory=dict)
    words: list[Span] = field(default_factory=list)
    is_open: bool = False


def find_records(document: Document, rows: Sequence[Row]) -> list[Segment]:
    """The messages of two records at least, each of which has an author, a time and, by a label of its own, what sort of message
    it is or where its words begin: what printed mail never has."""
    found = [one for one in _records(document, rows) if {"from", "time"} <= one.values.keys() and one.is_open]
    if len(found) < 2 or not _is_talk(document, found):
        return []
    stamps = [_stamp(document, one) for one in found]
    by_day = day_first(stamps)
    speakers = [bare_party(document.text, one.values["from"]) for one in found]
    names = circle(document, rows[: rows.index(found[0].first)], speakers)
    return [
        _segment(document, one, names, speaker, _when(stamp, by_day=by_day))
        for one, speaker, stamp in zip(found, speakers, stamps, strict=True)
    ]


def _is_talk(document: Document, found: Sequence[_Record]) -> bool:
    """True where two speak, or it is told to whom, or where words begin: bills and logs have an author and a time, too."""
    speakers = {one.values["from"].of(document.text).lower() for one in found}
    return len(speakers) > 1 or any({"to", "words"} & one.values.keys() for one in found)


def _records(document: Document, rows: Sequence[Row]) -> list[_Record]:
    """Every run of labelled rows with the words below it; a label that the record has already begins another. The time may stand
    at its end without a label."""
    found: list[_Record] = []
    for row in rows:
        label, value = _labelled(document, row)
        now = found[-1] if found else None
        if label == "subject":
            return []  # mail
        if label in {"from", "time"} and (now is None or label in now.values or (now.words and "time" in now.values)):
            found.append(now := _Record(row))
        if now is None or _RULE.match(row.text):
            continue
        if label:
            now.values.setdefault(label, value)
            now.is_open |= label in {"words", "sort"} or _CLOCKED.match(row.text) is not None
            now.words += [value] if label == "words" and len(value) else []
        elif "time" not in now.values and re.match(rf"{STAMP}\Z", row.text):
            now.values["time"] = row.span
        elif "from" in now.values:
            now.words.append(row.span)
    if found:  # what follows the last one on other pages is no part of it
        found[-1].words = [one for one in found[-1].words if document.place(one).page == found[-1].first.line.page]
    return found


def _labelled(document: Document, row: Row) -> tuple[str, Span]:
    """The label of a row and its value; '' where it has none."""
    if match := _LABELLED.match(row.text):
        return _key(match["label"]), Span(row.span.start + match.start("rest"), row.span.end).trimmed(document.text)
    if len(row.cells) > 1 and (label := _key(row.cells[0].of(document.text))):
        return label, Span(row.cells[1].start, row.span.end)
    return "", row.span


def _key(words: str) -> str:
    bare = " ".join(words.lower().split())
    return "subject" if bare == "subject" else _KEYS.get(bare, "")


def _stamp(document: Document, record: _Record) -> str:
    match = re.search(STAMP, record.values["time"].of(document.text))
    return match[0] if match else ""


def _when(stamp: str, *, by_day: bool) -> When | None:
    read = read_stamp(stamp) if stamp else None
    return read.when(day_first=by_day) if read else None


def _segment(document: Document, record: _Record, names: Circle, speaker: Party, when: When | None) -> Segment:
    reached = record.values.get("to")
    listed = parties(Passage(document.text, (reached,)), "to") if reached is not None and len(reached) else ()
    named = tuple(replace(bare_party(document.text, one.span), role="to") for one in listed if one.span)
    return Segment(
        spans=said(document.text, record.words),
        kind="chat",
        author=names.speaker(speaker),
        addressees=named or names.others(speaker),
        when=when,
        header=record.values["from"],
        rule="chat-record",
        confidence=0.9,
    )
