"""Statements that are one and the same, printed in several papers: one e-mail filed five times is told once, with five cites.

message     sent by one, at one time, in the same words; or nearly the same as another by its shingles
paper       a statement of a paper that is filed again, sealed or stamped otherwise: the same words, as often as they are said there

    copies = find_copies(corpus, people)        {"91f0…": "03ab…"}: a copy, and the first of its kind by document and place
    each_once(timeline(rows), copies)           the first of each, its cite followed by "(also Dkt. 501-7 at 2)"

What is quoted in two briefs is said twice, and stays; nothing is dropped from the statements themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from corpora.corpus import Corpus
from corpora.duplicate import Group, near_duplicates
from corpora.record import Record
from graph.people import People
from graph.row import Row
from graph.timeline import by_date
from ingest.span import Span

_MESSAGES = frozenset({"email", "chat"})
_LETTERS = re.compile(r"[\W_]+")
_Key = tuple[object, ...]


def find_copies(corpus: Corpus, people: People) -> dict[str, str]:
    """The copies of statements, each with the first of its kind."""
    alike = _Alike(near_duplicates(corpus))
    first: dict[_Key, Record] = {}
    copies: dict[str, str] = {}
    seen: Counter[_Key] = Counter()
    for record in corpus.records(inferred=False):
        key = alike.key(record, people)
        if key is None:
            continue
        document = record.statement.document_id
        seen[(document, key)] += 1
        root = first.setdefault((key, seen[(document, key)]), record)
        if root is not record:
            copies[record.statement.id] = root.statement.id
    return copies


class _Alike:
    """What tells that two statements may be one."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._papers: dict[str, int] = {}
        self._messages: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        for number, group in enumerate(groups):
            for copy in group.copies:
                if group.unit == "document":
                    self._papers[copy.document_id] = number
                else:
                    self._messages[copy.document_id].append((copy.span, number))

    def key(self, record: Record, people: People) -> _Key | None:
        """Equal for statements that are one; None for one that stands alone."""
        said = record.statement
        if said.kind in _MESSAGES:
            near = next((n for span, n in self._messages.get(said.document_id, ()) if span.overlaps(said.span)), None)
            if near is not None:
                return ("near", near)
        who = tuple(person.id for party in said.attribution.speakers if (person := people.of(said.document_id, party)))
        if said.kind in _MESSAGES and said.when is not None and who:
            return ("message", who, said.when.iso, _letters(record.text))
        paper = self._papers.get(said.document_id)
        return None if paper is None else ("paper", paper, said.kind, who, _letters(record.text))


def _letters(words: str) -> str:
    return _LETTERS.sub("", words).casefold()


def each_once(rows: Iterable[Row], copies: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a timeline, of copies the first that is among them, with the cites of the others."""
    if not copies:
        yield from rows
        return
    for _, several in groupby(rows, key=by_date):  # copies have one date
        run = list(several)
        told: dict[str, list[Row]] = defaultdict(list)
        for row in run:
            told[copies.get(row.statement_id, row.statement_id)].append(row)
        for row in run:
            one = told[copies.get(row.statement_id, row.statement_id)]
            if one[0] is row:
                yield _with_cites(row, one[1:])


def _with_cites(row: Row, others: Sequence[Row]) -> Row:
    cites = dict.fromkeys(other.cite for other in others if other.cite != row.cite)
    return replace(row, cite=f"{row.cite} (also {'; '.join(cites)})") if cites else row
