"""The batch run: many files, child processes, one ledger; it can be killed at any moment and goes on where it was.

A file is read in a child under limits, then analysed in a child, then written by this process in one transaction together with
its row in the ledger. Nothing is reported done before it is committed.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pebble import ProcessPool

from corpora.corpus import Corpus
from corpora.ledger import Entry, FileState, Report
from corpora.record import Record
from corpora.work import records_of
from ingest import sandbox
from ingest.document import Document
from ingest.errors import CorpusError, Encrypted, ReadError
from ingest.limits import Limits
from ingest.reader import read
from nlp.statements import Reading

READABLE = (".pdf", ".txt", ".eml", ".msg")
Progress = Callable[[Entry, int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do: files to read (with their SHA-256), rows to enter at once, and how many are done already."""

    todo: tuple[tuple[Path, str], ...]
    entries: tuple[Entry, ...]
    skipped: int


@dataclass(slots=True)
class _Task:
    """A file on its way through the children."""

    path: Path
    sha256: str
    future: Future[Any]
    document: Document | None = None


@dataclass(slots=True)
class _Run:
    """One batch run: the corpus, the pool, the tasks in flight and the rows written so far."""

    corpus: Corpus
    pool: ProcessPool
    passwords: Sequence[str]
    tasks: dict[Future[Any], _Task] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def ingest(
    corpus: Corpus,
    paths: Iterable[Path],
    *,
    workers: int = 0,
    retry: bool = False,
    passwords: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Add files and folders (all PDF and text files below them) to a corpus.

    ``workers`` is the number of child processes (0: one a core); ``retry`` takes up again what was refused or failed;
    ``passwords`` are tried on encrypted files; ``progress`` is called with each new row, the number done and the number in all.

    :raises CorpusError: a path does not exist, or the pipeline is not installed.
    """
    plan = make_plan(corpus, found(paths), retry=retry)
    for entry in plan.entries:
        corpus.store.enter(entry)
    entries = [*plan.entries]
    if plan.todo:
        count = min(workers or os.cpu_count() or 1, len(plan.todo))
        with sandbox.workers(count, corpus.settings.limits) as pool:
            run = _Run(corpus, pool, passwords, entries=entries)
            _work(run, plan.todo, progress or _silent, in_flight=2 * count)
    return Report(tuple(sorted(entries, key=lambda e: e.file)), plan.skipped)


def _silent(entry: Entry, done: int, total: int) -> None:
    """No progress shown."""


def found(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant by paths, sorted; links that lead out of a folder given are not followed.

    :raises CorpusError: a path does not exist.
    """
    files: set[Path] = set()
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            below = (p for p in path.rglob("*") if p.suffix.lower() in READABLE and p.is_file())
            files.update(p.resolve() for p in below if p.resolve().is_relative_to(root))
        elif path.exists():
            files.add(path.resolve())
        else:
            raise CorpusError(f"{path}: no such file or folder")
    return tuple(sorted(files))


def make_plan(corpus: Corpus, files: Sequence[Path], *, retry: bool) -> Plan:
    """What is to do: files not in the ledger, or changed since. Of several with the same bytes the first by path is read."""
    known = {entry.file: entry for entry in corpus.entries()}
    first = {entry.sha256: entry.file for entry in known.values() if entry.state == "done"}
    todo, entries, skipped = [], [], 0
    for path in files:
        sha256, old = _sha256(path), known.get(str(path))
        again = retry and old is not None and old.state in {"refused", "failed"}
        if old is not None and old.sha256 == sha256 and not again:
            skipped += 1
        elif first.setdefault(sha256, str(path)) != str(path):
            entries.append(Entry(str(path), sha256, "duplicate", f"the same bytes as {Path(first[sha256]).name}"))
        else:
            todo.append((path, sha256))
    return Plan(tuple(todo), tuple(entries), skipped)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _work(run: _Run, todo: Sequence[tuple[Path, str]], progress: Progress, *, in_flight: int) -> None:
    """Keep the children busy with a bounded number of files, so that this process holds only a few documents."""
    waiting: Iterator[tuple[Path, str]] = iter(todo)
    exhausted, done = False, 0
    while not exhausted or run.tasks:
        while not exhausted and len(run.tasks) < in_flight:
            try:
                _start(run, *next(waiting))
            except StopIteration:
                exhausted = True
        if run.tasks:
            finished, _ = wait(run.tasks, return_when=FIRST_COMPLETED)
            for future in sorted(finished, key=lambda f: str(run.tasks[f].path)):
                entry = _advance(run, run.tasks.pop(future))
                if entry is not None:
                    done += 1
                    run.entries.append(entry)
                    progress(entry, done, len(todo))


def _start(run: _Run, path: Path, sha256: str) -> None:
    limits = run.corpus.settings.limits
    future = run.pool.schedule(_read, [path, limits, run.passwords], timeout=limits.seconds)
    run.tasks[future] = _Task(path, sha256, future)


def _read(path: Path, limits: Limits, passwords: Sequence[str]) -> Document:
    """In the child: the document, with the first password that opens it."""
    for password in (None, *passwords):
        try:
            return read(path, limits, password)
        except Encrypted:
            continue
    return read(path, limits)


def _analyse(document: Document, path: Path, reading: Reading, passwords: Sequence[str]) -> tuple[Record, ...]:
    """In the child: the records."""
    return records_of(document, path, reading, passwords)


def _advance(run: _Run, task: _Task) -> Entry | None:
    """Take what a child gave: a document goes on to analysis, records are written; an error ends the file."""
    limits = run.corpus.settings.limits
    try:
        result = task.future.result()
    except CorpusError:
        raise
    except Exception as error:  # noqa: BLE001  a child may die of anything; the ledger says of what
        return _ended(run, task, sandbox.why(error, task.path.name, limits))
    if isinstance(result, Document):
        task.document = result
        seconds = limits.seconds + 1.0 * len(result.pages)
        task.future = run.pool.schedule(
            _analyse, [result, task.path, run.corpus.settings.reading, run.passwords], timeout=seconds
        )
        run.tasks[task.future] = task
        return None
    return _stored(run, task, result)


def _ended(run: _Run, task: _Task, error: ReadError) -> Entry:
    state: FileState = "refused" if task.document is None else "failed"
    entry = Entry(str(task.path), task.sha256, state, str(error))
    run.corpus.store.enter(entry)
    return entry


def _stored(run: _Run, task: _Task, result: object) -> Entry:
    if task.document is None or not isinstance(result, tuple):
        raise TypeError(f"{task.path.name}: a child returned {type(result).__name__}")
    pages = tuple(sorted(Counter(page.state for page in task.document.pages).items()))
    entry = Entry(str(task.path), task.sha256, "done", pages=pages, statements=len(result))
    run.corpus.store.add(task.document, result, task.path, entry)
    return entry
