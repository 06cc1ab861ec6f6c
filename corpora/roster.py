"""Who the analyst vouches for: entries in ``corpus.toml``, and tables of custodians or aliases as parties exchange them.

    custodian,email,title          one row a person (the columns of ``people.csv`` as Pincite exports it do as well)
    alias_name,person_name         one row a form: the rows of one person are one entry

A table is CSV with a header (comma, semicolon or tab; UTF-8). Columns are known by their usual names, whatever the case and the marks
between words; other columns are left aside. Several forms stand in one cell with ";" between them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import CorpusError

KINDS = ("person", "organisation")
_COLUMNS = {
    "name": "name person personname fullname displayname custodian custodianname",
    "aliases": "alias aliases aliasname alsoknownas aka form forms",
    "addresses": "address addresses email emails emailaddress emailaddresses mail",
    "organisation": "organisation organization company employer",
    "role": "role roles title jobtitle position",
    "kind": "kind",
}
_FIELD = {column: field for field, columns in _COLUMNS.items() for column in columns.split()}
_WITH_ADDRESS = re.compile(r"^(?P<name>.*?)\s*[<\[(]\s*(?P<address>[^\s<>\[\]()]+@[^\s<>\[\]()]+)\s*[>\])]$")
_ADDRESS = re.compile(r"\S+@\S+")  # "@ada" is a handle, so a name
_TURNED = re.compile(
    r"^(?P<surname>[^,\s]+(?:\s[^,\s]+)?),\s*(?P<given>(?!\s|Jr|Sr|Inc|LLC|LLP|Ltd|Esq|I{1,3}\b|IV\b)[^,]+)$"
)  # "Voss, Katharina"
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")  # as exports write what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person or organisation that the analyst vouches for."""

    name: str
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    kind: str = "person"

    def joined(self, other: RosterEntry) -> RosterEntry:
        """Itself with the forms of ``other``, and with what only ``other`` tells."""
        forms = dict.fromkeys((*self.aliases, *other.aliases))
        return replace(
            self,
            aliases=tuple(form for form in forms if form != self.name),
            addresses=tuple(dict.fromkeys((*self.addresses, *other.addresses))),
            organisation=self.organisation or other.organisation,
            role=self.role or other.role,
        )


def read_roster(path: Path) -> tuple[RosterEntry, ...]:
    """The entries of a table, in its order.

    :raises CorpusError: the table cannot be read, has no column of names, or a row of it names nobody; the message names file and row.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: the roster cannot be read: {error}") from error
    rows = csv.reader(lines, delimiter=_delimiter(lines))
    header = next(rows, [])
    fields = [_FIELD.get(re.sub(r"\W|_", "", column).lower(), "") for column in header]
    if "name" not in fields:
        raise CorpusError(f'{path}: the roster has no column "name"; its columns are: {", ".join(header) or "none"}')
    return join(
        _entry(_cells(fields, row), f"{path}, line {rows.line_num}") for row in rows if any(cell.strip() for cell in row)
    )


def _delimiter(lines: Sequence[str]) -> str:
    return max(",;\t", key=lines[0].count) if lines else ","


def _cells(fields: Sequence[str], row: Sequence[str]) -> dict[str, list[str]]:
    """What stands in each known column; two columns of one sort (``email``, ``emails``) are read as one."""
    cells: dict[str, list[str]] = {}
    for field, cell in zip(fields, row, strict=False):
        whole = _GUARDED.sub("", cell)
        parts = whole.split(";") if field in {"aliases", "addresses"} else [whole]
        cells.setdefault(field, []).extend(part for part in map(str.strip, parts) if part)
    return cells


def _entry(cells: Mapping[str, Sequence[str]], where: str) -> RosterEntry:
    name = " ".join(cells["name"])
    if not name:
        raise CorpusError(f"{where}: a row of the roster names nobody")
    kind = (" ".join(cells.get("kind", ())) or "person").lower()
    if kind not in KINDS:
        raise CorpusError(f'{where}: no kind "{kind}"; it is one of {", ".join(KINDS)}')
    aliases, addresses = _forms((*cells.get("aliases", ()), *cells.get("addresses", ())))
    turned = _TURNED.sub(r"\g<given> \g<surname>", name) if kind == "person" else name
    return RosterEntry(
        turned,
        tuple(alias for alias in dict.fromkeys((*([name] if name != turned else ()), *aliases)) if alias != turned),
        addresses,
        " ".join(cells.get("organisation", ())),
        "; ".join(cells.get("role", ())),
        kind,
    )


def _forms(cells: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and addresses apart: ``Jane <jane@firm.example>`` is one of each."""
    names: dict[str, None] = {}
    addresses: dict[str, None] = {}
    for cell in cells:
        both = _WITH_ADDRESS.match(cell)
        if both:
            names[both["name"].strip("'\" ")] = None
            addresses[both["address"]] = None
        else:
            (addresses if _ADDRESS.fullmatch(cell) else names)[cell] = None
    return tuple(filter(None, names)), tuple(addresses)


def join(entries: Iterable[RosterEntry]) -> tuple[RosterEntry, ...]:
    """Rows of one name as one entry, in the order in which the names first stand."""
    found: dict[tuple[str, str], RosterEntry] = {}
    for entry in entries:
        key = _key(entry)
        found[key] = found[key].joined(entry) if key in found else entry
    return tuple(found.values())


def with_table(entries: Sequence[RosterEntry], table: Sequence[RosterEntry]) -> tuple[RosterEntry, ...]:
    """The entries of ``corpus.toml`` and those of the table: where one of the former, and no other, bears the name or an address of
    one of the latter, they are one."""
    known, rest = list(entries), []
    for row in table:
        same = [
            i for i, entry in enumerate(entries) if _key(entry) == _key(row) or (entry.kind == row.kind and _shares(entry, row))
        ]
        if len(same) == 1:
            known[same[0]] = known[same[0]].joined(replace(row, aliases=(row.name, *row.aliases)))
        else:
            rest.append(row)
    return (*known, *rest)


def _shares(one: RosterEntry, other: RosterEntry) -> bool:
    return not {a.casefold() for a in one.addresses}.isdisjoint(a.casefold() for a in other.addresses)


def _key(entry: RosterEntry) -> tuple[str, str]:
    return entry.name.casefold(), entry.kind
