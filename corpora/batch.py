"""The batch run: many files, a child process each, one ledger; it can be killed at any moment and goes on where it was.

A file is read and analysed in a child of its own under limits, then written by this process in one transaction together with
its row in the ledger. Nothing is reported done before it is committed; nothing that a file does to its child reaches another.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from corpora.corpus import Corpus
from corpora.disclosure import released, ruled
from corpora.ledger import Entry, Report
from corpora.parcel import Parcel, done
from corpora.plan import Plan, make_plan, planned
from corpora.source import Source, found
from corpora.work import Job, parcels
from ingest import sandbox
from ingest.errors import CorpusError, Failed, ReadError

Progress = Callable[[Entry, int, int], None]
ATTACHMENTS = "attachments"
_TOGETHER = 40  # documents of one container that a child reads in one go: it has to look through the container once


@dataclass(slots=True)
class _Run:
    """One batch run: the corpus, what waits, what children are at, the rows written so far."""

    corpus: Corpus
    job: Job
    plan: Plan
    waiting: deque[tuple[Source, ...]]
    progress: Progress
    tasks: dict[Future[list[Parcel | ReadError]], tuple[Source, ...]] = field(default_factory=dict)
    done: int = 0

    @property
    def total(self) -> int:
        return self.done + sum(len(batch) for batch in (*self.waiting, *self.tasks.values()))


def ingest(
    corpus: Corpus,
    paths: Iterable[Path],
    *,
    workers: int = 0,
    retry: bool = False,
    passwords: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Add files and folders (all papers below them) to a corpus.

    ``workers`` is the number of child processes (0: one a core); ``retry`` takes up again what was refused or failed;
    ``passwords`` are tried on encrypted files; ``progress`` is called with each new row, the number done and the number in all.

    :raises CorpusError: a path does not exist, the pipeline is not installed, or the store cannot be written to.
    """
    settings = corpus.settings
    if find_spec(settings.pipeline) is None:
        raise CorpusError(f'pipeline "{settings.pipeline}" is not installed: install it, or name another in corpus.toml')
    job = job_of(corpus, passwords)
    plan = make_plan(corpus, found(paths), settings.limits, retry=retry)
    run = _Run(corpus, job, plan, deque(_batches(plan.todo)), progress or _silent)
    _work(run, max(1, min(workers or os.cpu_count() or 1, len(plan.todo))))
    return Report(tuple(sorted(plan.entries, key=lambda e: e.file)), plan.skipped, plan.refused_before)


def job_of(corpus: Corpus, passwords: Sequence[str] = ()) -> Job:
    """How the papers of a corpus are read."""
    attachments, may_be_read = corpus.folder.resolve() / ATTACHMENTS, released(ruled(corpus.disclosures()))
    return Job(corpus.settings.limits, corpus.settings.reading, tuple(passwords), attachments, may_be_read)


def _silent(entry: Entry, done: int, total: int) -> None:
    """No progress shown."""


def _batches(sources: Sequence[Source]) -> Iterable[tuple[Source, ...]]:
    """One source each; those of one container several at a time."""
    for holder, group in groupby(sources, key=lambda s: s.file.rpartition("#")[0] if not s.path.exists() else s.file):
        several = list(group)
        step = 1 if holder == several[0].file else _TOGETHER
        yield from (tuple(several[i : i + step]) for i in range(0, len(several), step))


def _work(run: _Run, count: int) -> None:
    """Keep ``count`` children busy until nothing waits; embedded files that turn up join the queue."""
    try:
        while run.waiting or run.tasks:
            while run.waiting and len(run.tasks) < count:
                batch = run.waiting.popleft()
                run.tasks[sandbox.start(parcels, [batch, run.job], run.job.limits, ["corpora.work", "corpora.preload"])] = batch
            finished, _ = wait(run.tasks, return_when=FIRST_COMPLETED)
            for future in sorted(finished, key=lambda f: run.tasks[f][0].file):
                _take(run, run.tasks.pop(future), future)
    finally:
        for future in run.tasks:  # interrupted: the children are ended with us
            future.cancel()


def _take(run: _Run, batch: tuple[Source, ...], future: Future[list[Parcel | ReadError]]) -> None:
    """What a child gave, written; a child that died with several sources in hand has each of them tried alone."""
    try:
        results = future.result()
    except Exception as error:  # noqa: BLE001  a child may die of anything; the ledger says of what
        if len(batch) > 1:
            run.waiting.extendleft((source,) for source in reversed(batch))
            return
        results = [sandbox.why(error, batch[0].name, run.job.limits)]
    for source, result in zip(batch, results, strict=True):
        _enter(run, source, result)


def _enter(run: _Run, source: Source, result: Parcel | ReadError) -> None:
    entry = _stored(run, source, result) if isinstance(result, Parcel) else _ended(run, source, result)
    run.plan.entries.append(entry)
    run.done += 1
    run.progress(entry, run.done, run.total)


def _ended(run: _Run, source: Source, error: ReadError) -> Entry:
    entry = Entry(source.file, source.sha256, "failed" if isinstance(error, Failed) else "refused", str(error))
    run.corpus.store.enter(entry)
    return entry


def _stored(run: _Run, source: Source, parcel: Parcel) -> Entry:
    entry = done(source.file, parcel)
    try:
        run.corpus.store.put(parcel, source.path, entry)
    except ValueError as error:
        return _ended(run, source, Failed(f"{source.name}: {error}"))
    run.waiting.extend((member,) for member in planned(run.corpus, run.plan, source, parcel.members))
    return entry
