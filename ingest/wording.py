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
from dataclasses import dataclass, replace

from ingest.document import Box
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


@dataclass(frozen=True, slots=True)
class _Line:
    """One of pdfium's lines: its words from ``first`` to before ``last``, the height of its font in points, whether it stands
    upright on the page as displayed, and the hyphen that pdfium took from its end, '' for none."""

    first: int
    last: int
    size: float
    upright: bool
    hyphen: str


def pieces_of(letters: Letters, boxes: Sequence[Box] = ()) -> list[Piece]:
    """The pieces of a page, in pdfium's order; a black box between two words parts them."""
    words = _words(letters)
    return [piece for line in _lines(words) for piece in _of_line(words, line, boxes)]


def words_of(letters: Letters) -> Iterator[tuple[Piece, int]]:
    """The words of a page, a piece each, with by how many degrees each is turned clockwise as displayed: 0, 90, 180 or 270."""
    spans = [match.span() for match in _WORD.finditer(letters.text)]
    edges = letters.loose([index for start, end in spans for index in (start, end - 1)])
    angles = letters.degrees([start for start, _ in spans])
    for i, ((start, end), angle) in enumerate(zip(spans, angles, strict=True)):
        quarter = 90 * (round((angle + letters.rotation) / 90) % 4)
        first, last = edges[8 * i : 8 * i + 4], edges[8 * i + 4 : 8 * i + 8]
        line = _Line(i, i + 1, 0.0, upright=quarter == 0, hyphen="")
        piece = _piece(letters, (start, end), first, last, line)
        box = piece.box
        yield replace(piece, size=box.x1 - box.x0 if quarter in {90, 270} else box.bottom - box.top), quarter


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


def _lines(words: _Words) -> Iterator[_Line]:
    """The lines as pdfium has them, with what the word in their middle tells of them: the first and the last may be note calls."""
    letters = words.letters
    starts = [start for start, _ in words.spans]
    breaks = [(bisect_left(starts, match.start()), match[0]) for match in _LINE_BREAK.finditer(letters.text)]
    ends = [*breaks, (len(starts), "")]
    runs = [(first, last, mark) for (first, _), (last, mark) in itertools.pairwise([(0, ""), *ends]) if first < last]
    middles = [(first + last) // 2 for first, last, _ in runs]
    turned, sideways = letters.rotation, letters.rotation in {90, 270}
    angles = letters.degrees([starts[middle] for middle in middles])
    for (first, last, mark), middle, angle in zip(runs, middles, angles, strict=True):
        upright = round((angle + turned) / 90) % 4 == 0
        left, top, right, bottom = words.edges[8 * middle : 8 * middle + 4]
        size = abs(right - left if sideways == upright else top - bottom)
        yield _Line(first, last, size, upright, "-" if mark in _HYPHEN_MARKS else "")


def _of_line(words: _Words, line: _Line, boxes: Sequence[Box]) -> list[Piece]:
    """The pieces of a line: a wide gap parts two words, and so does a step back, to the next line or into another column."""
    first, last = line.first, line.last
    least, most = -max(line.size, 4.0), WIDE_GAP * max(line.size, 4.0)
    gaps = words.gaps[first + 1 : last] if line.upright else _gaps_across(words, first, last)
    if gaps and not (least <= min(gaps) and max(gaps) <= most):
        cuts = [first, *(i for i, gap in enumerate(gaps, start=first + 1) if not least <= gap <= most), last]
    else:
        cuts = [first, last]
    if boxes and line.upright:
        cuts = sorted({*cuts, *_boxed(words, line, boxes)})
    pieces: list[Piece] = []
    for start, end in itertools.pairwise(cuts):
        for i, j in itertools.pairwise((start, *_heads(words, start, end), end)):
            pieces += _level(words, i, j, line)
    if line.hyphen:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text + line.hyphen)
    return pieces


