"""What a run will do: which sources are new or changed, which are rows of the ledger at once, which are done already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpora.corpus import Corpus
from corpora.ledger import Entry, FileState
from corpora.parcel import Member
from corpora.source import CONTAINERS, INSIDE, Found, Source
from ingest import sandbox
from ingest.container import members, sha256
from ingest.errors import ReadError
from ingest.file_name import printable
from ingest.limits import Limits


@dataclass(slots=True)
class Plan:
    """Sources to read, rows of this run, how many sources are in the ledger already and how many of these were refused; the ledger as
    it was; who has which bytes."""

    retry: bool = False
    todo: list[Source] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    skipped: int = 0
    refused_before: int = 0
    known: dict[str, Entry] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)


def make_plan(corpus: Corpus, files: Sequence[Found], limits: Limits, *, retry: bool) -> Plan:
    """What is to do: sources not in the ledger, or changed since. Of several with the same bytes the first by path is read."""
    plan = Plan(retry, known={entry.file: entry for entry in corpus.entries()})
    plan.first = {entry.sha256: entry.file for entry in plan.known.values() if entry.state == "done"}
    embedded = corpus.store.members()
    for each in files:
        for source in _sources(corpus, plan, each, limits):
            if _wanted(corpus, plan, source):
                plan.todo.append(source)
            else:
                plan.todo += _embedded(corpus, plan, source, embedded)
    return plan


def _sources(corpus: Corpus, plan: Plan, each: Found, limits: Limits) -> Iterator[Source]:
    """A file, or the documents in a container; what cannot be opened is a row of the ledger at once."""
    try:
        if each.why:
            raise ReadError(f"{printable(each.path.name)}: {each.why}")  # noqa: TRY301  one way for all that is refused here
        if each.path.suffix.lower() in CONTAINERS:
            yield from _contained(each.path, limits)
        else:
            yield Source(each.file, each.path, sha256(each.path))
    except (OSError, ReadError) as error:
        _row(corpus, plan, Source(each.file, each.path), "refused", printable(str(error)))


def _contained(path: Path, limits: Limits) -> list[Source]:
    """The documents in a container, listed in a child.

    :raises ReadError: it is none, or kills its reader.
    """
    try:
        return sandbox.start(listed, [path, limits], limits).result()
    except ReadError:
        raise
    except Exception as error:
        raise sandbox.why(error, path.name, limits) from error


def listed(path: Path, limits: Limits) -> list[Source]:
    """In a child: the documents in a container."""
    return sandbox.read_timed(lambda: [Source(printable(str(m)), m, sha256(m)) for m in members(path)], path, limits, ())


def _wanted(corpus: Corpus, plan: Plan, source: Source) -> bool:
    """True if a source is to be read; if not, it is counted, or a row says what it is the same as."""
    old = plan.known.get(source.file)
    if old is not None and old.sha256 == source.sha256 and not (plan.retry and old.unread):
        _skip(plan, old)
        return False
    same = plan.first.setdefault(source.sha256, source.file)
    if same != source.file:
        _row(corpus, plan, source, "duplicate", f"the same bytes as {same.rsplit('/', 1)[-1]}")
        return False
    return True


def planned(corpus: Corpus, plan: Plan, holder: Source, found: Iterable[Member]) -> list[Source]:
    """The files embedded in one that are to be read; the others are rows at once."""
    wanted = []
    for member in found:
        source = _inside(holder, member)
        if member.why:
            if plan.known.get(source.file) is None or plan.retry:
                _row(corpus, plan, source, "refused", f"{source.name}: {member.why}")
        elif _wanted(corpus, plan, source):
            wanted.append(source)
    return wanted


def _inside(holder: Source, member: Member) -> Source:
    return Source(f"{holder.file}{INSIDE}{member.name}", Path(member.path), member.sha256, holder.depth + 1)


def _embedded(corpus: Corpus, plan: Plan, holder: Source, embedded: dict[str, list[Member]]) -> list[Source]:
    """Of a source that was read before: what is embedded in it and not read yet, for a run may end between the two."""
    found = planned(corpus, plan, holder, embedded.get(holder.file, ()))
    for member in embedded.get(holder.file, ()):
        inner = _inside(holder, member)
        if inner not in found:
            found += _embedded(corpus, plan, inner, embedded)
    return found


def _row(corpus: Corpus, plan: Plan, source: Source, state: FileState, why: str) -> None:
    old = plan.known.get(source.file)
    if old is not None and not plan.retry and old.why == why:
        _skip(plan, old)
        return
    entry = Entry(source.file, source.sha256, state, why)
    corpus.store.enter(entry)
    plan.entries.append(entry)


def _skip(plan: Plan, old: Entry) -> None:
    plan.skipped += 1
    plan.refused_before += old.unread
