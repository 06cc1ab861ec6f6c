"""From a page's letters to its pieces: words that stand together on one baseline.

pdfium gives the letters in its order, with breaks where it takes a line to end. Its lines are cut where a wide gap parts two
words, and where it took two lines for one. It joins a word divided at a line's end and marks the place with U+0002 or U+FFFE;
here that is a hyphen and a new line again. Only the letters at the edges of words are asked for their boxes, and what is asked
of every word of a page is asked of all at once.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ingest.document import Box
from ingest.letters import Letters, Numbers
from ingest.piece import Piece

# A gap this many letter heights wide divides a line into cells; two blanks after a full stop in typewriter print stay within it.
WIDE_GAP = 1.7
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[AaPp]\.?[Mm]\.?)?")  # beside a line's number
_HYPHEN_MARKS = ("\x02", "\ufffe")
_BEYOND = 0x10000  # stands for all codes above the basic plane, among which are neither blanks nor breaks

_Flags = npt.NDArray[np.bool_]
_Indices = npt.NDArray[np.intp]
_Word = tuple[int, int]


def _table(letters: Iterable[str]) -> _Flags:
    """True at the codes of some letters of the basic plane."""
    found = np.zeros(_BEYOND + 1, dtype=np.bool_)
    found[[ord(letter) for letter in letters]] = True
    return found


_BREAK = _table(("\r", "\n", *_HYPHEN_MARKS))
_HYPHEN = _table(_HYPHEN_MARKS)
_BLANK = _table((*filter(str.isspace, map(chr, range(_BEYOND))), *_HYPHEN_MARKS))
_FIGURE = _table(filter(str.isdecimal, map(chr, range(_BEYOND))))
_FIGURE[_BEYOND] = True  # there are some: they are looked at one by one


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page: the index of the first letter of each and of the one after its last, and the loose boxes of its first
    and its last letter (left, top, right, bottom); ``codes`` of all letters."""

    letters: Letters
    codes: npt.NDArray[np.uint32]
    starts: _Indices
    ends: _Indices
    first: Numbers
    last: Numbers

    def span(self, number: int) -> tuple[int, int]:
        """Where a word begins and ends."""
        return int(self.starts[number]), int(self.ends[number])

    def word(self, number: int) -> str:
        """Its letters."""
        return self.letters.text[slice(*self.span(number))]


@dataclass(frozen=True, slots=True)
class _Lines:
    """pdfium's lines: the first word of each and the one after its last, the height of its font in points, whether it stands
    upright on the page as displayed, whether pdfium took a hyphen from its end; ``of_word`` tells the line of every word."""

    starts: _Indices
    ends: _Indices
    size: Numbers
    upright: _Flags
    hyphen: _Flags
    of_word: _Indices


def pieces_of(letters: Letters, boxes: Sequence[Box] = ()) -> list[Piece]:
    """The pieces of a page, in pdfium's order; a black box between two words parts them."""
    words = _words(letters)
    if not len(words.starts):
        return []
    lines = _lines(words)
    starts = _cuts(words, lines, boxes)
    ends = np.append(starts[1:], len(words.starts))
    line = lines.of_word[starts]
    places = _places(letters, words.first[starts], words.last[ends - 1])
    size, upright = lines.size[line], lines.upright[line]
    spans = zip(words.starts[starts].tolist(), words.ends[ends - 1].tolist(), strict=True)
    texts = [" ".join(letters.text[start:end].split()) for start, end in spans]
    boxed = itertools.starmap(Box, zip(*(side.tolist() for side in places), strict=True))
    pieces = list(map(Piece, texts, boxed, size.tolist(), upright.tolist()))
    tall = np.flatnonzero(upright & ~(places[3] - places[1] < 2 * np.maximum(size, 1.0)))
    hyphens = np.flatnonzero(lines.hyphen[line] & (ends == lines.ends[line]))
    if not len(tall) and not len(hyphens):
        return pieces
    groups = [[piece] for piece in pieces]
    for i in tall.tolist():
        groups[i] = list(_apart(words, range(starts[i], ends[i]), pieces[i].size))
    for i in hyphens.tolist():
        groups[i][-1] = replace(groups[i][-1], text=groups[i][-1].text + "-")
    return list(itertools.chain.from_iterable(groups))


def _words(letters: Letters) -> _Words:
    codes = np.frombuffer(letters.text.encode("utf-32-le"), dtype="<u4")
    blank = np.ones(len(codes) + 2, dtype=np.bool_)
    blank[1:-1] = _BLANK.take(codes, mode="clip")
    edges = np.flatnonzero(blank[1:] != blank[:-1])
    starts, ends = edges[0::2], edges[1::2]
    asked = edges.copy()
    asked[1::2] -= 1
    found = letters.loose(asked.tolist())
    return _Words(letters, codes, starts, ends, found[0::2], found[1::2])