def _boxed(words: _Words, line: _Line, boxes: Sequence[Box]) -> Iterator[int]:
    """The words of a line before which a box stands."""
    edges = words.edges
    places = [
        words.letters.displayed(edges[i], edges[i + 3], edges[i + 2], edges[i + 1])
        for i in range(8 * line.first, 8 * line.last, 4)
    ]
    for number in range(line.first + 1, line.last):
        before, after = places[2 * (number - line.first) - 1 : 2 * (number - line.first) + 1]
        for box in boxes:
            middle = (box.x0 + box.x1) / 2
            if before.x0 < middle < after.x1 and before.top < (box.top + box.bottom) / 2 < before.bottom:
                yield number


def _gaps_across(words: _Words, first: int, last: int) -> list[float]:
    """The white before each word but the first of a line that runs up or down the page as displayed."""
    edges = words.edges[8 * first : 8 * last]
    low, high = (0, 2) if words.letters.rotation in {90, 270} else (3, 1)
    lows = [min(a, b) for a, b in zip(edges[low::8], edges[low + 4 :: 8], strict=True)]
    highs = [max(a, b) for a, b in zip(edges[high::8], edges[high + 4 :: 8], strict=True)]
    return [max(lows[i] - highs[i - 1], lows[i - 1] - highs[i]) for i in range(1, len(lows))]


def _heads(words: _Words, start: int, end: int) -> list[int]:
    """Where a word follows a number at a line's head, or a time before such a number: they are the margin's, if it has them."""
    text, spans = words.letters.text, words.spans
    cuts: list[int] = []
    for i in range(start, end - 1):
        if not text[spans[i][0]].isdecimal():
            break
        head, following = text[slice(*spans[i])], text[slice(*spans[i + 1])]
        if not (_is_number(head) or (_CLOCK.fullmatch(head) and _is_number(following))):
            break
        cuts.append(i + 1)
    return cuts


def _is_number(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal()


def _level(words: _Words, first: int, last: int, line: _Line) -> Sequence[Piece]:
    """Some words as one piece, or as one for each line: pdfium joins lines that it takes for one, and a margin's 1 to 9."""
    spans, edges = words.spans, words.edges
    span = spans[first][0], spans[last - 1][1]
    piece = _piece(words.letters, span, edges[8 * first : 8 * first + 4], edges[8 * last - 4 : 8 * last], line)
    if not line.upright or piece.box.bottom - piece.box.top < 2 * max(line.size, 1.0):
        return (piece,)
    return list(_apart(words.letters, spans[first:last], line))


def _piece(letters: Letters, span: _Word, first: Sequence[float], last: Sequence[float], line: _Line) -> Piece:
    """The piece that ``span`` of the letters is; ``first`` and ``last`` are the loose boxes of its first and its last letter."""
    (a, b, c, d), (e, f, g, h) = first, last
    box = letters.displayed(a if a < e else e, d if d < h else h, c if c > g else g, b if b > f else f)
    return Piece(" ".join(letters.text[span[0] : span[1]].split()), box, line.size, line.upright)


def _apart(letters: Letters, spans: Sequence[_Word], line: _Line) -> Iterator[Piece]:
    """Words of several lines, line by line."""
    rows: list[list[_Word]] = []
    height = float("inf")
    for word in (part for whole in spans for part in _parts(letters, whole, line.size)):
        before, height = height, letters.heights([word[0]])[0]
        if abs(height - before) > 0.6 * line.size:
            rows.append([])
        rows[-1].append(word)
    for row in rows:
        start, end = row[0][0], row[-1][1]
        edges = letters.loose([start, end - 1])
        yield _piece(letters, (start, end), edges[:4], edges[4:], line)


def _parts(letters: Letters, word: _Word, size: float) -> Iterator[_Word]:
    """A word, apart where its letters change the line."""
    start, end = word
    heights = letters.heights(range(start, end))
    for i, (one, other) in enumerate(itertools.pairwise(heights), start=start + 1):
        if abs(one - other) > 0.6 * size:
            yield start, i
            start = i
    yield start, end
