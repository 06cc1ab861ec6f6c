"""Reported speech in running prose: who said it, to whom, when, with the cue and the cite that the text gives.

direct, indirect   in the sentences of a paragraph          nlp.sentences
cited              in brackets behind a citation            nlp.cited, nlp.source
fragment           marked words whose source is cited       nlp.fragment
block, excerpt     set apart from what introduces them      nlp.block, nlp.excerpt
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from spacy.language import Language

from ingest.document import Document
from ingest.note import find_notes
from ingest.segment import Segment
from ingest.span import Span
from ingest.when import When, day
from nlp.aside import Aside
from nlp.block import announced, block_find, find_excerpt, turn_finds
from nlp.cast import read_cast
from nlp.cited import Cited
from nlp.dialogue import Dialogue
from nlp.excerpt import find_turns, is_excerpt
from nlp.figure import Figures
from nlp.find import Find
from nlp.fragment import find_fragments
from nlp.gender import Genders
from nlp.genre import genre_of
from nlp.labelled import goes_on, is_labelled, labelled_turn
from nlp.leaf import Leaf, open_leaf, read_leaves
from nlp.meant import find_meant
from nlp.noted import Noted, cite_of_note, read_notes, with_note_cites
from nlp.options import DEFAULT, Options
from nlp.reading import Reading
from nlp.said_when import Calendar
from nlp.sentences import find_in_sentence, is_before_law, is_quotation_alone
from nlp.source import Source, read_source
from nlp.speaker import Scene
from nlp.statement import DateKind, Statement
from nlp.telling import Telling, statement_of

PROSE = frozenset({"paragraph", "block", "footnote", "declaration"})
DIRECT = frozenset({"after", "before", "split", "parse", "colon", "according", "continued"})
SAID = frozenset({"clause", "aside"})  # in news the next paragraph may go on in marks with what this one tells
_TRANSCRIBED = frozenset({"testimony", "exhibit", "sent by"})
_AT_A_TIME = 200  # paragraphs


def find_reported(document: Document, model: Language, options: Options = DEFAULT) -> list[Statement]:
    """The quotations and paraphrases in a document's prose, in the order of the text."""
    cast = read_cast(document)
    notes = find_notes(document)
    called = read_notes(notes)
    prose = [segment for segment in document.segments if segment.kind in PROSE]
    leaves = [open_leaf(document.text, segment, called, cast) for segment in prose]
    genre = genre_of(document, cast.caption) if options.by_kind else "filing"
    telling = Telling(document, cast, Calendar(_own_date(document)), genre)
    telling.labelled = genre == "press" and is_labelled(leaves)
    if telling.genre == "tale":
        telling.dialogue = Dialogue(Figures(Genders(document.text)), options.ranker)
    opened = {leaf.segment.spans[0].start: leaf for leaf in leaves if leaf.segment.kind == "footnote"}
    begin = [note.spans[0].start for note in notes]
    told = {at: Noted(_first_source(telling, opened[at]), cite_of_note(opened[at].whole)) for at in begin if at in opened}
    telling.notes = read_notes(notes, told)
    return sorted(
        (statement_of(telling, find) for find in _finds(telling, leaves, model)),
        key=lambda s: (s.span, s.kind),
    )


def _own_date(document: Document) -> When | None:
    if document.docket is None or document.docket.filed is None:
        return None
    filed = document.docket.filed
    return day(datetime(filed.year, filed.month, filed.day), "")


def _first_source(telling: Telling, leaf: Leaf) -> Source | None:
    """What a footnote cites first."""
    end = leaf.cited[0].bracket.start if leaf.cited else leaf.whole.span.end
    return read_source(telling.document.text, Span(leaf.whole.span.start, end), telling.cast)


def _finds(telling: Telling, leaves: Sequence[Leaf], model: Language) -> Iterator[Find]:
    """Paragraph by paragraph; the parses of some are held at a time, not of all."""
    at = read = 0
    while at < len(leaves):
        if at >= read:
            held, read = leaves[at : at + _AT_A_TIME], at + _AT_A_TIME
            read_leaves(held, model, telling.genre)
            paragraphs = (readings for leaf in held for readings in (leaf.readings, *leaf.inner.values()))
            telling.reports = find_meant(paragraphs, model, telling.genre)
        turns, taken = find_excerpt(telling, leaves, at)
        if taken:
            yield from turns
        else:
            yield from _in_leaf(telling, leaves[at])
        for leaf in leaves[at : at + max(1, taken)]:
            leaf.forget()
        at += max(1, taken)


