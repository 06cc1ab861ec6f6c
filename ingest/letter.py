"""A letter is one message as a mail file tells it, before it is laid out as a page: formats differ, letters do not.

Letter(author="Ann Lee <ann@example.com>", to=("Ray, Bob <bob@example.com>",), date="Wed, 4 Oct 2023 13:05:00 -0700", ...)

    From: Ann Lee <ann@example.com>             laid out: a header of labelled lines,
    To: Ray, Bob <bob@example.com>
    Date: Wed, 4 Oct 2023 13:05:00 -0700
    Subject: Ledger

    Where is the ledger?                        and the words below it
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.dates import first_date
from ingest.document import Document, Metadata
from ingest.mail import find_mail
from ingest.mail_chain import HEADER_READERS
from ingest.mail_headers import Header
from ingest.paragraph import find_paragraphs
from ingest.plain_text import plain
from ingest.recipients import is_withheld, party
from ingest.rows import Passage, Row
from ingest.segment import Party, Segment
from ingest.segmenter import Runs, segmented
from ingest.span import Span
from ingest.when import When

_LINE_ENDS = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufeff]")
_CONFIDENCE = 0.99


@dataclass(frozen=True, slots=True)
class Letter:
    """``author``, ``to``, ``cc`` and ``bcc`` are as the file writes them, decoded, one a piece; ``date`` as it writes it.

    ``names`` are display names that an archive keeps beside bare addresses, by role, in the same order. ``message_id`` and
    ``answers`` are ids (:mod:`ingest.message_id`), those of what it answers the nearest first.
    """

    body: str
    author: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    date: str = ""
    subject: str = ""
    attachments: tuple[str, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    message_id: str = ""
    answers: tuple[str, ...] = ()

    def pieces(self, role: str) -> tuple[str, ...]:
        """Whoever stands in one role: from | to | cc | bcc."""
        found: tuple[str, ...] = {"from": (self.author,), "to": self.to, "cc": self.cc, "bcc": self.bcc}[role]
        return tuple(piece for piece in found if piece)


@dataclass(frozen=True, slots=True)
class _Page:
    """The text of a letter laid out: ``head`` the span of its header, ``header`` what the header says."""

    text: str
    head: Span
    header: Header


def document_of(letter: Letter, name: str, data: bytes) -> Document:
    """The document of a letter that was read from ``data``: one page, segmented as printed mail is; what the file says of its
    own message wins over what is read from the page."""
    page = _laid_out(letter)
    metadata = Metadata(
        letter.subject,
        letter.author,
        created=letter.date,
        attachments=letter.attachments,
        message_id=letter.message_id,
        answers=letter.answers,
    )
    document = replace(plain(page.text, name, data), metadata=metadata)

    def own_header(_: Document, rows: list[Row], i: int) -> Header | None:
        below = next((j for j, row in enumerate(rows) if row.span.start >= page.head.end), len(rows))
        return replace(page.header, end=below) if i == 0 < below else None

    def find_letters(document: Document, free: Runs) -> list[Segment]:
        return find_mail(document, free, (own_header, *HEADER_READERS))

    return segmented(document, (find_letters, find_paragraphs))


def text_of_letter(letter: Letter) -> str:
    """A letter laid out as a page: its header's lines and its words."""
    return _laid_out(letter).text


def cleaned(text: str) -> str:
    """Text with line feeds at its line ends, and nothing in it that no page shows."""
    return _UNPRINTED.sub("", _LINE_ENDS.sub("\n", text)).replace("\f", "\n").expandtabs(8)


def _laid_out(letter: Letter) -> _Page:
    text = ""
    parties: dict[str, tuple[Span, ...]] = {}
    for label, words in _lines(letter):
        text += f"{label}: "
        spans: list[Span] = []
        for i, piece in enumerate(words):
            text += "; " if i else ""
            spans.append(Span(len(text), len(text) + len(piece)))
            text += piece
        parties[label.lower()] = tuple(spans)
        text += "\n"
    head = Span(0, max(0, len(text) - 1))
    return _Page(f"{text}\n{cleaned(letter.body).strip(chr(10))}\n", head, _header(letter, text, parties))


def _lines(letter: Letter) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Label and words of each line of the header that has words."""
    for role in ("from", "to", "cc", "bcc"):
        if pieces := letter.pieces(role):
            yield role.title(), tuple(_one_line(piece) for piece in pieces)
    for label, words in (("Date", (letter.date,)), ("Subject", (letter.subject,)), ("Attachments", letter.attachments)):
        if any(words):
            yield label, tuple(_one_line(word) for word in words)


def _one_line(words: str) -> str:
    return " ".join(cleaned(words).split())


def _header(letter: Letter, text: str, places: dict[str, tuple[Span, ...]]) -> Header:
    found = {role: _parties(letter, text, role, places.get(role, ())) for role in ("from", "to", "cc", "bcc")}
    author = next(iter(found["from"]), None)
    return Header(
        first=0,
        end=0,
        rule="mail-file",
        author=author,
        addressees=(*found["to"], *found["cc"], *found["bcc"]),
        when=_when(letter.date),
        subject=_one_line(letter.subject),
        confidence=_CONFIDENCE,
    )


def _parties(letter: Letter, text: str, role: str, spans: Sequence[Span]) -> tuple[Party, ...]:
    parties = [party(Passage(text, (span,)), 0, len(span), role) for span in spans if len(span)]
    names = dict(letter.names).get(role, ())
    if len(names) == len(parties):
        parties = [_named(one, name) for one, name in zip(parties, names, strict=True)]
    return tuple(one for one in parties if not is_withheld(one.as_written))


def _named(one: Party, words: str) -> Party:
    kept = party(Passage(words, (Span(0, len(words)),)), 0, len(words), one.role).name if words else ""
    return replace(one, name=kept) if kept else one


def _when(date: str) -> When | None:
    found = first_date(date)
    return found[1] if found else None
