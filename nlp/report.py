"""A report: the words of one sentence that tell of one speech act, before it is settled who the speaker is.

cue       "told"                       the word that reports
speaker   "the engineer"               head of a noun phrase, several for joint speakers
hearer    "researcher Hugo Reyes"
content   "it was ready"               what was said, as places in the text
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.span import Span
from nlp.reading import Reading
from nlp.statement import Kind


@dataclass(frozen=True)
class Report:
    """What one rule found. ``rule`` is its name, ``speakers`` and ``hearers`` are heads of noun phrases,
    ``body`` the verb of a content clause."""

    rule: str
    reading: Reading
    cue: Token
    content: tuple[Span, ...]
    kind: Kind
    speakers: tuple[Token, ...] = ()
    hearers: tuple[Token, ...] = ()
    body: Token | None = None


Rule = Callable[[Reading, Token], list[Report]]
