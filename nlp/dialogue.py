"""Turns of dialogue: a paragraph in quotation marks is somebody's turn, even where no verb reports it.

paragraph    “Go,” said Quill. He rose. “And stay away.”    the second quotation too is Quill's
continued    “... and so it went on.¶“Then ...”             a turn that goes over paragraphs: the mark is not closed between
turn         “Go.”¶“I will not.”¶“Go!”                      the ranker: people take turns; who is called by name answers
pronoun      “Go,” she said.                                 the ranker: who is meant by "she"
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.segment import Party
from ingest.span import Span
from nlp.figure import Figure, Figures, Sighting
from nlp.find import Find
from nlp.gender import Sex, sex_of_pronoun
from nlp.leaf import Leaf
from nlp.quotation import Quotation
from nlp.ranker import Candidate, Features, Question, Ranker, Task

_FARTHEST = 12  # paragraphs back to look for people
_TURNS = 8  # turns back
_APART = 2  # paragraphs between two turns of one conversation


@dataclass(frozen=True)
class Turn:
    """One paragraph's words and who said them (None if unknown). ``closed`` is False if the next paragraph goes on."""

    paragraph: int
    words: str
    speaker: Figure | None
    closed: bool = True


@dataclass(frozen=True)
class Case:
    """One decision: which quotation, among whom. ``seen`` are those mentioned in its paragraph."""

    span: Span
    words: str
    paragraph: int
    seen: tuple[Sighting, ...]
    sex: Sex = ""


@dataclass
class Dialogue:
    """A story's conversation so far."""

    figures: Figures
    ranker: Ranker
    turns: list[Turn] = field(default_factory=list)
    paragraph: int = 0

    def take(self, leaf: Leaf, finds: Sequence[Find]) -> list[Find]:
        """The finds of a paragraph, their pronouns resolved, with its quotations that nothing reports."""
        self.paragraph += 1
        seen = tuple(s for reading in leaf.readings for s in self.figures.see(reading, self.paragraph))
        spoken = spoken_in(leaf)
        if not spoken:
            return list(finds)
        told = [find for find in finds if find.kind == "quote" or not _overlaps(find, spoken)]
        settled = [self._settled(leaf, find, seen) for find in told]
        said = {find.spans[0].start: find for find in settled if find.kind == "quote"}
        fresh: list[Find] = []
        for quotation in spoken:
            if not any(span.overlaps(quotation.words) for find in settled for span in find.spans):
                fresh.append(self._uncued(leaf, quotation, seen, [*said.values(), *fresh]))
        self._note(leaf, spoken, [*said.values(), *fresh])
        return [*settled, *fresh]

    def _settled(self, leaf: Leaf, find: Find, seen: tuple[Sighting, ...]) -> Find:
        """A find whose speaker is a pronoun, with who is meant."""
        if find.kind != "quote" or len(find.speakers) != 1:
            return find
        party = find.speakers[0]
        sex = sex_of_pronoun(party.as_written)
        if not sex:
            return find
        case = Case(find.spans[0], leaf.whole.text[find.spans[0].start : find.spans[-1].end], self.paragraph, seen, sex)
        chosen = self._chosen("pronoun", case)
        if chosen is None:
            return replace(find, speakers=(replace(party, name=""),))
        figure, share = chosen
        named = self._party(figure, find.spans[0].start)
        beside = (party.span,) if party.span else ()
        return replace(find, speakers=(named,), beside=beside, share=share) if named else find

    def _uncued(self, leaf: Leaf, quotation: Quotation, seen: tuple[Sighting, ...], said: list[Find]) -> Find:
        words = quotation.words.trimmed(leaf.whole.text)
        if said:
            nearest = min(said, key=lambda find: abs(find.spans[-1].start - words.start))
            return replace(nearest, spans=(words,), rule="paragraph", cue=None)
        last = self.turns[-1] if self.turns else None
        if last is not None and not last.closed and last.paragraph == self.paragraph - 1:
            named = self._party(last.speaker, words.start) if last.speaker else None
            return Find((words,), "quote", "continued", (named,) if named else ())
        chosen = self._chosen("turn", Case(words, words.of(leaf.whole.text), self.paragraph, seen))
        named = self._party(chosen[0], words.start) if chosen else None
        return Find((words,), "quote", "turn", (named,) if named else (), share=chosen[1] if chosen else None)

    def _party(self, figure: Figure, before: int) -> Party | None:
        place = self.figures.naming(figure, before)
        return Party(place.words, place.words if figure.named else "", span=place.span) if place else None

    def _note(self, leaf: Leaf, spoken: Sequence[Quotation], said: Sequence[Find]) -> None:
        speaker = None
        last = max(said, key=lambda find: find.spans[-1].start, default=None)
        if last is not None and len(last.speakers) == 1:
            party = last.speakers[0]
            named = (party.as_written[:1].isupper() and party.as_written != "I") or bool(party.name)
            speaker = self.figures.meet(party.as_written, named=named)
            if speaker is not None and party.span is not None:
                self.figures.name(Sighting(speaker, party.span, party.as_written, self.paragraph, subject=True))
        words = " ".join(quotation.words.of(leaf.whole.text) for quotation in spoken)
        self.turns.append(Turn(self.paragraph, words, speaker, closed=spoken[-1].closed))

    def _chosen(self, task: Task, case: Case) -> tuple[Figure, float] | None:
        figures = [f for f in self._near(case) if not (case.sex and f.sex and f.sex != case.sex)]
        candidates = tuple(Candidate(f.words, self._features(f, case)) for f in figures)
        choice = self.ranker.choose(Question(task, case.span, candidates))
        return (figures[choice[0]], choice[1]) if choice else None

    def _near(self, case: Case) -> list[Figure]:
        """Who may speak: the people of the last paragraphs and turns."""
        recent = [s.figure for s in self.figures.recent if s.paragraph >= case.paragraph - _FARTHEST]
        spoke = [t.speaker for t in self.turns[-_TURNS:] if t.speaker is not None]
        return list({id(f): f for f in (*spoke, *recent)}.values())

    def _features(self, figure: Figure, case: Case) -> Features:
        turns = [t for t in self.turns[-_TURNS:] if t.paragraph < case.paragraph]
        last = turns[-1] if turns and case.paragraph - turns[-1].paragraph <= _APART else None
        other = turns[-2] if last and len(turns) > 1 and last.paragraph - turns[-2].paragraph <= _APART else None
        before = [s for s in case.seen if s.span.start < case.span.start]
        after = [s for s in case.seen if s.span.start > case.span.start]
        above = [s for s in self.figures.recent if s.paragraph == case.paragraph - 1]
        narrated = not (last and last.paragraph == case.paragraph - 1)
        values = {
            "other_turn": other is not None and other.speaker is figure,
            "last_turn": last is not None and last.speaker is figure,
            "spoke": any(t.speaker is figure for t in turns),
            "subject_before": _is_subject(figure, before[::-1]),
            "subject_after": _is_subject(figure, after),
            "here": any(s.figure is figure for s in case.seen),
            "subject_above": narrated and _is_subject(figure, above[::-1]),
            "above": any(s.figure is figure for s in above),
            "heard": not narrated
            and last is not None
            and last.speaker is not figure
            and any(s.figure is figure for s in above),
            "called": last is not None and _calls(last.words, figure),
            "calls": _calls(case.words, figure),
            "agrees": bool(case.sex) and figure.sex == case.sex,
            "named": figure.named,
            "near": 1 / (1 + self._since(figure, case)),
            "often": math.log1p(figure.seen) / 5,
        }
        return {name: float(value) for name, value in values.items() if value}

    def _since(self, figure: Figure, case: Case) -> int:
        """How many others were mentioned since the figure was last."""
        others: set[int] = set()
        for sighting in reversed(self.figures.recent):
            if sighting.span.start >= case.span.start:
                continue
            if sighting.figure is figure:
                return len(others)
            others.add(id(sighting.figure))
        return len(others)


