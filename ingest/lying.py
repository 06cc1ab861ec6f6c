"""A page whose text lies on its side or head, or is crossed by text that does: pdfium takes such lines apart and mixes them up, so
that they are put together here from their words.

upright    what stands upright once the page is turned
across     what does not, as the court's stamp on a table that lies: a line of it is one piece all the same
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Box
from ingest.letters import Letters
from ingest.piece import Piece, rows_of
from ingest.turning import Turn
from ingest.wording import WIDE_GAP, words_of

_FEWEST_LYING = 12
_LONG = 4  # letters of a word that is wider than high, if it stands upright
_TOUCHING = 0.1


def is_crossed(pieces: Sequence[Piece]) -> bool:
    """True if most of a page's letters do not stand upright, or some of its words are not what they are taken for."""
    lying = 0
    for piece in pieces:  # of every page: one loop, for it is run before anything else is known
        box = piece.box
        if not piece.upright:
            lying += len(piece.text)
        elif box.bottom - box.top > 1.5 * (box.x1 - box.x0) and len(piece.text) >= _LONG:
            return True
    return lying > _FEWEST_LYING and 2 * lying > sum(len(piece.text) for piece in pieces)


def pieces_by_words(letters: Letters, boxes: Sequence[Box], size: tuple[float, float], quarter: int) -> list[Piece]:
    """The pieces of a page of that ``size`` as it stands now that it was turned clockwise by a ``quarter``; black ``boxes`` part
    them."""
    before = size[::-1] if quarter in {90, 270} else size
    words = list(words_of(replace(letters, rotation=(letters.rotation - quarter) % 360)))
    pieces: list[Piece] = []
    for angle in (0, 90, 180, 270):
        own = Turn(before, -angle % 360)  # in which these words stand upright
        back = Turn(own.turned_size, angle)
        there = Turn(before, quarter)
        standing = [replace(word, box=own.forth(word.box)) for word, turned in words if turned == angle]
        lines = _lines(standing, [own.forth(back_of(box, there)) for box in boxes])
        upright = angle == -quarter % 360
        pieces += (replace(line, box=there.forth(back.forth(line.box)), upright=upright) for line in lines)
    return pieces


def back_of(box: Box, turn: Turn) -> Box:
    """Where a box of the turned page stands on the page as it was."""
    return Turn(turn.turned_size, -turn.quarter % 360).forth(box)


def _lines(words: list[Piece], boxes: Sequence[Box]) -> Iterator[Piece]:
    """The words that stand together in a row as one piece."""
    for row in rows_of(words):
        start = 0
        for i, (left, right) in enumerate(pairwise(row), start=1):
            if right.box.x0 - left.box.x1 > WIDE_GAP * left.size or any(_is_between(box, left, right) for box in boxes):
                yield _joined(row[start:i])
                start = i
        yield _joined(row[start:])


def _is_between(box: Box, left: Piece, right: Piece) -> bool:
    middle = (box.top + box.bottom) / 2
    return left.box.x0 < (box.x0 + box.x1) / 2 < right.box.x1 and left.box.top < middle < left.box.bottom


def _joined(words: Sequence[Piece]) -> Piece:
    text = words[0].text
    for left, right in pairwise(words):
        text += ("" if right.box.x0 - left.box.x1 < _TOUCHING * left.size else " ") + right.text
    top, bottom = min(piece.box.top for piece in words), max(piece.box.bottom for piece in words)
    return replace(words[0], text=text, box=Box(words[0].box.x0, top, words[-1].box.x1, bottom))
