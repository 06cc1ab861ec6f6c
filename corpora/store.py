"""The store: one SQLite file, WAL, so that the app reads while a batch writes. All SQL of the product is here, but for the layout's."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from corpora.codec import (
    pack_date,
    pack_decision,
    pack_disclosure,
    unpack_date,
    unpack_decision,
    unpack_disclosure,
    unpack_document,
    unpack_head,
    unpack_record,
)
from corpora.decision import Decision, Key
from corpora.disclosure import Disclosure, ruled
from corpora.layout import bring_up, check, unreadable
from corpora.ledger import Entry
from corpora.mail_print import MailHead
from corpora.parcel import Member, Parcel, Reread, parcel_of
from corpora.record import Record, Review
from ingest.document import Document
from ingest.errors import CorpusError, QueryError
from ingest.span import Span
from ingest.when import When

_BUSY_MS = 30_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A hit of the full-text search: a segment's span in a document."""

    document_id: str
    span: Span


class Store:
    """The tables of one corpus. Each method is one transaction; a killed program leaves whole transactions behind, nothing else."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._is_read_only = _is_read_only(path)
            self._db = self._read_only() if self._is_read_only else self._writable()
            if not self._is_read_only:
                self.purge()
        except sqlite3.OperationalError as error:
            raise CorpusError(f"{path}: the store cannot be opened ({error})") from error
        except sqlite3.DatabaseError as error:
            raise CorpusError(f"{path}: not a Pincite store ({error})") from error

    def _writable(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=_BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        bring_up(db, self._path)
        return db

    def _read_only(self) -> sqlite3.Connection:
        """A store in a place that nobody can write to, so nobody does: read as it stands, without the files that WAL wants beside it."""
        address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
        db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        check(db, self._path)
        return db

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """:raises CorpusError: nothing can be written: the disk is full or read-only, or another program holds the store."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have rolled back already
                    self._db.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise CorpusError(f"{self._path}: the store cannot be written to ({error})") from error

    def add(self, document: Document, records: Iterable[Record], path: Path, entry: Entry) -> None:
        """A document with all its statements, its passages and its row in the ledger: all or nothing."""
        self.put(parcel_of(document, records), path, entry)

    def put(self, parcel: Parcel, path: Path, entry: Entry) -> None:
        """As :meth:`add`, of what was packed before, with the files embedded in it.

        :raises ValueError: the store does not take these rows. :raises CorpusError: it takes none at all.
        """
        try:
            with self._transaction() as db:
                self._put(db, parcel, path, entry)
        except (sqlite3.Error, UnicodeError, OverflowError) as error:
            raise ValueError(f"the store does not take it: {error}") from error

    def _put(self, db: sqlite3.Connection, parcel: Parcel, path: Path, entry: Entry) -> None:
        self._remove(db, parcel.document_id)
        for (old,) in db.execute("SELECT id FROM documents WHERE path = ?", (_stored(path),)).fetchall():
            self._remove(db, old)  # the file has changed since
        db.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", (parcel.document_id, parcel.name, _stored(path), parcel.body))
        db.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?)", parcel.statements)
        db.executemany("INSERT INTO mails VALUES (?, ?, ?, ?)", parcel.mails)
        db.executemany("INSERT INTO cases VALUES (?, ?)", parcel.cases)
        db.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", parcel.passages)
        rows = ((entry.file, m.name, _stored(Path(m.path)), m.sha256, m.why) for m in parcel.members)
        db.executemany("INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?, ?)", rows)
        self._enter(db, entry)

    def members(self) -> dict[str, list[Member]]:
        """The files embedded in others, by the file that holds them."""
        found: dict[str, list[Member]] = {}
        for holder, name, path, sha256, why in self._db.execute("SELECT * FROM members ORDER BY holder, name"):
            found.setdefault(holder, []).append(Member(name, os.fsdecode(path), sha256, why))
        return found

    def _remove(self, db: sqlite3.Connection, document_id: str) -> None:
        db.execute("DELETE FROM documents WHERE id = ?", (document_id,))
        db.execute("DELETE FROM passages WHERE document_id = ?", (document_id,))

    def enter(self, entry: Entry) -> None:
        """A row of the ledger for a file that gave no document."""
        with self._transaction() as db:
            self._enter(db, entry)

    def _enter(self, db: sqlite3.Connection, entry: Entry) -> None:
        pages = json.dumps(dict(entry.pages), sort_keys=True)
        row = (entry.file, entry.sha256, entry.state, entry.why, pages, entry.statements)
        db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", row)

    def entries(self) -> Iterator[Entry]:
        """The ledger, by path."""
        for row in self._db.execute("SELECT path, sha256, state, why, pages, statements FROM files ORDER BY path"):
            yield Entry(row[0], row[1], row[2], row[3], tuple(json.loads(row[4]).items()), row[5])

    def documents(self) -> Iterator[Document]:
        """Every document, by name."""
        for (document_id,) in self._db.execute("SELECT id FROM documents ORDER BY name, id").fetchall():
            yield self.document(document_id)

    def document(self, document_id: str) -> Document:
        """One document.

        :raises CorpusError: there is none with that id.
        """
        row = self._db.execute("SELECT body FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            raise CorpusError(f"no document {document_id} in {self._path}")
        try:
            return unpack_document(row[0])
        except ValueError as error:
            raise unreadable(self._path) from error

    def document_names(self) -> dict[str, str]:
        """File names by document id, in the order of the names."""
        return dict(self._db.execute("SELECT id, name FROM documents ORDER BY name, id").fetchall())

    def path(self, document_id: str) -> Path:
        """Where a document's file stood when it was read."""
        row = self._db.execute("SELECT path FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            raise CorpusError(f"no document {document_id} in {self._path}")
        return Path(os.fsdecode(row[0]))

    def records(self, document_id: str | None = None, *, inferred: bool = True) -> Iterator[Record]:
        """Every statement, by document name and printed place (a footnote with its page), with the last ruling on it and, if
        ``inferred``, with the dates that were inferred; its cite names the case where the store holds papers of several."""
        rulings = self._rulings()
        disclosed = self._disclosed()
        dates = self._inferred() if inferred else {}
        cases = self.cases()
        rows = self._db.execute(
            "SELECT s.record FROM statements s JOIN documents d ON d.id = s.document_id"
            " WHERE ? IS NULL OR s.document_id = ? ORDER BY d.name, d.id, s.first, s.last, s.id",
            (document_id, document_id),
        )
        for _, group in groupby(
            (self._record(data, cases) for (data,) in rows), key=lambda record: record.statement.document_id
        ):
            for record in sorted(group, key=lambda record: record.place.page):
                ruling, date = rulings.get(record.statement.id), dates.get(record.statement.id)
                dated = record if date is None else record.dated(date)
                shown = dated if ruling is None else dated.ruled(ruling)
                yield shown.disclosed(disclosed) if record.uncovered else shown

    def _disclosed(self) -> dict[str, str]:
        """What is told of each redaction whose words may be read, by its id."""
        return {cover.id: f"released by {d.who}, {d.at}" for cover, d in ruled(self.disclosures()) if d.act == "release"}

    def _record(self, data: str, cases: frozenset[str]) -> Record:
        try:
            return unpack_record(data).cited_among(cases)
        except ValueError as error:
            raise unreadable(self._path) from error

    def cases(self) -> frozenset[str]:
        """The cases in which the papers are filed (:attr:`ingest.document.Docket.same_case`)."""
        return frozenset(case for (case,) in self._db.execute("SELECT DISTINCT name FROM cases"))

    def wordless(self) -> Iterator[Record]:
        """Every mail without words, as a record whose span is its header, by document name and place."""
        rows = self._db.execute("SELECT m.record FROM mails m WHERE m.record IS NOT NULL")
        cases = self.cases()
        disclosed = self._disclosed()
        found = [self._record(data, cases).disclosed(disclosed) for (data,) in rows]
        yield from sorted(found, key=lambda r: (r.document, r.statement.document_id, r.statement.span, r.statement.id))

    def mail_heads(self) -> dict[str, MailHead]:
        """What the headers of printed mails say, by statement id."""
        return {statement_id: unpack_head(head) for statement_id, head in self._db.execute("SELECT id, head FROM mails")}

    def _rulings(self) -> dict[str, Review]:
        found: dict[str, Review] = {}
        for statement_id, *row in self._db.execute(
            "SELECT statement_id, verdict, who, at, speaker FROM decisions ORDER BY number"
        ):
            found[statement_id] = Review(*row).after(found.get(statement_id))
        return found

    def keep_copies(self, copies: Mapping[str, str]) -> None:
        """Keep which statements are copies of which, instead of what was kept before."""
        with self._transaction() as db:
            db.execute("DELETE FROM copies")
            db.executemany("INSERT INTO copies VALUES (?, ?)", sorted(copies.items()))

    def copies(self) -> dict[str, str]:
        """Which statements are copies, each with the first one like it."""
        return dict(self._db.execute("SELECT statement_id, first_id FROM copies ORDER BY statement_id").fetchall())

    def infer(self, dates: Mapping[str, When], documents: str) -> None:
        """Keep the dates that were inferred, instead of those before; ``documents`` names what they were inferred from."""
        with self._transaction() as db:
            db.execute("DELETE FROM inferred_dates")
            rows = ((statement_id, pack_date(when)) for statement_id, when in dates.items())
            db.executemany("INSERT INTO inferred_dates VALUES (?, ?)", rows)
            db.execute("DELETE FROM inferred_for")
            db.execute("INSERT INTO inferred_for VALUES (?)", (documents,))

    def inferred_for(self) -> str:
        """What the inferred dates were inferred from; '' if nothing was yet."""
        row = self._db.execute("SELECT documents FROM inferred_for").fetchone()
        return str(row[0]) if row else ""

    def _inferred(self) -> dict[str, When]:
        rows = self._db.execute("SELECT statement_id, date FROM inferred_dates")
        return {statement_id: unpack_date(date) for statement_id, date in rows}

    def decide(self, statement_id: str, review: Review) -> None:
        """Add an analyst's ruling."""
        with self._transaction() as db:
            row = (statement_id, review.verdict, review.who, review.at, review.speaker)
            db.execute("INSERT INTO decisions (statement_id, verdict, who, at, speaker) VALUES (?, ?, ?, ?, ?)", row)

    def rule(self, decision: Decision) -> Decision:
        """Add a ruling on who is who; as numbered by the log."""
        with self._transaction() as db:
            row = db.execute("INSERT INTO identity_decisions (decision) VALUES (?)", (pack_decision(decision),))
            return replace(decision, number=int(row.lastrowid or 0))

    def decisions(self) -> tuple[Decision, ...]:
        """The log of rulings on who is who, in order."""
        rows = self._db.execute("SELECT number, decision FROM identity_decisions ORDER BY number")
        return tuple(replace(unpack_decision(data), number=number) for number, data in rows)

    def disclosures(self) -> tuple[Disclosure, ...]:
        """The log of rulings on failed redactions, in order."""
        rows = self._db.execute("SELECT number, disclosure FROM disclosures ORDER BY number")
        return tuple(replace(unpack_disclosure(data), number=number) for number, data in rows)

    def disclose(self, disclosure: Disclosure, papers: Sequence[Reread], withheld: Iterable[str] = ()) -> Disclosure:
        """Add a ruling on failed redactions together with the documents as they are read by it: all or nothing.

        Analysts' rulings go over to statements that are the same; a speaker that was corrected to when words could be read that are
        taken back now is struck out, for it may be told by them. What was told of a paper's names, and dates, is told anew.
        ``withheld`` are documents of which words are taken back: :meth:`purge` makes sure that none are left in the file.
        """
        with self._transaction() as db:
            row = db.execute("INSERT INTO disclosures (disclosure) VALUES (?)", (pack_disclosure(disclosure),))
            may_be_read = self._disclosed().keys()
            for paper in papers:
                before = list(self.records(paper.parcel.document_id, inferred=False))
                gone = [(one.statement.id,) for one in before if one.is_corrected_from(may_be_read)]
                db.executemany(
                    "UPDATE decisions SET speaker = NULL, verdict = replace(verdict, 'corrected', 'none') WHERE statement_id = ?",
                    gone,
                )
                rulings = self._rulings()
                kept = paper.carried({i: r for i, r in rulings.items() if (i,) not in gone or r.verdict != "none"}, before)
                self._put(db, paper.parcel, paper.path, paper.entry)
                rows = [(i, review.verdict, review.who, review.at, review.speaker) for i, review in kept]
                db.executemany("INSERT INTO decisions (statement_id, verdict, who, at, speaker) VALUES (?, ?, ?, ?, ?)", rows)
                db.execute("DELETE FROM settled WHERE document_id = ?", (paper.parcel.document_id,))
            if papers:
                db.execute("DELETE FROM inferred_dates")
                db.execute("DELETE FROM inferred_for")
            db.executemany("INSERT OR IGNORE INTO unpurged VALUES (?)", ((one,) for one in withheld))
            return replace(disclosure, number=int(row.lastrowid or 0))

    def purge(self) -> bool:
        """Write the file anew if words were withheld that its freed pages may still hold; False if another program hinders that,
        and they are left there until the next time that the store is opened."""
        if not self._db.execute("SELECT count(*) FROM unpurged").fetchone()[0]:
            return True
        try:
            self._db.execute("INSERT INTO passages (passages) VALUES ('optimize')")
            self._db.execute("VACUUM")
            if self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                return False
            self._db.execute("DELETE FROM unpurged")
        except sqlite3.OperationalError:  # somebody else writes or reads just now
            return False
        return True

    def settle(self, identities: Mapping[Key, str]) -> None:
        """Keep who each name, where it stands, is taken for; in place of what was kept before."""
        with self._transaction() as db:
            db.execute("DELETE FROM settled")
            db.executemany(
                "INSERT INTO settled VALUES (?, ?, ?, ?)", ((*key, person) for key, person in sorted(identities.items()))
            )

    def settled(self) -> dict[Key, str]:
        """Who each name was taken for when papers were last added."""
        rows = self._db.execute("SELECT document_id, name, address, person_id FROM settled ORDER BY 1, 2, 3")
        return {(document_id, name, address): person for document_id, name, address, person in rows}

    def search(self, match: str, limit: int) -> list[Passage]:
        """The passages that an FTS5 query matches, by document name and place, ``limit`` at most."""
        sql = (
            "SELECT p.document_id, p.first, p.last FROM passages p JOIN documents d ON d.id = p.document_id"
            " WHERE passages MATCH ? ORDER BY d.name, p.first LIMIT ?"
        )
        try:
            return [
                Passage(document_id, Span(first, last)) for document_id, first, last in self._db.execute(sql, (match, limit))
            ]
        except sqlite3.OperationalError as error:
            raise QueryError(f"the search engine does not take this query ({error}): {match}") from error

    def hits(self, match: str, passage: Passage) -> list[str]:
        """The words of a passage that an FTS5 query matched, as printed."""
        sql = "SELECT highlight(passages, 0, char(2), char(3)) FROM passages WHERE passages MATCH ? AND document_id = ? AND first = ?"
        row = self._db.execute(sql, (match, passage.document_id, passage.span.start)).fetchone()
        return [part.split("\x03")[0] for part in row[0].split("\x02")[1:]] if row else []


def _is_read_only(path: Path) -> bool:
    """True of a store that is there, in a folder where nothing can be written, and that nothing waits to be written to."""
    log = path.with_name(f"{path.name}-wal")
    waiting = log.exists() and log.stat().st_size > 0
    return path.exists() and not os.access(path.parent, os.W_OK) and not waiting


def _stored(path: Path) -> str | bytes:
    """A path as text; as bytes where its name is not UTF-8."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return str(path)
