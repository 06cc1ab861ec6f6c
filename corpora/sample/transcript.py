"""How the sample prints testimony and hearings: one turn after another, as a court reporter's software sets them.

q("Did you see it?")   a("I did.")   says("MR. LINDQVIST", "Object to form.")   by("MS. FELDSTEIN")   aside("(Recess taken.)")
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpora.sample.manuscript import Paragraph, Said, Style

Sort = Literal["Q", "A", "label", "by", "aside", "heading", "flush"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn, or a line between turns. ``name`` lets other papers cite it; ``inner`` are the truths of marks inside its words."""

    sort: Sort
    words: str
    label: str = ""
    to: tuple[str, ...] = ()
    kind: str = "colloquy"
    name: str = ""
    inner: Mapping[str, Said] | None = None


def q(words: str, *, name: str = "", inner: Mapping[str, Said] | None = None) -> Turn:
    """A question by whoever examines."""
    return Turn("Q", words, "Q", kind="question", name=name, inner=inner)


def a(words: str, *, name: str = "", inner: Mapping[str, Said] | None = None) -> Turn:
    """An answer of the witness."""
    return Turn("A", words, "A", kind="answer", name=name, inner=inner)


def witness(words: str, *, name: str = "") -> Turn:
    """The witness answers after somebody else has spoken: the question is still pending."""
    return Turn("label", words, "THE WITNESS", kind="answer", name=name)


def says(label: str, words: str, to: tuple[str, ...] = (), *, name: str = "") -> Turn:
    """Counsel, the court, the reporter, the videographer. ``to`` are those whom the words name."""
    return Turn("label", words, label, to=to, name=name)


def by(label: str) -> Turn:
    """From here on, ``label`` examines."""
    return Turn("by", f"BY {label}:", label)


def aside(words: str) -> Turn:
    """A parenthetical of the reporter."""
    return Turn("aside", words)


def heading(words: str) -> Turn:
    """A centred line that nobody speaks."""
    return Turn("heading", words)


def flush(words: str) -> Turn:
    """A line of the reporter's own from the left margin."""
    return Turn("flush", words)


@dataclass(frozen=True, slots=True)
class Room:
    """Who is in the room: the names behind the labels, the witness, the day, and how the reporter sets a turn."""

    labels: Mapping[str, str | None]
    date: str
    witness: str = ""
    tabs: tuple[float, ...] = (36.0, 72.0)
    label_tab: float = 72.0
    mark: str = "t"


def set_turns(turns: tuple[Turn, ...], room: Room, leading: float) -> Iterator[Paragraph]:
    """The turns as paragraphs, each answer addressed to whoever examines at that moment."""
    examiner = ""
    for i, turn in enumerate(turns):
        if turn.sort == "by":
            examiner = room.labels[turn.label] or ""
        mark = turn.name or f"{room.mark}{i}"
        yield _paragraph(turn, mark, _said(turn, room, examiner), _style(turn, room, leading))


def _said(turn: Turn, room: Room, examiner: str) -> Said | None:
    if turn.sort in {"by", "aside", "heading", "flush"}:
        return None
    if turn.kind == "question":
        return Said("question", examiner, turn.label, (room.witness,), room.date)
    if turn.kind == "answer":
        return Said("answer", room.witness, turn.label, (examiner,), room.date)
    return Said("colloquy", room.labels[turn.label], turn.label, turn.to, room.date)


def _style(turn: Turn, room: Room, leading: float) -> Style:
    style = Style(family="Courier", size=12, leading=leading, tabs=room.tabs if turn.sort in {"Q", "A"} else (room.label_tab,))
    if turn.sort == "aside":
        return Style(family="Courier", size=12, leading=leading, left=room.label_tab)
    if turn.sort == "heading":
        return Style(family="Courier", size=12, leading=leading, align="center", keep=True)
    return style


def _paragraph(turn: Turn, mark: str, said: Said | None, style: Style) -> Paragraph:
    if said is None:
        return Paragraph(turn.words, style)
    label = f"\t{turn.label}." if turn.sort in {"Q", "A"} else f"\t{turn.label}:"
    return Paragraph(f"{label}\t‹{mark}|{turn.words}›", style, {mark: said} | dict(turn.inner or {}))
