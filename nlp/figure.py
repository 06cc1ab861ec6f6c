"""The people of a story as it goes along: who was seen where, under what words.

"Mrs. Rachel Lynde ... Mrs. Rachel ... Rachel"      one figure, three sightings
"Mr. Quill ... Mrs. Quill"                          two: their sexes differ
"the old man"                                       a figure without a name
"I"                                                 whoever tells the story
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.span import Span
from nlp.agent import is_name, is_person_like
from nlp.gender import Genders, Sex, sex_of_pronoun
from nlp.name import is_title, listed
from nlp.reading import Reading
from nlp.speaker import phrase_of

_RECENT = 300  # sightings
_NOBODY = frozenset(
    {"GPE", "LOC", "DATE", "TIME", "FAC", "LAW", "LANGUAGE", "EVENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"}
)
_PARTS = frozenset({"compound", "nmod", "amod", "poss", "intj", "npadvmod"})
_SMALL = frozenset(
    {"the", "a", "an", "this", "that", "his", "her", "their", "my", "our", "your", "its", "of", "and", "s", "said"}
)


@dataclass(eq=False)
class Figure:
    """One person of a text: ``words`` of the name or noun, without titles; how often seen."""

    words: frozenset[str]
    sex: Sex
    named: bool
    seen: int = 0

    def may_be(self, words: frozenset[str], sex: Sex, *, named: bool) -> bool:
        """True if these words may mean this figure: one's words hold the other's, and the sexes do not clash."""
        alike = words <= self.words or self.words <= words
        return alike and named == self.named and not (sex and self.sex and sex != self.sex)


@dataclass(frozen=True)
class Sighting:
    """A figure at one place: ``naming`` is False for a pronoun; ``paragraph`` counts from the start of the text."""

    figure: Figure
    span: Span
    words: str
    paragraph: int
    subject: bool
    naming: bool = True


@dataclass
class Figures:
    """Everybody met so far, the last first met last."""

    genders: Genders
    all: list[Figure] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def recent(self) -> list[Sighting]:
        """The last sightings: a long story is not gone through from its start for every word of it."""
        return self.sightings[-_RECENT:]

    def see(self, reading: Reading, paragraph: int) -> list[Sighting]:
        """Note who is mentioned in a sentence outside quotation marks."""
        return [seen for token in reading.doc if (seen := self._sighting(reading, token, paragraph)) is not None]

    def _sighting(self, reading: Reading, token: Token, paragraph: int) -> Sighting | None:
        place = reading.places[token.i]
        if any(q.depth == 0 and q.span.contains(place) for q in reading.passage.quotations):
            return None
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        if subject and token.text == "I" and (teller := self.meet("I", named=False)):
            return self._noted(Sighting(teller, place, "I", paragraph, subject))
        if sex := sex_of_pronoun(token.text) if subject else "":
            figure = self._nearest(sex)
            return self._noted(Sighting(figure, place, token.text, paragraph, subject, naming=False)) if figure else None
        if not _is_somebody(token):
            return None
        span = phrase_of(reading, token)
        words = reading.of(span)
        figure = self.meet(words, named=is_name(token))
        return self._noted(Sighting(figure, span, words, paragraph, subject)) if figure else None

    def _noted(self, sighting: Sighting) -> Sighting:
        sighting.figure.seen += 1
        self.sightings.append(sighting)
        return sighting

    def name(self, sighting: Sighting) -> None:
        """Note where a figure is named, if it is not known: the parser may not see a name in "said Tom"."""
        if all(seen.span != sighting.span for seen in self.recent):
            self._noted(sighting)

    def meet(self, written: str, *, named: bool) -> Figure | None:
        """Whoever goes by these words: one met before, the last met first, else somebody new."""
        words = core(written)
        if not words:
            return None
        sex = self.genders.of(written)
        known = next((f for f in reversed(self.all) if f.may_be(words, sex, named=named)), None)
        if known is None:
            known = Figure(words, sex, named)
        else:
            self.all.remove(known)
            known.words |= words if named else frozenset()
            known.sex = known.sex or sex
        self.all.append(known)
        return known

    def _nearest(self, sex: Sex) -> Figure | None:
        for sighting in reversed(self.sightings[-12:]):
            if sighting.subject and sighting.figure.sex == sex:
                return sighting.figure
        return next((s.figure for s in reversed(self.sightings[-12:]) if s.figure.sex == sex), None)

    def naming(self, figure: Figure, before: int) -> Sighting | None:
        """The nearest place before ``before`` (else the first after it) where the figure is named."""
        named = (s for s in reversed(self.sightings) if s.figure is figure and s.naming)
        after = None
        for sighting in named:
            if sighting.span.start < before:
                return sighting
            after = sighting
        return after


def core(written: str) -> frozenset[str]:
    """The words that tell one person from another: no titles, articles or possessives.

    >>> sorted(core("Mrs. Rachel Lynde’s"))
    ['lynde', 'rachel']
    """
    words = [re.sub(r"[’']s\Z", "", word).lower() for word in re.findall(r"[\w’'-]+", written)]
    kept = [word for word in words if word not in _SMALL]
    plain = frozenset(
        word for word in kept if not is_title(word) and word not in {"mr", "mrs", "miss", "ms", "dr", "sir", "lady", "lord"}
    )
    return plain or frozenset(kept)


def _is_somebody(token: Token) -> bool:
    if token.dep_ in _PARTS or not token.text[0].isalpha():
        return False
    if is_name(token):
        return token.ent_type_ not in _NOBODY and token.lower_ not in listed("calendar")
    lemma = token.lemma_.lower()
    return token.tag_ == "NN" and (lemma in listed("male") or lemma in listed("female") or is_person_like(token))
