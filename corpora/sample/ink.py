"""What stands on a sheet of paper, and where: points from the top left corner.

text    Text(72, 96, "UNITED STATES DISTRICT COURT", "Times-Bold", 12)     (72, 96) is where its baseline starts
rule    Rule(66, 0, 66, 792)                                                a line from point to point
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A run of letters in one face; ``turn`` in degrees, counter-clockwise."""

    x: float
    y: float
    text: str
    font: str
    size: float
    color: str = "#000000"
    turn: float = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.6
    color: str = "#000000"


Ink = Text | Rule


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its 1-based position in the file, its printed number, and all that is printed on it."""

    number: int
    label: int
    size: tuple[float, float]
    ink: tuple[Ink, ...]
