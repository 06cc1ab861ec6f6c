"""The layout of the store, by number, and how a store that an older Pincite made is brought up to it when it is opened.

1    as first released                          a ruling may correct the speaker
2    heads of mails, and mails without words; the cases of the papers
3    rulings on failed redactions, copies of statements: tables that begin empty
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from corpora.codec import unpack_document, unpack_record
from corpora.parcel import case_rows, mail_rows
from ingest.errors import CorpusError

LAYOUT = 3


def bring_up(db: sqlite3.Connection, path: Path) -> None:
    """Make the tables that a store lacks, and bring what an older one holds to this layout; all of it or nothing.

    :raises CorpusError: a newer Pincite made it, or what is in it cannot be read any more.
    """
    _version(db, path)
    db.executescript(files("corpora").joinpath("schema.sql").read_text(encoding="utf-8"))
    if _version(db, path) == LAYOUT:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        made = _version(db, path)  # another program may have been quicker
        for number, step in _STEPS:
            if made < number:
                step(db)
        db.execute(f"PRAGMA user_version = {LAYOUT}")
        db.execute("COMMIT")
    except ValueError as error:
        db.execute("ROLLBACK")
        raise unreadable(path) from error
    except BaseException:
        db.execute("ROLLBACK")
        raise


def unreadable(path: Path) -> CorpusError:
    """What there is to say of rows that this Pincite cannot read."""
    return CorpusError(
        f"{path}: another Pincite made this store, and what is in it cannot be read; "
        f'read the papers again into a new folder: "pincite ingest NEW FILES"'
    )


def check(db: sqlite3.Connection, path: Path) -> None:
    """For a store that cannot be written to.

    :raises CorpusError: it is not of this layout.
    """
    if _version(db, path) != LAYOUT:
        raise CorpusError(f"{path}: an older Pincite made this store; open it once where its folder can be written to")


def _version(db: sqlite3.Connection, path: Path) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > LAYOUT:
        raise CorpusError(
            f"{path}: a newer Pincite made this store (layout {version}, here {LAYOUT}): use that one, or a newer"
        )
    return version


def _corrections(db: sqlite3.Connection) -> None:
    if "speaker" not in {row[1] for row in db.execute("PRAGMA table_info(decisions)")}:
        db.execute("ALTER TABLE decisions ADD COLUMN speaker TEXT")


def _mails_and_cases(db: sqlite3.Connection) -> None:
    for (document_id,) in db.execute("SELECT id FROM documents ORDER BY id").fetchall():
        body = db.execute("SELECT body FROM documents WHERE id = ?", (document_id,)).fetchone()[0]
        document = unpack_document(body)
        rows = db.execute("SELECT record FROM statements WHERE document_id = ?", (document_id,)).fetchall()
        db.executemany("INSERT OR REPLACE INTO mails VALUES (?, ?, ?, ?)", mail_rows(document))
        db.executemany(
            "INSERT OR REPLACE INTO cases VALUES (?, ?)", case_rows(document, (unpack_record(row[0]) for row in rows))
        )


def _nothing_to_fill(_db: sqlite3.Connection) -> None:
    """The tables are there."""


_STEPS: tuple[tuple[int, Callable[[sqlite3.Connection], None]], ...] = (
    (1, _corrections),
    (2, _mails_and_cases),
    (3, _nothing_to_fill),
)
