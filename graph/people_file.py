"""Who is who as files: one person or organisation a line, with every form of the name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.csv_file import write_csv
from graph.jsonl_file import write_jsonl
from graph.people import Person
from graph.row import SEPARATOR

COLUMNS: tuple[str, ...] = ("person_id", "name", "kind", "forms", "addresses", "roles", "organisation", "statements")


def as_dict(person: Person) -> dict[str, object]:
    """A person as one JSON object."""
    return {
        "person_id": person.id,
        "name": person.name,
        "kind": person.kind,
        "forms": list(person.forms),
        "addresses": list(person.addresses),
        "roles": list(person.roles),
        "organisation": person.organisation,
        "statements": person.statements,
    }


def write_people_csv(path: Path, persons: Iterable[Person]) -> int:
    """The people as CSV, several values in a cell divided by "; "; how many there were."""
    rows = (as_dict(person) for person in persons)
    return write_csv(path, COLUMNS, ([_cell(row[column]) for column in COLUMNS] for row in rows))


def write_people_jsonl(path: Path, persons: Iterable[Person]) -> int:
    """The people as JSON Lines; how many there were."""
    return write_jsonl(path, map(as_dict, persons))


def _cell(value: object) -> object:
    return SEPARATOR.join(value) if isinstance(value, list) else value
