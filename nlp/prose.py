"""Reported speech in running prose: who said it, to whom, when, with the cue and the cite that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from spacy.language import Language

from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span
from ingest.when import When, day
from nlp.block import block_words, find_excerpt, introducer, is_block, turn_finds
from nlp.cast import read_cast
from nlp.cited import Cited, find_cited
from nlp.cues import may_report
from nlp.excerpt import find_turns, is_excerpt
from nlp.fragment import find_fragments
from nlp.passage import Passage, inner_passage, open_passage, without
from nlp.reading import Reading, read_sentences
from nlp.said_when import Calendar
from nlp.sentences import find_in_sentence, is_quotation_alone
from nlp.source import Source, read_source
from nlp.speaker import Scene
from nlp.statement import Statement
from nlp.telling import Find, Leaf, Telling, statement_of

PROSE = frozenset({"paragraph", "block", "footnote", "declaration"})
DIRECT = frozenset({"after", "before", "split", "parse", "colon", "according", "continued"})
_NOTE_NUMBER = re.compile(r"\s*(\d{1,4})\b")


def find_reported(document: Document, model: Language) -> list[Statement]:
    """The quotations and paraphrases in a document's prose, in the order of the text."""
    telling = Telling(document, read_cast(document), Calendar(_own_date(document)))
    notes = _notes(document)
    leaves = [_leaf(telling, segment, frozenset(notes)) for segment in document.segments if segment.kind in PROSE]
    telling.notes = _note_sources(telling, leaves, notes)
    _read(leaves, model)
    finds = list(_finds(telling, leaves, model))
    return sorted((statement_of(telling, find) for find in finds), key=lambda s: (s.span, s.kind))


def _own_date(document: Document) -> When | None:
    if document.docket is None or document.docket.filed is None:
        return None
    filed = document.docket.filed
    return day(datetime(filed.year, filed.month, filed.day), "")


def _notes(document: Document) -> dict[int, Segment]:
    """Footnotes by number; a number that comes twice is dropped."""
    notes: dict[int, Segment] = {}
    for segment in document.segments:
        match = _NOTE_NUMBER.match(segment.span.of(document.text)) if segment.kind == "footnote" else None
        if match:
            notes[int(match[1])] = segment
    return notes


def _note_sources(telling: Telling, leaves: Sequence[Leaf], notes: dict[int, Segment]) -> dict[int, Source | None]:
    """What each footnote cites first."""
    numbers = {segment.span: number for number, segment in notes.items()}
    sources: dict[int, Source | None] = {}
    for leaf in leaves:
        number = numbers.get(leaf.segment.span)
        if number is None:
            continue
        end = leaf.cited[0].bracket.start if leaf.cited else leaf.whole.span.end
        sources[number] = read_source(telling.document.text, Span(leaf.whole.span.start, end), telling.cast)
    return sources


def _leaf(telling: Telling, segment: Segment, notes: frozenset[int]) -> Leaf:
    whole = open_passage(telling.document.text, segment, notes)
    cited = tuple(find_cited(whole, telling.cast))
    gone = [c.bracket for c in cited] + [c.cite for c in cited if len(c.cite)]
    return Leaf(segment, whole, without(whole, gone), cited)


def _read(leaves: Sequence[Leaf], model: Language) -> None:
    owner = {id(leaf.passage): leaf for leaf in leaves}
    wanted = [(leaf.passage, sentence) for leaf in leaves for sentence in _worth_reading(leaf.passage)]
    for reading in read_sentences(wanted, model):
        owner[id(reading.passage)].readings.append(reading)


def _worth_reading(passage: Passage) -> list[Span]:
    """Sentences that may report something, and each one's forerunner, where a pronoun may look back."""
    flags = [may_report(words := passage.plain(sentence)) or words.endswith(":") for sentence in passage.sentences]
    return [s for i, s in enumerate(passage.sentences) if flags[i] or (i + 1 < len(flags) and flags[i + 1])]


