"""A quotation as a row of words, with what the one who quotes has changed and says so.

piece     "We [were] told ... to stop"      we | told | to stop
gap       [were]                            up to LONGEST_INSERTION words of the source, or none
          ...                               up to LONGEST_OMISSION words
"[t]his"  this                              a letter in brackets is a letter
"[sic]"   nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.written import fold
from ingest.span import Span

RUN = 3  # words that stand together: what quotations are looked up by
LONGEST_INSERTION = 12  # words
LONGEST_OMISSION = 400

# Hyphens join, also over a line's end, so that "e-mail" and "email", "licens-\ning" and "licensing" are one word.
_WORD = re.compile(r"[^\W_]+(?:(?:['’]|-(?:[ \t]*\r?\n[ \t>|]*)?)[^\W_]+)*")
_NOTE = re.compile(
    r"\[\s*(?:sic|[\w\s]*(?:added|omitted|original|supplied)|footnotes?[\w\s]*)\s*\.?\]|\((?:emphasis|footnotes?)[^)]*\)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\[(\w{1,2})\](?=\w)")
_BLANK = "\u200b"
_CHANGE = re.compile(r"(?P<omission>\.(?:\s?\.){2,3}|…|\*(?:\s?\*){2,})|(?P<insertion>\w*\[[^\]]*\]\w*)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared (folded, without hyphens), and where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together in the source; ``gap`` is how many words of it may stand before them."""

    words: tuple[Word, ...]
    gap: int = 0

    @property
    def folded(self) -> tuple[str, ...]:
        """The words as compared."""
        return tuple(word.folded for word in self.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """A run of a quotation met in a document: of which piece, and at which word that piece would begin."""

    piece: int
    start: int


@dataclass(frozen=True, slots=True)
class Match:
    """The best place of a quotation in a document, 0 to 1 how alike the two are, and pairs of what differs: a span of the
    quotation and a span of the document, either of which may be empty. ``exact`` where every letter stands."""

    span: Span
    score: float
    differences: tuple[tuple[Span, Span], ...] = ()
    exact: bool = True


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of ``RUN`` words."""
    return zip(*(words[i:] for i in range(RUN)), strict=False)


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a text, or of a part of it."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(_folded(match[0]), match.start(), match.end())


def _folded(word: str) -> str:
    plain = word.casefold() if word.isascii() else fold(word)
    return plain if plain.isalnum() else re.sub(r"[^\w']+", "", plain)


def pieces_of(quotation: str) -> tuple[Piece, ...]:
    """The pieces of a quotation; offsets of words are those of ``quotation``."""
    # Each replacement keeps the length, so that offsets do not move.
    text = _NOTE.sub(lambda m: " " * len(m[0]), quotation)
    text = _LETTERS.sub(lambda m: _BLANK + m[1] + _BLANK, text)
    pieces: list[Piece] = []
    start = gap = 0
    for change in (*_CHANGE.finditer(text), None):
        words = tuple(_joined_letters(text, start, change.start() if change else len(text)))
        if words:
            pieces.append(Piece(words, gap if pieces else 0))
            gap = 0
        if change:
            start, gap = change.end(), gap + (LONGEST_OMISSION if change["omission"] else LONGEST_INSERTION)
    return tuple(pieces)


def _joined_letters(text: str, start: int, end: int) -> Iterator[Word]:
    """Words, with a bracketed letter (its brackets are zero-width blanks by now) joined to what follows."""
    letter: Word | None = None
    for word in words_of(text, start, end):
        whole = Word(letter.folded + word.folded, letter.start, word.end) if letter else word
        alone = text[word.end : word.end + 1] == _BLANK == text[word.start - 1 : word.start]
        letter = whole if alone else None
        if not alone:
            yield whole
