"""How the sample sets running text: the body of a pleading, its caption, headings, block quotations and footnotes; and the truth of
what is quoted in it.

    body("Voss wrote that ‹a|the talks were theatre.›", a=paraphrase(VOSS, "Voss", "wrote", date="2023-03-16"))
"""

from __future__ import annotations

from collections.abc import Iterable

from corpora.sample.manuscript import Paragraph, Said, Style
from corpora.sample.typesetter import NOTE

BODY = Style(first=36, snap=True)
NUMBERED = Style(first=36, snap=True, tabs=(72.0,))
HEADING = Style(bold=True, align="center", leading=12, before=12, snap=True, keep=True)
SUBHEADING = Style(bold=True, left=36, first=-36, tabs=(36.0,), leading=12, before=12, snap=True, keep=True)
BLOCK = Style(left=48, right=48, leading=12, before=12)
SINGLE = Style(leading=12)
CENTER = Style(align="center", bold=True)
_CAPTION = Style(leading=12, tabs=(214.0, 226.0), left=226, first=-226)


def quote(speaker: str | None, as_written: str | None, cue: str | None, **more: object) -> Said:
    """The truth of a direct quotation."""
    return Said("quote", speaker, as_written, cue=cue, **more)  # type: ignore[arg-type]  # the caller names Said's fields


def paraphrase(speaker: str | None, as_written: str | None, cue: str | None, **more: object) -> Said:
    """The truth of indirect speech."""
    return Said("paraphrase", speaker, as_written, cue=cue, **more)  # type: ignore[arg-type]  # the caller names Said's fields


def body(text: str, *notes: Paragraph, **said: Said) -> Paragraph:
    """A double-spaced paragraph; ``notes`` are its footnotes, one for every [^]."""
    return Paragraph(text, BODY, said, notes=notes)


def flush(text: str, *notes: Paragraph, **said: Said) -> Paragraph:
    """The rest of a paragraph below a block quotation, from the margin."""
    return Paragraph(text, Style(snap=True), said, notes=notes)


def numbered(number: int, text: str, *notes: Paragraph, **said: Said) -> Paragraph:
    """A numbered paragraph of a pleading."""
    return Paragraph(f"{number}.\t{text}", NUMBERED, said, notes=notes)


def block(text: str, **said: Said) -> Paragraph:
    """A block quotation: set in from both sides, single-spaced."""
    return Paragraph(text, BLOCK, said)


def heading(text: str) -> Paragraph:
    """A heading in the middle of the line."""
    return Paragraph(text, HEADING)


def subheading(letter: str, text: str) -> Paragraph:
    """A heading with its letter in the margin."""
    return Paragraph(f"{letter}\t{text}", SUBHEADING)


def note(text: str, **said: Said) -> Paragraph:
    """A footnote."""
    return Paragraph(text, NOTE, said)


def lines(written: Iterable[str], style: Style = SINGLE) -> tuple[Paragraph, ...]:
    """Lines as they stand, each its own, with the blanks they begin with."""
    return tuple(Paragraph(_indented(line), style) for line in written)


def _indented(line: str) -> str:
    return "\u00a0" * (len(line) - len(line.lstrip(" "))) + line.lstrip(" ")


def caption(left: Iterable[str], right: Iterable[str]) -> tuple[Paragraph, ...]:
    """The parties to the left of a column of parentheses, the case number and the title of the paper to the right."""
    a, b = list(left), list(right)
    rows = max(len(a), len(b))
    a += [""] * (rows - len(a))
    b += [""] * (rows - len(b))
    return tuple(Paragraph(f"{_indented(x)}\t)\t{_indented(y)}", _CAPTION) for x, y in zip(a, b, strict=True))


COURT = lines(
    ("UNITED STATES DISTRICT COURT", "NORTHERN DISTRICT OF CALIFORNIA", "SAN FRANCISCO DIVISION"),
    Style(align="center", bold=True, snap=True),
)
PLAINTIFFS_COUNSEL = lines(
    (
        "Naomi Feldstein (State Bar No. 298114)",
        "nfeldstein@feldsteinabernathy.example",
        "Carlos Abernathy (State Bar No. 312077)",
        "cabernathy@feldsteinabernathy.example",
        "FELDSTEIN ABERNATHY LLP",
        "235 Pine Street, Suite 1400",
        "San Francisco, California 94104",
        "Telephone: (415) 555-0118",
        "",
        "*Attorneys for Plaintiffs and the Proposed Class*",
        "",
        "",
    )
)
PARTIES = (
    "ROSALIND ACHTERBERG, TOMÁS",
    "IGLESIAS-MOREAU, and DEIRDRE",
    "O’ROURKE, individually and on",
    "behalf of all others similarly situated,",
    "",
    "                    Plaintiffs,",
    "",
    "          v.",
    "",
    "NOVALITH, INC.,",
    "",
    "                    Defendant.",
)
