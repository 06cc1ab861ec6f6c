"""Is a text layer words, or noise that a broken font left?

legible     "Plaintiffs allege that"    the commonest words of English come up, or at least words with vowels where they belong
garbage     "3ODLQWLIIV DOOHJH WKDW"    every letter moved by the same number of places; glyph numbers taken for letters

The test is of form, so that names, figures and other languages pass: it takes both, next to no common word and letters in
shares that no European language has. The words are the commonest of English prose; the shares of letters are those of English.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Fewer letters than this say nothing of a text's shares.
FEWEST_LETTERS = 80
_COMMONEST = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you
    were all her she there would their we him been has when who will no more if out so said what up its about than into them can
    only other time new some could these two may first then do any like my now over such our man me even most made after also did
    many before must through back where much your should well people down own just because good each those very see such under
    between case court order page date sent subject yes please thanks whether state law upon shall per mr inc exhibit document
    re regarding plaintiff plaintiffs defendant defendants motion attached know think get work
"""
_COMMON = frozenset(_COMMONEST.split())
_AS_WRITTEN = _COMMON.union(map(str.capitalize, _COMMON), map(str.upper, _COMMON))
_ENGLISH = dict(
    zip(
        "etaoinshrdlcumwfgypbvkjxqz",
        (
            12.7,
            9.1,
            8.2,
            7.5,
            7.0,
            6.7,
            6.3,
            6.1,
            6.0,
            4.3,
            4.0,
            2.8,
            2.8,
            2.4,
            2.4,
            2.2,
            2.0,
            2.0,
            1.9,
            1.5,
            1.0,
            0.8,
            0.2,
            0.2,
            0.1,
            0.1,
        ),
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(r"[$€£#§(+-]*\d[\d.,:/%()-]*\w{0,2}")
_ODD = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff]"
)  # controls and private codes: no letter of any script
_MOST_ODD, _FEWEST_COMMON = 0.15, 0.1
_EDGES = ".,;:!?()[]{}\"'“”‘’*<>|-–—_/&"
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Legibility:
    """Shares between 0 and 1: of the tokens that are ``common`` words, or ``shaped`` as words and figures are; of the letters
    that are ``odd`` (controls and private codes); and the ``likeness`` of its letter shares to English (1 where nothing can be said)."""

    common: float
    shaped: float
    odd: float
    likeness: float

    @property
    def garbage(self) -> bool:
        """True if next to nothing in it is a word in any language."""
        return self.odd > _MOST_ODD or (self.common < _FEWEST_COMMON and (self.shaped < 0.5 or self.likeness < 0.7))

    @property
    def score(self) -> float:
        """How good a reading is beside another of the same page."""
        return self.shaped * (1 - self.odd) * self.likeness


def legibility(text: str) -> Legibility:
    """How much of ``text`` has the form of words. Of short texts only the form of the words is looked at."""
    tokens = [token.strip(_EDGES) for token in text.split()]
    letters = sum(map(len, text.split())) + len(_ODD.findall(text))
    if not any(tokens):
        return Legibility(0.0, 1.0, 0.0, 1.0)
    return Legibility(
        common=_common(tokens),
        shaped=sum(map(_is_shaped, tokens)) / len(tokens),
        odd=len(_ODD.findall(text)) / letters,
        likeness=_likeness(text, letters),
    )


def is_garbage(text: str) -> bool:
    """True if a text layer is long enough to be judged and is no text; :func:`legibility` says by what signs."""
    tokens = text.split()
    letters = sum(map(len, tokens))
    if letters < FEWEST_LETTERS:
        return False
    # Nearly every page ends here, at a fraction of the cost: enough tokens are common words, most with nothing beside them.
    if len(_ODD.findall(text)) <= _MOST_ODD * letters and any(
        sum(map(_AS_WRITTEN.__contains__, words)) >= _FEWEST_COMMON * len(tokens)
        for words in (tokens, (token.strip(_EDGES).lower() for token in tokens))
    ):
        return False
    return legibility(text).garbage


def _common(tokens: Sequence[str]) -> float:
    return sum(token.strip(_EDGES).lower() in _COMMON for token in tokens) / len(tokens)


def _is_shaped(token: str) -> bool:
    """A figure, or a word whose capitals stand where words have them, with a vowel if it is longer than an abbreviation."""
    if not token or _FIGURE.fullmatch(token):
        return True
    if not _WORD.fullmatch(token):
        return "@" in token or "." in token.strip(".")
    plain = unicodedata.normalize("NFD", token.lower())
    return not (token.isascii() and len(token) > 3) or not _VOWELS.isdisjoint(plain)


def _likeness(text: str, seen: int) -> float:
    """The cosine between the shares of its letters and those of English; 1 if it has few Latin letters."""
    plain = unicodedata.normalize("NFD", text.lower())
    counts = {letter: count for letter in sorted(_ENGLISH, key=plain.find) if (count := plain.count(letter))}
    if sum(counts.values()) < max(FEWEST_LETTERS, 0.3 * seen):
        return 1.0
    product = sum(_ENGLISH[letter] * count for letter, count in counts.items())
    return product / math.hypot(*counts.values()) / math.hypot(*_ENGLISH.values())
