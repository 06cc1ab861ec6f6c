"""A person's name, taken apart.

as written                       given           surname      what else
"Lee, Dana J."                   dana, j         lee
"Dr. Dana Lee, Ph.D."            dana            lee
"DANA VAN DER BERG"              dana            vanderberg
"MS. LEE"                                        lee          gender f
"Dana"                                           dana         one word: first name or surname, who knows
"Acme analyst Dana Lee"          dana            lee
"the dealership", "H", "3M"      no name
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from graph.given import is_common
from graph.written import display_name, fold, letters, word_set

_GENDER = {"mr": "m", "mister": "m", "sir": "m", "ms": "f", "mrs": "f", "miss": "f", "madam": "f", "mme": "f"}
_TITLES = frozenset(_GENDER) | word_set(
    "dr prof professor hon honorable judge justice magistrate chief associate senior district circuit bankruptcy president vice "
    "chairman chairwoman senator sen rep representative congressman congresswoman governor gov mayor secretary ambassador amb "
    "general gen colonel col capt captain lieutenant lt sergeant sgt corporal cpl officer agent special detective det deputy "
    "sheriff inspector commissioner director executive manager attorney counsel ceo cfo coo cto cio cmo cso evp svp vp avp "
    "sec secy asst supt pres maj major adm admiral cmdr commander sgt pfc msgr plaintiff defendant petitioner respondent appellant appellee declarant deponent witness rev reverend the"
)
_SUFFIXES = word_set("jr sr ii iii iv")
_DEGREES = word_set("esq esquire phd md jd edd dds cpa rn mba llm dvm pe mph msc bsc ma ba bs ms dphil cchp facp psyd")
_PARTICLES = word_set("van von der den de del della di da du la le los las bin ibn al el ter ten st abu dos das dal")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*['’.]?\Z")
_TWO_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}\Z")  # CC Lee
_POSSESSIVE_END = re.compile(r"(?<=\w)['’]s\Z|(?<=s)['’]\Z")
_BENT_COMMA = re.compile(r"\A([^\W\d_]{4,})\.(?=\s)")  # "Lee. Dana": OCR's full stop for a comma
_DOMAIN = re.compile(r"\w\.(?:com|org|net|gov|edu|mil|io|co)\b", re.IGNORECASE)
_OF_AN_ORGANISATION = re.compile(r"\A.*\w['’]s\s+(?=[^\W\d_a-z])")  # "Acme's Dana Lee"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in folded words. ``given`` are first and middle names or initials, ``surname`` letters only.

    ``printed`` keeps the words in reading order; it takes no part in comparison. A single word stands in ``surname``.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    gender: str = ""
    printed: tuple[str, ...] = field(default=(), compare=False)

    @property
    def bare(self) -> bool:
        """True for a single word: a surname or a first name alone."""
        return not self.given

    @property
    def monogram(self) -> str:
        """The initials of a name with a surname: ``djl`` for Dana Jane Lee; '' for a single word."""
        return "".join(word[0] for word in (*self.given, self.surname)) if self.given and len(self.surname) > 1 else ""

    @property
    def goes_by_initials(self) -> bool:
        """True for initials and a surname, and nothing else: D. J. Lee."""
        return bool(self.given) and all(len(word) == 1 for word in self.given)

    @property
    def full(self) -> bool:
        """True where first name and surname are both spelt out."""
        return len(self.first) > 1 and len(self.surname) > 1

    @property
    def first(self) -> str:
        """The first name or initial, folded; '' where there is none."""
        return self.given[0] if self.given else ""

    @property
    def display(self) -> str:
        """The name as shown to a reader: ``Dana J. Lee`` for ``LEE, DANA J.``"""
        if len(self.printed) == 1 and _is_handle(self.printed[0]):
            return self.printed[0]
        return " ".join(_capitalised(word) if word.isupper() or word.islower() else word for word in self.printed)


@lru_cache(maxsize=262_144)
def parse_name(as_written: str, *, header: bool = False) -> Name | None:
    """The name in what is printed, or None. In a ``header`` (mail, chat) names may stand in lower case; in prose they do not."""
    text = display_name(as_written)
    words = [] if _DOMAIN.search(text) else _in_reading_order(text, header=header)
    if not header:
        words = _after_lower_case(words)
    titles, words = _split_titles(words)
    suffix = letters(words.pop()) if len(words) > 1 and letters(words[-1]) in _SUFFIXES else ""
    if not words or sum(fold(word) not in _PARTICLES for word in words) > 6 or not all(_WORD.match(word) for word in words):
        return None
    name = _assemble(words, titles, suffix)
    return name if len(name.surname) > 1 or name.full or name.given else None


def _in_reading_order(text: str, *, header: bool) -> list[str]:
    """The words, without degrees, with "Last, First" turned round."""
    text = _BENT_COMMA.sub(_comma, _OF_AN_ORGANISATION.sub("", _POSSESSIVE_END.sub("", text.replace("- ", "-"))))
    parts = [_words(part) for part in text.split(",")]
    parts = [part for i, part in enumerate(parts) if part and (i == 0 or letters("".join(part)) not in _DEGREES)]
    if len(parts) < 2:
        return _surname_last(_without_degree(parts[0]), header=header) if parts else []
    head, tail = parts[0], parts[1]
    if letters(tail[0]) in _SUFFIXES:
        return [*head, tail[0]]
    return tail + head if _is_surname(head, tail) else head


def _comma(match: re.Match[str]) -> str:
    return match[0] if letters(match[1]) in _TITLES else f"{match[1]},"


def _words(text: str) -> list[str]:
    """Words with a letter in them; "J.R." and "dana_lee" are two words each."""
    spaced = re.sub(r"_+", " ", re.sub(r"\.(?=\w)", ". ", text))
    return [word if len(word) <= 3 else word.rstrip(".") for word in spaced.split() if any(c.isalpha() for c in word)]


def _without_degree(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 2 and letters(words[-1]) in _DEGREES else words


def _surname_last(words: list[str], *, header: bool) -> list[str]:
    """Much of Europe writes "LEE Dana Jane" for Dana Jane Lee; in prose "IBM Research" is more often met."""
    first, *others = words
    capitals = len(first) > 2 and first.isupper() and not any(word.isupper() and len(word) > 2 for word in others)
    a_name = bool(others) and letters(first) not in _TITLES and (header or is_common(letters(others[0])))
    return [*others, first] if capitals and a_name else words


def _is_surname(head: list[str], tail: list[str]) -> bool:
    """True for "Lee, Dana", false for "Dana Lee, Acme": what stands before the comma is a surname."""
    core = [word for word in head if fold(word) not in _PARTICLES]
    if len(core) > 1 and is_common(letters(core[0])) and not is_common(letters(tail[0])):
        return False
    return len(core) <= 2 and len(tail) <= 3 and not tail[-1].islower()


def _after_lower_case(words: list[str]) -> list[str]:
    """What follows the last word in lower case: "Acme analyst Dana Lee" names Dana Lee."""
    lower = [i for i, word in enumerate(words) if word[0].islower() and fold(word) not in _PARTICLES]
    return words[lower[-1] + 1 :] if lower else words


def _split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    count = 0
    while count < len(words) - 1 and letters(words[count]) in _TITLES:
        count += 1
    return words[:count], words[count:]


def _assemble(words: list[str], titles: list[str], suffix: str) -> Name:
    start = _surname_start(words, titled=bool(titles))
    given = tuple(letters(word) for word in words[:start])
    if len(given) > 1 and len(given[0]) == 1 and len(given[1]) > 1:
        given = given[1:]  # M. Dana Lee is called Dana
    gender = next((_GENDER[letters(t)] for t in titles if letters(t) in _GENDER), "")
    printed = (
        *(titles[-1:] if not given else ()),
        *words,
        *((suffix.upper() if suffix[:1] == "i" else f"{suffix.title()}.",) if suffix else ()),
    )
    return Name(given, letters("".join(words[start:])), suffix, gender, tuple(printed))


def _surname_start(words: list[str], *, titled: bool) -> int:
    """Where the surname begins: at a particle after the first name, else at the last word."""
    last = len(words) - 1
    opens = fold(words[0]) in _PARTICLES and (words[0].islower() or (last > 1 and fold(words[1]) in _PARTICLES))
    first = 0 if titled or opens or not is_common(letters(words[0])) else 1
    particles = (i for i in range(first, last) if fold(words[i]) in _PARTICLES)
    return next(particles, last)


def _is_handle(word: str) -> bool:
    """True for initials and login names, whose case is left alone: DJL, dlee77; not for LEE, dana."""
    return not is_common(letters(word)) and (not word[0].isupper() or (word.isupper() and len(word) <= 3))


def _capitalised(word: str) -> str:
    """``MCDONALD`` as McDonald, ``O'NEIL`` as O'Neil, ``al-dahle`` as Al-Dahle; initials and particles keep their case."""
    if len(word.strip(".")) == 1 or letters(word) in {"ii", "iii", "iv"} or _TWO_INITIALS.match(word):
        return word.upper()
    if word.islower() and word in _PARTICLES:
        return word
    shaped = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word.replace("’", "'"))
    shaped = re.sub(r"\AMc(\w)", lambda m: f"Mc{m[1].upper()}", shaped)
    return re.sub(r"'S\Z", "'s", shaped)
