"""A corpus as it stood at one moment, in memory, for a reader who comes back to it many times a minute.

state       of the store: sizes and times of its files         changes with every write
snapshot    records, people, rows, ledger                      taken anew only when the state has changed
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from corpora.corpus import SETTINGS_FILE, STORE_FILE, Corpus
from corpora.ledger import Entry
from corpora.mail_print import MailHead
from corpora.record import Record, Review
from corpora.settings import Settings, roster_file
from graph.affiliation import Affiliation, affiliations
from graph.filter import Filter, select
from graph.people import People, resolve
from graph.row import Row, rows, split
from graph.thread import Thread, threads

State = tuple[tuple[int, int], ...]


def state(folder: Path) -> State:
    """Time and size of the store's files, the settings and the roster's table. An empty write-ahead log counts as none: opening the store makes one."""
    names = (STORE_FILE, f"{STORE_FILE}-wal", SETTINGS_FILE)
    table = roster_file(folder / SETTINGS_FILE)
    return tuple(_time_and_size(path) for path in (*(folder / name for name in names), *([table] if table else [])))


def _time_and_size(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size) if found.st_size else (0, 0)


@dataclass(frozen=True)
class Snapshot:
    """A corpus at one moment. ``key`` tells two readings of the documents apart; rulings do not change it."""

    folder: Path
    key: State
    settings: Settings
    records: tuple[Record, ...]
    people: People
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    documents: tuple[tuple[str, str], ...]  # id and file name, by name
    rulings: int = 0
    copies: Mapping[str, str] = field(default_factory=dict)  # statements printed again, and the first of each
    wordless: tuple[Record, ...] = ()  # mails that were sent on without a word
    mail_heads: Mapping[str, MailHead] = field(default_factory=dict)  # by statement id

    @property
    def version(self) -> str:
        """Names what was read, whatever was ruled of it since."""
        return f"{self.folder}|{self.key}"

    @cached_property
    def _places(self) -> dict[str, int]:
        return {record.statement.id: i for i, record in enumerate(self.records)}

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a column (each of several in a cell), most frequent first."""
        if column not in self._values:
            self._values[column] = _by_frequency(getattr(row, column) for row in self.rows)
        return self._values[column]

    @cached_property
    def _values(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def affiliations(self) -> dict[str, tuple[Affiliation, ...]]:
        """Who works for or represents whom, by the person's id."""
        return affiliations(self.records, self.people)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """Every conversation by mail."""
        return tuple(threads((*self.records, *self.wordless), self.people, self.mail_heads))

    @cached_property
    def prints(self) -> dict[str, tuple[str, ...]]:
        """Of each statement that is a message printed at several places: all of its statements, the best first."""
        several = (m for thread in self.threads for m in thread.messages if len(m.records) > 1)
        found = (tuple(record.statement.id for record in message.records if record.text) for message in several)
        return {statement_id: ids for ids in found for statement_id in ids}

    def messages(self, rows: Iterable[Row]) -> int:
        """How many different statements ``rows`` are, a message once however often it is printed."""
        return len({self.prints.get(row.statement_id, (row.statement_id,))[0] for row in rows})

    @cached_property
    def docket_entries(self) -> dict[str, str]:
        """The docket number of each document that has one and any statement, by file name."""
        return {row.document: row.docket_entry for row in self.rows if row.docket_entry}

    def record(self, statement_id: str) -> Record | None:
        """The statement of an id, or None."""
        place = self._places.get(statement_id)
        return None if place is None else self.records[place]

    def row(self, statement_id: str) -> Row | None:
        """The export row of an id, or None."""
        place = self._places.get(statement_id)
        return None if place is None else self.rows[place]

    def rows_of(self, statement_ids: Iterable[str]) -> tuple[Row, ...]:
        """The rows of ids, in their order; ids that are not there are left out."""
        return tuple(row for i in statement_ids if (row := self.row(i)) is not None)

    def select(self, wanted: Filter, words: str = "") -> tuple[Row, ...]:
        """The rows that are wanted and, if ``words`` are given, have every one of them in their text, in any case."""
        asked = words.casefold().split()
        return tuple(
            row for row in select(self.rows, wanted, self.people) if all(word in row.text.casefold() for word in asked)
        )

    def with_review(self, statement_id: str, review: Review) -> Snapshot:
        """The same corpus after a ruling on one statement that corrects nothing."""
        place = self._places[statement_id]
        record = self.records[place]
        record = replace(record, review=review.after(record.review))
        return replace(
            self,
            records=(*self.records[:place], record, *self.records[place + 1 :]),
            rows=(*self.rows[:place], next(rows([record], self.people)), *self.rows[place + 1 :]),
            rulings=self.rulings + 1,
        )


def _by_frequency(cells: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(value for cell in cells for value in split(cell))
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def take(folder: Path) -> Snapshot:
    """The corpus in ``folder`` as it stands.

    :raises CorpusError: there is none, or its settings are wrong.
    """
    key = state(folder)
    with Corpus.open(folder) as corpus:
        records = tuple(corpus.records())
        wordless = tuple(corpus.wordless())
        people = resolve((*records, *wordless), corpus.settings.roster, corpus.decisions(), corpus.settled())
        return Snapshot(
            folder=folder,
            key=key,
            settings=corpus.settings,
            records=records,
            people=people,
            rows=tuple(rows(records, people)),
            entries=tuple(corpus.entries()),
            documents=tuple(corpus.document_names.items()),
            copies=corpus.copies(),
            wordless=wordless,
            mail_heads=corpus.mail_heads(),
        )


class Snapshots:
    """The last snapshot of each of a few folders; for several threads."""

    def __init__(self, at_most: int = 4) -> None:
        self._at_most = at_most
        self._held: dict[Path, tuple[State, Snapshot]] = {}
        self._lock = threading.RLock()

    def get(self, folder: Path) -> Snapshot:
        """The snapshot of a folder, taken anew if its files have changed.

        :raises CorpusError: as :func:`take`.
        """
        with self._lock:
            now = state(folder)
            held = self._held.get(folder)
            if held is None or held[0] != now:
                self._hold(folder, now, take(folder))
            return self._held[folder][1]

    def decide(self, folder: Path, statement_id: str, review: Review) -> Snapshot:
        """Write an analyst's ruling; where it corrects nothing the snapshot held is brought up to date without reading it all again."""
        with self._lock:
            before = self.get(folder)
            with Corpus.open(folder) as corpus:
                corpus.decide(statement_id, review)
            if review.speaker is None:
                self._hold(folder, state(folder), before.with_review(statement_id, review))
            return self.get(folder)

    def _hold(self, folder: Path, now: State, snapshot: Snapshot) -> None:
        self._held.pop(folder, None)
        self._held[folder] = (now, snapshot)
        while len(self._held) > self._at_most:
            del self._held[next(iter(self._held))]
