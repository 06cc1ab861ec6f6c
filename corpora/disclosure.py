"""What analysts ruled of failed redactions: added to a log with who, when and why, never overwritten; what was undone stays in the log.

release     the words under these boxes may be read          Disclosure("release", (Cover("9f86…", 3, Box(…)),), who="R. Cole", …)
withhold    they may not: as where nobody has ruled, and now somebody has
look        somebody has read the words so as to decide
undo        number 3 does not hold; an undo can be undone itself

A box is meant where it stands on a page of one file, as its bytes are: a file that changes is withheld again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpora.decision import standing
from ingest.document import Box
from ingest.redaction import is_same, redaction_id

DisclosureAct = Literal["release", "withhold", "look", "undo"]


@dataclass(frozen=True, slots=True)
class Cover:
    """A failed redaction: its ``box`` on a 1-based page of a document."""

    document_id: str
    page: int
    box: Box

    @property
    def id(self) -> str:
        """What it is called."""
        return redaction_id(self.document_id, self.page, self.box)

    def is_same(self, other: Cover) -> bool:
        """True if both are one, read twice."""
        return (self.document_id, self.page) == (other.document_id, other.page) and is_same(self.box, other.box)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One ruling; ``at`` is ISO 8601, ``number`` given by the log, from 1."""

    act: DisclosureAct
    covers: tuple[Cover, ...] = ()
    who: str = ""
    at: str = ""
    why: str = ""
    undoes: int = 0
    number: int = 0


Rulings = tuple[tuple[Cover, Disclosure], ...]


def ruled(log: Sequence[Disclosure]) -> Rulings:
    """Each box that somebody has ruled on, with the ruling that stands: the last one."""
    last: list[tuple[Cover, Disclosure]] = []
    for disclosure in standing(log):
        if disclosure.act in {"release", "withhold"}:
            last = [(c, d) for c, d in last if not any(c.is_same(cover) for cover in disclosure.covers)]
            last += [(cover, disclosure) for cover in disclosure.covers]
    return tuple(last)


def released(rulings: Rulings) -> dict[str, dict[int, tuple[Box, ...]]]:
    """The boxes whose words may be read, by document and page."""
    found: dict[str, dict[int, tuple[Box, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for cover, disclosure in rulings:
        if disclosure.act == "release":
            found[cover.document_id][cover.page] += (cover.box,)
    return {document: dict(pages) for document, pages in found.items()}


def ruling_on(cover: Cover, rulings: Iterable[tuple[Cover, Disclosure]]) -> Disclosure | None:
    """The ruling that stands on a box, None where nobody has ruled."""
    return next((disclosure for other, disclosure in rulings if cover.is_same(other)), None)


def changed(before: Rulings, after: Rulings) -> tuple[str, ...]:
    """The documents of which other words may be read now than before."""
    old, new = (_by_document(released(rulings)) for rulings in (before, after))
    return tuple(sorted(document for document in {*old, *new} if old.get(document) != new.get(document)))


def _by_document(boxes: Mapping[str, Mapping[int, Sequence[Box]]]) -> dict[str, set[tuple[int, Box]]]:
    return {document: placed(pages) for document, pages in boxes.items()}


def placed(pages: Mapping[int, Iterable[Box]]) -> set[tuple[int, Box]]:
    """The boxes of one document, each with its page."""
    return {(page, box) for page, several in pages.items() for box in several}