def _lines(words: _Words) -> _Lines:
    """The lines as pdfium has them, with what the word in their middle tells of them: the first and the last may be note calls."""
    letters, count = words.letters, len(words.starts)
    breaks = np.flatnonzero(_BREAK.take(words.codes, mode="clip"))
    before = np.append(np.searchsorted(words.starts, breaks), count)  # so many words stand before each break, and the page's end
    kept = np.flatnonzero(np.diff(before, prepend=0))
    ends = before[kept]
    starts = np.append(0, ends[:-1])
    hyphen = np.append(_HYPHEN.take(words.codes[breaks], mode="clip"), False)[kept]
    middles = (starts + ends) // 2
    left, top, right, bottom = words.first[middles].T
    upright = np.rint((letters.degrees(words.starts[middles].tolist()) + letters.rotation) / 90) % 4 == 0
    size = np.abs(np.where(upright == (letters.rotation in {90, 270}), right - left, top - bottom))
    return _Lines(starts, ends, size, upright, hyphen, np.repeat(np.arange(len(ends)), ends - starts))


def _cuts(words: _Words, lines: _Lines, boxes: Sequence[Box]) -> _Indices:
    """The words that begin a piece: where a line begins, after a wide gap, a step back (to the next line or into another column)
    or a black box, and after the numbers at a line's head."""
    upright, height = lines.upright[lines.of_word], np.maximum(lines.size, 4.0)[lines.of_word]
    gaps = _gaps(words, upright)
    cut = ~((-height <= gaps) & (gaps <= WIDE_GAP * height))
    if boxes:
        cut |= upright & _boxed(words, boxes)
    cut[lines.starts] = True
    starts = np.flatnonzero(cut)
    figures = np.flatnonzero(_FIGURE.take(words.codes[words.starts[starts]], mode="clip"))
    if len(figures):
        ends = np.append(starts[1:], len(cut))
        cut[[head for i in figures for head in _heads(words, starts[i], ends[i])]] = True
        return np.flatnonzero(cut)
    return starts


def _gaps(words: _Words, upright: _Flags) -> Numbers:
    """The white before each word, in reading direction; before the first of a line it means nothing."""
    first, last = words.first, words.last
    match words.letters.rotation:
        case 90:
            gaps = last[:-1, 3] - first[1:, 1]
        case 180:
            gaps = last[:-1, 0] - first[1:, 2]
        case 270:
            gaps = first[1:, 3] - last[:-1, 1]
        case _:
            gaps = first[1:, 0] - last[:-1, 2]
    if not upright.all():
        low, high = (0, 2) if words.letters.rotation in {90, 270} else (3, 1)
        lows, highs = np.minimum(first[:, low], last[:, low]), np.maximum(first[:, high], last[:, high])
        across = np.maximum(lows[1:] - highs[:-1], lows[:-1] - highs[1:])
        gaps = np.where(upright[1:], gaps, across)
    return np.append(0.0, gaps)


def _boxed(words: _Words, boxes: Sequence[Box]) -> _Flags:
    """The words before which a box stands."""
    corners = words.letters.corners
    before, after = (corners(side[:, 0], side[:, 3], side[:, 2], side[:, 1]) for side in (words.last[:-1], words.first[1:]))
    middle = np.array([(box.x0 + box.x1) / 2 for box in boxes])[:, None]
    height = np.array([(box.top + box.bottom) / 2 for box in boxes])[:, None]
    found = (before[0] < middle) & (middle < after[2]) & (before[1] < height) & (height < before[3])
    return np.append(False, found.any(axis=0))


def _heads(words: _Words, start: int, end: int) -> Iterator[int]:
    """Where a word follows a number at a line's head, or a time before such a number: they are the margin's, if it has them."""
    for i in range(start, end - 1):
        head = words.word(i)
        if not head[0].isdecimal():
            break
        if not (_is_number(head) or (_CLOCK.fullmatch(head) and _is_number(words.word(i + 1)))):
            break
        yield i + 1


def _is_number(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal()


def _places(letters: Letters, first: Numbers, last: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Around the loose boxes of first and last letters: x0, top, x1, bottom on the page as displayed."""
    low, high = np.where(first < last, first, last), np.where(first > last, first, last)
    return letters.corners(low[:, 0], low[:, 3], high[:, 2], high[:, 1])


def _apart(words: _Words, run: range, size: float) -> Iterator[Piece]:
    """Words of several lines that pdfium takes for one, or of a margin's 1 to 9, line by line."""
    letters = words.letters
    rows: list[list[_Word]] = []
    height = float("inf")
    for word in (part for number in run for part in _parts(letters, words.span(number), size)):
        before, height = height, letters.heights([word[0]])[0]
        if abs(height - before) > 0.6 * size:
            rows.append([])
        rows[-1].append(word)
    for row in rows:
        start, end = row[0][0], row[-1][1]
        edges = letters.loose([start, end - 1])
        box = Box(*(float(side[0]) for side in _places(letters, edges[:1], edges[1:])))
        yield Piece(" ".join(letters.text[start:end].split()), box, size)


def _parts(letters: Letters, word: _Word, size: float) -> Iterator[_Word]:
    """A word, apart where its letters change the line."""
    start, end = word
    heights = letters.heights(range(start, end))
    for i, (one, other) in enumerate(itertools.pairwise(heights), start=start + 1):
        if abs(one - other) > 0.6 * size:
            yield start, i
            start = i
    yield start, end
