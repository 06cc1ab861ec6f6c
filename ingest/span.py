"""Where words stand in a text.

    span   Span(120, 164)    half-open character offsets into ``Document.text``

``text[span.start:span.end]`` is what is exported; nothing else ever is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets ``[start, end)`` into one immutable text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if every character of ``other`` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def trimmed(self, text: str) -> Span:
        """The same span without white space at either edge; empty at ``start`` if it is all white."""
        words = self.of(text)
        left = len(words) - len(words.lstrip())
        return Span(self.start + left, max(self.start + left, self.start + len(words.rstrip())))


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans`` (at least one)."""
    all_spans = tuple(spans)
    return Span(min(s.start for s in all_spans), max(s.end for s in all_spans))
