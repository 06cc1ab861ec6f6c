"""A find: what some rule takes for a statement, before it has an id."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.segment import Party
from ingest.span import Span
from ingest.when import When
from nlp.statement import DateKind, Kind


@dataclass(frozen=True)
class Find:
    """A statement before it has an id. ``written`` are the words for the speaker where no party is named; ``beside`` the places of
    words that stand for the speaker without naming (\"she\"); ``share`` how sure the ranker is, where it decided."""

    spans: tuple[Span, ...]
    kind: Kind
    rule: str
    speakers: tuple[Party, ...] = ()
    written: str = ""
    hearers: tuple[Party, ...] = ()
    cue: Span | None = None
    when: When | None = None
    date_kind: DateKind | None = None
    cite: str = ""
    beside: tuple[Span, ...] = ()
    share: float | None = None
