"""What is known of a document while its prose is gone through, and how a statement is made of a find."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Document
from ingest.segment import Party
from nlp.cast import Cast
from nlp.confidence import confidence_of
from nlp.dialogue import Dialogue
from nlp.find import Find
from nlp.genre import Genre
from nlp.noted import Notes
from nlp.report import Report
from nlp.said_when import Calendar
from nlp.statement import Attribution, Cue, Statement


@dataclass
class Telling:
    """One pass over one document: its cast, its calendar, its genre, what its footnotes tell, who spoke last,
    the direct speech that the paragraph before ended with, and who is announced to speak in the next;
    whether paragraphs open with names as labels, and the turn that the paragraph before left open;
    what sentences are known to report (``nlp.meant``)."""

    document: Document
    cast: Cast
    calendar: Calendar
    genre: Genre = "filing"
    dialogue: Dialogue | None = None
    notes: Notes = field(default_factory=Notes)
    last: tuple[Party, ...] = ()
    before: Find | None = None
    announced: Find | None = None
    labelled: bool = False
    turn: Find | None = None
    reports: dict[int, list[Report]] = field(default_factory=dict)


def statement_of(telling: Telling, find: Find) -> Statement:
    """The find as a statement of the document: parties without a name are words only."""
    named = tuple(p for p in find.speakers if p.name)
    speakers = named if len(named) == len(find.speakers) else ()
    text = telling.document.text
    cue = Cue(find.cue, " ".join(find.cue.of(text).split())) if find.cue is not None else None
    written = find.written or "; ".join(p.as_written for p in find.speakers)
    return Statement(
        telling.document.id,
        find.spans,
        find.kind,
        Attribution(
            speakers, find.rule, confidence_of(find.rule, named=bool(speakers), share=find.share), cue, written, find.beside
        ),
        find.hearers,
        find.when,
        find.date_kind,
        record_cite=find.cite,
    )
