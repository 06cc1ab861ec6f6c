"""What an author of the sample hands to the typesetter: paragraphs, and the truth of every statement in them.

    mark        ‹a|We took the lot.›    words that are a statement; ``Paragraph.said["a"]`` tells who says them, to whom, when
    style       *Id.*   __NOTICE__      italic and bold
    note        [^]                     the number of the paragraph's next footnote, which is set at the foot of the same page
    cite        <okafor:seeding>        filled in, before setting, with where that statement was printed: "45:12-46:3"

One mark may be written several times (a quotation split by "he said"); marks may stand inside marks (what a witness says she was told).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Family = Literal["Times", "Helvetica", "Courier"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Said:
    """The truth of one statement, as the gold tells it; the words and their printed place come from the typesetter.

    ``speaker`` is the full name, None where the paper names nobody; ``date`` is ISO 8601 at the precision known; ``flags`` are
    the optional truths of a row ("nested", "mixed", "doubtful", "legal_authority", "scanned").
    """

    kind: str
    speaker: str | None
    as_written: str | None = None
    to: tuple[str, ...] = ()
    date: str | None = None
    cue: str | None = None
    cite: str | None = None
    flags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points, from the paper's left margin.

    ``first`` is added to ``left`` for the first line; ``prefix`` opens every line ("> "); ``snap`` starts the paragraph on a printed
    line number; ``keep`` holds it together with the paragraph below; ``new_page`` opens a page.
    """

    family: Family = "Times"
    size: float = 12
    leading: float = 24
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    align: Align = "left"
    tabs: tuple[float, ...] = ()
    prefix: str = ""
    bold: bool = False
    italic: bool = False
    snap: bool = False
    keep: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Marked-up text in one style. ``mark`` is a mark that all of it stands under ("" for none)."""

    text: str
    style: Style
    said: Mapping[str, Said] = field(default_factory=dict)
    mark: str = ""
    notes: tuple[Paragraph, ...] = ()

    def with_style(self, **changes: object) -> Paragraph:
        """The same paragraph, set otherwise: ``with_style(new_page=True)``."""
        return replace(self, style=replace(self.style, **changes))  # type: ignore[arg-type]  # fields are named by the caller


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs that open on a page of their own. ``label`` is the printed number of the first page; of a section longer than
    ``pages`` pages the rest is not filed: an excerpt ends where its last page ends."""

    paragraphs: tuple[Paragraph, ...]
    label: int = 1
    pages: int | None = None


def texts(written: str) -> tuple[str, ...]:
    """The paragraphs of a text with empty lines between them: ``texts("One.\\n\\nTwo.") == ("One.", "Two.")``."""
    return tuple(" ".join(part.split("\n")).strip() for part in written.strip().split("\n\n"))


def truths(sections: tuple[Section, ...]) -> Iterator[tuple[str, Said]]:
    """Every mark of ``sections`` with its truth, in the order written."""
    for section in sections:
        for paragraph in section.paragraphs:
            yield from paragraph.said.items()
            for note in paragraph.notes:
                yield from note.said.items()
