"""Quotations set apart from the paragraph that introduces them.

introduced   "The engineer wrote:"  ¶  We never tested it.      a block, or a paragraph in quotation marks
excerpt      "He admitted it:"      ¶  Q. Did you?  ¶  A. Yes.   a paragraph per turn, until its cite
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.segment import Party
from nlp.agent import can_speak
from nlp.clause import conjuncts, frames_at, is_denied, subject_of
from nlp.cues import frames_of
from nlp.excerpt import Turn, find_turns
from nlp.find import Find
from nlp.leaf import Leaf
from nlp.record_cites import RecordCite
from nlp.source import read_source
from nlp.speaker import Scene, parties_of
from nlp.telling import Telling

_ALSO = frozenset({"accuse", "read", "blast"})  # report only where a quotation follows
_LONGEST = 40  # paragraphs of one excerpt


def find_excerpt(telling: Telling, leaves: Sequence[Leaf], at: int) -> tuple[list[Find], int]:
    """The turns of an excerpt that begins at paragraph ``at``, and how many paragraphs it takes; none where it is no excerpt."""
    text = telling.document.text
    turns: list[tuple[Turn, int]] = []
    examiner = ""
    taken = 0
    for offset, leaf in enumerate(leaves[at : at + _LONGEST]):
        found, named = find_turns(text, leaf.whole.span)
        starts = bool(found) and (found[0].label is not None and found[0].label.start <= leaf.whole.span.start + 2)
        if not starts and not (named and taken):
            break
        turns += [(turn, offset) for turn in found]
        examiner = examiner or named
        taken = offset + 1
    if not any(turn.role == "question" for turn, _ in turns):
        return [], 0
    return _excerpt(telling, leaves, at, taken, [t for t, _ in turns], examiner), taken


def _excerpt(telling: Telling, leaves: Sequence[Leaf], at: int, taken: int, turns: list[Turn], examiner: str) -> list[Find]:
    cite = _cite_below(leaves, at + taken)
    source = read_source(telling.document.text, cite.span, telling.cast) if cite else None
    deponent = (source.party,) if source else telling.last
    words = cite.of(telling.document.text) if cite else ""
    return turn_finds(telling, turns, deponent, words, examiner)


def _cite_below(leaves: Sequence[Leaf], at: int) -> RecordCite | None:
    """The cite that opens the paragraph after an excerpt."""
    if at >= len(leaves):
        return None
    passage = leaves[at].whole
    return next((c for c in passage.cites if c.outer.start <= passage.span.start + 2), None)


def turn_finds(
    telling: Telling, turns: Sequence[Turn], deponent: tuple[Party, ...], cite: str, examiner: str = ""
) -> list[Find]:
    """A quote for every turn: questions to the deponent, answers by the deponent."""
    asker = (Party(examiner, telling.cast.full_name(examiner) or examiner),) if examiner else ()
    finds: list[Find] = []
    for turn in turns:
        speakers = {"question": asker, "answer": deponent, "other": (Party(turn.name, turn.name),)}[turn.role]
        written = " ".join(turn.label.of(telling.document.text).split()) if turn.label else ""
        hearers = deponent if turn.role == "question" else ()
        finds.append(Find((turn.words,), "quote", "excerpt", speakers, written, hearers, turn.label, cite=cite))
    return finds


def announced(leaf: Leaf, scene: Scene) -> Find | None:
    """Who is to speak after a paragraph that ends in a colon, and the word that says so; None where it does not."""
    words = leaf.passage.masked.rstrip()
    if not words.endswith(":") or not leaf.readings:
        return None
    reading = leaf.readings[-1]
    if reading.sentence.end < leaf.passage.span.start + len(words) - 2:
        return None
    for token in reversed(reading.doc):
        frames = frames_at(token) or (frames_of("say") if token.lemma_ in _ALSO else frozenset())
        subject = subject_of(token) if frames and token.pos_ == "VERB" else None
        if subject is not None and not is_denied(token, subject) and can_speak(subject, frames):
            speakers = parties_of(reading, tuple(conjuncts(subject)), scene)
            return Find((), "quote", "block", speakers, cue=reading.places[token.i])
    return None


def block_find(leaf: Leaf, announcement: Find) -> Find:
    """A block as the words of who was announced, with its own cite."""
    cites = leaf.whole.cites
    return replace(announcement, spans=leaf.block_words, cite=cites[-1].of(leaf.whole.text) if cites else "")
