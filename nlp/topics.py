"""What a statement is about: topics are lists of terms, found as words, in any case; ``licens*`` takes any ending.

topics_of("We should pull LibGen tonight", BUILT_IN)     ("data sourcing",)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's name and the terms that show it. A term is a word or phrase; a final ``*`` takes any ending."""

    name: str
    terms: tuple[str, ...]


def load_built_in() -> tuple[Topic, ...]:
    """The topics that come with Pincite, from ``nlp/topics.toml`` (its comments name the sources of the terms)."""
    table = tomllib.loads(files("nlp").joinpath("topics.toml").read_text(encoding="utf-8"))
    return tuple(Topic(name, tuple(entry["terms"])) for name, entry in table.items())


BUILT_IN = load_built_in()


@lru_cache(maxsize=256)
def _pattern(topic: Topic) -> re.Pattern[str]:
    alternatives = sorted((_term(term) for term in topic.terms), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


def _term(term: str) -> str:
    stem = term.removesuffix("*")
    words = r"[\s-]+".join(re.escape(word).replace("'", "['’]") for word in re.split(r"[\s-]+", stem))
    return words + r"\w*" if term.endswith("*") else words


def topics_of(text: str, topics: Iterable[Topic]) -> tuple[str, ...]:
    """The names of the topics whose terms stand in ``text``, in the order given."""
    return tuple(topic.name for topic in topics if topic.terms and _pattern(topic).search(text))
