"""A document with what its citations are made of: its parts, its title, its paragraphs, its footnotes, each found once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ingest.cite import cite, title
from ingest.document import Docket, Document, Place
from ingest.note import Note, find_notes, note_at
from ingest.part import Part, filed_as, find_parts
from ingest.pleading import Pleading, read_pleading
from ingest.segment import Segment
from ingest.span import Span


@dataclass(frozen=True)
class Citable:
    """A document as one cites from it."""

    document: Document

    def segment(self, span: Span) -> Segment | None:
        """The segment that ``span`` begins in."""
        return next((s for s in self.document.segments if s.extent.start <= span.start < s.extent.end), None)

    def note(self, span: Span) -> Note | None:
        """The footnote that ``span`` begins in."""
        return note_at(self.notes, span)

    def docket(self, page: int) -> Docket | None:
        """As what the paper that a page belongs to was filed."""
        return filed_as(self.document, self._parts, page)

    def cite(self, place: Place, span: Span) -> str:
        """The citation of the place of ``span``; a footnote's paragraph is the one that calls it."""
        docket, note = self.docket(place.page), self.note(span)
        filed = self.document if docket == self.document.docket else replace(self.document, docket=docket)
        beside = note.call if note else span
        titled = self._pleading.title_at(beside) if self._pleading and beside else "" if self._pleading else self._title
        return cite(filed, place, self.segment(span), titled, note.title if note else "")

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes, with their calls."""
        return find_notes(self.document)

    @cached_property
    def _parts(self) -> Sequence[Part]:
        return find_parts(self.document)

    @cached_property
    def _pleading(self) -> Pleading | None:
        return read_pleading(self.document)

    @cached_property
    def _title(self) -> str:
        return title(self.document)
