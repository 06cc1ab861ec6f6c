"""From a page's letters to its pieces: words that stand together on one baseline.

pdfium gives the letters in its order, with breaks where it takes a line to end. Its lines are cut where a wide gap parts two
words, and where it took two lines for one. It joins a word divided at a line's end and marks the place with U+0002 or U+FFFE;
here that is a hyphen and a new line again. Only the letters at the edges of words are asked for their boxes.
"""

from __future__ import annotations

import itertools
import operator
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.letters import Letters
from ingest.piece import Piece

# A gap this many letter heights wide divides a line into cells; two blanks after a full stop in typewriter print stay within it.
WIDE_GAP = 1.7
_LINE_BREAK = re.compile("\r\n|\r|\n|\x02|\ufffe")
_WORD = re.compile(r"[^\s\x02\ufffe]+")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[AaPp]\.?[Mm]\.?)?")  # beside a line's number
_HYPHEN_MARKS = ("\x02", "\ufffe")
_Word = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page by their first letter and the one after their last; ``edges`` are the loose boxes of the first and the
    last letter of each, eight numbers a word; ``gaps`` the white before each, in reading direction."""

    letters: Letters
    spans: Sequence[_Word]
    edges: Sequence[float]
    gaps: Sequence[float]


def pieces_of(letters: Letters) -> list[Piece]:
    """The pieces of a page, in pdfium's order."""
    words = _words(letters)
    starts = [start for start, _ in words.spans]
    found: list[Piece] = []
    first = 0
    for match in _LINE_BREAK.finditer(letters.text):
        last = bisect_left(starts, match.start(), first)
        if last > first:
            found += _of_line(words, first, last, hyphen=match[0] in _HYPHEN_MARKS)
        first = last
    return [*found, *_of_line(words, first, len(starts), hyphen=False)] if first < len(starts) else found


def _words(letters: Letters) -> _Words:
    spans = [match.span() for match in _WORD.finditer(letters.text)]
    edges = letters.loose([index for start, end in spans for index in (start, end - 1)])
    match letters.rotation:
        case 90:
            near, far = [-top for top in edges[1::8]], [-bottom for bottom in edges[7::8]]
        case 180:
            near, far = [-right for right in edges[2::8]], [-left for left in edges[4::8]]
        case 270:
            near, far = edges[3::8], edges[5::8]
        case _:
            near, far = edges[0::8], edges[6::8]
    return _Words(letters, spans, edges, [0.0, *map(operator.sub, near[1:], far)])


def _of_line(words: _Words, first: int, last: int, *, hyphen: bool) -> Iterator[Piece]:
    """The pieces of one of pdfium's lines, from word to word."""
    size, upright = _size(words, (first + last) // 2)  # not the first or last word: they may be note calls
    height = max(size, 4.0)
    gaps = words.gaps if upright else _gaps_across(words)
    start = first
    for i in range(first + 1, last):
        # A wide gap parts two words; so does a step back, to the next line or into another column.
        if not -height <= gaps[i] <= WIDE_GAP * height or _leads(words, start, i):
            yield from _level(words, start, i, (size, upright))
            start = i
    yield from _level(words, start, last, (size, upright), "-" if hyphen else "")


def _gaps_across(words: _Words) -> list[float]:
    """The white before each word that runs up or down the page as displayed."""
    low, high = (0, 2) if words.letters.rotation in {90, 270} else (3, 1)
    lows = [min(a, b) for a, b in zip(words.edges[low::8], words.edges[low + 4 :: 8], strict=True)]
    highs = [max(a, b) for a, b in zip(words.edges[high::8], words.edges[high + 4 :: 8], strict=True)]
    return [0.0, *(max(lows[i] - highs[i - 1], lows[i - 1] - highs[i]) for i in range(1, len(lows)))]


def _size(words: _Words, word: int) -> tuple[float, bool]:
    """The height of a word's font in points, and whether it stands upright on the page as displayed."""
    left, top, right, bottom = words.edges[8 * word : 8 * word + 4]
    rotation = words.letters.rotation
    upright = round((words.letters.degrees(words.spans[word][0]) + rotation) / 90) % 4 == 0
    return abs(right - left if (rotation in {90, 270}) == upright else top - bottom), upright


def _leads(words: _Words, first: int, following: int) -> bool:
    """True for a number at a line's head, or a time before such a number: they are the margin's, if it has them."""
    start, end = words.spans[first]
    text = words.letters.text
    if end - start <= 2:
        return text[start:end].isdecimal()
    return text[start].isdecimal() and _is_clock(text[start:end]) and _is_short_number(text[slice(*words.spans[following])])


def _is_clock(word: str) -> bool:
    return _CLOCK.fullmatch(word) is not None


def _is_short_number(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal()


def _level(words: _Words, first: int, last: int, form: tuple[float, bool], hyphen: str = "") -> Iterator[Piece]:
    """Some words as one piece, or as one for each line: pdfium joins lines that it takes for one, and a margin's 1 to 9."""
    size, upright = form
    spans = words.spans
    a, b = words.edges[8 * first : 8 * first + 4], words.edges[8 * last - 4 : 8 * last]
    piece = _piece(words.letters, (spans[first][0], spans[last - 1][1]), (a, b), form, hyphen)
    if not upright or piece.box.bottom - piece.box.top < 2 * max(size, 1.0):
        yield piece
    else:
        yield from _lines(words.letters, spans[first:last], form, hyphen)


def _piece(
    letters: Letters, span: _Word, edges: tuple[Sequence[float], Sequence[float]], form: tuple[float, bool], hyphen: str
) -> Piece:
    (a, b, c, d), (e, f, g, h) = edges
    box = letters.displayed(min(a, c, e, g), min(b, d, f, h), max(a, c, e, g), max(b, d, f, h))
    return Piece(" ".join((letters.text[slice(*span)] + hyphen).split()), box, *form)


def _lines(letters: Letters, spans: Sequence[_Word], form: tuple[float, bool], hyphen: str) -> Iterator[Piece]:
    """Words of several lines, line by line."""
    size = form[0]
    lines: list[list[_Word]] = []
    height = float("inf")
    for word in (part for whole in spans for part in _parts(letters, whole, size)):
        before, height = height, _heights(letters, word[0], word[0] + 1)[0]
        if abs(height - before) > 0.6 * size:
            lines.append([])
        lines[-1].append(word)
    for line in lines:
        start, end = line[0][0], line[-1][1]
        edges = letters.loose([start, end - 1])
        yield _piece(letters, (start, end), (edges[:4], edges[4:]), form, hyphen if line is lines[-1] else "")


def _parts(letters: Letters, word: _Word, size: float) -> Iterator[_Word]:
    """A word, apart where its letters change the line."""
    start, end = word
    heights = _heights(letters, start, end)
    for i, (one, other) in enumerate(itertools.pairwise(heights), start=start + 1):
        if abs(one - other) > 0.6 * size:
            yield start, i
            start = i
    yield start, end


def _heights(letters: Letters, start: int, end: int) -> list[float]:
    """How high the middle of each letter stands, in the direction across the lines."""
    edges = letters.loose(range(start, end))
    low, high = (edges[0::4], edges[2::4]) if letters.rotation in {90, 270} else (edges[1::4], edges[3::4])
    return [(a + b) / 2 for a, b in zip(low, high, strict=True)]
