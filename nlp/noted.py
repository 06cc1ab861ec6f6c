"""What a footnote tells of the words that call it: whose paper it cites, and the cite itself.

    were “first to market.”7        7  See Quill Dep. 45:3-9.        source Quill, cite "Quill Dep. 45:3-9"

A call is joined to its note by its place (:mod:`ingest.note`); by its number alone only where one note of the document has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.note import Note
from ingest.span import Span
from nlp.find import Find
from nlp.passage import Passage
from nlp.source import Source

_CLOSE = 3  # letters: a stop and two marks between words and what calls their note


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note tells: the ``source`` that it cites first, and its ``cite`` to the record, if it opens with one."""

    source: Source | None = None
    cite: str = ""


@dataclass(frozen=True)
class Notes:
    """The numbered footnotes of a document: ``numbers``, the places that call them, and what each tells, once it is read."""

    numbers: frozenset[int] = frozenset()
    calls: tuple[tuple[int, int, int], ...] = ()
    told: Mapping[tuple[int, int], Noted] = field(default_factory=dict)
    lone: Mapping[int, Noted] = field(default_factory=dict)

    def called_in(self, span: Span) -> Sequence[tuple[int, int, int]]:
        """The calls joined to a note in ``span``: start, end, number."""
        return self.calls[bisect_left(self.calls, (span.start,)) : bisect_left(self.calls, (span.end,))]

    def at(self, place: int, number: int) -> Noted:
        """What the note tells that is called at a place, which may be the blank before its number."""
        found = self.told.get((place, number)) or self.told.get((place + 1, number))
        return found or self.lone.get(number, Noted())


def read_notes(notes: Iterable[Note], told: Mapping[int, Noted] | None = None) -> Notes:
    """The numbered notes; ``told`` is what each tells, by where it begins."""
    numbered = [(int(note.label), note) for note in notes if note.label.isdigit()]
    calls = sorted((note.call.start, note.call.end, number) for number, note in numbered if note.call)
    counts, known = Counter(number for number, _ in numbered), told or {}
    by_place = {(n.call.start, number): known.get(n.spans[0].start, Noted()) for number, n in numbered if n.call}
    lone = {number: known.get(n.spans[0].start, Noted()) for number, n in numbered if counts[number] == 1}
    return Notes(frozenset(counts), tuple(calls), by_place, lone)


def cite_of_note(passage: Passage) -> str:
    """The record cite that a note opens with, '' where it says something first."""
    start = passage.span.start
    first = next(iter(passage.cites), None)
    law = min((law.start for law in passage.authorities), default=None)
    if first is None or (law is not None and law < first.span.start):
        return ""
    before = passage.text[start : first.outer.start].strip(' \n*†‡§0123456789.,;(“"').casefold()
    return first.of(passage.text) if before in {"", "see", "see also", "see generally"} else ""


def with_note_cites(finds: Iterable[Find], passage: Passage, notes: Notes) -> list[Find]:
    """The finds, each that is cited nowhere else with the cite of the note called behind its words or behind their sentence."""
    return [find if find.cite or not passage.calls else replace(find, cite=_cite(find, passage, notes)) for find in finds]


def _cite(find: Find, passage: Passage, notes: Notes) -> str:
    end = find.spans[-1].end
    close = next((s.end for s in passage.sentences if s.start <= end - 1 < s.end), end)
    if any(end <= law.start <= close for law in passage.authorities):
        return ""
    behind = ((p, n) for p, n in passage.calls if end <= p <= end + _CLOSE or close - _CLOSE <= p <= close + _CLOSE)
    place, number = next(((p, n) for p, n in behind if p >= end), (-1, 0))
    return notes.at(place, number).cite if place >= 0 else ""
