"""Footnotes: the rows at the foot of a page that are none of its body.

call     "China.4"            the raised number in the body
note     "4 See Order at 11."   what stands at the foot, small or set close under double-spaced body text
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from ingest.piece import Piece

FOOTNOTE_SIZE = 0.93
CLOSER = 0.8  # notes are set this much closer than the body, where both have letters of one size
_FEWEST_BODY_ROWS = 4
_CALL = re.compile(r"\d{1,4}(?!\d)|[*†‡§]")
_OPENING = re.compile(r"(?:\d{1,3}|[*†‡§]{1,2})(?:\s*[A-Z“\"‘¶§]|\s+[(\[])")

Rows = Sequence[Sequence[Piece]]


def first_footnote(rows: Rows, size: float) -> int:
    """Index of the first row of the page's footnotes, ``len(rows)`` where it has none; ``size`` is the body's letter height."""
    return min(_small_print(rows, size), _set_closer(rows))


def anchor(row: Sequence[Piece]) -> Piece:
    """The longest piece of a row: it tells the row's size and baseline."""
    return row[0] if len(row) == 1 else max(row, key=lambda piece: len(piece.text))


def _small_print(rows: Rows, size: float) -> int:
    """The small print at the foot, from a row that opens with a call."""
    start = len(rows)
    while start > 0 and anchor(rows[start - 1]).size <= FOOTNOTE_SIZE * size:
        start -= 1
    if start in {0, len(rows)}:
        return len(rows)
    calls = [i for i in range(start, len(rows)) if _CALL.match(rows[i][0].text)]
    if not calls:
        return len(rows)
    # Small print above the first call is the tail of a note from the page before, if a gap sets it off from the body.
    gap = rows[start][0].box.top - rows[start - 1][0].box.bottom
    return start if gap > 0.5 * size else calls[0]


def _set_closer(rows: Rows) -> int:
    """Rows of the body's size that stand close together at the foot of double-spaced text, the first of them with a call."""
    opening = [i for i in range(_FEWEST_BODY_ROWS, len(rows)) if not rows[i][0].text[:1].isalpha() and _opens(rows[i])]
    if not opening:
        return len(rows)
    heights = [anchor(row).baseline for row in rows]
    steps = [below - above for above, below in itertools.pairwise(heights)]
    for i in opening:
        usual = median(steps[: i - 1])
        within = (steps[j - 1] for j in range(i + 1, len(rows)) if j not in opening)  # a note, not before another
        if steps[i - 1] > 0.95 * usual and all(step < CLOSER * usual for step in within):
            return i if i < len(rows) - 1 or steps[i - 1] > 1.2 * usual else len(rows)
    return len(rows)


def _opens(row: Sequence[Piece]) -> bool:
    words = row[0].text if len(row) == 1 else f"{row[0].text} {row[1].text}"
    return _OPENING.match(words) is not None
