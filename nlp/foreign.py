"""Reports that a sentence of a filing holds but does not make: the words are somebody else's already.

within marks     the contracts state that “the employer agrees to pay”         the contracts state it; no employer agrees here
behind a cite    the rule is old. Roe v. Acme, 1 F.3d 2 (noting that it is)    the cited case notes it, not the subject of the sentence
by a noun        he ignored the case law holding that it is                    the case law holds it, not he
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from ingest.span import Span
from nlp.agent import is_name
from nlp.clause import SOUGHT
from nlp.report import Report

_YEAR_BRACKET = re.compile(r"(?:\d{4}|omitted|added|banc|original)[)\]][.,;]?\s*\Z")


def is_foreign(report: Report) -> bool:
    """True if somebody other than the report's speaker says its words."""
    return _is_within_marks(report) or _is_behind_cite(report) or _is_by_a_noun(report) or _is_within_words(report)


def _is_within_words(report: Report) -> bool:
    """True where the subject found is one of the words themselves: "(finding that “the board agrees”)"."""
    places = [report.reading.places[t.i] for t in report.speakers]
    return any(span.contains(place) for span in report.content for place in places)


def _is_within_marks(report: Report) -> bool:
    """True for a cue within marks: who quotes it says it, not who is its subject."""
    reading = report.reading
    return any(
        q.words.contains(reading.places[report.cue.i])
        for q in reading.passage.quotations
        if q.depth == 0 and q not in reading.quoted.values()
    )


def _is_behind_cite(report: Report) -> bool:
    """True where the words, or the cue, stand in brackets behind a citation and the speaker does not."""
    passage, reading = report.reading.passage, report.reading
    opening = _open_bracket(passage.text, Span(passage.span.start, report.content[0].start))
    if opening is None:
        return False
    inside = Span(opening, report.content[-1].end)
    law = any(0 <= opening - a.end <= 3 or a.contains(Span(opening, opening + 1)) for a in passage.authorities)
    if report.speakers and all(inside.contains(reading.places[t.i]) and (is_name(t) or not law) for t in report.speakers):
        return False
    before = passage.text[max(passage.span.start, opening - 60) : opening]
    cited = [*passage.authorities, *(c.outer for c in passage.cites)]
    return bool(_YEAR_BRACKET.search(before)) or any(
        -1 <= opening - cite.end <= 3 or cite.contains(Span(opening, opening + 1)) for cite in cited
    )


def _open_bracket(text: str, span: Span) -> int | None:
    """Where the first bracket opens that does not close before the end of ``span``."""
    opened: list[int] = []
    for at in range(span.start, span.end):
        if text[at] == "(":
            opened.append(at)
        elif text[at] == ")" and opened:
            opened.pop()
    return opened[0] if opened else None


def _is_by_a_noun(report: Report) -> bool:
    """True for a participle right behind a noun that is not its speaker: "case law holding that"."""
    cue = report.cue
    in_bracket = cue.i > 0 and cue.nbor(-1).text == "(" and cue.tag_ in {"VBN", "VBD"}
    if in_bracket and cue.i + 1 < len(cue.doc) and cue.nbor().lower_ != "that":  # "Ada Quill (admitted pro hac vice)"
        return True
    owned = cue.i > 0 and cue.nbor(-1).lower_ in {"’s", "'s", "’", "'"} and cue.i + 1 < len(cue.doc)
    if owned and cue.pos_ != "NOUN" and cue.nbor().pos_ in {"NOUN", "ADJ", "PROPN"}:  # "Quill’s claimed loss"
        return True
    if cue.tag_ != "VBG" or cue.i == 0 or not report.speakers or report.rule == "according":
        return False
    noun: Token = cue.nbor(-1)
    return (
        noun.pos_ == "NOUN"
        and noun.lemma_.lower() not in SOUGHT
        and not is_name(noun)
        and noun not in report.speakers
        and cue.dep_ != "pcomp"
    )
