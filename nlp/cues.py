"""The lexicon of reported speech (``nlp/cues.toml``): which words report, and how.

say    "She said (that) it works"           any subject
tell   "She told him that it works"         the object is the hearer
find   "The court found that it works"      of somebody who rules or judges
show   "The letter suggests that it works"  of somebody, or of a paper
prove  "The report shows that it works"     of a paper alone
add    "..., she added"                     carries a report on
ask    "He asked whether it works"
as     "She described it as a toy"          what follows the object is the content
claim  "She claims to have tested it"
discuss "He and she discussed the use of it"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, cast

Frame = Literal["say", "tell", "find", "show", "prove", "add", "ask", "as", "claim", "discuss"]


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("nlp").joinpath("cues.toml").read_text(encoding="utf-8"))


@cache
def _verbs() -> dict[str, frozenset[Frame]]:
    frames: dict[str, set[Frame]] = {}
    for frame, verbs in _table()["verbs"].items():
        for verb in verbs:
            frames.setdefault(verb, set()).add(cast("Frame", frame))
    return {verb: frozenset(found) for verb, found in frames.items()}


def frames_of(verb: str) -> frozenset[Frame]:
    """The frames that a verb's base form takes; empty if it reports nothing.

    >>> sorted(frames_of("promise"))
    ['tell']
    """
    return _verbs().get(verb, frozenset())


@cache
def heads_of_frames() -> frozenset[str]:
    """The base forms that have a frame, alone or with the word after them: "point" of "point out".

    >>> "point" in heads_of_frames()
    True
    """
    return frozenset(verb.split()[0] for verb in _verbs())


Polarity = Literal["said", "denied", "asked"]


@cache
def _polarities() -> tuple[tuple[Polarity, re.Pattern[str]], ...]:
    table = _table()["polarity"]
    return (
        ("denied", re.compile(rf"\b(?:{'|'.join(map(_any_form, table['denied']))})\b", re.IGNORECASE)),
        ("asked", re.compile(rf"\b(?:{'|'.join(map(_any_form, table['asked']))})\b", re.IGNORECASE)),
    )


def polarity_of(cue: str) -> Polarity:
    """Whether words with this cue are said to be so, denied, or asked.

    >>> polarity_of("denied"), polarity_of("asking"), polarity_of("wrote")
    ('denied', 'asked', 'said')
    """
    return next((polarity for polarity, pattern in _polarities() if pattern.search(cue)), "said")


Attitude = Literal["think", "want", "judge", "about"]


@cache
def attitude(kind: Attitude) -> frozenset[str]:
    """Verbs of thinking, wanting and judging, read outside filings alone; those of "about" with their preposition.

    >>> "call for" in attitude("about")
    True
    """
    return frozenset(_table()["attitudes"][kind])


@cache
def heads_of_attitudes() -> frozenset[str]:
    """The base forms of those verbs, without particle and preposition: "call" of "call for".

    >>> "call" in heads_of_attitudes()
    True
    """
    return frozenset(verb.split()[0] for verbs in _table()["attitudes"].values() for verb in verbs)


@cache
def reporting_nouns() -> frozenset[str]:
    """Nouns that may take a content: "claim", "assurance"."""
    return frozenset(_table()["nouns"]["of"])


@cache
def paper_nouns() -> frozenset[str]:
    """Nouns of papers that somebody wrote: they may "say" and "show"."""
    return frozenset(_table()["papers"]["nouns"])


@cache
def telling_papers() -> frozenset[str]:
    """Papers that argue or inform: they may "show" as well."""
    return frozenset(_table()["papers"]["telling"])


@cache
def phrases() -> tuple[tuple[str, ...], ...]:
    """Phrases that stand before the name of who speaks, as words, longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in _table()["phrases"]["before"]), key=len, reverse=True))


@cache
def _phrases_by_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {first: tuple(p for p in phrases() if p[0] == first) for first in {p[0] for p in phrases()}}


def phrase_at(words: Sequence[str]) -> tuple[str, ...] | None:
    """The phrase that these words begin with.

    >>> phrase_at(["according", "to", "quill"])
    ('according', 'to')
    """
    return next((p for p in _phrases_by_word().get(words[0], ()) if tuple(words[: len(p)]) == p), None)


def opens_phrase(word: str) -> bool:
    """True for the first word of a phrase that stands before a name."""
    return word in _phrases_by_word()


@cache
def silent_nouns() -> frozenset[str]:
    """Nouns of what shows without speaking: "records", "the rule"."""
    return frozenset(_table()["sources"]["silent"])


@cache
def measure_nouns() -> frozenset[str]:
    """Nouns that count others: "a series of reports"."""
    return frozenset(_table()["sources"]["measures"])


@cache
def people_nouns() -> frozenset[str]:
    """Nouns of persons and bodies that speak: "witness", "company"."""
    return frozenset(_table()["people"]["nouns"])


_IRREGULAR = "said told wrote written held found spoke spoken swore sworn began made confer ruled cast paint pled laid fired shot went goes"

_IRREGULAR_ATTITUDES = "thought felt knew known heard hidden saw seen sought chose chosen meant understood believed forgot bet foresaw foreseen beaten"


def _any_form(word: str) -> str:
    """A pattern for all regular forms: "say", "says", "deny", "denies", "plan", "planned"."""
    if word[-1] == "e":
        return re.escape(word[:-1]) + "(?:e|es|ed|ing|er)"
    if word[-1] == "y":
        return re.escape(word[:-1]) + "(?:y|ys|ies|ied|ying|yed)"
    return re.escape(word) + rf"(?:s|es|ed|ing|t|{word[-1]}ed|{word[-1]}ing)?"


@cache
def _report(*, attitudes: bool) -> re.Pattern[str]:
    stems = {verb.split()[0] for verb in _verbs()} | reporting_nouns()
    if attitudes:
        stems |= {verb.split()[0] for verbs in _table()["attitudes"].values() for verb in verbs}
    words = sorted(_any_form(stem) for stem in stems)
    phrases_ = [r"\s+".join(map(re.escape, phrase)) for phrase in phrases()]
    irregular = f"{_IRREGULAR} {_IRREGULAR_ATTITUDES}" if attitudes else _IRREGULAR
    return re.compile(rf"\b(?:{'|'.join([*words, *irregular.split(), *phrases_])})\b", re.IGNORECASE)


def may_report(sentence: str, *, attitudes: bool = False) -> bool:
    """True if a sentence has a word of the lexicon (or of attitudes too) in any form, or a quotation mark: worth parsing."""
    return bool(_report(attitudes=attitudes).search(sentence)) or any(mark in sentence for mark in '“”"')
