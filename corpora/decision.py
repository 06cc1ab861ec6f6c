"""What analysts ruled of who is who: added to a log with who and when, never overwritten; what was undone stays in the log.

merge       these are one                       Decision("merge", one=(("a1…", "dana lee", ""),), other=(("b2…", "d lee", ""),), who="R. Cole")
different   these are two, whatever is alike
split       this form is not that person's
rename      this is the name to show
undo        number 3 does not hold              Decision("undo", undoes=3, who="R. Cole"); an undo can be undone itself

A name is meant where it stands, as a :data:`Key`: so a ruling keeps its meaning when papers are added and names are shown otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

Key = tuple[str, str, str]  # document id, folded name, folded address: a name as one document writes it
Act = Literal["merge", "different", "split", "rename", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling. ``one`` and ``other`` are the names meant, ``name`` the one to show (rename), ``at`` ISO 8601, ``said`` the
    words that the analyst used for them; ``number`` is given by the log, from 1."""

    act: Act
    one: tuple[Key, ...] = ()
    other: tuple[Key, ...] = ()
    name: str = ""
    who: str = ""
    at: str = ""
    said: str = ""
    undoes: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class By:
    """Who rules, and when (ISO 8601)."""

    who: str
    at: str


class Numbered(Protocol):
    """A ruling of any log: what it does, its number, and the number that it undoes."""

    @property
    def act(self) -> str:
        """What it does: "undo", or anything else."""

    @property
    def number(self) -> int:
        """Its number in the log."""

    @property
    def undoes(self) -> int:
        """The number of the ruling that it takes back, if it does."""


_Ruling = TypeVar("_Ruling", bound=Numbered)


def standing(log: Sequence[_Ruling]) -> tuple[_Ruling, ...]:
    """The rulings that hold: not the undone ones, nor the undoing ones."""
    undone: set[int] = set()
    for decision in sorted(log, key=lambda one: -one.number):  # an undo is later than what it undoes
        if decision.act == "undo" and decision.number not in undone:
            undone.add(decision.undoes)
    return tuple(one for one in sorted(log, key=lambda one: one.number) if one.act != "undo" and one.number not in undone)
