"""From a page's letters to its pieces: words that stand together on one baseline.

pdfium gives the letters in its order, with breaks where it takes a line to end. Its lines are cut where a wide gap parts two
words, and where it took two lines for one. It joins a word divided at a line's end and marks the place with U+0002 or U+FFFE;
here that is a hyphen and a new line again. Only the letters at the edges of words are asked for their boxes, and what is asked
of every word of a page is asked of all at once.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ingest.document import Box
from ingest.letters import Letters, Numbers
from ingest.piece import Piece

# A gap this many letter heights wide divides a line into cells; two blanks after a full stop in typewriter print stay within it.
WIDE_GAP = 1.7
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[AaPp]\.?[Mm]\.?)?")  # beside a line's number
_HYPHEN_MARKS = "\x02\ufffe"

_Flags = npt.NDArray[np.bool_]
_Indices = npt.NDArray[np.intp]
_Word = tuple[int, int]

_LETTER, _FIGURE, _BLANK, _BREAK, _HYPHEN = range(5)


def _kinds() -> npt.NDArray[np.uint8]:
    """By code what kind of letter it is. All codes above the basic plane share the last place: among them are figures, which are
    looked at one by one, but neither blanks nor breaks."""
    found = np.full(0x10001, _LETTER, dtype=np.uint8)
    plane = [chr(code) for code in range(0x10000)]
    found[[ord(letter) for letter in plane if letter.isdecimal()]] = _FIGURE
    found[[ord(letter) for letter in plane if letter.isspace()]] = _BLANK
    found[[ord(letter) for letter in "\r\n"]] = _BREAK
    found[[ord(letter) for letter in _HYPHEN_MARKS]] = _HYPHEN
    found[-1] = _FIGURE
    return found


_KINDS = _kinds()


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page: for each the index of its first letter and of the one after its last, and the loose boxes of its first
    and its last letter (left, top, right, bottom). ``kinds`` are those of the letters, with a break before the first and after the
    last; ``edges`` the indices of first and last letters in turn."""

    letters: Letters
    kinds: npt.NDArray[np.uint8]
    edges: list[int]
    starts: _Indices
    ends: _Indices
    first: Numbers
    last: Numbers

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, number: int) -> _Word:
        """Where a word begins and ends."""
        return self.edges[2 * number], self.edges[2 * number + 1] + 1

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
    if not len(words):
        return []
    lines = _lines(words)
    starts = _cuts(words, lines, boxes)
    lasts = _up_to(starts, len(words))
    line = lines.of_word[starts]
    size, upright = lines.size[line], lines.upright[line]
    places = _places(letters, words.first[starts], words.last[lasts])
    spans = zip(words.starts[starts].tolist(), words.ends[lasts].tolist(), strict=True)
    texts = [" ".join(letters.text[start:end].split()) for start, end in spans]
    boxed = map(Box, *(side.tolist() for side in places))
    pieces = list(map(Piece, texts, boxed, size.tolist(), upright.tolist()))
    tall = upright & ~(places[3] - places[1] < 2 * np.maximum(size, 1.0))
    hyphen = lines.hyphen[line] & (lasts == lines.ends[line] - 1)
    if not np.count_nonzero(tall | hyphen):
        return pieces
    groups = [[piece] for piece in pieces]
    for i in np.flatnonzero(tall).tolist():
        groups[i] = list(_apart(words, range(starts[i], lasts[i] + 1), pieces[i].size))
    for i in np.flatnonzero(hyphen).tolist():
        groups[i][-1] = replace(groups[i][-1], text=groups[i][-1].text + "-")
    return list(itertools.chain.from_iterable(groups))


def words_of(letters: Letters) -> Iterator[tuple[Piece, int]]:
    """The words of a page, a piece each, with by how many degrees each is turned clockwise as displayed: 0, 90, 180 or 270."""
    words = _words(letters)
    angles = letters.degrees(words.starts.tolist()).tolist() if len(words) else []
    boxes = map(Box, *(side.tolist() for side in _places(letters, words.first, words.last)))
    for number, (box, angle) in enumerate(zip(boxes, angles, strict=True)):
        quarter = 90 * (round((angle + letters.rotation) / 90) % 4)
        size = box.x1 - box.x0 if quarter in {90, 270} else box.bottom - box.top
        yield Piece(words.word(number), box, size, quarter == 0), quarter


def _up_to(starts: _Indices, end: int) -> _Indices:
    """The last of what begins at each of ``starts``."""
    lasts = np.empty_like(starts)
    lasts[:-1] = starts[1:]
    lasts[-1] = end
    lasts -= 1
    return lasts


