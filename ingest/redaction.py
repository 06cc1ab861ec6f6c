"""Redactions: where a page is blacked out, and which letters still lie under the black.

redaction   a dark box over blank paper: its place is kept with the page
failed      a dark box over letters that the file still holds: the letters are withheld from the text, the search and the exports
released    a failed one that somebody has ruled may be read: its letters are text like any other, and remembered (ingest.uncovered)

Where a box stands in a line, the text has a mark (:mod:`ingest.redaction_mark`). Marks that are printed ("[REDACTED]", "(b)(6)")
are text like any other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from ingest.document import Box

# A letter counts as covered if this share of it lies under dark boxes.
COVERED = 0.55
# One letter that the edge of a box touches is no redaction that failed.
_FEWEST_HIDDEN = 2
_MOST_PAIRS = 200_000  # of letters and boxes that are compared at once
_LEAST_WIDTH, _LEAST_HEIGHT = 10.0, 6.0
_DARK_SHARE = 0.6
_POINTS_A_DOT = 2.0
_SAME = 1.5  # points by which the edges of one box may differ between two readings
_DARK_RUN = re.compile(rb"[\x00-\x46]{4,}")
_DARKEST = 90
_EDGE = 0.015
# What is printed on a box to say that and why something was taken out.
_LABEL = re.compile(r"redact|privileg|seal|exempt|withheld|confidential|\(b\)|\bb[1-9]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Some letters of a page by their indices, and their places: x0, top, x1, bottom of each."""

    indices: Sequence[int]
    letters: str
    places: npt.NDArray[np.float64]


Near = Callable[[Sequence[Box]], Nearby]
"""The letters about some boxes."""


