"""Reports whose content is no clause.

call         "Quill described it as a toy"                     it as a toy
discussion   "with Quill and Reyes discussing the use of it"   the use of it; each is the other's hearer
quoting      "Quill complained of “a toy that never worked”"   the marked words alone
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.agent import is_name, is_person_like, may_be_somebody, parties_at, speaks
from nlp.clause import conjuncts, frames_at, has_own_subject, is_denied, is_passive, is_supposed, subject_of
from nlp.content import trimmed
from nlp.cues import frames_of
from nlp.mixed import FEWEST_WORDS
from nlp.quotation import Quotation
from nlp.reading import Reading
from nlp.report import Report

_OTHERS_WORDS = frozenset(
    {"dismiss", "reject", "dispute", "disagree", "continue", "begin", "represent", "charge"}
)  # "rejected the “...”": what somebody else said
_DEFINING = frozenset({"herein", "hereinafter", "hereafter", "collectively"})


def call(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill described it as a toy", "Quill called it a toy": object and what it is called."""
    frames = frames_at(cue)
    if "as" not in frames or is_passive(cue):
        return []
    speaker = subject_of(cue)
    is_short_passive = cue.tag_ == "VBN" and not any(c.dep_ == "aux" for c in cue.children)  # "(referred to as “X”)"
    if cue.dep_ == "amod" or is_short_passive or (speaker is not None and any(c.dep_ == "case" for c in speaker.children)):
        return []  # "Quill’s cited excerpts"
    if speaker is None or not speaks(cue, speaker, frames) or not may_be_somebody(speaker):
        return []
    parts = [
        c
        for c in cue.children
        if c.i > cue.i and (c.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} or (c.dep_ == "prep" and c.lower_ == "as"))
    ]
    named = any(c.lower_ == "as" or c.dep_ in {"oprd", "ccomp", "xcomp"} for c in parts)
    about = any(
        t.lower_ == "as" and t.dep_ == "prep" for c in parts for t in c.subtree if t.head.head in (cue, c) or t.head == cue
    )
    alone = len(parts) == 1 and parts[0].dep_ in {"dobj", "oprd", "xcomp"} and not about
    if not parts or alone or not (named or about) or _DEFINING & {t.lower_ for t in cue.doc}:
        return []
    content = trimmed(reading, [t for c in parts for t in c.subtree])
    return [Report("call", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if content else []


def discussion(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill and Reyes discussed the use of it": joint speakers, each the other's hearer."""
    frames = frames_at(cue)
    if "discuss" not in frames or is_passive(cue) or is_supposed(cue):
        return []
    speaker = subject_of(cue)
    if speaker is None or is_denied(cue, speaker):
        return []
    topic = next(
        (c for c in cue.children if c.dep_ in {"dobj", "xcomp", "ccomp"} or (c.dep_ == "prep" and c.lower_ in {"about", "of"})),
        None,
    )
    people = [t for t in conjuncts(speaker) if is_name(t) or is_person_like(t)]
    partners = [t for c in cue.children if c.dep_ == "prep" and c.lower_ == "with" for t in c.children if t.dep_ == "pobj"]
    together = tuple(people) + tuple(t for t in partners if is_name(t))
    if topic is None or len(together) < 2:
        return []
    content = trimmed(reading, [t for t in topic.subtree if t != topic or topic.dep_ != "prep"])
    return [Report("discussion", reading, cue, content, "paraphrase", together, together)] if content else []


def quoting(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill complained of “...”", "Quill asked him to “...”": what hangs on the verb is no clause, but words of it are marked."""
    frames = frames_at(cue)
    if not frames - {"discuss"} or cue.lemma_ in _OTHERS_WORDS:
        return []
    speaker, hearers = parties_at(cue, frames)
    needed = frames if frames <= {"prove", "term"} else frames | frames_of("say")
    if speaker is None or not speaks(cue, speaker, needed):
        return []
    parts = [c for c in cue.children if c.i > cue.i and c.dep_ in {"dobj", "prep", "xcomp", "oprd", "attr", "ccomp", "pcomp"}]
    places = [reading.places[t.i] for c in parts for t in c.subtree]
    marked = [
        q
        for q in reading.passage.quotations
        if q.depth == 0
        and q not in reading.quoted.values()
        and any(q.words.contains(p) for p in places)
        and not _is_told_apart(reading, cue, q)
    ]
    if sum(len(q.words.of(reading.passage.text).split()) for q in marked) < FEWEST_WORDS:
        return []
    content = tuple(q.words.trimmed(reading.passage.text) for q in marked)
    return [Report("quoting", reading, cue, content, "quote", tuple(conjuncts(speaker)), hearers)]


def _is_told_apart(reading: Reading, cue: Token, quotation: Quotation) -> bool:
    """True for "asked her “...?” and she answered, “...”": another telling stands between the cue and the marks."""
    return any(
        frames_at(t)
        and has_own_subject(t)
        and not any(q.depth == 0 and q.words.contains(reading.places[t.i]) for q in reading.passage.quotations)
        for t in reading.doc[cue.i + 1 :]
        if reading.places[t.i].end <= quotation.span.start
    )
