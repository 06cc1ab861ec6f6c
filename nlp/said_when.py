"""When were the words said? By what the sentence says of the telling, not of what is told.

governs     "On May 3, 2019, Quill said that it broke in 2017"       2019-05-03
in the cue  "Quill’s May 3, 2019 assurances that ..."                2019-05-03
leaning     "The same day, Reyes replied"                            the date told of before
the cite    "(May 3, 2019 Tr. 4:5)"                                  2019-05-03
going on    the next sentences of a paragraph, in the past tense     the same date, as an inference
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.dates import find_dates
from ingest.span import Span
from ingest.when import When
from nlp.cues import reporting_nouns
from nlp.reading import Reading
from nlp.record_cites import RecordCite
from nlp.relative_dates import find_relative_dates
from nlp.report import Report
from nlp.statement import DateKind

_CROSSING = frozenset({"relcl", "ccomp", "csubj", "conj", "appos"})
_SENDING = frozenset({"date", "send", "write", "post", "publish", "file", "issue", "sign"})
_MAIN = frozenset({"ROOT", "conj", "advcl", "ccomp", "parataxis"})


Dates = list[tuple[Span, When]]


@dataclass
class Calendar:
    """Dates as a text goes along: ``told`` is the last date that governed a main clause, ``document`` the text's own."""

    document: When | None = None
    told: When | None = None
    inherited: When | None = None


def said_when(report: Report, dates: Dates, calendar: Calendar, cite: RecordCite | None) -> tuple[When | None, DateKind | None]:
    """The date of the telling, and how it is known."""
    own = [(span, when) for span, when in dates if not any(span.overlaps(part) for part in report.content)]
    for span, when in own:
        if _governs(report.reading, span, report.cue):
            return when, "said"
    if cite is not None and cite.when is not None:
        return cite.when, "testified" if cite.sort == "testimony" else "said"
    if calendar.inherited is not None and report.cue.tag_ in {"VBD", "VBN", "VBG", "IN"}:
        return calendar.inherited, "inferred"
    return None, None


def note_dates(reading: Reading, dates: Dates, calendar: Calendar, told: Iterable[Span] = ()) -> None:
    """Remember the date that governs the main clause of a sentence, for what later ones tell; ``told`` is what it reports."""
    contents = tuple(told)
    for span, when in dates:
        if not any(span.overlaps(content) for content in contents) and _governs(reading, span, reading.doc[:].root):
            calendar.told = calendar.inherited = when
            return


def dates_in(reading: Reading, calendar: Calendar) -> Dates:
    """The dates of a sentence, explicit and leaning, in order, with their places in the document."""
    plain = reading.passage.plain(reading.sentence)
    leaning = find_relative_dates(plain, calendar.told, calendar.document)
    explicit = find_dates(plain)
    both = explicit + [r for r in leaning if not any(r[0].overlaps(e[0]) for e in explicit)]
    return sorted((Span(s.start + reading.sentence.start, s.end + reading.sentence.start), when) for s, when in both)


def _governs(reading: Reading, date: Span, cue: Token) -> bool:
    """True if the words of the date hang on the cue, or on the verb above it, and on no clause between."""
    inside = [i for i, place in enumerate(reading.places) if place.overlaps(date)]
    if not inside:
        return False
    above = {cue.i} | ({cue.head.i} if cue.dep_ in _MAIN | {"xcomp", "acl", "pcomp"} else set())
    token = next((reading.doc[i] for i in inside if reading.doc[i].head.i not in inside), reading.doc[inside[0]])
    for _ in range(12):
        if token.i in above:
            return True
        owned = token.lemma_ in reporting_nouns() and any(c.dep_ == "poss" for c in token.subtree)
        if token.dep_ in _CROSSING or owned or (token.dep_ == "acl" and token.lemma_ not in _SENDING):
            return False
        if token.dep_ == "advcl" and token.i > cue.i:
            return False
        if token.head == token:
            return False
        token = token.head
    return False