def _in_leaf(telling: Telling, leaf: Leaf) -> Iterator[Find]:
    if telling.labelled:
        turn = labelled_turn(leaf, telling.cast, telling.turn)
        telling.turn = turn if turn is not None and goes_on(leaf) else None
        if turn is not None:
            yield turn
            return
    if telling.announced is not None and leaf.may_be_block and telling.genre != "tale":
        yield block_find(leaf, telling.announced)
        names = [party.name for party in telling.announced.speakers]
        nested = _nested(telling, leaf, leaf.block_words)
        yield from (find for find in nested if not find.speakers or [p.name for p in find.speakers] != names)
        return
    scene = Scene(telling.cast, writer=leaf.segment.author, last=telling.last)
    telling.calendar.inherited = None
    for cited in leaf.cited:
        yield from _in_bracket(telling, leaf, cited)
    for aside, readings in leaf.asides.items():
        yield from _in_aside(telling, aside, readings)
    finds = with_note_cites(_in_sentences(telling, leaf, scene), leaf.passage, telling.notes)
    if telling.dialogue is not None:
        finds = telling.dialogue.take(leaf, finds)
    yield from finds
    fragments = find_fragments(telling, leaf, scene, [span for find in finds for span in find.spans])
    yield from with_note_cites(fragments, leaf.passage, telling.notes)
    spoken = (find for find in reversed(finds) if find.rule in DIRECT or (telling.genre == "press" and find.rule in SAID))
    telling.before = next(spoken, None)
    telling.announced = announced(leaf, scene)
    telling.last = scene.last


def _in_sentences(telling: Telling, leaf: Leaf, scene: Scene) -> list[Find]:
    finds: list[Find] = []
    for reading in leaf.readings:
        fresh = list(find_in_sentence(telling, reading, scene))
        if not fresh and is_quotation_alone(reading):
            _go_on(telling, finds, reading)
        finds += fresh
        scene.readings.append(reading)
    return [replace(find, spans=_clipped(find.spans, leaf.segment)) for find in finds]


def _go_on(telling: Telling, finds: list[Find], reading: Reading) -> None:
    """A sentence that is nothing but a quotation goes on with the one before it; at a paragraph's head it repeats its speaker."""
    words = tuple(q.words.trimmed(reading.passage.text) for q in reading.quoted.values())
    if finds and finds[-1].rule in DIRECT:
        fresh = tuple(w for w in words if not any(w.overlaps(span) for span in finds[-1].spans))
        finds[-1] = replace(finds[-1], spans=finds[-1].spans + fresh)
    elif telling.genre == "press" and finds and not is_before_law(reading):
        finds.append(replace(finds[-1], spans=words, kind="quote", rule="continued", cue=None))
    elif telling.dialogue is None and not finds and telling.before is not None and not is_before_law(reading):
        finds.append(replace(telling.before, spans=words, kind="quote", rule="continued", cue=None))


def _clipped(spans: tuple[Span, ...], segment: Segment) -> tuple[Span, ...]:
    """The words without what stands between the pieces of the paragraph, where a footnote parts them."""
    if len(segment.spans) == 1:
        return spans
    pieces = [(max(s.start, part.start), min(s.end, part.end)) for s in spans for part in segment.spans]
    return tuple(Span(start, end) for start, end in pieces if start < end)


def _in_bracket(telling: Telling, leaf: Leaf, cited: Cited) -> Iterator[Find]:
    """Quotations in brackets behind a citation: testimony turn by turn, an article with those it quotes."""
    source, text = cited.source, telling.document.text
    if source is None or cited.is_law:
        return
    cite = " ".join(cited.cite.of(text).split()).rstrip(",;. ")
    spans = tuple(q.words.trimmed(text) for q in cited.quotations)
    turns = tuple(turn for span in spans for turn in find_turns(text, span)[0]) if source.rule in _TRANSCRIBED else ()
    if is_excerpt(turns):
        yield from turn_finds(telling, turns, (source.party,), cite)
        return
    dated: DateKind | None = "said" if source.when else None
    yield Find(spans, "quote", source.rule, (source.party,), when=source.when, date_kind=dated, cite=cite)
    for find in _nested(telling, leaf, spans):
        yield replace(find, when=find.when or source.when, date_kind=find.date_kind or dated, cite=cite)


def _in_aside(telling: Telling, aside: Aside, readings: Sequence[Reading]) -> Iterator[Find]:
    """What a cited paper is told to say: the subject of the aside is its source."""
    source, scene = aside.source, Scene(telling.cast)
    cite = " ".join(aside.cite.of(telling.document.text).split())
    for reading in readings:
        for find in find_in_sentence(telling, reading, scene):
            mine = [p.span for p in find.speakers] == [Span(aside.words.start, aside.words.start)]
            speakers = (source.party,) if source else ()
            yield replace(find, speakers=speakers, rule="bracket", cite=cite) if mine else find
        scene.readings.append(reading)


def _nested(telling: Telling, leaf: Leaf, spans: tuple[Span, ...]) -> Iterator[Find]:
    """What is reported within a quotation of somebody's prose."""
    for span in spans:
        scene = Scene(telling.cast)
        for reading in leaf.inner.get(span, ()):
            yield from find_in_sentence(telling, reading, scene)
            scene.readings.append(reading)
