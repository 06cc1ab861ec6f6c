"""Numbers printed down the margin of a page: 1-28 on pleading paper, 1-25 in transcripts; and margin time stamps.

The numbers are found by their form (a column of small integers that grow by one with a steady pitch, left of the text), so a
number that the text layer lost is still known from its neighbours.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from statistics import median

from ingest.piece import Piece

MOST_LINES = 60
FEWEST_NUMBERS = 5
_FEWEST_AT_RIGHT = 15  # figures at the right of text may be a table's
_FEWEST_COUNTED = 15
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\Z")


@dataclass(frozen=True, slots=True)
class Ruler:
    """The printed line numbers of one page as a scale: number = (height - origin) / pitch, heights in points from the top.

    ``heights`` are those of the numbers where they follow no scale, as on covers with blank lines that are not numbered.
    """

    origin: float
    pitch: float
    first: int
    last: int
    pieces: tuple[Piece, ...]
    heights: tuple[float, ...] = ()

    def number(self, baseline: float) -> int | None:
        """The printed number nearest to a baseline; None above the first and below the last."""
        if self.heights:
            height = min(self.heights, key=lambda known: abs(known - baseline))
            return self.first + self.heights.index(height) if abs(height - baseline) <= 0.5 * self.pitch else None
        value = (baseline - self.origin) / self.pitch
        nearest = round(value)
        if self.first <= nearest <= self.last:
            return nearest
        return None

    def outside(self, baseline: float) -> bool:
        """True for what stands above the first or below the last numbered line."""
        if self.heights:
            return not self.heights[0] - 0.5 * self.pitch <= baseline <= self.heights[-1] + 0.5 * self.pitch
        return not self.first - 0.5 <= (baseline - self.origin) / self.pitch <= self.last + 0.5


def find_ruler(pieces: Sequence[Piece]) -> Ruler | None:
    """The line numbers of a page, down its left or its right or both; None where it has none."""
    fitted = [ruler for column in _columns(pieces) if (ruler := _fit(column) or _counted(column))]
    if not fitted:
        return None
    words = [piece for piece in pieces if not piece.text.isdigit()]
    sides = [_sides(ruler, words, pieces) for ruler in fitted]
    left = [ruler for ruler, (is_left, _) in zip(fitted, sides, strict=True) if is_left]
    right = [r for r, (_, is_right) in zip(fitted, sides, strict=True) if is_right and len(r.pieces) >= _FEWEST_AT_RIGHT]
    best = max(left or right, key=lambda ruler: len(ruler.pieces), default=None)
    if best is None or len(words) < FEWEST_NUMBERS:
        return best  # columns of figures and no words are a table
    return _with_echoes(_whole(best, pieces), [ruler for ruler in (*left, *right) if ruler is not best], pieces)


def _with_echoes(ruler: Ruler, others: Sequence[Ruler], pieces: Sequence[Piece]) -> Ruler:
    """The scale with the numbers of those that count the same lines beside it: printed twice, or at both margins."""
    own = set(map(id, ruler.pieces))
    alike = (o for o in others if o.last >= 0.8 * ruler.last and len(o.pieces) >= _FEWEST_AT_RIGHT and _one_scale(ruler, o))
    echoed = {id(piece): piece for other in alike for piece in _whole(other, pieces).pieces if id(piece) not in own}
    return replace(ruler, pieces=(*ruler.pieces, *echoed.values())) if echoed else ruler


def _one_scale(one: Ruler, other: Ruler) -> bool:
    return abs(one.pitch - other.pitch) < 0.05 * one.pitch and abs(one.origin - other.origin) < 0.5 * one.pitch


def find_rulers(pieces: Sequence[Piece]) -> list[Ruler]:
    """Every scale of numbers on a sheet that begins at 1 or soon after, wherever it stands, none sharing a number with another."""
    runs = [run for column in _columns(pieces) for run in _runs(column)]
    fitted = sorted((ruler for run in runs if (ruler := _fit(run))), key=lambda ruler: -len(ruler.pieces))
    kept: list[Ruler] = []
    taken: set[int] = set()
    for ruler in fitted:
        if taken.isdisjoint(map(id, ruler.pieces)):
            taken.update(map(id, ruler.pieces))
            kept.append(ruler)
    return [_whole(ruler, pieces) for ruler in kept]


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Small numbers that stand one under the other, flush left, centred or flush right."""
    numbers = [
        piece
        for piece in pieces
        if len(piece.text) <= 2
        and piece.text.isdigit()
        and piece.upright
        and piece.text.isascii()
        and 1 <= int(piece.text) <= MOST_LINES
    ]
    columns: dict[int, list[Piece]] = defaultdict(list)
    for piece in numbers if len(numbers) >= FEWEST_NUMBERS else ():
        centre = (piece.box.x0 + piece.box.x1) / 2
        for key in {int(centre // 12), int((centre + 6) // 12)}:
            columns[key].append(piece)
    # Most columns are found twice, by their place and by the place half a step away.
    found = {tuple(map(id, column)): column for column in columns.values() if len(column) >= FEWEST_NUMBERS}
    return list(found.values())


def _runs(column: Sequence[Piece]) -> list[list[Piece]]:
    """A column's numbers from the top down, apart where the count begins again and goes on: "1" for 11 is a slip of OCR."""
    by_height = sorted(column, key=lambda piece: piece.baseline)
    values = [int(piece.text) for piece in by_height]
    starts = [
        i
        for i in range(1, len(values) - 1)
        if values[i] < values[i - 1] and values[i] <= FEWEST_NUMBERS and values[i] < values[i + 1] <= values[i] + 3
    ]
    return [by_height[i:j] for i, j in itertools.pairwise([0, *starts, len(values)])]


def _whole(ruler: Ruler, pieces: Sequence[Piece]) -> Ruler:
    misread = _misread(ruler, pieces)
    return replace(ruler, pieces=(*ruler.pieces, *misread)) if misread else ruler


def _misread(ruler: Ruler, pieces: Sequence[Piece]) -> list[Piece]:
    """What stands where a number should and was read as something else: "lo" for 10, "I" for 1."""
    left, right = min(p.box.x0 for p in ruler.pieces) - 4, max(p.box.x1 for p in ruler.pieces) + 4
    own = set(map(id, ruler.pieces))
    return [
        piece
        for piece in pieces
        if len(piece.text) <= 2
        and id(piece) not in own
        and left <= piece.box.x0
        and piece.box.x1 <= right
        and _on_scale(ruler, piece)
    ]


def _on_scale(ruler: Ruler, piece: Piece) -> bool:
    value = (piece.baseline - ruler.origin) / ruler.pitch
    return not ruler.heights and ruler.number(piece.baseline) is not None and abs(value - round(value)) < 0.3


def _fit(column: list[Piece]) -> Ruler | None:
    """A scale through most of a column's numbers: the pitch is the median over neighbours, the origin the median of what is left."""
    by_height = sorted([(piece.baseline, int(piece.text), piece) for piece in column], key=itemgetter(0))
    pitches = [(low - high) / (b - a) for (high, a, _), (low, b, _) in itertools.pairwise(by_height) if b > a]
    if len(by_height) < FEWEST_NUMBERS or len(pitches) < FEWEST_NUMBERS - 1:
        return None
    pitch = median(pitches)
    if pitch < 6:
        return None
    origin = median([height - number * pitch for height, number, _ in by_height])
    on_scale = [(n, piece) for height, n, piece in by_height if abs((height - origin) / pitch - n) < 0.45]
    if len(on_scale) < max(FEWEST_NUMBERS, 0.6 * len(by_height)):
        return None
    numbers, fitting = zip(*on_scale, strict=True)
    if min(numbers) > FEWEST_NUMBERS + 1 and len(numbers) < 2 * FEWEST_NUMBERS:
        return None
    return Ruler(origin, pitch, 1, max(numbers), fitting)  # numbering begins at 1, even where OCR lost the first numbers


def _counted(column: Sequence[Piece]) -> Ruler | None:
    """Numbers that count up from 1 without a gap, at uneven heights."""
    by_height = sorted(column, key=lambda piece: piece.baseline)
    if len(by_height) < _FEWEST_COUNTED or [int(piece.text) for piece in by_height] != list(range(1, len(by_height) + 1)):
        return None
    heights = tuple(piece.baseline for piece in by_height)
    pitch = min(below - above for above, below in itertools.pairwise(heights))
    return Ruler(heights[0] - pitch, pitch, 1, len(heights), tuple(by_height), heights) if pitch >= 6 else None


def _sides(ruler: Ruler, words: Sequence[Piece], pieces: Sequence[Piece]) -> tuple[bool, bool]:
    """Whether the numbers stand left of the ``words`` among the pieces, and whether right of them. A table's column of figures has
    text on both sides; line numbers have next to none on theirs, time stamps and figures apart."""
    beside = [piece for piece in words if piece.upright and not ruler.outside(piece.baseline)]
    own = set(map(id, (*ruler.pieces, *words)))
    figures = [piece for piece in pieces if id(piece) not in own and piece.upright and not ruler.outside(piece.baseline)]
    edge = median([piece.box.x0 for piece in ruler.pieces])
    x0s = [piece.box.x0 for piece in beside if not _is_clock(piece.text)]
    before, most = sum(x0 < edge for x0 in x0s), 0.1 * (len(beside) + len(figures))
    return before <= most, len(x0s) - before <= most


def _is_clock(text: str) -> bool:
    return ":" in text and _CLOCK.match(text) is not None


def margin_clocks(pieces: Sequence[Piece]) -> list[Piece]:
    """Time stamps printed down the right or left margin: three or more, one under the other."""
    columns: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if _is_clock(piece.text):
            columns[round(piece.box.x0 / 8)].append(piece)
    return [piece for column in columns.values() if len(column) >= 3 and _at_margin(column, pieces) for piece in column]


def _at_margin(column: list[Piece], pieces: Sequence[Piece]) -> bool:
    x0 = median(piece.box.x0 for piece in column)
    right_of = sum(piece.box.x1 <= x0 + 2 for piece in pieces)
    return right_of >= 0.8 * (len(pieces) - len(column)) or all(piece.box.x0 >= x0 - 2 for piece in pieces)
