"""A paragraph on its way from text to statements: opened, its bracketed quotations set aside, its sentences parsed.

whole      the paragraph as printed
passage    less the citations and the quotations in brackets behind them: what is parsed
asides     what is told in brackets of a cited paper: a paragraph by itself, its source the subject
inner      the words of such quotations, and of a block, as paragraphs by themselves: others are quoted in them
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from ingest.segment import Segment
from ingest.span import Span
from nlp.aside import Aside, find_asides
from nlp.cast import Cast
from nlp.cited import Cited, find_cited
from nlp.cues import may_report
from nlp.genre import Genre
from nlp.passage import Called, Passage, inner_passage, open_passage, without
from nlp.pronoun import PRONOUN
from nlp.reading import Reading, read_sentences

_LONGEST = 8000  # letters of a sentence: what is longer is a table or noise, and the parser's memory grows with it
_NARRATED = frozenset({"author", "publication"})


@dataclass
class Leaf:
    """One paragraph. ``readings`` are its parsed sentences, ``inner`` the prose quoted in it with its own."""

    segment: Segment
    whole: Passage
    passage: Passage
    cited: tuple[Cited, ...] = ()
    asides: dict[Aside, list[Reading]] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    inner: dict[Span, list[Reading]] = field(default_factory=dict)

    def forget(self) -> None:
        """Drop the parses: they are large."""
        self.readings.clear()
        self.asides.clear()
        self.inner.clear()

    @property
    def may_be_block(self) -> bool:
        """True if the paragraph may be a quotation by itself: set in, or in quotation marks from its start."""
        words = self.whole.span.of(self.whole.text).lstrip(" \n•▪◦●■‣·\uf0b7")
        return self.segment.kind == "block" or words[:1] in {"“", '"'}

    @property
    def block_words(self) -> tuple[Span, ...]:
        """The quoted words of a block: what stands in marks if that is most of it, else all before its cite."""
        passage, text = self.whole, self.whole.text
        outer = [q for q in passage.quotations if q.depth == 0]
        if outer and sum(len(q.words) for q in outer) > 0.5 * len(" ".join(passage.masked.split())):
            return tuple(q.words.trimmed(text) for q in outer)
        end = min((c.outer.start for c in passage.cites if c.outer.end >= passage.span.end - 3), default=passage.span.end)
        first = passage.cites[0].span if passage.cites else passage.span
        named = first.start <= passage.span.start + 1 and text[first.end : first.end + 1] == ":"  # "SAC ¶ 96: It leaked."
        return (Span(first.end + 1 if named else passage.span.start, end).trimmed(text),)


def open_leaf(text: str, segment: Segment, notes: Called, cast: Cast) -> Leaf:
    """The paragraph of a segment; ``notes`` are the document's footnotes."""
    whole = open_passage(text, segment, notes)
    cited = tuple(find_cited(whole, cast))
    taken = [c.bracket for c in cited]
    asides = [
        aside
        for aside in find_asides(whole, cast)
        if not any(span.overlaps(aside.bracket) for span in taken)
        and any(part.contains(aside.bracket) for part in segment.spans)
    ]
    gone = [c.bracket for c in cited] + [c.cite for c in cited if len(c.cite)] + [aside.bracket for aside in asides]
    leaf = Leaf(segment, whole, without(whole, gone), cited, {aside: [] for aside in asides if aside.reports})
    quoted = [q.words.trimmed(text) for c in cited if c.source and c.source.rule in _NARRATED for q in c.quotations]
    if leaf.may_be_block:
        quoted += leaf.block_words
    leaf.inner = {span: [] for span in quoted}
    return leaf


def read_leaves(leaves: Sequence[Leaf], model: Language, genre: Genre = "filing") -> None:
    """Parse what may report something, of all paragraphs and the prose quoted in them, in one go; of a tale, everything."""
    prose = [(leaf.passage, leaf.readings) for leaf in leaves]
    prose += [(inner_passage(leaf.whole, span), readings) for leaf in leaves for span, readings in leaf.inner.items()]
    prose += [(inner_passage(leaf.whole, a.words, is_aside=True), found) for leaf in leaves for a, found in leaf.asides.items()]
    places = {id(passage): readings for passage, readings in prose}
    wanted = ((passage, sentence) for passage, _ in prose for sentence in _worth_reading(passage, genre))
    for reading in read_sentences(wanted, model, names=genre == "tale"):
        places[id(reading.passage)].append(reading)


def _worth_reading(passage: Passage, genre: Genre) -> list[Span]:
    """Sentences that may report something, and each one's forerunner, which may tell who is meant, and when it was;
    in news only where a pronoun looks back."""
    flags = [len(sentence) < _LONGEST and _may_hold(passage.plain(sentence), genre) for sentence in passage.sentences]
    back = flags
    if genre == "press":
        back = [flag and _looks_back(passage, s) for flag, s in zip(flags, passage.sentences, strict=True)]
    return [s for i, s in enumerate(passage.sentences) if flags[i] or any(back[i + 1 : i + 2])]


def _looks_back(passage: Passage, sentence: Span) -> bool:
    """True for a sentence with a pronoun outside quotation marks that may mean somebody in an earlier one."""
    quoted = [q.span for q in passage.quotations if q.depth == 0]
    places = (Span(sentence.start + m.start(), sentence.start + m.end()) for m in PRONOUN.finditer(passage.plain(sentence)))
    return any(not any(span.contains(place) for span in quoted) for place in places)


def _may_hold(words: str, genre: Genre) -> bool:
    """True if a sentence may report something, or announce it."""
    return genre == "tale" or words.endswith(":") or may_report(words, attitudes=genre == "press")