def _finds(telling: Telling, leaves: Sequence[Leaf], model: Language) -> Iterator[Find]:
    at = 0
    introduced: tuple[tuple, Span | None] = ((), None)  # type: ignore[type-arg]
    while at < len(leaves):
        leaf = leaves[at]
        turns, taken = find_excerpt(telling, leaves, at)
        if taken:
            yield from turns
            at += taken
            continue
        scene = Scene(telling.cast, writer=leaf.segment.author, last=telling.last)
        if introduced[0] and is_block(leaf):
            yield Find(
                block_words(leaf),
                "quote",
                "block",
                introduced[0],
                cue=introduced[1],
                cite=leaf.whole.cites[-1].of(telling.document.text) if leaf.whole.cites else "",
            )
            yield from _nested(telling, leaf.whole, block_words(leaf), model)
            at += 1
            continue
        yield from _in_leaf(telling, leaf, scene, model)
        introduced = introducer(leaf, scene)
        telling.last = scene.last
        at += 1


def _in_leaf(telling: Telling, leaf: Leaf, scene: Scene, model: Language) -> Iterator[Find]:
    telling.calendar.inherited = None
    for cited in leaf.cited:
        yield from _in_bracket(telling, leaf, cited, model)
    finds: list[Find] = []
    for reading in leaf.readings:
        fresh = list(find_in_sentence(telling, reading, scene))
        if not fresh and is_quotation_alone(reading):
            _go_on(telling, finds, reading)
        finds += fresh
        scene.readings.append(reading)
    finds = [replace(find, spans=_clipped(find.spans, leaf.segment)) for find in finds]
    yield from finds
    yield from find_fragments(telling, leaf, scene, [span for find in finds for span in find.spans])
    telling.before = next((f for f in reversed(finds) if f.rule in DIRECT), None)


def _clipped(spans: tuple[Span, ...], segment: Segment) -> tuple[Span, ...]:
    """The words without what stands between the pieces of the paragraph, where a footnote parts them."""
    if len(segment.spans) == 1:
        return spans
    pieces = [(max(s.start, part.start), min(s.end, part.end)) for s in spans for part in segment.spans]
    return tuple(Span(start, end) for start, end in pieces if start < end)


def _go_on(telling: Telling, finds: list[Find], reading: Reading) -> None:
    """A sentence that is nothing but a quotation goes on with the one before it; at a paragraph's head it repeats its speaker."""
    words = tuple(q.words.trimmed(reading.passage.text) for q in reading.quoted.values())
    if finds and finds[-1].rule in DIRECT:
        finds[-1] = replace(finds[-1], spans=finds[-1].spans + words)
    elif not finds and telling.before is not None:
        finds.append(replace(telling.before, spans=words, rule="continued", cue=None))


def _in_bracket(telling: Telling, leaf: Leaf, cited: Cited, model: Language) -> Iterator[Find]:
    source = cited.source
    if source is None or cited.is_law:
        return
    text = telling.document.text
    cite = " ".join(cited.cite.of(text).split()).rstrip(",;. ")
    spans = tuple(q.words.trimmed(text) for q in cited.quotations)
    turns = (
        [turn for span in spans for turn in find_turns(text, span)[0]]
        if source.rule in {"testimony", "exhibit", "sent by"}
        else []
    )
    if is_excerpt(tuple(turns)):
        yield from turn_finds(telling, turns, (source.party,), cite)
        return
    yield Find(
        spans, "quote", source.rule, (source.party,), when=source.when, date_kind="said" if source.when else None, cite=cite
    )
    if source.rule in {"author", "publication"}:
        for find in _nested(telling, leaf.whole, spans, model):
            yield Find(
                find.spans,
                find.kind,
                find.rule,
                find.speakers,
                find.written,
                find.hearers,
                find.cue,
                find.when or source.when,
                find.date_kind or ("said" if source.when else None),
                cite,
            )


def _nested(telling: Telling, passage: Passage, spans: tuple[Span, ...], model: Language) -> Iterator[Find]:
    """What is reported within a quotation of somebody's prose."""
    for span in spans:
        inner = inner_passage(passage, span)
        scene = Scene(telling.cast)
        for reading in read_sentences([(inner, s) for s in _worth_reading(inner)], model):
            yield from find_in_sentence(telling, reading, scene)
            scene.readings.append(reading)
