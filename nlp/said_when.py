"""When were the words said? By what the sentence says of the telling, not of what is told.

governs     "On May 3, 2019, Quill said that it broke in 2017"       2019-05-03
in the cue  "Quill’s May 3, 2019 assurances that ..."                2019-05-03
leaning     "The same day, Reyes replied"                            the date named last in the paragraph
the cite    "(May 3, 2019 Tr. 4:5)"                                  2019-05-03
going on    the next sentences of a paragraph, in the past tense     the same date, as an inference: if it was one of words exchanged
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.dates import find_dates
from ingest.span import Span
from ingest.when import When
from nlp.clause import frames_at, has_own_subject
from nlp.cues import frames_of, reporting_nouns
from nlp.reading import Reading
from nlp.record_cites import RecordCite
from nlp.relative_dates import find_relative_dates, may_be_dated
from nlp.report import Report
from nlp.statement import DateKind

_CROSSING = frozenset({"relcl", "ccomp", "csubj", "conj", "appos"})
_SENDING = frozenset({"date", "send", "write", "post", "publish", "file", "issue", "sign"})
_EXCHANGE = frozenset(
    {
        "meet",
        "call",
        "hold",
        "send",
        "receive",
        "speak",
        "hear",
        "convene",
        "attend",
        "interview",
        "depose",
        "host",
        "conduct",
        "give",
        "forward",
        "exchange",
    }
)
_TALKS = frozenset(
    {
        "hearing",
        "meeting",
        "conference",
        "interview",
        "deposition",
        "call",
        "conversation",
        "letter",
        "email",
        "speech",
        "trial",
        "assurance",
        "statement",
        "announcement",
        "testimony",
        "promise",
        "remark",
        "comment",
        "warning",
        "message",
        "memo",
        "note",
        "post",
        "chat",
        "thread",
        "panel",
        "channel",
    }
)
_NOT_WHEN = re.compile(
    r"(?:as\s+of|effective|since|until|till|through|after|before|prior\s+to|by|than|beginning|starting|ending|dating|expir\w+)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_MAIN = frozenset({"ROOT", "conj", "advcl", "ccomp", "parataxis"})


Dates = list[tuple[Span, When]]


@dataclass
class Calendar:
    """Dates as a text goes along: ``document`` is the text's own, ``inherited`` that of the words exchanged last in the paragraph,
    ``by`` those who said them: nobody else's words have their date."""

    document: When | None = None
    inherited: When | None = None
    by: frozenset[str] = frozenset()


def said_when(report: Report, dates: Dates, calendar: Calendar, cite: RecordCite | None) -> tuple[When | None, DateKind | None]:
    """The date of the telling, and how it is known."""
    own = [(span, when) for span, when in dates if not any(span.overlaps(part) for part in report.content)]
    for span, when in own:
        if not _is_bound(report.reading, span) and _governs(report.reading, span, report.cue):
            return when, "said"
    if cite is not None and cite.when is not None:
        return cite.when, "testified" if cite.sort == "testimony" else "said"
    if calendar.inherited is not None and report.cue.tag_ in {"VBD", "VBN", "VBG", "IN"}:
        return calendar.inherited, "inferred"
    return None, None


def note_dates(reading: Reading, dates: Dates, calendar: Calendar, told: Iterable[Span] = ()) -> None:
    """Remember the date of a sentence that tells of words, for what later ones tell; ``told`` is what it reports."""
    contents = tuple(told)
    for span, when in dates:
        root = reading.doc[:].root
        if not any(span.overlaps(content) for content in contents) and _governs(reading, span, root):
            calendar.inherited = when if (contents or _is_exchange(root)) and not _is_bound(reading, span) else None
            return


def _is_exchange(verb: Token) -> bool:
    """True for a verb of saying, and for what people do who talk: "They met on May 3"."""
    plain = verb.lemma_.removeprefix("pre-").removeprefix("re-")
    words = {t.lemma_ for t in verb.doc if t.pos_ == "NOUN"} & _TALKS
    return bool(frames_at(verb) or frames_of(plain) or words) or verb.lemma_ in _EXCHANGE


def _is_bound(reading: Reading, date: Span) -> bool:
    """True for "as of May 9", "since 2012": a bound of time, not the time of the telling."""
    return bool(_NOT_WHEN.search(reading.passage.plain(Span(reading.sentence.start, max(reading.sentence.start, date.start)))))


def dates_in(reading: Reading, calendar: Calendar) -> Dates:
    """The dates of a sentence, explicit and leaning, in order, with their places in the document."""
    if not may_be_dated(reading.passage.plain(reading.sentence)):
        return []
    start = reading.passage.span.start
    found = _in_order(reading.passage.plain(Span(start, reading.sentence.end)), calendar.document)
    placed = [(Span(s.start + start, s.end + start), when) for s, when in found]
    return [(span, when) for span, when in placed if span.start >= reading.sentence.start]


def _in_order(plain: str, document: When | None) -> Dates:
    """Dates from a paragraph's head on; each leaning one leans on the one before it, explicit or not."""
    explicit = find_dates(plain)
    found: Dates = []
    at, last = 0, None
    while at < len(plain):
        following = next(((s, w) for s, w in explicit if s.start >= at), None)
        end = following[0].start if following else len(plain)
        leaning = next(iter(find_relative_dates(plain[at:end], last, document)), None)
        if leaning is not None:
            found.append((Span(leaning[0].start + at, leaning[0].end + at), leaning[1]))
        elif following is not None:
            found.append(following)
        else:
            break
        at, last = found[-1][0].end, found[-1][1]
    return found


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
        another = has_own_subject(token) and not frames_at(token)  # "when it ended in 2013, Quill said"
        if token.dep_ == "advcl" and (token.i > cue.i or another):
            return False
        if token.head == token:
            return False
        token = token.head
    return False