def _overlaps(find: Find, spoken: Sequence[Quotation]) -> bool:
    return any(span.overlaps(quotation.words) for span in find.spans for quotation in spoken)


def _is_subject(figure: Figure, sightings: Sequence[Sighting]) -> bool:
    """True if the first subject among the sightings is the figure."""
    first = next((s for s in sightings if s.subject), None)
    return first is not None and first.figure is figure


def _calls(words: str, figure: Figure) -> bool:
    """True if the words call somebody by the figure's name: "Oh, Tommy!"."""
    return any(
        re.search(
            rf"(?:\A|[,;—!?.-]\s*|\b(?:dear|oh|ah|mr\.|mrs\.|miss)\s){re.escape(word)}\s*(?:[,.!?;—-]|\Z)", words, re.IGNORECASE
        )
        for word in figure.words
    )


def spoken_in(leaf: Leaf) -> list[Quotation]:
    """The quotations of a paragraph that are somebody's words: they open it, follow a stop or comma, or end in one."""
    text, start = leaf.whole.text, leaf.whole.span.start
    return [q for q in leaf.whole.quotations if q.depth == 0 and _is_spoken(text, q, start)]


def _is_spoken(text: str, quotation: Quotation, start: int) -> bool:
    words = quotation.words.of(text).strip()
    before = text[start : quotation.span.start].rstrip()
    if not any(c.isalpha() for c in words):
        return False
    ends = words[-1] in ".,!?—-…’'" or words.endswith("--")
    return (not before or before[-1] in ',:;.!?—-”"') and (ends or len(words.split()) > 3)
