"""A statement is one speech act: speaker, addressees, words, kind, date, place, and why we think so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from ingest.segment import Party
from ingest.span import Span, hull
from ingest.when import When

Kind = Literal["email", "chat", "question", "answer", "colloquy", "quote", "paraphrase", "declaration"]
Recall = Literal["", "none"]
DateKind = Literal["sent", "said", "testified", "inferred"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written at one place. ``label`` is PERSON, ORG or PRODUCT."""

    span: Span
    as_written: str
    label: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report speech: "wrote", "according to"."""

    span: Span
    as_written: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks, and why we think so.

    ``speakers`` is empty when unknown (unique or None: two candidates left means no answer), and has several members only for
    joint speakers. ``rule`` names the rule that decided; ``confidence`` is 0 to 1. ``as_written`` keeps the words that
    stand for the speaker even where they name nobody ("one employee"). ``beside`` are the places of words that only stand
    for the name ("she"): the speaker's ``span`` is then where the name itself is printed.
    """

    speakers: tuple[Party, ...]
    rule: str
    confidence: float
    cue: Cue | None = None
    as_written: str = ""
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act in one document. ``spans`` are its words in ``Document.text``, in order.

    ``recall`` is "none" where an answer disclaims memory of what was asked.
    """

    document_id: str
    spans: tuple[Span, ...]
    kind: Kind
    attribution: Attribution
    addressees: tuple[Party, ...] = ()
    when: When | None = None
    date_kind: DateKind | None = None
    topics: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    record_cite: str = ""
    recall: Recall = ""

    @property
    def span(self) -> Span:
        """From the first to the last of the words."""
        return hull(self.spans)

    @property
    def id(self) -> str:
        """Stable over reruns: a hash of document id, spans and kind (16 hexadecimal digits)."""
        places = ",".join(f"{s.start}-{s.end}" for s in self.spans)
        return hashlib.sha256(f"{self.document_id}|{places}|{self.kind}".encode()).hexdigest()[:16]