def _words(letters: Letters) -> _Words:
    codes = np.frombuffer(f"\n{letters.text}\n".encode("utf-32-le"), dtype="<u4")
    kinds = _KINDS.take(codes, mode="clip")
    blank = kinds >= _BLANK
    turns = (blank[1:] != blank[:-1]).nonzero()[0]
    asked = turns.copy()
    asked[1::2] -= 1
    edges = asked.tolist()
    found = letters.loose(edges)
    return _Words(letters, kinds, edges, turns[0::2], turns[1::2], found[0::2], found[1::2])


def _lines(words: _Words) -> _Lines:
    """The lines as pdfium has them, with what the word in their middle tells of them: the first and the last may be note calls."""
    breaks = (words.kinds >= _BREAK).nonzero()[0]
    before = words.starts.searchsorted(breaks - 1)  # so many words stand before each break
    some = before[1:] != before[:-1]
    starts, ends, hyphen = before[:-1][some], before[1:][some], words.kinds[breaks[1:][some]] == _HYPHEN
    middles = (starts + ends) // 2
    left, top, right, bottom = words.first[middles].T
    turned = words.letters.rotation
    angles = words.letters.degrees(words.starts[middles].tolist())
    upright = np.rint((angles + turned) / 90) % 4 == 0
    size = np.abs(np.where(upright == (turned in {90, 270}), right - left, top - bottom))
    return _Lines(starts, ends, size, upright, hyphen, np.arange(len(ends)).repeat(ends - starts))


def _cuts(words: _Words, lines: _Lines, boxes: Sequence[Box]) -> _Indices:
    """The words that begin a piece: where a line begins, after a wide gap, a step back (to the next line or into another column)
    or a black box, and after the numbers at a line's head."""
    height = np.maximum(lines.size, 4.0)[lines.of_word]
    gaps = _gaps(words, lines)
    whole = (-height <= gaps) & (gaps <= WIDE_GAP * height)
    if boxes:
        whole &= ~(lines.upright[lines.of_word] & _boxed(words, boxes))
    whole[lines.starts] = False
    starts = (~whole).nonzero()[0]
    figures = (words.kinds[1:][words.starts[starts]] == _FIGURE).nonzero()[0]
    if not len(figures):
        return starts
    lasts = _up_to(starts, len(words))
    runs = zip(starts[figures].tolist(), lasts[figures].tolist(), strict=True)
    whole[[head for first, last in runs for head in _heads(words, first, last)]] = False
    return (~whole).nonzero()[0]


def _gaps(words: _Words, lines: _Lines) -> Numbers:
    """The white before each word, in reading direction; before the first of a line it means nothing."""
    first, last, gaps = words.first[1:], words.last[:-1], np.zeros(len(words))
    match words.letters.rotation:
        case 90:
            gaps[1:] = last[:, 3] - first[:, 1]
        case 180:
            gaps[1:] = last[:, 0] - first[:, 2]
        case 270:
            gaps[1:] = first[:, 3] - last[:, 1]
        case _:
            gaps[1:] = first[:, 0] - last[:, 2]
    if np.count_nonzero(lines.upright) < len(lines.upright):
        low, high = (0, 2) if words.letters.rotation in {90, 270} else (3, 1)
        lows = np.minimum(words.first[:, low], words.last[:, low])
        highs = np.maximum(words.first[:, high], words.last[:, high])
        across = np.maximum(lows[1:] - highs[:-1], lows[:-1] - highs[1:])
        gaps[1:] = np.where(lines.upright[lines.of_word[1:]], gaps[1:], across)
    return gaps


def _boxed(words: _Words, boxes: Sequence[Box]) -> _Flags:
    """The words before which a box stands."""
    corners = words.letters.corners
    before, after = (corners(side[:, 0], side[:, 3], side[:, 2], side[:, 1]) for side in (words.last[:-1], words.first[1:]))
    found = np.zeros(len(words), dtype=np.bool_)
    for box in boxes:
        middle, height = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        found[1:] |= (before[0] < middle) & (middle < after[2]) & (before[1] < height) & (height < before[3])
    return found


def _heads(words: _Words, first: int, last: int) -> Iterator[int]:
    """Where a word follows a number at a line's head, or a time before such a number: they are the margin's, if it has them."""
    for i in range(first, last):
        head = words.word(i)
        if not (_is_number(head) or (":" in head and _CLOCK.fullmatch(head) and _is_number(words.word(i + 1)))):
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