@dataclass(frozen=True, slots=True)
class Covers:
    """A page's redactions: the ``boxes`` drawn, the indices of the letters ``hidden`` under them, which of the boxes ``failed``,
    and which are ``released``, each with the indices of its letters."""

    boxes: tuple[Box, ...] = ()
    hidden: frozenset[int] = frozenset()
    failed: tuple[Box, ...] = ()
    released: tuple[tuple[Box, frozenset[int]], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as it is seen, grey: ``left`` and ``top`` are where it begins on the page, in its dots, ``scale`` of which
    are a point."""

    dots: npt.NDArray[np.uint8]
    left: int
    top: int
    scale: float

    def part(self, box: Box) -> npt.NDArray[np.uint8]:
        """What is seen of a box, less the dots at its edge, which are half of what is beside it."""
        height, width = self.dots.shape
        left = max(0, min(int(box.x0 * self.scale) + 1 - self.left, width - 1))
        top = max(0, min(int(box.top * self.scale) + 1 - self.top, height - 1))
        right = max(left + 1, int(box.x1 * self.scale) - 1 - self.left)
        bottom = max(top + 1, int(box.bottom * self.scale) - 1 - self.top)
        return self.dots[top:bottom, left:right]


def covers(boxes: Sequence[Box], near: Near, draw: Callable[[Box], Picture], released: Sequence[Box] = ()) -> Covers:
    """Which of the dark ``boxes`` are redactions, and which letters they hide, as pictures of them show; those ``released`` hide
    none.

    A letter that shows, light on dark, is not hidden: a box with such letters is a heading's ground, unless they say that
    something was redacted.
    """
    seen = [(box, draw(box)) for box in boxes]
    dark = [(box, picture) for box, picture in seen if _darkness(picture.part(box)) >= _DARK_SHARE]
    if not dark:
        return Covers()
    letters = near([box for box, _ in dark])
    found: list[tuple[Box, frozenset[int]]] = []
    for (box, picture), rows in zip(dark, _covered(letters, [box for box, _ in dark]), strict=True):
        under = [(letters.indices[row], letters.letters[row], Box(*letters.places[row].tolist())) for row in rows]
        lost = {i for i, _, place in under if _is_black(picture.part(Box(*_within(place, box))))}
        shown = "".join(letter for i, letter, _ in under if i not in lost)
        if shown and not lost and not _LABEL.search(shown):
            continue
        _add(found, box, frozenset(lost))
    return _told_apart(found, released)


def _add(found: list[tuple[Box, frozenset[int]]], box: Box, lost: frozenset[int], at: int | None = None) -> None:
    """One box more; a box that is drawn twice stays one, the larger, in its place, and hides what either of them does."""
    twin = next((i for i, (other, _) in enumerate(found) if is_same(box, other)), None)
    if twin is None:
        found.insert(len(found) if at is None else at, (box, lost))
    else:
        other, under = found.pop(twin)
        _add(found, max(other, box, key=_area), under | lost, twin)  # larger, it may be the same as a third


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _told_apart(found: Sequence[tuple[Box, frozenset[int]]], released: Sequence[Box]) -> Covers:
    """The boxes as kept or released; a letter under one of each stays hidden.

    A released box is told as it was when somebody ruled on it, though it may be read a little differently now: so its id stays.
    """
    failing = [box for box, lost in found if len(lost) >= _FEWEST_HIDDEN]
    ruled = {box: next((other for other in released if is_same(box, other)), None) for box in failing}
    kept = [(box, lost) for box, lost in found if ruled.get(box) is None]
    hidden = frozenset().union(*(lost for _, lost in kept))
    shown: dict[Box, frozenset[int]] = {}
    for box, lost in found:
        if (as_ruled := ruled.get(box)) is not None:
            shown[as_ruled] = shown.get(as_ruled, frozenset()) | (lost - hidden)
    return Covers(
        tuple(box for box, _ in kept),
        hidden,
        tuple(box for box in failing if ruled[box] is None),
        tuple(shown.items()),
    )


def is_same(box: Box, other: Box) -> bool:
    """True if two boxes are one, read twice."""
    edges = ((box.x0, other.x0), (box.top, other.top), (box.x1, other.x1), (box.bottom, other.bottom))
    return all(abs(a - b) <= _SAME for a, b in edges)


def redaction_id(document_id: str, page: int, box: Box) -> str:
    """What a failed redaction is called: 10 hexadecimal digits, of its place alone, for what it hides must not be guessed from it."""
    place = ",".join(f"{edge:.0f}" for edge in (box.x0, box.top, box.x1, box.bottom))
    return hashlib.sha256(f"{document_id}|{page}|{place}".encode()).hexdigest()[:10]


def tells_of_redactions(why: str) -> bool:
    """True if the reason given for a file's or a page's state tells of failed redactions."""
    return "redaction box" in why


def told(boxes: int, pages: Sequence[int], what: str) -> str:
    """What became of the letters under failed boxes: "text under 2 redaction boxes on page 3 withheld"; '' for no boxes."""
    where = f" on page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}" if pages else ""
    return f"text under {boxes} redaction box{'es' if boxes > 1 else ''}{where} {what}" if boxes else ""


def _covered(letters: Nearby, boxes: Sequence[Box]) -> Iterator[list[int]]:
    """For each box which of the letters lie under it, in order."""
    x0, top, x1, bottom = letters.places.T
    area = (x1 - x0) * (bottom - top)
    at_once = max(1, _MOST_PAIRS // max(1, len(area)))
    for start in range(0, len(boxes), at_once):
        some = [(box.x0, box.top, box.x1, box.bottom) for box in boxes[start : start + at_once]]
        left, upper, right, lower = np.array(some).T[:, :, None]
        width, height = np.minimum(x1, right) - np.maximum(x0, left), np.minimum(bottom, lower) - np.maximum(top, upper)
        real = (area > 0) & (width > 0) & (height > 0)
        share = np.divide(width * height, area, out=np.zeros_like(width), where=real)
        yield from (np.flatnonzero(row).tolist() for row in share >= COVERED)


def _is_black(seen: npt.NDArray[np.uint8]) -> bool:
    """True if nothing of a letter shows in the picture of it: all is dark."""
    return bool(seen.max() <= _DARKEST)


def _within(a: Box, b: Box) -> tuple[float, float, float, float]:
    return max(a.x0, b.x0), max(a.top, b.top), min(a.x1, b.x1), min(a.bottom, b.bottom)


def _darkness(seen: npt.NDArray[np.uint8]) -> float:
    return int(np.count_nonzero(seen <= _DARKEST)) / seen.size


def dark_boxes(picture: Image.Image, size: tuple[float, float]) -> tuple[Box, ...]:
    """The dark rectangles in a picture of a page, as wide and high as a short word at least; ``size`` of the page in points.

    What touches the edge of the sheet is the scanner's shadow.
    """
    width, height = (max(1, round(side / _POINTS_A_DOT)) for side in size)
    small = picture.convert("L").resize((width, height), Image.Resampling.BOX)
    found = [Box(*(side * _POINTS_A_DOT for side in corners)) for corners in _stacked(small)]
    return tuple(box for box in found if _is_redaction(box, size))


def _stacked(small: Image.Image) -> list[tuple[int, int, int, int]]:
    """Runs of dark dots that begin and end at the same places row below row, as left, top, right, bottom."""
    data, width = small.tobytes(), small.width
    growing: list[tuple[int, int, int, int]] = []
    done: list[tuple[int, int, int, int]] = []
    for y in range(small.height):
        runs = [m.span() for m in _DARK_RUN.finditer(data[y * width : (y + 1) * width])]
        still = []
        for left, top, right, _ in growing:
            same = next((run for run in runs if abs(run[0] - left) <= 1 and abs(run[1] - right) <= 1), None)
            if same is None:
                done.append((left, top, right, y))
            else:
                runs.remove(same)
                still.append((left, top, right, y + 1))
        growing = still + [(left, y, right, y + 1) for left, right in runs]
    return done + growing


def _is_redaction(box: Box, size: tuple[float, float]) -> bool:
    wide, high = box.x1 - box.x0 >= _LEAST_WIDTH, box.bottom - box.top >= _LEAST_HEIGHT
    inner = _EDGE * size[0] < box.x0 and box.x1 < (1 - _EDGE) * size[0]
    return wide and high and inner and _EDGE * size[1] < box.top and box.bottom < (1 - _EDGE) * size[1]
