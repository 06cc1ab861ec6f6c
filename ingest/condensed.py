"""Sheets that carry several printed pages each: condensed transcripts, two or four pages to a sheet.

frame    one printed page on such a sheet: its own numbers 1-25 down its left, its own page number above or below them
grid     how a file's sheets are divided, as the sheet with the most frames shows
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.document import Box
from ingest.margin import Ruler, find_rulers, margin_clocks
from ingest.piece import Piece

FEWEST_LINES, MOST_LINES = 15, 32
_FEWEST_NUMBERS = 5
_NEXT_COLUMN = 36.0  # points
_LABEL_WITHIN = 5.0  # lines from a frame's edge
_LABEL = re.compile(r"[\[( ]*(?:page|pg\.?|p\.)?\s*(\d{1,4})[\]) .]*\Z", re.IGNORECASE)
_RANGE = re.compile(r"\bpages?:?\s*(\d{1,4})\s*(?:-|–|to|through)\s*(\d{1,4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """One printed page of a sheet.

    ``label`` is its printed page number, '' where that cannot be told; ``ruler`` its line numbers, None where they follow no scale,
    as on covers; ``margin`` where its numbers and time stamps begin, in points from the left; ``box`` where its text may stand.
    """

    label: str
    ruler: Ruler | None
    margin: float
    box: Box
    body: tuple[Piece, ...] = ()

    def holds(self, piece: Piece) -> bool:
        """True for a piece that stands in the frame's lines, numbers and time stamps included."""
        return self.margin <= piece.box.x0 < self.box.x1 and self.box.top < piece.baseline < self.box.bottom


def find_frames(sheets: Sequence[Sequence[Piece]]) -> list[tuple[Frame, ...]]:
    """For each sheet its printed pages in the order of their numbers; () for a sheet that is one page.

    A sheet whose numbers follow no scale, or that is not full, is divided as its fellows are. Where no page numbers can be told,
    the order is column by column, the commonest.
    """
    candidates = (_all_frames(pieces) for pieces in sheets if _may_be_condensed(pieces))
    grid = max((frames for frames in candidates if _are_sure(frames)), key=len, default=())
    if not grid:
        return [() for _ in sheets]
    found = [_all_frames(pieces) for pieces in sheets]
    labelled: list[tuple[Frame, ...]] = []
    for frames, pieces in zip(found, sheets, strict=True):
        whole = _are_sure(frames) and len(frames) == len(grid)
        before = [int(frame.label) for frame in (labelled[-1] if labelled else ()) if frame.label]
        expected = before[-1] + 1 if before else None
        labelled.append(_labelled(frames if whole else _as_divided(grid, frames, pieces), pieces, expected))
    return labelled


def _may_be_condensed(pieces: Sequence[Piece]) -> bool:
    """True where numbers are printed twice: two printed pages have most of their line numbers in common."""
    numbers = [piece.text for piece in pieces if len(piece.text) <= 2 and piece.text.isdecimal()]
    return len(numbers) - len(set(numbers)) >= _FEWEST_NUMBERS


def _all_frames(pieces: Sequence[Piece]) -> tuple[Frame, ...]:
    return tuple(_filled(frame, pieces) for frame in _framed(_alike(find_rulers(pieces)), pieces))


def _are_sure(frames: Sequence[Frame]) -> bool:
    """True for two full pages side by side, or one below the other."""
    return len(frames) > 1 and sum(len(frame.body) >= FEWEST_LINES for frame in frames) >= 2


def _alike(rulers: Sequence[Ruler]) -> list[Ruler]:
    """The rulers that may number printed pages side by side: as long as a transcript's page, with one pitch."""
    full = [r for r in rulers if FEWEST_LINES <= r.last <= MOST_LINES and len(r.pieces) >= 0.6 * r.last]
    pitch = median([ruler.pitch for ruler in full]) if full else 0.0
    alike = sorted((ruler for ruler in full if abs(ruler.pitch - pitch) < 0.05 * pitch), key=_left_edge)
    return [one for i, one in enumerate(alike) if not any(_twice(one, other) for other in alike[i + 1 :])]


def _twice(one: Ruler, other: Ruler) -> bool:
    """True for numbers printed twice beside the same lines: they number one page."""
    return abs(_left_edge(one) - _left_edge(other)) < _NEXT_COLUMN and abs(one.origin - other.origin) < one.pitch


def _framed(rulers: Sequence[Ruler], pieces: Sequence[Piece]) -> list[Frame]:
    """A frame for each ruler, column by column. What stands left of its numbers is as wide in every column: time stamps."""
    columns: list[list[Ruler]] = []
    for ruler in sorted(rulers, key=_left_edge):
        if columns and _left_edge(ruler) - _left_edge(columns[-1][0]) < _NEXT_COLUMN:
            columns[-1].append(ruler)
        else:
            columns.append([ruler])
    if not columns:
        return []
    stamps = _width_of_stamps(columns[0][0], pieces)
    edges = [*(_left_edge(column[0]) - stamps - 4 for column in columns), float("inf")]
    return [
        Frame("", ruler, edges[i], _text_box(ruler, edges[i + 1]))
        for i, column in enumerate(columns)
        for ruler in sorted(column, key=lambda ruler: ruler.origin)
    ]


def _left_edge(ruler: Ruler) -> float:
    return min(piece.box.x0 for piece in ruler.pieces)


