"""Quoted words that no verb reports, but whose source the filing gives.

footnote    were “first to market,”7 ...            footnote 7 cites who wrote it
testimony   unsure whether it “could stop at once.” Quill Dep. 45:3-9    the witness
colon       SAC ¶ 24: “It could stop.”    the plaintiffs: a paper cited before its words
pages       she feared that it “could stop at once.” Ex. 4 at 54:23      lines of a transcript: the person the sentence is about
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.span import Span
from nlp.agent import is_name
from nlp.find import Find
from nlp.leaf import Leaf
from nlp.passage import Passage
from nlp.quotation import Quotation
from nlp.reading import TITLE_BEFORE
from nlp.record_cites import RecordCite
from nlp.source import pleader, read_source
from nlp.speaker import Scene, parties_of
from nlp.telling import Telling

FEWEST_WORDS = 5
_INNER = frozenset("‘'“\"")
_TRANSCRIPT_PIN = re.compile(r"\d+:\d+")


@dataclass(frozen=True)
class _Fragment:
    """The unreported quotations of one sentence, with what is known about the place."""

    leaf: Leaf
    scene: Scene
    sentence: Span
    quotations: tuple[Quotation, ...]

    @property
    def words(self) -> tuple[Span, ...]:
        return tuple(q.words.trimmed(self.leaf.passage.text) for q in self.quotations)

    @property
    def end(self) -> int:
        return self.quotations[-1].span.end

    @property
    def cite(self) -> RecordCite | None:
        """The first cite after the words, before the next sentence."""
        passage = self.leaf.passage
        following = next((s.start for s in passage.sentences if s.start >= self.sentence.end), passage.span.end)
        return next((c for c in passage.cites if self.end - 1 <= c.span.start < following), None)

    @property
    def is_law(self) -> bool:
        """True if the first citation after the words is one of law."""
        passage = self.leaf.passage
        law = min((a.start for a in passage.authorities if a.start >= self.end - 1), default=None)
        record = min((c.span.start for c in passage.cites if c.span.start >= self.end - 1), default=None)
        return law is not None and law < self.sentence.end + 60 and (record is None or law < record)

    @property
    def is_short(self) -> bool:
        return sum(len(words.of(self.leaf.passage.text).split()) for words in self.words) < FEWEST_WORDS


def find_fragments(telling: Telling, leaf: Leaf, scene: Scene, taken: list[Span]) -> Iterator[Find]:
    """The fragments of a paragraph whose source is known. ``taken`` are the words already reported."""
    passage = leaf.passage
    for sentence in passage.sentences:
        free = tuple(q for q in passage.quotations if sentence.contains(q.span) and _is_free(passage, q, taken))
        fragment = _Fragment(leaf, scene, sentence, free)
        if not free or fragment.is_short or fragment.is_law:
            continue
        found = next((find for rule in _RULES if (find := rule(telling, fragment)) is not None), None)
        if found is not None:
            yield found


def _is_free(passage: Passage, quotation: Quotation, taken: list[Span]) -> bool:
    before = passage.plain(Span(max(passage.span.start, quotation.span.start - 40), quotation.span.start))
    is_whole = quotation.depth == 0 and quotation.closed
    return is_whole and not any(quotation.words.overlaps(span) for span in taken) and not TITLE_BEFORE.search(before)


def _by_note(telling: Telling, fragment: _Fragment) -> Find | None:
    calls = fragment.leaf.passage.calls
    call = next(((place, n) for place, n in calls if fragment.end <= place <= fragment.sentence.end + 2), None)
    source = telling.notes.at(*call).source if call is not None else None
    if source is None:
        return None
    return Find(
        fragment.words, "quote", "footnote", (source.party,), when=source.when, date_kind="said" if source.when else None
    )


def _by_testimony(telling: Telling, fragment: _Fragment) -> Find | None:
    cite, text = fragment.cite, telling.document.text
    source = read_source(text, cite.span, telling.cast) if cite else None
    if cite is None or source is None or source.rule != "testimony":
        return None
    return Find(fragment.words, "quote", "testimony", (source.party,), when=source.when, cite=cite.of(text))


def _by_pages(telling: Telling, fragment: _Fragment) -> Find | None:
    cite, text = fragment.cite, telling.document.text
    reading = next((r for r in fragment.leaf.readings if r.sentence == fragment.sentence), None)
    if cite is None or reading is None or not _TRANSCRIPT_PIN.search(cite.of(text)):
        return None
    start = fragment.quotations[0].span.start
    for token in reversed([t for t in reading.doc if reading.places[t.i].end <= start]):
        if token.dep_ not in {"nsubj", "nsubjpass"} or not (token.pos_ == "PRON" or is_name(token)):
            continue
        party = parties_of(reading, (token,), fragment.scene)[0]
        if party.name and not telling.cast.is_organisation(party.name):
            return Find(fragment.words, "quote", "fragment", (party,), cite=cite.of(text))
    return None


def _by_colon(telling: Telling, fragment: _Fragment) -> Find | None:
    """The words right behind "SAC ¶ 24:", "Quill Dep. 45:3:". Marks within marks are words of a third, whom nobody names."""
    text, first = telling.document.text, fragment.quotations[0].span.start
    cite = next(
        (c for c in fragment.leaf.passage.cites if c.span.end < first and not text[c.span.end : first].strip(" \n:")), None
    )
    if cite is None or ":" not in text[cite.span.end : first] or text[first + 1 : first + 2] in _INNER:
        return None
    source = pleader(text, cite.span, telling.cast) or read_source(text, cite.span, telling.cast)
    return Find(fragment.words, "quote", "colon", (source.party,), cite=cite.of(text)) if source else None


_RULES = (_by_colon, _by_note, _by_testimony, _by_pages)
