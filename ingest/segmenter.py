"""Who is writing here? An ordered tuple of segmenters, each of which claims lines that no earlier one claimed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ingest.chat import find_chat
from ingest.declaration import find_declarations
from ingest.document import Document, Line
from ingest.mail import find_mail, opens_with_mail
from ingest.paragraph import find_paragraphs
from ingest.segment import Segment
from ingest.transcript import find_turns

Runs = tuple[tuple[Line, ...], ...]
Segmenter = Callable[[Document, Runs], list[Segment]]


def find_filed_turns(document: Document, free: Runs) -> list[Segment]:
    """The turns of transcripts, but for one that a mail sends on in its own words: its lines bear no numbers."""
    return find_turns(document, tuple(run for run in free if not opens_with_mail(document, run)))


SEGMENTERS: tuple[Segmenter, ...] = (find_filed_turns, find_chat, find_mail, find_declarations, find_paragraphs)


def segmented(document: Document, segmenters: tuple[Segmenter, ...] = SEGMENTERS) -> Document:
    """The document with its segments, in the order of the text; they do not overlap."""
    found: list[Segment] = []
    for segmenter in segmenters:
        found += segmenter(document, free_runs(document, found))
    return replace(document, segments=tuple(sorted(found, key=lambda s: (s.extent.start, s.extent.end))))


def free_runs(document: Document, claimed: Iterable[Segment]) -> Runs:
    """The lines that no segment claims, in runs of neighbours."""
    taken = {id(line) for segment in claimed for line in document.lines_of(segment.extent)}
    runs: list[list[Line]] = []
    previous_free = False
    for line in document.lines:
        is_free = id(line) not in taken
        if is_free and previous_free:
            runs[-1].append(line)
        elif is_free:
            runs.append([line])
        previous_free = is_free
    return tuple(tuple(run) for run in runs)
