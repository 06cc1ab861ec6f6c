"""What the engine makes of words, mended where the page leaves no doubt.

bar        "|" within a sentence, "A.|."        an upright I
address    "mreyes @ acme.example"              one word: no blank is printed about the sign
quotes     "‘““Novalith’’"                      a double mark is read as two single ones
kept       "Removal", of which it is unsure     a word that stands on a line among words of which it is sure
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.piece import Piece

_BAR, _SMALL = re.compile(r"\|(?:['’][a-z]+|,)?\Z"), re.compile(r"[a-z]+['’]?[a-z]*,?\Z")
_SIGN = re.compile(r"@|@[\w.-]+\S*|\S*\w@")
_DOUBLED = ((re.compile("‘[‘“]“?|“[‘“]"), "“"), (re.compile("’[’”]|”[’”]"), "”"))
_INITIAL = re.compile(r"(?<=\b[A-Z]\.)\|(?=\.)|(?<![\w.|])\|(?=\.[A-Z]\.)")
# Tokens that no English text has, and what is printed where the engine gives them.
_MISREAD = {"Jd.": "Id.", "Il.": "II.", "Vv.": "v.", "Ce:": "Cc:"}
_ELISION = re.compile(r"[\W_]*[OD]['’]")
_SURE, _DOUBTFUL = 50.0, 35.0
_NARROWEST, _WIDEST = 0.3, 1.0  # of its height is the width of a letter, on average


@dataclass(frozen=True, slots=True)
class Guess:
    """A word as the engine gives it; ``sure`` from 0 to 100; ``line`` tells which line of the engine's it belongs to."""

    piece: Piece
    sure: float
    line: object


def mended(guesses: Sequence[Guess]) -> tuple[Piece, ...]:
    """The words that are kept, mended."""
    pieces = _parted([guess.piece for guess in _kept(guesses)])
    return tuple(_joined(replace(piece, text=_plain(piece.text)) for piece in _with_pronouns(pieces)))


def _kept(guesses: Sequence[Guess]) -> Iterator[Guess]:
    """Without the words of which the engine is unsure: most are specks and handwriting. Those that stand like a word beside a
    sure one are print all the same."""
    before: Guess | None = None
    for guess, after in zip(guesses, (*guesses[1:], None), strict=False):
        follows = after if after is not None and after.sure >= _SURE else None
        beside = [other for other in (before, follows) if other is not None and other.line == guess.line]
        if guess.sure >= _DOUBTFUL or (_is_shaped(guess.piece) and any(_near(guess.piece, other.piece) for other in beside)):
            before = guess
            yield guess


def _is_shaped(piece: Piece) -> bool:
    width = (piece.box.x1 - piece.box.x0) / max(1, len(piece.text))
    height = piece.box.bottom - piece.box.top
    return piece.text[:1].isprintable() and _NARROWEST * height <= width <= _WIDEST * height


def _near(one: Piece, other: Piece) -> bool:
    gap = max(one.box.x0, other.box.x0) - min(one.box.x1, other.box.x1)
    like = 0.6 < (one.box.bottom - one.box.top) / max(0.1, other.box.bottom - other.box.top) < 1.6
    return like and gap < one.size and abs(one.middle - other.middle) < 0.5 * one.size


def _parted(pieces: Sequence[Piece]) -> list[Piece]:
    """The box of a word ends before the next word begins: in large print the engine lets it run on, and words would be joined."""
    ends = [_before(piece, after) for piece, after in zip(pieces, (*pieces[1:], None), strict=False)]
    return [replace(piece, box=replace(piece.box, x1=end)) for piece, end in zip(pieces, ends, strict=True)]


def _before(piece: Piece, after: Piece | None) -> float:
    box = piece.box
    if (
        after is None
        or abs(after.middle - piece.middle) > 0.5 * piece.size
        or not box.x0 < after.box.x0 < box.x1 + 0.2 * piece.size
    ):
        return box.x1
    return max(box.x0 + 0.5 * (after.box.x0 - box.x0), after.box.x0 - 0.2 * piece.size)


def _with_pronouns(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The engine reads an upright "I" as a bar: a bar within a sentence is that word; the bars of tables stay."""
    for before, piece, after in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False):
        alone = _BAR.match(piece.text) is not None
        if alone and (_goes_on(piece, after) or (before is not None and _goes_on(before, piece, begun=True))):
            yield replace(piece, text="I" + piece.text[1:])
        else:
            yield piece


def _goes_on(left: Piece, right: Piece | None, *, begun: bool = False) -> bool:
    """True if two pieces stand side by side on one line, and the later (the earlier if ``begun``) is a word in small letters."""
    if right is None or not 0 <= right.box.x0 - left.box.x1 < left.size or abs(right.middle - left.middle) > 0.5 * left.size:
        return False
    return _SMALL.match(left.text if begun else right.text) is not None


def _plain(text: str) -> str:
    """A word with its marks as they are printed."""
    for pattern, mark in _DOUBLED:
        text = pattern.sub(mark, text)
    return _MISREAD.get(text) or _INITIAL.sub("I", text)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The parts of an address, or of a name such as O'Hara, as one word."""
    found: list[Piece] = []
    for piece in pieces:
        if found and _is_one_word(found[-1], piece):
            last = found[-1]
            found[-1] = replace(last, text=last.text + piece.text, box=replace(last.box, x1=max(last.box.x1, piece.box.x1)))
        else:
            found.append(piece)
    return found


def _is_one_word(left: Piece, right: Piece) -> bool:
    gap = (right.box.x0 - left.box.x1) / max(1.0, left.size)
    if not 0 <= gap < 1 or abs(right.middle - left.middle) > 0.5 * left.size:
        return False
    sign = _SIGN.fullmatch(right.text) is not None or (left.text.endswith("@") and right.text[:1].isalnum())
    name = _ELISION.fullmatch(left.text) is not None and right.text[:1].isupper()
    return (sign and (gap < 0.6 or "." in right.text)) or (name and gap < 0.45)
