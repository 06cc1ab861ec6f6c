"""Can two names be one person's? A judgement has three values.

Dana J. Lee    Lee, Dana        SAME       equal name
Bob Ray        Robert Ray       SAME       nickname
D. Lee         Dana Lee         UNSURE     initial          (one more thing must speak for it: nobody else fits)
Lee            Dana Lee         UNSURE     single word
Dana A. Lee    Dana B. Lee      DIFFERENT  middle names
Dana Lee       Anna Lee         DIFFERENT  first names
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from graph.given import gender_of, is_common, is_short_for, may_be_one, share_a_short_form
from graph.name import Name
from graph.spelling import is_slip, is_transliteration, likeness, look


class Judgement(Enum):
    """What can be said of two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement, the rule that made it, and 0 to 1 how much the two are alike."""

    judgement: Judgement
    rule: str
    score: float = 1.0


Rule = Callable[[Name, Name], Verdict | None]

_DIFFERENT = Judgement.DIFFERENT
_EQUAL = Verdict(Judgement.SAME, "equal name", 1.0)


def _suffixes(a: Name, b: Name) -> Verdict | None:
    clash = a.suffix and b.suffix and a.suffix != b.suffix
    return Verdict(_DIFFERENT, "suffixes", 0.0) if clash else None


def _genders(a: Name, b: Name) -> Verdict | None:
    """A Mr. is not a Ms., nor a Grace; the first names by themselves are judged as names."""
    titled = a.gender or b.gender
    clash = titled and {_gender(a), _gender(b)} == {"m", "f"}
    return Verdict(_DIFFERENT, "titles", 0.0) if clash else None


def _gender(name: Name) -> str:
    return name.gender or gender_of(name.first)


def _single_words(a: Name, b: Name) -> Verdict | None:
    if not (a.bare or b.bare):
        return None
    may = any(_may_name(x, y) for x, y in ((a, b), (b, a)))
    return Verdict(Judgement.UNSURE, "single word") if may else Verdict(_DIFFERENT, "single word", 0.0)


def _may_name(bare: Name, other: Name) -> bool:
    """A single word may be the other's surname or first name, or a slip for the surname."""
    if not bare.bare:
        return False
    return other.surname == bare.surname or is_slip(bare.surname, other.surname) or may_be_one(bare.surname, other.first)


def _turned_round(a: Name, b: Name) -> Verdict | None:
    """As "Lee Dana" for Dana Lee: no two of the words may both be common first names."""
    turned = a.given[:1] == (b.surname,) and b.given[:1] == (a.surname,)
    if not turned:
        return None
    both_first = is_common(a.surname) and is_common(b.surname)
    return Verdict(Judgement.UNSURE if both_first else Judgement.SAME, "turned round", 0.9)


def _run_together(a: Name, b: Name) -> Verdict | None:
    """As "AnnaMarie Lee" and "Anna Marie Lee", "DanaLee" and "Dana Lee"."""
    same = "".join((*a.given, a.surname)) == "".join((*b.given, b.surname)) and len(a.given) != len(b.given)
    return Verdict(Judgement.SAME, "equal name", 1.0) if same else None


def _transliterated(a: Name, b: Name) -> Verdict | None:
    """As "Osman Ladim" and "Usman Ladem", "Phillip Lee" and "Philip Lee": but Karen and Karin, Reed and Reid are two names."""
    first, surname = is_transliteration(a.first, b.first), is_transliteration(a.surname, b.surname)
    common = is_common(a.first) or is_common(b.first)
    one_first = share_a_short_form(a.first, b.first) if common else first or a.first == b.first
    together = one_first and (surname or a.surname == b.surname) and middles_agree(a.given[1:], b.given[1:])
    return Verdict(Judgement.SAME, "near spelling", 0.85) if together and (first or surname) else None


def _surnames(a: Name, b: Name) -> Verdict | None:
    if a.surname == b.surname or is_slip(a.surname, b.surname):
        return None
    return Verdict(_DIFFERENT, "surnames", 0.0)


def _first_names(a: Name, b: Name) -> Verdict | None:
    return Verdict(_DIFFERENT, "first names", 0.0) if not _first_relation(a.first, b.first) else None


def _middle_names(a: Name, b: Name) -> Verdict | None:
    return Verdict(_DIFFERENT, "middle names", 0.0) if not middles_agree(a.given[1:], b.given[1:]) else None


def _alike(a: Name, b: Name) -> Verdict | None:
    relation, surname = _first_relation(a.first, b.first), likeness(a.surname, b.surname)
    if a.surname == b.surname:
        judgement = Judgement.UNSURE if relation in {"initial", "may be one"} else Judgement.SAME
        return Verdict(judgement, relation, likeness(a.first, b.first) if relation == "near spelling" else _SCORES[relation])
    if relation == "equal name":
        return Verdict(Judgement.SAME, "near spelling", surname)
    return Verdict(Judgement.UNSURE if relation == "initial" else _DIFFERENT, "near spelling", surname)


_SCORES = {"equal name": 1.0, "nickname": 0.9, "initial": 0.8, "may be one": 0.7}

RULES: tuple[Rule, ...] = (
    _suffixes,
    _genders,
    _run_together,
    _single_words,
    _turned_round,
    _transliterated,
    _surnames,
    _first_names,
    _middle_names,
    _alike,
)


def judge(a: Name, b: Name) -> Verdict:
    """The first rule that is sure of anything decides; the same either way round."""
    if a == b and not a.bare:
        return _EQUAL
    return next(verdict for rule in RULES if (verdict := rule(a, b)) is not None)


def _first_relation(a: str, b: str) -> str:
    """How two first names go together; '' if they do not."""
    if a == b:
        return "equal name"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[:1] == b[:1] else ""
    if is_short_for(a, b):
        return "nickname"
    if may_be_one(a, b):
        return "may be one"
    # Two common names are two names, however near: Eric and Erica.
    slip = not (is_common(a) and is_common(b)) and min(len(a), len(b)) >= 4 and (is_slip(a, b) or likeness(a, b) >= 0.75)
    return "near spelling" if slip and look(a[0]) == look(b[0]) else ""


def middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True unless both have middle names and the shorter row does not stand, in order, in the longer."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return all(any(m[0] == o[0] and (m == o or len(m) == 1 or len(o) == 1 or is_slip(m, o)) for o in rest) for m in short)


def same_first(a: Name, b: Name) -> bool:
    """True if the first names, or an initial, can be one person's."""
    return not a.bare and not b.bare and bool(_first_relation(a.first, b.first))
