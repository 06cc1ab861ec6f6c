"""Footnotes joined to their calls: which words of the body a note belongs to.

    "They found a mirror.4 She"      4  See Order at 11.        Note("4", …, page=7, call=Span(21, 22))

A note is called on its own page, or on the one before where it had no room. Calls stand in the order of their notes; where two
places are left, the note is joined to none. What stands at the head of a page's notes without a number goes on with the last one
of the page before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.footnote_call import Call, Sort, calls_in, is_reporter
from ingest.segment import Segment
from ingest.span import Span

_LABEL = re.compile(r"\s*(?P<label>\d{1,4}|[*†‡§]{1,3})\s*(?=\D|\Z)")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its ``label`` as printed, where its words stand, the page on which it begins, and where it is called, if that is
    known."""

    label: str
    spans: tuple[Span, ...]
    page: int
    call: Span | None = None

    @property
    def title(self) -> str:
        """As a citation names it: ``n.4``."""
        return f"n.{self.label}"


def find_notes(document: Document) -> tuple[Note, ...]:
    """The footnotes of a document in the order of its text, those with a number or a mark."""
    notes = list(_notes(document))
    if not notes:
        return ()
    calls = _calls(document, {note.label for note in notes})
    order = sorted(range(len(notes)), key=lambda i: (notes[i].page, notes[i].spans[0].start))
    found = _in_order([_candidates(notes[i], calls.get(notes[i].label, ())) for i in order])
    joined = dict(zip(order, found, strict=True))
    numbers = {note.label for note in notes}
    return tuple(
        replace(note, call=joined[i]) for i, note in enumerate(notes) if joined[i] or _may_stand_alone(document, note, numbers)
    )


def _may_stand_alone(document: Document, note: Note, labels: set[str]) -> bool:
    """True for a note that nothing calls, if its number is one that notes have: "2016" at the head of a line is not."""
    if not note.label.isdigit():
        return True
    number, words = int(note.label), note.spans[0].of(document.text)
    beside = number == 1 or bool({str(number - 1), str(number + 1)} & labels)
    plain = len(note.label) < 4 and note.label[0] != "0" and not is_reporter(words, words.index(note.label) + len(note.label))
    return beside or plain


def note_at(notes: Sequence[Note], span: Span) -> Note | None:
    """The note in which ``span`` begins, None if in none."""
    return next((note for note in notes if any(s.start <= span.start < s.end for s in note.spans)), None)


def _notes(document: Document) -> Iterator[Note]:
    last: Note | None = None
    for segment in document.segments:
        if segment.kind != "footnote":
            continue
        page, label = _page(document, segment), _LABEL.match(segment.span.of(document.text))
        if label is not None:
            if last is not None:
                yield last
            last = Note(label["label"], segment.spans, page)
        elif last is not None and page - _last_page(document, last) in {0, 1}:
            last = replace(last, spans=(*last.spans, *segment.spans))
    if last is not None:
        yield last


def _page(document: Document, segment: Segment) -> int:
    return document.lines_of(segment.spans[0])[0].page


def _last_page(document: Document, note: Note) -> int:
    return document.lines_of(note.spans[-1])[-1].page


def _calls(document: Document, labels: set[str]) -> dict[str, list[tuple[int, Call]]]:
    """What may call notes of these labels, in the body: page and place, by label."""
    found: dict[str, list[tuple[int, Call]]] = defaultdict(list)
    starts = [line.span.start for line in document.lines]
    for segment in document.segments:
        for span in segment.spans if segment.kind != "footnote" else ():
            for call in calls_in(document.text, span):
                if call.label in labels:
                    found[call.label].append((document.lines[bisect_right(starts, call.span.start) - 1].page, call))
    return found


# Where a note is looked for: how many pages back, and how its call is set.
_LIKELIEST: tuple[tuple[int, Sort], ...] = ((0, "sure"), (0, "likely"), (1, "sure"), (0, "loose"), (1, "likely"), (1, "loose"))


def _candidates(note: Note, calls: Sequence[tuple[int, Call]]) -> list[Span]:
    """The places that may call a note, of the likeliest sort that there is."""
    sorts = ([c.span for page, c in calls if page == note.page - back and c.sort == sort] for back, sort in _LIKELIEST)
    return next((sorted(set(found)) for found in sorts if found), [])


def _in_order(candidates: Sequence[Sequence[Span]]) -> list[Span | None]:
    """Of each note's places the one that stands between those of its neighbours."""
    found: list[Span | None] = [c[0] if len(c) == 1 else None for c in candidates]
    for i, several in enumerate(candidates):
        if len(several) > 1:
            before = max((span.start for span in found[:i][-3:] if span), default=-1)
            after = next((span.start for span in found[i + 1 : i + 4] if span and span.start > before), None)
            between = [span for span in several if before < span.start and (after is None or span.start < after)]
            found[i] = between[0] if len(between) == 1 else None
    return found
