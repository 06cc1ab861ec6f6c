"""From marked-up text to the words that the typesetter sets. The marks are shown in ``corpora.sample.manuscript``.

word        shadow-, library    what is never divided; a line may end after the hyphen of a compound
fragment    “ + We              the pieces of a word that differ in face or in the statements they belong to
glue        " ", "\\t", ""       what stands before a word on its line; a no-break space is a blank inside a word
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpora.sample.manuscript import Paragraph, Style

_FACES = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
}
_TOKEN = re.compile(
    r"‹(?P<open>[\w.-]+)\||(?P<close>›)|(?P<line>_{3,})|(?P<bold>__)|(?P<italic>\*)|(?P<note>\[\^\])|(?P<glue>[ \t\n]+)"
    r"|(?P<text>[^‹›_*\[ \t\n]+|.)"
)
_COMPOUND = re.compile(r"(?<=[a-z]{3}-)(?=[a-z]{3})")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Letters in one face, under the same marks. ``rise`` lifts a footnote number, ``note`` says which footnote it calls."""

    text: str
    font: str
    size: float
    marks: frozenset[str] = frozenset()
    rise: float = 0
    note: int | None = None

    @property
    def width(self) -> float:
        """In points."""
        return stringWidth(self.text, self.font, self.size)


@dataclass(frozen=True, slots=True)
class Word:
    """Fragments that stay together, and the glue before them."""

    fragments: tuple[Fragment, ...]
    glue: str

    @property
    def width(self) -> float:
        """In points, without the glue."""
        return sum(fragment.width for fragment in self.fragments)

    @property
    def space(self) -> float:
        """The width of the glue before the word, in points (a tab's depends on where it stands)."""
        first = self.fragments[0]
        return stringWidth(" ", first.font, first.size) if self.glue == " " else 0.0


@dataclass
class _Reader:
    style: Style
    marks: list[str]
    bold: bool
    italic: bool
    notes: int = 0
    fragments: list[Fragment] = field(default_factory=list)
    glue: str = " "

    @property
    def font(self) -> str:
        return _FACES[self.style.family][self.bold + 2 * self.italic]

    def add(self, text: str) -> None:
        self.fragments.append(Fragment(text.replace("\u00a0", " "), self.font, self.style.size, frozenset(self.marks)))

    def add_note(self) -> None:
        size = self.style.size * 0.65
        self.fragments.append(Fragment(str(self.notes), self.font, size, rise=self.style.size * 0.35, note=self.notes))
        self.notes += 1

    def flush(self) -> Iterator[Word]:
        if self.fragments:
            yield Word(tuple(self.fragments), self.glue)
            self.fragments, self.glue = [], ""


def words_of(paragraph: Paragraph) -> Iterator[Word]:
    """The words of a paragraph, in order. Footnotes are numbered from 0 here; the typesetter knows their printed numbers."""
    style = paragraph.style
    reader = _Reader(style, [paragraph.mark] if paragraph.mark else [], style.bold, style.italic)
    for token in _TOKEN.finditer(paragraph.text):
        yield from _read(reader, token)
    yield from reader.flush()


def _read(reader: _Reader, token: re.Match[str]) -> Iterator[Word]:
    match token.lastgroup:
        case "open":
            reader.marks.append(token["open"])
        case "close":
            reader.marks.pop()
        case "bold":
            reader.bold = not reader.bold
        case "italic":
            reader.italic = not reader.italic
        case "note":
            reader.add_note()
        case "glue":
            yield from reader.flush()
            reader.glue = "\t" if "\t" in token["glue"] else " "
        case _:
            yield from _divide(reader, token[0])


def _divide(reader: _Reader, text: str) -> Iterator[Word]:
    """A compound of ordinary words may be divided after its hyphen; addresses and stamps may not."""
    parts = _COMPOUND.split(text) if "@" not in text and "/" not in text else [text]
    for part in parts[:-1]:
        reader.add(part)
        yield from reader.flush()
    reader.add(parts[-1])