def _width_of_stamps(first: Ruler, pieces: Sequence[Piece]) -> float:
    edge = _left_edge(first)
    beside = [p.box.x0 for p in pieces if p.box.x1 <= edge + 1 and not first.outside(p.baseline)]
    return edge - median(beside) if len(beside) >= 3 else 0.0


def _text_box(ruler: Ruler, right: float) -> Box:
    left = median(piece.box.x1 for piece in ruler.pieces)
    top, bottom = (ruler.origin + line * ruler.pitch for line in (ruler.first - 0.5, ruler.last + 0.5))
    return Box(left, top, right, bottom)


def _filled(frame: Frame, pieces: Sequence[Piece]) -> Frame:
    numbers = set(map(id, frame.ruler.pieces if frame.ruler else ()))
    inside = [p for p in pieces if id(p) not in numbers and frame.holds(p) and p.box.x0 > frame.box.x0 - 2]
    clocks = set(map(id, margin_clocks(inside)))
    return replace(frame, body=tuple(piece for piece in inside if id(piece) not in clocks))


def _as_divided(grid: Sequence[Frame], own: Sequence[Frame], pieces: Sequence[Piece]) -> tuple[Frame, ...]:
    """A sheet divided as another of the file is, if two of its divisions have line numbers where that one has them; or one that
    is all that the sheet holds, as the last of a file may."""
    numbered = sum(_count_numbers(frame, pieces) >= _FEWEST_NUMBERS for frame in grid)
    if numbered < 2 and not (numbered == 1 and _is_last(grid, own, pieces)):
        return ()
    rulers = [next((f.ruler for f in own if _same_place(f, frame)), None) for frame in grid]
    return tuple(_filled(replace(frame, ruler=ruler), pieces) for frame, ruler in zip(grid, rulers, strict=True))


def _is_last(grid: Sequence[Frame], own: Sequence[Frame], pieces: Sequence[Piece]) -> bool:
    """True for a sheet with one small page in the first place and nothing beside it."""
    first = grid[0]
    if len(own) != 1 or own[0].ruler is None or not _same_place(own[0], first) or first.box.x1 == float("inf"):
        return False
    alike = first.ruler is not None and abs(own[0].ruler.pitch - first.ruler.pitch) < 0.05 * first.ruler.pitch
    beside = (piece for piece in pieces if first.box.top < piece.baseline < first.box.bottom)
    return alike and all(piece.box.x1 <= first.box.x1 for piece in beside)


def _count_numbers(frame: Frame, pieces: Sequence[Piece]) -> int:
    beside = (piece for piece in pieces if frame.holds(piece) and piece.box.x1 < frame.box.x0 + 6)
    return len({piece.text for piece in beside if piece.text.isdigit()})


def _same_place(one: Frame, other: Frame) -> bool:
    return abs(one.box.x0 - other.box.x0) < 18 and abs(one.box.top - other.box.top) < 36


def _labelled(frames: Sequence[Frame], pieces: Sequence[Piece], expected: int | None) -> tuple[Frame, ...]:
    """The frames with their page numbers, by the way of counting and the place of the numbers that most of them bear out.

    A number by itself must be the one ``expected`` after the sheet before.
    """
    down = list(range(len(frames)))
    across = sorted(down, key=lambda i: (round(frames[i].box.top / 72), frames[i].margin))
    best = (0, 0, down)
    for order in (down, across):
        for foot in (False, True):
            found = [_label(frames[i], pieces, foot=foot) for i in order]
            steps = Counter(label - place for place, label in enumerate(found) if label is not None)
            if expected is not None and expected in steps:
                steps[expected] += 1
            for start, count in steps.most_common(1):
                best = max(best, (count, start, order), key=lambda option: option[0])
    count, start, order = best
    if count < 2 and (first := _first_of_range(pieces, len(frames))):
        count, start = len(frames), first
    return tuple(_named(frames[i], str(start + place) if count >= 2 else "") for place, i in enumerate(order))


def _named(frame: Frame, label: str) -> Frame:
    """The frame with its page number, which on crowded covers may stand beside the first line."""
    line = _line_height(frame)
    body = (p for p in frame.body if p.text != label or frame.box.top + 1.5 * line < p.baseline < frame.box.bottom - 1.5 * line)
    return replace(frame, label=label, body=tuple(body))


def _line_height(frame: Frame) -> float:
    return frame.ruler.pitch if frame.ruler else (frame.box.bottom - frame.box.top) / 25


def _label(frame: Frame, pieces: Sequence[Piece], *, foot: bool) -> int | None:
    """The one number above a frame's first line, or below its last."""
    line = _line_height(frame)
    found = {
        int(match[1])
        for piece in pieces
        if frame.margin <= piece.box.x0 < frame.box.x1
        and (match := _LABEL.match(piece.text))
        and 0 < (piece.baseline - frame.box.bottom if foot else frame.box.top - piece.baseline) < _LABEL_WITHIN * line
    }
    return found.pop() if len(found) == 1 else None


def _first_of_range(pieces: Sequence[Piece], count: int) -> int | None:
    """The first page that the sheet says it holds, "Pages 18 to 21", where that is as many as it has."""
    words = " ".join(piece.text for piece in sorted(pieces, key=lambda p: (round(p.baseline / 4), p.box.x0)))
    firsts = {int(m[1]) for m in _RANGE.finditer(words) if int(m[2]) - int(m[1]) + 1 == count}
    return firsts.pop() if len(firsts) == 1 else None
