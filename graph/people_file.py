"""Who is who as files: one person or organisation a line, with every form of the name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from graph.affiliation import Affiliation
from graph.csv_file import write_csv
from graph.jsonl_file import write_jsonl
from graph.people import Person
from graph.row import SEPARATOR

COLUMNS: tuple[str, ...] = (
    "person_id",
    "name",
    "kind",
    "forms",
    "addresses",
    "roles",
    "organisation",
    "statements",
    "affiliations",
)
Affiliations = Mapping[str, tuple[Affiliation, ...]]


def as_dict(person: Person, affiliations: Affiliations) -> dict[str, object]:
    """A person as one JSON object. The organisation is the roster's, else the one that the papers say; '' if they say several."""
    theirs = affiliations.get(person.id, ())
    return {
        "person_id": person.id,
        "name": person.name,
        "kind": person.kind,
        "forms": list(person.forms),
        "addresses": list(person.addresses),
        "roles": list(person.roles),
        "organisation": person.organisation or _only_organisation(theirs),
        "statements": person.statements,
        "affiliations": [{**asdict(one), "cites": list(one.cites)} for one in theirs],
    }


def _only_organisation(affiliations: Iterable[Affiliation]) -> str:
    found = {one.organisation for one in affiliations if one.relation != "represents" and one.organisation_id}
    return next(iter(found)) if len(found) == 1 else ""


def write_people_csv(path: Path, persons: Iterable[Person], affiliations: Affiliations) -> int:
    """The people as CSV, several values in a cell divided by "; "; how many there were."""
    rows = ({**as_dict(one, affiliations), "affiliations": [a.words for a in affiliations.get(one.id, ())]} for one in persons)
    return write_csv(path, COLUMNS, ([_cell(row[column]) for column in COLUMNS] for row in rows))


def write_people_jsonl(path: Path, persons: Iterable[Person], affiliations: Affiliations) -> int:
    """The people as JSON Lines; how many there were."""
    return write_jsonl(path, (as_dict(person, affiliations) for person in persons))


def _cell(value: object) -> object:
    return SEPARATOR.join(value) if isinstance(value, list) else value
