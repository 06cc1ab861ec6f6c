"""He or she? What a text tells of a person's sex: the form of address, the noun, the given name, or the pronouns that follow.

"Mrs. Quill", "the old woman"        f
"Tom Reyes"                          m, by the list of given names in nlp/names.toml
"Tuppence ... she ... her ... she"   f: by far the most pronouns that come next after the name are hers
"Dr. Lee"                            ''
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nlp.name import listed

Sex = Literal["m", "f", ""]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_NEXT = re.compile(r"[^A-Z“”\"]{0,80}?\b(he|him|his|himself|she|her|herself)\b")
_FEWEST = 3  # pronouns that must speak for a name
_SHARE = 0.75


def sex_of_pronoun(word: str) -> Sex:
    """As in "she"; '' for "it" and "they"."""
    return "m" if word.lower() in HE else "f" if word.lower() in SHE else ""


@dataclass(frozen=True)
class Genders:
    """The sexes of the people of one text."""

    text: str

    def of(self, written: str) -> Sex:
        """The sex of whoever goes by these words, '' if they and the text do not tell.

        >>> Genders("").of("Aunt Polly"), Genders("").of("the old man"), Genders("").of("Quill")
        ('f', 'm', '')
        """
        words = [word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(written)]
        for word in words:
            if word in listed("male"):
                return "m"
            if word in listed("female"):
                return "f"
        for word in words:
            if word in listed("men"):
                return "m"
            if word in listed("women"):
                return "f"
        return next((sex for word in _WORD.findall(written) if (sex := self._by_pronouns.get(word, ""))), "")

    @cached_property
    def _by_pronouns(self) -> dict[str, Sex]:
        counts: dict[str, Counter[Sex]] = {}
        line = " ".join(self.text.split())
        for name in re.finditer(
            r"(?<=[a-z,;] )[A-Z][a-z’'-]+|(?<=[.!?”\"] )[A-Z][a-z’'-]+(?= [a-z]+(?:ed|s|id|ook|ame|ent)\b)", line
        ):
            following = _NEXT.match(line, name.end())
            if following:
                counts.setdefault(name[0], Counter())[sex_of_pronoun(following[1])] += 1
        return {name: sex for name, found in counts.items() if (sex := _clear(found))}


def _clear(found: Counter[Sex]) -> Sex:
    sex, most = found.most_common(1)[0]
    return sex if most >= _FEWEST and most >= _SHARE * found.total() else ""
